#!/bin/sh
# limits.t - what is long, deep or hopeless ends soon, with a message
. tests/lib.sh

# copies TEXT N: N times that text
copies() { printf "%0${2}d" 0 | sed "s/0/$1/g"; }

given t.tsv <<!
k	z
1	$(copies a 50)b
!

# ends STATUS WHAT ARGUMENT...: segment ends so within 30 s, and standard input
# is how its message begins, without the picture
ends() {
	status=$1 what=$2
	shift 2
	timeout 30 segment "$@" t.tsv >out 2>err </dev/null
	ended=$?
	{ echo "$status"; cat; } >said
	gives "$what" "echo $ended
	    grep ^segment: err | cut -c1-52 | sed 's/ *$//'" <said
}

# ---- the text of expressions

for bytes in 100 200 5000; do
	ends 2 "$bytes bytes that are no UTF-8" "$(copies '\x80' $bytes)" <<!
segment: expression:1:1: not valid UTF-8
!
done
ends 2 'no UTF-8 behind a long line' \
    "k = \"$(copies x 300)$(copies '\x80' 300)" <<!
segment: expression:1:306: not valid UTF-8
!
echo "k$(copies -k 500000) = 5d" >chain
ends 2 'a difference of 500000 terms' -f chain <<!
segment: chain:1:5: 'k' is a date, but 'k-k' is a nu
segment: hint: 180d, 6m, 1y stand beside dates, and
!
echo "k in (1$(copies ',"1"' 100000))" | sed 's/(1,/(/' >list
ends 0 'a list of 100000 texts' -f list </dev/null
echo "k =~ /1/$(copies ' or k =~ \/2\/' 20000)" >list
ends 0 '20000 patterns' -f list </dev/null

# ---- nesting

for deep in '(' 'not ' 'k-(' 'abs('; do
	ends 2 "10000 times '$deep'" "$(copies "$deep" 10000)" <<!
segment: expression:1:$((200 * ${#deep} + 1)): nested more than 200 deep
!
done
ends 0 'nested 199 times' "$(copies '(' 199)k = \"2\"$(copies ')' 199)" </dev/null

# ---- patterns

for pattern in '(a|aa)+$' '(a+)+$' '((?R)|a)+b$' '(*NO_JIT)^(a|aa)+$' \
    '(*NO_JIT)((?R)|a)+b$' '^(a*)*(a*)*(a*)*$'; do
	ends 4 "a hopeless pattern: $pattern" "z =~ '$pattern'" <<!
segment: t.tsv:2: expression:1:1: the match limit wa
segment: hint: a pattern with fewer ways to match th
!
done
ends 4 'a limit is reached, which rejects no row' --rejects rejected \
    'z =~ /(a+)+$/' <<!
segment: t.tsv:2: expression:1:1: the match limit wa
segment: hint: a pattern with fewer ways to match th
!
ends 2 'a pattern that is too large' \
    'z =~ /(((a{0,99}){0,99}){0,99}){0,9}c/' <<!
segment: expression:1:38: not a pattern: regular exp
!
ends 2 'a pattern cannot lift the limit' \
    'z =~ "(*LIMIT_MATCH=4294967296)(a+)+$"' <<!
segment: expression:1:31: not a pattern: (*VERB) not
!
ends 4 'nor by a number that fits' \
    'z =~ "(*LIMIT_MATCH=99999999)(a|aa)+$"' <<!
segment: t.tsv:2: expression:1:1: the match limit wa
segment: hint: a pattern with fewer ways to match th
!

# ---- NUL bytes without an end: enough was read when there is one

awk 'BEGIN { print "customer_id\torder_date\tamount"
    for (i = 1; i <= 50000; i++) print i "\t2024-01-01\t5" }' >good.tsv
endless() { cat good.tsv; printf "$1"; cat /dev/zero; } 2>/dev/null
while IFS='|' read -r place cmd call; do
	refuses 1 "endless NUL: $cmd $call" "endless | $cmd $call" <<!
$cmd: $place: NUL byte in the line
$cmd: hint: is it UTF-16 (iconv -f utf-16 -t utf-8), compressed, or a \
spreadsheet's own file?
!
done <<!
/dev/zero:1|rfm|good.tsv /dev/zero
/dev/zero:1|cpm|/dev/zero
stdin:1|abc-rank|-H customer_id,order_date,amount </dev/zero
stdin:50002|repeat-cohort|
stdin:50002|ltv-by-media|-r media=customer_id --threads 3
!
refuses 1 'CR ahead of it' 'endless "a\r" | rfm' <<!
rfm: stdin:50002: CR in the line
rfm: hint: from-cart makes strict TSV of CSV
!
gives 'a filter: rows ahead of it pass, and those behind it with --rejects' \
    'endless | head -c 4000000 >long.tsv; { echo; echo "b	2024-01-01	6"; } \
	>>long.tsv
    segment --rejects kept "amount >= 5" long.tsv | tail -n 2
    sed 1d kept | cut -f 2,4
    { endless | segment "amount >= 5" || echo $?; } 2>said | tail -n 2' <<!
50000	2024-01-01	5
b	2024-01-01	6
50002	NUL byte in the line
50000	2024-01-01	5
1
!

# ---- a quote that does not close

# sanitizers copy each time that memory grows
if ! nm -D "$bin/from-cart" 2>/dev/null | grep -q '__[at]san_init'; then
	printf 'order=o\nprice=p\n' >map
	many() { head -c "$1" /dev/zero | tr '\0' x; }
	for text in 'many 270000000' \
	    'many 200000000; echo "\",\""; many 80000000; echo "\""'; do
		refuses 4 'a record of more than 256 MiB' \
		    "{ printf 'o,p\n1,\"'; $text; } |
			from-cart -N --map map" <<!
from-cart: stdin:2: a record longer than 256 MiB
from-cart: hint: is there a quote that does not close?
!
	done
	refuses 4 'a header of more than 256 MiB' \
	    'many 270000000 | from-cart --map map' <<!
from-cart: stdin:1: a record longer than 256 MiB
from-cart: hint: is there a quote that does not close?
!
fi
done_testing
