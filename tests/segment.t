#!/bin/sh
# segment.t - rows picked or named by conditions
bin=$(cd "${TOKUI_BIN:-bin}" && pwd) || exit 1
PATH=$bin:$PATH
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' INT TERM
cd "$tmp" || exit 1
n=0

ok() {		# STATUS NAME
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		sed 's/^/# /' out err
	fi
}

# NAME COMMAND: prints what stands on standard input, and nothing else
gives() {
	cat >expect
	sh -c "$2" >out 2>err </dev/null && cmp -s expect out && [ ! -s err ]
	ok $? "$1"
}

# IDS EXPR [OPTION…]: the rows of t.tsv with these ids, and no others
picks() {
	ids=$1 expr=$2
	shift 2
	segment "$@" -N -- "$expr" t.tsv >rows 2>err
	ok=$?
	cut -f1 rows | tr '\n' ' ' | sed 's/ $//' >out
	[ $ok -eq 0 ] && [ "$(cat out)" = "$ids" ] && [ ! -s err ]
	ok $? "$expr"
}

# WHAT EXPR [OPTION…]: exit 2, standard error as on standard input; nothing
# is read or printed
wrong() {
	cat >expect
	segment "$@" t.tsv >out 2>err </dev/null
	[ $? -eq 2 ] && cmp -s expect err && [ ! -s out ]
	ok $? "$(sed -n 1p expect)"
}

# STATUS COMMAND: the first lines of standard error are those on standard
# input; what stands in the file ahead, if there is one, was printed
refuses() {
	cat >expect
	sh -c "$2" >out 2>err </dev/null
	[ $? -eq "$1" ] && head -n "$(wc -l <expect)" err | cmp -s - expect &&
	    if [ -f ahead ]; then cmp -s ahead out; else [ ! -s out ]; fi
	ok $? "$(sed -n 1p expect)"
	rm -f ahead
}

# x has no role and is none in b; d, e, f are none somewhere
printf 'order_id\torder_date\tamount\tmedia\tx\tsold on\tnote\n' >t.tsv
printf 'a\t2024-01-31\t10000\ttv\t1.50\t2024-03-01\tIt is 5%%\n' >>t.tsv
printf 'b\t2024-02-29 09:30\t9999.99\tFlyer\t\t2024-01-30\t\\N\n' >>t.tsv
printf 'c\t2023-12-31T23:59:59.5+09:00\t-0.5\tWeb\t-3\t\t梅干し\n' >>t.tsv
printf 'd\t\t10000.000001\t\t2\t2024-02-29\tsay "ok"\n' >>t.tsv
printf 'e\t2024-03-31\t\ttv2\t0\t2024-03-31\tZ\n' >>t.tsv
printf 'f\t0001-01-01\t0\tTV\t10\t9999-12-31\t007\n' >>t.tsv

# ---- comparisons; none is false in each, and its contrary true

picks 'a' 'amount = 10000'
picks 'a' 'amount == 10000.000000'
picks 'b c d e f' 'amount != 10000'
picks 'b c f' 'amount < 10000'
picks 'a b c f' 'amount <= 10000'
picks 'd' 'amount > 10000'
picks 'a d' 'amount >= 10000'
picks 'e' 'not (amount < 10000 or amount >= 10000)'
picks 'c' 'amount = -0.5'
picks 'c' '-amount = 0.5'
picks 'a' 'media = "tv"'
picks 'a e' "media >= 'tv'"
picks 'b c f' 'media < "tv"'
picks 'c' 'note = "梅干し"'
picks 'd' 'note = "say ""ok"""'
picks 'd' "note = 'say \"ok\"'"
picks 'f' 'note = "007"'
picks 'd' '`sold on` = 2024-02-29'
picks 'b' 'order_date = 2024-02-29'
picks 'b e' 'order_date > 2024-01-31'
picks 'c f' 'order_date < 2024-01-31'
picks 'a f' 'order_date < `sold on`'
picks 'a b c' 'x = x and order_date >= 2023-12-31 and amount = amount
	and not(x=0)or order_id="b"'

# ---- lists, ranges, patterns

