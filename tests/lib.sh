# lib.sh - the words of the tests: given, gives, refuses, done_testing
#
# A test is a sh script that begins with '. tests/lib.sh'. It then stands in
# an empty directory of its own, with the programs of ${TOKUI_BIN:-bin} in
# PATH. Commands are run by eval and read nothing unless they say so.
bin=$(cd "${TOKUI_BIN:-bin}" && pwd) && root=$(pwd) || exit 1
PATH=$bin:$PATH
dir=$(mktemp -d) || exit 1
trap 'cd /; chmod -R u+rwx "$dir"; rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$dir/in" "$dir/test" && cd "$dir/in" || exit 1
seen=$dir/test
tests=0
# ahead of a command: it obeys the modes of files, also if root runs the tests
obeys=
[ "$(id -u)" != 0 ] ||
    obeys='setpriv --bounding-set=-dac_override,-dac_read_search'

# given FILE: standard input becomes that file
given() { cat >"$1"; }

# gives WHAT COMMAND: it succeeds, is silent and prints standard input
gives() { cat >"$seen"/out; : >"$seen"/err; verdict 0 "$1" "$2"; }

# refuses STATUS WHAT COMMAND: it ends so, prints nothing, and standard input
# is what it says on standard error
refuses() { cat >"$seen"/err; : >"$seen"/out; verdict "$1" "$2" "$3"; }

verdict() {
	tests=$((tests + 1))
	(eval "$3") </dev/null >"$seen"/got 2>"$seen"/said
	ended=$?
	if [ "$ended" = "$1" ] && cmp -s "$seen"/out "$seen"/got &&
	    cmp -s "$seen"/err "$seen"/said; then
		printf 'ok %d - %s\n' $tests "$2"
		return
	fi
	printf 'not ok %d - %s\n' $tests "$2"
	{
		printf '%s\n' "$3"
		echo "status $ended, expected $1"
		diff -a "$seen"/out "$seen"/got
		diff -a "$seen"/err "$seen"/said
	} | sed 's/^/# /' | head -n 60
}

done_testing() { echo "1..$tests"; }
