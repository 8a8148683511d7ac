# completion of tokui's programs for bash: options come from --help, files else
_tokui() {
	local word=${COMP_WORDS[COMP_CWORD]}
	case $word in
	-*) COMPREPLY=($(compgen -W "$("$1" --help 2>/dev/null |
		grep -oE '^ +(-., )?--[a-z-]+' | grep -oE -e '--[a-z-]+')" \
		-- "$word")) ;;
	*) COMPREPLY=($(compgen -f -- "$word")) ;;
	esac
}