picks 'a f' 'media in ("tv", "TV", "none")'
picks 'b c d e' 'media not in ("tv", "TV")'
picks 'a c' 'amount in (10000.00, -0.5)'
picks 'b' 'order_date in (2024-02-29)'
picks 'a b' 'order_date between 2024-01-31 and 2024-02-29'
picks 'c d e f' 'order_date not between 2024-01-31 and 2024-02-29'
picks '' 'amount between 10 and 5'
picks 'a e' 'media =~ /^tv/'
picks 'a e f' 'media =~ /^tv/i'
picks 'b c d' 'media !~ /^tv/i'
picks 'a e' 'media =~ "^tv"'
picks 'c' 'note =~ /^..し$|^梅.*し$/'
picks 'b c' 'order_date =~ /:/'
picks 'b' 'amount =~ /\.99$/'
picks 'a' 'x =~ /\.50/ and x > 1'
picks 'a' 'note =~ /5%/'
picks 'b' 'amount + 1 =~ /^10000.99$/'
picks 'b' 'order_date + 1d =~ /^2024-03-01$/'
picks 'b c' 'order_date =~ /[T ]..:/ and (order_date)=~/-/'

printf 'tv\n\n\\N\nWeb' >list
printf '\357\273\277id\tday\tmoney\n1\t2024-02-29T10:00\t0\n2\t\t-0.50\n' \
	>'a list'
picks 'a c' 'media in @list'
picks 'b d e f' 'media not in @list'
picks 'b' 'order_date in @"a list":day'
picks 'c f' '(amount in @"a list":`money`)'
picks 'c f' "(amount in @'a list':money)"
printf '1.5\n10\n' >numbers
picks 'f' 'x in @numbers'
picks 'a f' 'number(x) in @numbers'

# ---- none

picks 'd' 'media is none'
picks 'b' 'note is none'
picks 'a b c e f' 'media is not none'
picks 'd' 'order_date is none'
picks 'e' 'amount is none'
picks 'e' 'amount + 1 is none'
picks 'd' 'length(media) is none and lower(media) is none'
picks 'd' 'month(order_date) is none'
picks 'a d e f' 'hour(order_date) is none'
picks 'a b c d e f' 'x / 0 is none'
picks 'b e' 'amount / x is none'
picks 'd' 'order_date + 3m is none'

# ---- logic: and binds before or, not before and

picks 'a f' 'amount = 0 or media = "tv" and amount = 10000'
picks '' '(amount = 0 or media = "tv") and amount = 9'
picks 'b c d' 'not media =~ /^tv/i'
picks 'f' 'not media = "tv" and amount = 0'
picks 'a' 'not not media = "tv"'

# ---- numbers

picks 'a' 'amount * 2 = 20000'
picks 'a' '1 + 2 * 3 - amount = -9993'
picks 'a' '(1 + 2) * 3 + amount = 10009'
picks 'a' '10 - 2 - 3 = 5 and amount = 10000'
picks 'a' '100 / 10 / 5 = 2 and amount = 10000'
picks 'c' 'amount / 3 = -0.166667'
picks 'a c d f' '2 / 3 = 0.666667 and x * x > 2'
picks 'a b c d e f' '0.000001 * 0.5 = 0.000001 and -0.000001 * 0.5 = -0.000001'
picks 'a b c d e f' '0.000001 * 0.4 = 0 and 1 / 3 = 0.333333'
picks 'c' 'abs(x) = 3'
picks 'c f' 'abs(amount) < 1'
picks 'a b c d e f' 'text(1.50 + 2) = "3.50" and text(1.50 * 2.5) = "3.750"'
picks 'a b c d e f' 'text(1 / 4) = "0.250000" and text(0.001 * 0.001) = "0.000001"'
picks 'a b c d e f' 'text(0.0001 * 0.01) = "0.000001" and text(-0.0 * 1) = "0.0"'
picks 'a' 'text(x) = "1.50"'
picks 'a' 'text(x + 1) = "2.50"'
picks 'a b d' 'number(text(amount)) >= 9999.99 and media !~ /^$/'
picks 'a d' 'amount >= 10000 and 999999999999 * 9.223372 > amount'

# ---- dates

