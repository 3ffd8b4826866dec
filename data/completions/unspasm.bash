# Tab completion for unspasm in Bash. To install it, see: unspasm help completion
# It asks unspasm for the words that can follow. Nothing in the answer is ever run.

_unspasm() {
  COMPREPLY=()
  local words=() word rest=${COMP_LINE-} i
  rest=${rest:0:${COMP_POINT:-${#rest}}}
  # Bash also splits words at = and :. A part without a space before it belongs to the same word.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]-}
    if [[ -n ${COMP_LINE-} ]]; then
      if [[ $i -gt 0 && -n $rest && $rest != [[:blank:]]* ]]; then
        [[ $rest == "$word"* ]] || word=$rest
        words[${#words[@]} - 1]+=$word
        rest=${rest#"$word"}
        continue
      fi
      rest=${rest#"${rest%%[![:blank:]]*}"}
      # The cursor may be inside the word.
      [[ $rest == "$word"* ]] || word=$rest
      rest=${rest#"$word"}
    fi
    words+=("$word")
  done

  local current=${words[${#words[@]} - 1]} last=${COMP_WORDS[COMP_CWORD]-}
  # The text before the part that Bash completes.
  local before=""
  [[ $current == *"$last" ]] && before=${current%"$last"}
  case $last in = | :) before=$current ;; esac

  local line value files="" values=() lines=()
  while IFS= read -r line; do
    value=${line%%$'\t'*}
    if [[ $value == ':files' ]]; then
      files=1
    elif [[ $value == "$current"* ]]; then
      values+=("${value#"$before"}")
      lines+=("${line#"$before"}")
    fi
  done < <(command unspasm __complete -- "${words[@]:1}" 2>/dev/null </dev/null)

  # Without candidates, Bash completes file names by default. This turns that off.
  if [[ -z $files ]]; then
    compopt +o default 2>/dev/null
  fi
  compopt -o nosort 2>/dev/null
  if [[ ${#values[@]} -eq 0 ]]; then
    return
  fi
  # A list that is only shown gets a description for each candidate.
  case ${COMP_TYPE:-9} in
    33 | 63 | 64) [[ ${#values[@]} -gt 1 ]] && _unspasm_describe && return ;;
  esac
  COMPREPLY=("${values[@]}")
}

_unspasm_describe() {
  local i value line text width=0 room=${COLUMNS:-80}
  for value in "${values[@]}"; do
    ((${#value} > width)) && width=${#value}
  done
  for ((i = 0; i < ${#values[@]}; i++)); do
    text=""
    [[ ${lines[i]} == *$'\t'* ]] && text=${lines[i]#*$'\t'}
    printf -v line '%-*s  %s' "$width" "${values[i]}" "$text"
    COMPREPLY+=("${line:0:room - 3}")
  done
}

complete -o default -F _unspasm unspasm
