# Tab completion for unspasm in fish. To install it, see: unspasm help completion
# It asks unspasm for the words that can follow. Nothing in the answer is ever run.

function __unspasm_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -e words[1]
    for line in (command unspasm __complete -- $words "$current" 2>/dev/null </dev/null)
        if test "$line" = ':files'
            set -l option (string match -r -- '^--[a-z-]+=' "$current")
            for file in (__fish_complete_path (string replace -- "$option" '' "$current"))
                printf '%s\n' "$option$file"
            end
        else
            printf '%s\n' "$line"
        end
    end
end

complete -c unspasm -e
# Keeps the order of unspasm: the newest entry first.
complete -c unspasm -f -k -a '(__unspasm_complete)'
