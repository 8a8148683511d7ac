# completion of tokui's programs for bash: the options, and the words that an
# option takes, are those of --help; the rest is files, as bash completes them
_tokui() {
	local word=${COMP_WORDS[COMP_CWORD]} at=$((COMP_CWORD - 1)) line part
	local option='^ +((-.), )?(--[a-z-]+)( ([^ ]+))?' names='' takes=''
	[[ $word != = ]] || word=
	[[ ${COMP_WORDS[at]} != = ]] || at=$((at - 1))		# --lang=ja
	while IFS= read -r line; do
		[[ $line =~ $option ]] || continue
		names+=" ${BASH_REMATCH[3]}"
		case ${COMP_WORDS[at]} in
		"${BASH_REMATCH[2]:---}" | "${BASH_REMATCH[3]}")
			takes=${BASH_REMATCH[5]} ;;
		esac
	done < <("$1" --help 2>/dev/null)
	COMPREPLY=()
	if [[ $takes ]]; then
		names=
		for part in ${takes//|/ }; do
			[[ $part == *[A-Z]* ]] || names+=" $part"
		done
	elif [[ $word != -* || " ${COMP_WORDS[*]:0:COMP_CWORD} " == *" -- "* ]]; then
		names=
	fi
	mapfile -t COMPREPLY < <(compgen -W "$names" -- "$word")
	[[ $takes != *FILE* || $word ]] || COMPREPLY=()
}
