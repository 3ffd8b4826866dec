# Completion of unspasm for PowerShell: unspasm help completion
# The program is asked for what can be typed; nothing that it answers is ever run.

Register-ArgumentCompleter -Native -CommandName 'unspasm' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $before = @($commandAst.CommandElements |
        Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { $_.Extent.Text })
    # An empty word gets lost on its way to a program, and a .cmd file would read more into some
    # letters; what is written in a note makes no difference here.
    $words = @(($before + @($wordToComplete)) |
        Where-Object { $_ -ne '' } |
        ForEach-Object { $_ -replace '[^\w.,:=/@+-]', '_' })
    $next = @(if ($wordToComplete -eq '') { '--next' })

    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $lines = @(& unspasm __complete @next '--' @words 2>$null)
    }
    catch {
        $lines = @()
    }
    finally {
        [Console]::OutputEncoding = $encoding
    }

    # Without candidates PowerShell itself completes names of files.
    foreach ($line in $lines) {
        $value, $text = $line -split "`t", 2
        if ($value -eq '' -or $value -eq ':files') { continue }
        if (-not $value.StartsWith($wordToComplete, [System.StringComparison]::OrdinalIgnoreCase)) { continue }
        if (-not $text) { $text = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $text)
    }
}
