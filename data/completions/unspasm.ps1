# Tab completion for unspasm in PowerShell. To install it, see: unspasm help completion
# It asks unspasm for the words that can follow. Nothing in the answer is ever run.

Register-ArgumentCompleter -Native -CommandName 'unspasm' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $before = @($commandAst.CommandElements |
        Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { $_.Extent.Text })
    # PowerShell drops empty words, and a .cmd file gives some characters a special meaning.
    # The text of a note makes no difference here, so they are replaced.
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

    # Without candidates, PowerShell completes file names by itself.
    foreach ($line in $lines) {
        $value, $text = $line -split "`t", 2
        if ($value -eq '' -or $value -eq ':files') { continue }
        if (-not $value.StartsWith($wordToComplete, [System.StringComparison]::OrdinalIgnoreCase)) { continue }
        if (-not $text) { $text = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $text)
    }
}