picks 'b' '`sold on` - 30d < order_date and order_date < 2024-03-31'
picks 'b' '`sold on` - order_date = -30'
picks 'b' '`sold on` - order_date = -30d'
picks 'a' '`sold on` - order_date in (30, 31d)'
picks 'e' 'order_date - 1m = 2024-02-29 and order_date > 2024-03-30'
picks 'a' 'order_date + 1m = 2024-02-29'
picks 'b' 'order_date + 1y = 2025-02-28'
picks 'b' '12m + order_date = 2025-02-28'
picks 'b' 'order_date - 1m = 2024-01-29'
picks 'f' 'order_date - 1d = 0001-01-01 and `sold on` + 99y = 9999-12-31'
picks 'b e' 'as_of - order_date <= 60d' --as-of 2024-04-29
picks 'b e' 'as_of - order_date <= 60' --as-of 2024-04-29
picks 'b e' 'order_date >= as_of - 2m' --as-of 2024-04-30
picks 'b e' 'as_of - order_date < 30 * 2 + 1' --as-of 2024-04-29
picks 'b' 'month(order_date) = 2'
picks 'a b e' 'year(order_date) = 2024'
picks 'c e' 'weekday(order_date) = 7'
picks 'f' 'weekday(order_date) = 1'
picks 'b' 'hour(order_date) = 9'
picks 'c' 'hour(order_date + 1m) = 23'
picks 'b' 'text(order_date) = "2024-02-29 09:30"'
picks 'b' 'text(order_date + 0d) = "2024-02-29"'
picks 'a' 'date("2024-01-31T10:00") = order_date'
picks 'f' 'date(`sold on`) > 2025-01-01'
picks 'c' 'date(lower(`sold on`)) is none'
picks 'b' 'number(`sold on` - order_date) = -30'

# ---- texts

picks 'a f' 'lower(media) = "tv"'
picks 'c f' 'length(note) = 3'
picks 'f' 'text(length(note)) = "3" and text(x) = "10"'
picks 'a b c d e f' 'lower("ÄB") = "Äb"'

# ---- types follow the first use, in any order

gives 'a column takes its type from another' \
	"printf 'p\\tq\\n9\\t10\\n' | segment 'p < q and q > 1'" <<!
p	q
9	10
!
gives 'a column without a type is a text' \
	"printf 'p\\tq\\n9\\t10\\n9\\t9.0\\n' | segment 'p > q or p = q'" <<!
p	q
9	10
!
gives 'x - y is of dates beside a duration' \
	"printf 'p\\tq\\n2024-01-02\\t2024-01-01\\n' | segment 'q + 1d = p and p - q = 1'" <<!
p	q
2024-01-02	2024-01-01
!
gives 'x - y <= 1d is of dates' \
	"printf 'p\\tq\\n2024-01-02\\t2024-01-01\\n' | segment '(p - q) + 0d <= 1d'" <<!
