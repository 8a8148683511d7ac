#!/bin/sh
# binaries.t - how the programs are built, and what they can call and open
. tests/lib.sh

skip() {
	echo "1..0 # SKIP $1"
	exit
}
imports() { nm -D --undefined-only "$bin/$1" | sed 's/.* //; s/@.*//'; }
imports rfm | grep -q '__[at]san_init' && skip 'sanitizers are built in'
nm "$bin/rfm" | grep -q __gcov_ && skip 'what runs is counted'

# ---- what an overrun finds

given expected <<!
a place that is not known
no more relocation
no code on the stack
the stack's canary
calls that know their room
!
protections() {
	readelf -hldW "$bin/$1" >elf
	imports "$1" >imported
	grep -q 'Type: *DYN' elf && echo 'a place that is not known'
	grep -q 'GNU_RELRO' elf && grep -q 'FLAGS.*BIND_NOW' elf &&
	    echo 'no more relocation'
	grep -q 'GNU_STACK.* RW ' elf && echo 'no code on the stack'
	grep -qx '__stack_chk_fail' imported && echo "the stack's canary"
	grep -q '^__.*printf_chk$' imported && echo 'calls that know their room'
}
for file in "$bin"/*; do
	gives "${file##*/} is protected" "protections ${file##*/}" <expected
done

# ---- what the world around is asked

# by the locale, the environment, a clock that is no stopwatch; other programs
# and code; files of a name that can be guessed
around='set.*locale|newlocale|uselocale|localeconv|nl_langinfo|__ctype_.*'
around="$around|(secure_)?getenv|(__)?environ|setenv|putenv|time|gettimeofday"
around="$around|localtime.*|gmtime.*|mktime|strftime|strto.*|rand.*|getrandom"
around="$around|system|popen|.*fork|exec.*|posix_spawn.*|dlopen|glob|wordexp"
around="$around|tmpnam.*|tempnam|mktemp|tmpfile.*|mkdtemp|fopen.*|connect"
for file in "$bin"/*; do
	gives "${file##*/} looks at no environment" \
	    "imports ${file##*/} | grep -Ex '$around'; true" </dev/null
done

# ---- what is opened: libraries, tables of encodings, and what was named

command -v strace >/dev/null && strace -o trace true 2>/dev/null || {
	tests=$((tests + 1))
	echo "ok $tests # SKIP no strace: what is opened is not seen"
	done_testing
	exit
}
given t.tsv <<!
customer_id	order_date	amount
a	2024-01-05	100
!
given t.csv <<!
o,p
1,\`printf '\202\240'\`
!
echo 'order=o
amount=p' >map
echo a >list
opens() {
	env -i "PATH=$PATH" strace -f -o trace -e trace=open,openat,creat "$@" \
	    >out 2>&1
	grep -oE '"[^"]*", [^)]*' trace |
	    grep -vE '"(/lib|/usr/lib|/etc/ld\.so)[^"]*"'
}
gives 'rfm opens its file' 'opens rfm t.tsv' <<!
"t.tsv", O_RDONLY|O_CLOEXEC
!
gives 'segment opens lists' \
    'opens segment "customer_id in @list or amount > 1" t.tsv' <<!
"list", O_RDONLY|O_CLOEXEC
"t.tsv", O_RDONLY|O_CLOEXEC
!
gives 'a pattern opens nothing' \
    'opens segment "customer_id =~ /(?C\"list\")a|@list/" t.tsv' <<!
"t.tsv", O_RDONLY|O_CLOEXEC
!
gives 'from-cart opens its map' \
    'opens from-cart --map map --encoding cp932 t.csv' <<!
"map", O_RDONLY|O_CLOEXEC
"t.csv", O_RDONLY|O_CLOEXEC
!
gives 'a file is written under names that cannot be guessed' \
    'for i in 1 2 3; do opens rfm -o out.tsv t.tsv; done | grep out.tsv >names
    sort -u names | wc -l; sed "s/\.[A-Za-z0-9]\{6\}\"/.NAME\"/" names | sort -u
    find . -name ".out*"' <<!
3
".out.tsv.NAME", O_RDWR|O_CREAT|O_EXCL, 0600
!
done_testing
