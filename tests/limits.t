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
fi
done_testing