p	q
2024-01-02	2024-01-01
!
gives 'a name with any byte' "printf 'a\\140 b\\n5\\n' | segment '\`a\`\` b\` = 5'" <<!
a\` b
5
!
gives 'a role has its type' \
	"printf 'p\\tamount\\n9\\t10\\n' | segment -r amount=p 'amount = \"10\"'" <<!
p	amount
9	10
!

# ---- wrong expressions

wrong 'amount >=' <<!
segment: expression:1:10: expected a value, found the end
amount >=
         ^
!
wrong '' <<!
segment: expression:1:1: expected a value, found the end

^
!
wrong '梅 = 1 oder x = 2' <<!
segment: expression:1:7: expected and, or, or the end, found 'oder'
梅 = 1 oder x = 2
       ^
!
wrong 'amount > 1 AND x = 2' <<!
segment: expression:1:12: expected and, or, or the end, found 'AND'
amount > 1 AND x = 2
           ^
segment: hint: 'and' is written small
!
wrong '(amount > 1' <<!
segment: expression:1:12: expected ')', found the end
(amount > 1
           ^
!
wrong 'where = 1' <<!
segment: expression:1:1: expected a value, found 'where'
where = 1
^
!
wrong 'amount > 1 && x = 2' <<!
segment: expression:1:12: unexpected '&'
amount > 1 && x = 2
           ^
segment: hint: and
!
wrong 'media = "tv' <<!
segment: expression:1:9: the text that begins here is not closed
media = "tv
        ^
!
wrong 'media =~ /tv' <<!
segment: expression:1:10: the pattern that begins here is not closed
media =~ /tv
         ^
!
wrong 'media =~ /tv/x' <<!
segment: expression:1:14: this does not belong to the pattern
media =~ /tv/x
             ^
segment: hint: the one flag is i
!
wrong 'media =~ /t(v/' <<!
segment: expression:1:14: not a pattern: missing closing parenthesis
media =~ /t(v/
             ^
!
wrong 'order_date = 2024-02-30' <<!
segment: expression:1:14: no such date: '2024-02-30'
order_date = 2024-02-30
             ^
!
wrong 'amount = 1e5' <<!
segment: expression:1:10: not a decimal number: '1e5'
amount = 1e5
         ^
segment: hint: a duration is 180d, 6m or 1y; a column of such a name stands in \`…\`
!
wrong 'amount = 1.2345678' <<!
segment: expression:1:10: not a decimal number: '1.2345678'
amount = 1.2345678
         ^
segment: hint: at most 12 digits, and 6 decimals
!
wrong 'amount = 1,200' <<!
segment: expression:1:11: expected and, or, or the end, found ','
amount = 1,200
          ^
!
wrong 'media = ""' <<!
segment: expression:1:9: nothing is equal to '""', nor above or below it
media = ""
        ^
segment: hint: is none
!
wrong 'media in ("a", "")' <<!
segment: expression:1:16: nothing is equal to '""', nor above or below it
media in ("a", "")
               ^
segment: hint: is none
!
wrong 'media in (x)' <<!
segment: expression:1:11: expected a literal: a number, a date or a text, found 'x'
media in (x)
          ^
!
wrong 'media = 5' <<!
segment: expression:1:9: '5' is a number, but 'media' is a text
media = 5
        ^
segment: hint: a text stands in quotes: "145"; or use number(), date()
!
wrong 'x > 5 and x = "a"' <<!
segment: expression:1:15: '"a"' is a text, but 'x' is a number
x > 5 and x = "a"
              ^
segment: hint: a number stands without quotes: 145
!
wrong 'order_date > 20240101' <<!
segment: expression:1:14: '20240101' is a number, but 'order_date' is a date
order_date > 20240101
             ^
segment: hint: a date is written 2024-01-31; or compare year()
!
wrong 'order_date - 30 > 2024-01-01' <<!
segment: expression:1:14: '30' is a number, but 'order_date' is a date: '-' does not take them
order_date - 30 > 2024-01-01
             ^
segment: hint: 180d, 6m, 1y stand beside dates, and 180d beside date - date; a number of days is 180
!
wrong --as-of 2024-01-01 'as_of - order_date > 6m' <<!
segment: expression:1:22: '6m' is a duration in months, but 'as_of - order_date' is a number of days
as_of - order_date > 6m
                     ^
segment: hint: 180d, 6m, 1y stand beside dates, and 180d beside date - date; a number of days is 180
!
wrong 'x <= 180d' <<!
segment: expression:1:6: '180d' is a duration, but 'x' is a number
x <= 180d
     ^
segment: hint: 180d, 6m, 1y stand beside dates, and 180d beside date - date; a number of days is 180
!
wrong 'as_of > order_date' <<!
segment: expression:1:1: as_of is not known
as_of > order_date
^
segment: hint: --as-of DATE
!
wrong 'media * 2 > 1' <<!
segment: expression:1:1: 'media' is a text: '*' needs numbers
media * 2 > 1
^
segment: hint: quote the literal, or use number(), date() or text()
!
wrong 'media' <<!
segment: expression:1:1: 'media' is a text: it is no condition
media
^
segment: hint: a condition is a comparison: =, <, in, =~, …
!
wrong 'amount and x = 1' <<!
segment: expression:1:1: 'amount' is a number: 'and' needs conditions
amount and x = 1
^
segment: hint: a condition is a comparison: =, <, in, =~, …
!
wrong '(x = 1) = (x = 2)' <<!
segment: expression:1:1: '(x = 1)' is a truth: truths are not compared
(x = 1) = (x = 2)
^
segment: hint: and, or, not
!
wrong 'month(amount) = 1' <<!
segment: expression:1:7: 'amount' is a number: month() needs a date
month(amount) = 1
      ^
segment: hint: quote the literal, or use number(), date() or text()
!
wrong '(x = 1) =~ /1/' <<!
segment: expression:1:1: '(x = 1)' is a truth: it has no text
(x = 1) =~ /1/
^
!
wrong 'mont(order_date) = 1' <<!
segment: expression:1:1: no function 'mont'
mont(order_date) = 1
^
segment: hint: perhaps month()
!
wrong 'any(media = "tv") and x = 1' <<!
segment: expression:1:1: any() is of a customer, not of a row
any(media = "tv") and x = 1
^
segment: hint: --customers
!
for call in 'purchases() > 1' 'orders(x = 1) > 1' 'lines() > 1' 'sum(x) > 1' \
    'mean(x where media = "tv") > 1' 'min(x) > 1' 'max(x) > 1' \
    'distinct(media) > 1' 'first(media where x = 1) = "tv"' \
    'last(media) = "tv"' 'nth(2, x) > 1' 'all(x > 1)'; do
	segment "$call" t.tsv >out 2>err
	[ $? -eq 2 ] && grep -q 'is of a customer, not of a row$' err &&
	    [ "$(tail -n 1 err)" = 'segment: hint: --customers' ]
	ok $? "$call is of customers"
done
wrong 'nth(0, x) = 1' <<!
segment: expression:1:5: expected a whole number from 1 on, found '0'
nth(0, x) = 1
    ^
!
while IFS='|' read -r expr message; do
	segment "$expr" t.tsv >out 2>err
	[ $? -eq 2 ] && [ ! -s out ] &&
	    [ "$(sed -n 1p err)" = "segment: expression:1:$message" ]
	ok $? "$expr"
done <<'!'
x between 1 or 2|13: expected the 'and' of between, found 'or'
media =~ tv|10: expected a pattern: /…/ or a text, found 'tv'
x in (-"a")|8: expected a number, found '"a"'
media not like "x"|11: expected in or between, found 'like'
x in @|7: the name of a file is missing
x in @''|7: the name of a file is missing
x in @list:""|12: the name of a column is missing
`` = 1|1: a column without a name
date(amount) = 2024-01-01|6: 'amount' is a number: date() needs a text
number(order_date) = 1|8: 'order_date' is a date: number() needs a text
text(180d) = "x"|6: '180d' is a duration: it has no text
180d in (180d)|1: '180d' is a duration: it is in no list
(x = 1) in ("a")|1: '(x = 1)' is a truth: it is in no list
180d is none|1: '180d' is a duration: it is never none
(x = 1) is none|1: '(x = 1)' is a truth: it is never none
!
many=$(printf '%0300d' 0 | tr 0 '(')
segment "$many" t.tsv >out 2>err
[ $? -eq 2 ] && grep -q 'nested more than 200 deep$' err
ok $? 'nesting has a limit'
printf 'x = 1%s' "$(printf '%020000d' 0 | sed 's/0/ or x = 1/g')" >long
segment -N -f long t.tsv >out 2>err
[ $? -eq 0 ] && [ ! -s out ]
ok $? 'length has none'
segment "media = \"$(printf '%0200d' 0)\" and 梅 = $(printf '%099d' 0)" t.tsv \
    >out 2>err
cat >expect <<!
segment: expression:1:220: not a decimal number: '000000000000000000000000000000000000000000000000000000000000…'
…000000000000000000000000000000000000000000000000" and 梅 = 000000000000000000000000000000000000000000000000000000000000…
                                                            ^
segment: hint: at most 12 digits, and 6 decimals
!
cmp -s expect err
ok $? 'of a long line, what stands around the place'
printf 'media = "tv"\n  and amonut > 1\n  and 5\n' >wrong
refuses 2 'segment -f wrong t.tsv' <<!
segment: wrong:3:7: '5' is a number: 'and' needs conditions
  and 5
      ^
!
printf 'tv\tmedia = "tv"\n5\tx >\n' >wrong
refuses 1 'segment --rules - t.tsv <wrong' <<!
segment: stdin:2:6: expected a value, found the end
!
segment "$(printf 'media = "\377"')" t.tsv >out 2>err
[ $? -eq 2 ] && [ "$(sed -n 1p err)" = \
    'segment: expression:1:10: not valid UTF-8' ]
ok $? 'an expression that is not UTF-8'

# ---- names

printf '# who\nvip\tamount >= 10000\n\n買い\tmedia =~ /tv/i\nvip\tx < 0\n' >rules
gives 'the first rule that holds gives the name' 'segment --rules rules t.tsv |
    cut -f 1,8' <<!
order_id	segment
a	vip
b	
c	vip
d	vip
e	買い
f	買い
!
gives 'none as \N, a column of another name' \
    "segment --rules rules --as kind --null '\\N' t.tsv | cut -f 1,8 | head -n 3" <<!
order_id	kind
a	vip
b	\N
!
: >none
gives 'no rules, no names' 'segment -N --rules none --null "\N" t.tsv |
    cut -f 8 | uniq' <<!
\N
!
refuses 1 'segment --rules rules --as media t.tsv' <<!
segment: t.tsv:1: the table has a column 'media'
segment: hint: --as NAME
!
printf 'vip\tamount >= 10000\nbad\tamount >=\n' >wrong
refuses 1 'segment --rules wrong t.tsv' <<!
segment: wrong:2:14: expected a value, found the end
bad amount >=
             ^
!
printf 'vip amount >= 10000\n' >wrong
refuses 1 'segment --rules wrong t.tsv' <<!
segment: wrong:1:1: no TAB in the line
vip amount >= 10000
^
segment: hint: name, TAB, expression
!
printf 'vip\tamount >= 10000\r\n' >wrong
refuses 1 'segment --rules wrong t.tsv' <<!
segment: wrong:1:20: unexpected '\r'
vip amount >= 10000 
                   ^
segment: hint: convert it: tr -d '\r'
!
printf 'v\rip\tamount >= 10000\n' >wrong
refuses 1 'segment --rules wrong t.tsv' <<!
segment: wrong:1:1: CR in the rule's name
v ip amount >= 10000
^
!
refuses 3 'segment --rules nowhere t.tsv' <<!
segment: nowhere: cannot open: No such file or directory
!

# ---- options

refuses 2 'segment' <<!
segment: no expression
segment: hint: segment EXPR [FILE ...]
!
refuses 2 'segment -v --rules rules t.tsv' <<!
segment: --invert: not used with --rules
!
refuses 2 'segment --as kind "x = 1" t.tsv' <<!
segment: --as: needs --rules
!
refuses 2 'segment --null "\N" "x = 1" t.tsv' <<!
segment: --null: needs --rules
!
refuses 2 'segment --status all "x = 1" t.tsv' <<!
segment: --status: needs --customers
!
picks 'b c d e f' 'media = "tv"' -v
picks 'e' 'amount > 10000 or amount <= 10000' --invert
printf 'media\n= "tv"\n' >expr
gives 'an expression from a file' 'segment -N -f expr t.tsv | cut -f1' <<!
a
!

# ---- tables

gives 'header only' 'head -n 1 t.tsv | segment "x = 1"' <<!
$(head -n 1 t.tsv)
!
gives 'columns named by --header' \
    "printf 'a\\t1\\nb\\t2\\n' | segment -H k,v 'v = 2'" <<!
k	v
b	2
!
gives 'no bytes, but a header' 'segment -H k,v "v = 2"' <<!
k	v
!
refuses 1 'segment "x = 1"' <<!
segment: stdin: no header line
!
printf '\357\273\277k\tv\na\t1' >bom
gives 'a BOM is dropped, a last LF added' 'segment "k = \"a\" and v = 1" bom' <<!
k	v
a	1
!
refuses 1 'segment "amonut = 1" t.tsv' <<!
segment: t.tsv:1: no column 'amonut'
segment: hint: the header has: order_id, order_date, amount, media, x, sold on, note; perhaps amount
!
refuses 1 'segment -r cost=paid "x = 1" t.tsv' <<!
segment: t.tsv:1: no column 'paid'
!
printf 'k\tv\tk\na\t1\tb\n' >twice
refuses 1 'segment "k = 1" twice' <<!
segment: twice:1: column 'k' stands twice in the header
!
gives 'a column that is not named may stand twice' 'segment "v = 1" twice' <<!
$(cat twice)
!
printf 'k\tv\nb\t2\n' >more
gives 'several files with one header' 'segment "v >= 1" bom more' <<!
k	v
a	1
b	2
!
printf 'k\tv\na\t1\n' >ahead
printf 'k\tv\tw\nb\t2\t3\n' >other
refuses 1 'segment "v >= 1" bom other' <<!
segment: other:1: the header differs from that of bom
!
printf 'k\tv\na\t1\n' >ahead
refuses 3 'segment "v >= 1" bom nowhere' <<!
segment: nowhere: cannot open: No such file or directory
!

# ---- rows that are refused: those ahead are printed

given() {	# ROW: behind two good ones; those are what is printed
	printf 'k\tamount\torder_date\tz\na\t1\t2024-01-01\tp\nb\t2\t2024-01-02\tq\n' >ahead
	cp ahead bad
	printf "$1" >>bad
}
given 'c\t1,200\t2024-01-03\tr\n'
refuses 1 'segment "amount > 0" bad' <<!
segment: bad:4: amount: not a decimal number: '1,200'
segment: hint: as 1200, -500 or 0.25, with at most 12 digits and 6 decimals; from-cart reads other spellings
!
given 'c\t3\t2024-02-30\tr\n'
refuses 1 'segment "amount > 0 or order_date > 2024-01-01" bad' <<!
segment: bad:4: order_date: not a date (YYYY-MM-DD): '2024-02-30'
!
given 'c\tx\ty\tr\n'
refuses 1 'segment "order_date > 2023-01-01 and amount > 0" bad' <<!
segment: bad:4: amount: not a decimal number: 'x'
!
given 'c\t3\t2024-01-03\t\377\n'
refuses 1 'segment "amount > 0 or z = k" bad' <<!
segment: bad:4: z: not valid UTF-8: '\xff'
!
given 'c\t3\t2024-01-03\t\377\n'
cp bad ahead
gives 'what is not named is not looked at' 'segment "amount > 0" bad' <ahead
given 'c\t3\t2024-01-03\r\tr\n'
refuses 1 'segment "amount > 0" bad' <<!
segment: bad:4: CR in the line
!
given 'c\t3\t2024-01-03\tr\r\n'
refuses 1 'segment "amount > 0" bad' <<!
segment: bad:4: the line ends in CR LF
segment: hint: convert it: tr -d '\r'
!
given 'c\t3\n'
refuses 1 'segment "amount > 0" bad' <<!
segment: bad:4: 2 fields where the header has 4
!
given 'c\t999999999999\t2024-01-03\tr\nd\tx\ty\tz\n'
refuses 1 'segment "amount * 10 > 0" bad' <<!
segment: bad:4: expression:1:1: too large: 'amount * 10'
segment: hint: numbers are below 9,223,372,036,854
!
given 'c\tx\t2024-01-03\tr\nd\t999999999999\ty\tz\n'
refuses 1 'segment "amount * 10 > 0" bad' <<!
segment: bad:4: amount: not a decimal number: 'x'
!
given 'c\t-999999999999\t2024-01-03\tr\n'
refuses 1 'segment "amount - 999999999999 * 9 < 5" bad' <<!
segment: bad:4: expression:1:1: too large: 'amount - 999999999999 * 9'
!
given 'c\t3\t2024-01-03\tr\n'
rm ahead
printf 'k\tamount\torder_date\tz\n' >ahead
refuses 1 'segment "number(z) > 0 or k =~ /c/" bad' <<!
segment: bad:2: z: not a decimal number: 'p'
!
printf 'k\tamount\torder_date\tz\n' >ahead
refuses 1 'segment "number(lower(z)) > 5" bad' <<!
segment: bad:2: expression:1:1: not a decimal number: 'p'
!
printf 'k\tamount\torder_date\tz\n' >ahead
refuses 1 'segment "date(lower(z)) > 2024-01-01" bad' <<!
segment: bad:2: expression:1:1: not a date (YYYY-MM-DD): 'p'
!
given "c\t3\t2024-01-03\t$(printf '%050d' 0 | tr 0 a)b\n"
refuses 4 'segment "z !~ /^(a|aa)+$/" bad' <<!
segment: bad:4: expression:1:1: the match limit was reached: '$(printf '%050d' 0 | tr 0 a)b'
segment: hint: a pattern with fewer ways to match the same text
!
printf '1\nx\n' >list
refuses 1 'segment "amount in @list" t.tsv' <<!
segment: list:2: value: not a decimal number: 'x'
!
printf 'ad\t1\n' >list
refuses 1 'segment "media in @list" t.tsv' <<!
segment: list:1: 2 fields where the header has 1
segment: hint: TAB separates fields; a list's column is named @FILE:COLUMN
!
refuses 1 'segment "media in @bom:w" t.tsv' <<!
segment: bom:1: no column 'w'
!
refuses 3 'segment "media in @nowhere" t.tsv' <<!
segment: nowhere: cannot open: No such file or directory
!

# ---- output

if [ -c /dev/full ]; then
	refuses 3 'segment "amount = amount" t.tsv >/dev/full' <<!
segment: stdout: cannot write: No space left on device
!
	refuses 3 'segment "amount < -99" t.tsv >/dev/full' <<!
segment: stdout: cannot write: No space left on device
!
fi
gives 'a file, complete' 'segment -o file "media = \"tv\"" t.tsv; cut -f1 file' <<!
order_id
a
!
given 'c\tx\t2024-01-03\tr\n'
rm ahead
cp file before
refuses 1 'segment -o file "amount > 0" bad' <<!
segment: bad:4: amount: not a decimal number: 'x'
!
cmp -s file before
ok $? 'or not at all'

awk 'BEGIN { print "k\tamount\torder_date\tmedia"
	for (i = 0; i < 60000; i++) printf "K%d\t%d.%02d\t20%02d-%02d-%02d\tm%d\n",
	    i % 977, i * 7919 % 20011, i % 100, i % 30, i % 12 + 1,
	    i % 28 + 1, i % 23 }' >big
awk -F'\t' 'NR == 1 || ($2 >= 10000 && $4 ~ /^m1/ &&
    $3 >= "2005-01-01" && $3 <= "2014-12-31")' big >expect
for threads in 1 2 8; do
	segment --threads $threads 'amount >= 10000 and media =~ /^m1/ and
	    order_date between 2005-01-01 and 2014-12-31' big >out 2>err &&
	    cmp -s out expect
	ok $? "$threads threads, as awk has it"
done
awk 'NR == 50000 { sub("\t", "\tx") } { print }' big >bad
for threads in 1 2 8; do
	segment --threads $threads 'amount > 10000' bad >out 2>err
	[ $? -eq 1 ] && grep -q '^segment: bad:50000: amount: ' err &&
	    awk -F'\t' 'NR == 1 || (NR < 50000 && $2 > 10000)' bad | cmp -s - out
	ok $? "$threads threads, rows ahead of a fault"
done
gives 'nothing is closed early' \
    '{ cat t.tsv; sleep 0.1; tail -n 1 t.tsv; } | segment -N "x = 10" | cut -f1' <<!
f
f
!
(env -i ${ASAN_OPTIONS+"ASAN_OPTIONS=$ASAN_OPTIONS"} "$bin/segment" 'x = 1.5' t.tsv) >out 2>err && [ "$(wc -l <out)" -eq 2 ]
ok $? 'an empty environment'

# what the contract says must work
cat >must <<!
order_date	amount	media
2024-01-01	10000	tv
2023-12-31	10000	tv
2024-02-01	9999	tv
2024-02-01	20000	Flyer2
2024-02-01	20000	catv
2024-02-01	20000	
!
gives 'an amount, a pattern and a date' "segment -N 'amount >= 10000 and
    media =~ /^(tv|flyer)/i and order_date >= 2024-01-01' must" <<!
2024-01-01	10000	tv
2024-02-01	20000	Flyer2
!

echo "1..$n"
