#!/bin/sh
# rules - the house's own: what includes what, sizes, functions not to be used
. tests/lib.sh
cd "$root" || exit

for rule in floors sizes banned names; do
	gives "$rule" "sh scripts/$rule" <<!
!
done

# a rule that sees nothing is none: each finds what is planted
planted=$dir/in/house
mkdir -p "$planted/tests"
cp -R cmd lib scripts man "$planted" && cp -R tests/unit tests/fault "$planted/tests" &&
    cd "$planted" || exit
finds() {
	gives "$1: $2" "sh scripts/$1 | grep -F '$2' | head -n 1; rm -f $3" <<!
$2
!
}
echo 'x' >lib/unheard.h
finds floors 'lib/FLOORS: unheard.h has no floor: add unheard' lib/unheard.h
echo 'base' >>lib/FLOORS
finds floors 'lib/FLOORS: base stands twice'
echo 'nowhere' >>lib/FLOORS
finds floors 'lib/FLOORS: nowhere is no file'
sed -i '1i #include "table.h"' lib/text.h
finds floors 'lib/text.h:1: table.h is not below text.h'
yes | head -n 251 >lib/long.c
finds sizes 'lib/long.c: 251 lines, at most 250' lib/long.c
yes | head -n 81 >lib/long.h
finds sizes 'lib/long.h: 81 lines, at most 80' lib/long.h
yes | head -n 201 >cmd/long.c
finds sizes 'cmd/long.c: 201 lines, at most 200' cmd/long.c
printf '%080d\n%079d\t%s\n' 0 0 x >lib/wide.c
finds sizes 'lib/wide.c:2: 81 columns, at most 80' lib/wide.c
yes 'あ' | head -n 80 | paste -s -d '' - >lib/wide.c
gives 'sizes: characters count, not bytes' \
    'sh scripts/sizes | grep wide; rm lib/wide.c' <<!
!
{ echo '{'; yes | head -n 49; echo '}'; } >lib/deep.c
finds sizes 'lib/deep.c:1: a function of 51 lines, at most 50' lib/deep.c
echo '	x = atoi(y);' >lib/banned.c
finds banned 'lib/banned.c:1: banned: x = atoi(y);' lib/banned.c
echo '	n = sprintf (s, "x");' >lib/banned.c
finds banned 'lib/banned.c:1: banned: n = sprintf (s, "x");' lib/banned.c
echo '/* other - else */' >cmd/some.c
finds names 'cmd/some.c:1: not /* some - what it does */' cmd/some.c
echo '/* some - what it does */' >cmd/some.c
finds names 'cmd/some.c: no struct command says "what it does"' cmd/some.c
echo '.Nd something else' >man/rfm.1
finds names "man/rfm.1: not .Nd $(sed -n '1s/.* - \(.*\) .*/\1/p' cmd/rfm.c)"
done_testing
