#!/bin/sh
# fuzz.t - each harness of tests/fuzz: its seeds, and a number of inputs made
# of them, the same in every run
. tests/lib.sh
cd "$root" || exit

skip() {
	echo "1..0 # SKIP $1"
	exit
}
[ "$bin" = "$root/bin" ] || skip 'the harnesses are built once, with bin/'
command -v clang >/dev/null || skip 'there is no clang'
make -s -f tests/fuzz/Makefile >"$seen/made" 2>&1 || {
	cat "$seen/made"
	exit 1
}

# NAME RUNS: silent, or what was found, and the input
harness() {
	mkdir "$seen/$1"
	"build/fuzz/$1" -runs="$2" -seed=1 -timeout=30 -detect_leaks=0 \
	    -artifact_prefix="$seen/found-" "$seen/$1" \
	    "tests/fuzz/seeds/$1" >"$seen/log" 2>&1 && return
	grep -A 12 -E '^fuzz: |runtime error|ERROR:' "$seen/log"
	od -c "$seen"/found-*
	return 1
}
for file in tests/fuzz/*.c; do
	name=$(basename "$file" .c)
	case $name in
	date | decimal) runs=200000 ;;
	*) runs=2000 ;;
	esac
	gives "$name" "harness $name $runs" </dev/null
done
done_testing
