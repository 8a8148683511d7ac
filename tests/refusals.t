#!/bin/sh
# refusals - what the programs refuse, and in which words; a new program is a
# line more in the lists at the end
. tests/lib.sh

# each FUNCTION: runs it for each line CALL|FILE on standard input
each() {
	while IFS='|' read -r call file; do
		cmd=${call%% *}
		"$1"
	done
}

# hints
number="as 1200, -500 or 0.25, with at most 12 digits and 6 decimals; \
from-cart reads other spellings"
date="as 2024-01-05 or 2024-01-05T09:30:00+09:00, a day that exists; \
from-cart reads other spellings"
status="--status LIST names the words that count, \
--status all counts every line"
encoding='from-cart --encoding reads other encodings'
short='TAB separates fields, and nothing quotes it'
empty='TAB separates fields; an empty line is no row'
crlf="convert it: tr -d '\\r'"
cr='from-cart makes strict TSV of CSV'
nul="is it UTF-16 (iconv -f utf-16 -t utf-8), compressed, or a \
spreadsheet's own file?"
names='it is empty: did what should write it fail?'
overlap='do the order numbers of several shops overlap?'
limit='a sum must stay below 9223372036854 on either side of 0'

here=$dir/in
bare="env -i ${ASAN_OPTIONS:+ASAN_OPTIONS=$ASAN_OPTIONS}"
given orders <<!
order_id	customer_id	order_date	amount	status
o1	ann	2024-01-01	10	paid
o2	bob	2024-01-02	20	
!
sample-orders --lines 9 --format shopify >cart.csv

# --- every program: options, and where it runs

# misused WHAT ARGUMENTS [HINT]
misused() {
	refuses 2 "$cmd: $1" "$call $2" <<!
$cmd: $1
$cmd: hint: ${3:-$cmd --help}
!
}

options() {
	gives "$cmd --help" "$cmd --help >t; head -n 1 t | cut -d ' ' -f 1,2
	    $cmd -h | cmp t -; $cmd --help -N --nothing | cmp t -
	    grep -c -e ' --version  ' t" <<!
usage: $cmd
1
!
	gives "$cmd --version" "$cmd --version | sed 's/[0-9.]*\$//'" <<!
$cmd (tokui) 
!
	for option in --help --version; do
		refuses 3 "$cmd $option: disk full" \
		    "$cmd $option >/dev/full" <<!
$cmd: stdout: cannot write: No space left on device
!
	done
	misused "unknown option '--nothing'" --nothing
	misused "unknown option '--nothing'" --nothing=at-all
	misused "unknown option '-q'" -q
	misused "unknown option '-q'" -Nq
	misused "unknown option '--no-output-headers'" --no-output-headers \
	    'perhaps --no-output-header'
	misused "unknown option '--outpu'" --outpu=x 'perhaps --output'
	misused "unknown option '--no-ou'" --no-ou
	misused "unknown option '--versio'" --versio
	misused "--no-output-header: given twice" '-NN'
	misused "--no-output-header: given twice" '-N --no-output-header'
	misused "--output: given twice" '-o t --output=u'
	misused "--no-output-header: takes no value" --no-output-header=1
	misused "-o: needs a value" -o
	misused "--output: needs a value" --output
	misused "unknown option '--new\\nline'" "'--new
line'"
	gives "$cmd: options stand anywhere" "$call $file -N >one
	    $cmd -N ${call#"$cmd"} $file | cmp one -; $call $file >two
	    sed 1d two | cmp one -" <<!
!
	gives "$cmd: no environment" "$bare $bin/$call $file | cmp two -
	    HOME= $call $file | cmp two -
	    TZ=Asia/Tokyo LC_ALL=C $call $file | cmp two -" <<!
!
	gives "$cmd: POSIXLY_CORRECT changes nothing" \
	    "POSIXLY_CORRECT=1 $call $file -N | cmp one -" <<!
!
	gives "$cmd: a directory that is locked, or gone" "mkdir locked gone
	    (cd locked; chmod 0 .; $call $file | cmp $here/two -)
	    (cd gone; rmdir ../gone; $call $file | cmp $here/two -)
	    rmdir locked" <<!
!
}

# --- programs that read files

unread() {
	refuses "$1" "$cmd: $2" "$call $3" <<!
$cmd: $2
!
}

files() {
	unread 3 'nowhere: cannot open: No such file or directory' nowhere
	unread 3 '.: cannot read: Is a directory' .
	unread 3 'stdin: cannot read: Is a directory' '<.'
	unread 3 'stdin: cannot read: Bad file descriptor' '<&-'
	gives "$cmd: standard input is closed but not read" \
	    "$call $file >one; $call $file <&- | cmp one -" <<!
!
	touch secret
	chmod 0 secret
	if [ "$(id -u)" != 0 ]; then
		unread 3 'secret: cannot open: Permission denied' secret
	fi
}

# --- programs that read tables of orders

head='order_id	customer_id	order_date	amount	status'
row='o1	ann	2024-01-01	10	paid'
# table LINE...: the table t; lines are formats of printf
table() {
	for line; do
		printf "$line\n"
	done >t
}
# faulty PLACE WHAT HINT [FILES]
faulty() {
	refuses 1 "$cmd: $2" "$call ${4:-t}" <<!
$cmd: $1: $2
$cmd: hint: $3
!
}
bad() {
	table "$head" "$row" "$1"
	faulty t:3 "$2" "$3"
}
good() {
	table "$head" "$row" "$1"
	gives "$cmd: $1" "$call -N t >one" <<!
!
}

headers() {
	table 'order_id	customer	order_date	amount'
	faulty t:1 "no column 'customer_id'" "the header has: order_id, \
customer, order_date, amount; --roles customer=customer"
	table 'order_id	customer_id	order_date	Betrag'
	faulty t:1 "no column 'amount'" "the header has: order_id, \
customer_id, order_date, Betrag; --roles amount=COLUMN"
	table 'order_id	customer_id	orderdate	amout' '1	2	3'
	faulty t:1 "no column 'order_date'" "the header has: order_id, \
customer_id, orderdate, amout; --roles date=orderdate"
	table "$head"
	for role in order customer date amount status media; do
		faulty t:1 "no column 'nothing'" "the header has: order_id, \
customer_id, order_date, amount, status; --roles $role=COLUMN" \
		    "-r $role=nothing t"
	done
	for column in customer_id order_id order_date amount status; do
		table "$head	$column"
		faulty t:1 "column '$column' stands twice in the header" \
		    'rename one of the two'
	done
	table "$head	note	note" "$row	x	y"
	gives "$cmd: another column twice" "$call -N t >one" <<!
!
	table 'order_id	customer_id	order_date	amount\r' \
	    'o1	ann	2024-01-01	10\r'
	faulty t:1 'the line ends in CR LF' "$crlf"
	table 'order_id	customer_id	order\r_date	amount'
	faulty t:1 'CR in the line' "$cr"
	table 'order_id	custo\000mer_id	order_date	amount'
	faulty t:1 'NUL byte in the line' \
	    "$nul"
	: >none
	printf '\357\273\277' >bom
	for file in none 'orders none' 'none nowhere'; do
		faulty none 'no header line' "$names" "$file"
	done
	for file in '<none' ' ' - 'orders -'; do
		faulty stdin 'no header line' "$names" "$file"
	done
	faulty bom 'no header line' "$names" bom
}

shapes() {
	bad 'o2	ann' '2 fields where the header has 5' "$short"
	bad 'o2	ann	2024-01-01	1' '4 fields where the header has 5' "$short"
	bad 'o2	ann	2024-01-01	1	paid	' '6 fields where the header has 5' \
	    "$short"
	bad '' '1 field where the header has 5' \
	    "$empty"
	bad 'o2,ann,2024-01-01,1,paid' '1 field where the header has 5' \
	    "$empty"
	bad 'o2	ann	2024-01-01	1	paid\r' 'the line ends in CR LF' \
	    "$crlf"
	bad 'o2	an\rn	2024-01-01	1	paid' 'CR in the line' \
	    "$cr"
	bad 'o2	an\000n	2024-01-01	1	paid' 'NUL byte in the line' \
	    "$nul"
	printf "$head\n$row\n\n" >t
	faulty t:3 '1 field where the header has 5' \
	    "$empty"
	printf "$head\n$row\no2	ann	2024-01-01" >t
	faulty t:3 '3 fields where the header has 5' "$short"
	gives "$cmd: no newline at the end; a BOM" \
	    "printf '$head\n$row' >t; $call -N t >one
	    printf '\357\273\277$head\n$row' >t; $call -N t | cmp one -" <<!
!
	table "$head	note" "$row	\377"
	gives "$cmd: what is not parsed may be any bytes" "$call t >one" <<!
!
	for id in '\377' '\303(' 'a\300\200' '\355\240\200' '\343\201' \
	    '\364\220\200\200' 'sixteen bytes ..\200' \
	    'more than sixteen bytes, then \200 and more'; do
		shown=$(printf '%b' "$id" | sed 's/\\/\\\\/g' | LC_ALL=C awk '
		    BEGIN { for (i = 128; i < 256; i++)
			hex[sprintf("%c", i)] = sprintf("\\x%02x", i) }
		    { for (i = 1; i <= length; i++) {
			c = substr($0, i, 1)
			printf "%s", c in hex ? hex[c] : c } }')
		bad "o2	$id	2024-01-01	1	paid" \
		    "customer_id: not valid UTF-8: '$shown'" "$encoding"
		bad "$id		2024-01-01	1	void" \
		    "order_id: not valid UTF-8: '$shown'" "$encoding"
	done
	good 'お	太郎😀	2024-01-01	1	paid'
}

values() {
	for v in '1,200' 1e3 1.2.3 1234567890123 0.1234567 NaN inf '１２' \
	    '−5' +5 .5 5. - -- --5 -.5 ' 5' '5 ' 0x10 1_000 '¥5' "1'0" \
	    0000000000001 1.0000000 99999999999999999999 \
	    1.99999999999999999999; do
		bad "o2	ann	2024-01-02	$v	paid" \
		    "amount: not a decimal number: '$v'" "$number"
	done
	bad 'o2	ann	2024-01-02	1\0012	paid' \
	    "amount: not a decimal number: '1\\x012'" "$number"
	long=$(printf '%070d' 0)
	bad "o2	ann	2024-01-02	$long	paid" \
	    "amount: not a decimal number: '${long%0000000000}…'" "$number"
	for v in -0 0 00.50 999999999999 -999999999999.999999 '' '\\N'; do
		good "o2	ann	2024-01-02	$v	paid"
	done
	for v in 2024-02-30 2023-02-29 1900-02-29 0000-01-01 10000-01-01 \
	    2024-13-01 2024-00-10 2024-01-00 2024-04-31 2024-1-1 20240101 \
	    2024/01/01 2024-01-01x 2024-01-01T '2024-01-01 ' 2024-01-01T10 \
	    2024-01-01T24:00 '2024-01-01 23:60' 2024-01-01T23:59:60 \
	    2024-01-01T1:00 2024-01-01T10:00: 2024-01-01T10:00:0 \
	    2024-01-01T10:00:00. 2024-01-01T10:00:00,5 2024-01-01Z \
	    2024-01-01t10:00 2024-01-01T10:00z 2024-01-01T10:00+14:01 \
	    2024-01-01T10:00-14:01 2024-01-01T10:00+15:00 \
	    2024-01-01T10:00+09:60 2024-01-01T10:00+0900 \
	    2024-01-01T10:00+9:00 '2024-01-01T10:00 +09:00' \
	    '2024-01-01  10:00' -001-01-01 ２０２４-01-01; do
		bad "o2	ann	$v	1	paid" \
		    "order_date: not a date (YYYY-MM-DD): '$v'" "$date"
	done
	for v in 0001-01-01 9999-12-31 2000-02-29 2024-02-29 \
	    2024-01-01T00:00 '2024-01-01 23:59:59.123456789012' \
	    2024-01-01T10:00Z 2024-01-01T10:00+14:00 '2024-01-01 10:00-14:00' \
	    2024-01-01T10:00:00.0-00:00; do
		good "o2	ann	$v	1	paid"
	done
}

common() {
	while IFS='|' read -r option what; do
		misused "$what" "$option nowhere"
	done <<!
--as-of 2024-02-30|--as-of: not a date (YYYY-MM-DD): '2024-02-30'
--as-of 2024-01-01T10:00|--as-of: not a date (YYYY-MM-DD): '2024-01-01T10:00'
--as-of ''|--as-of: not a date (YYYY-MM-DD): ''
--refunds gross|--refunds: 'gross' is not one of net|drop
--unit ''|--unit: '' is not one of order|day
--lang de|--lang: 'de' is not one of en|ja
--threads 0|--threads: '0' is not a whole number from 1 to 256
--threads 257|--threads: '257' is not a whole number from 1 to 256
--threads 1x|--threads: '1x' is not a whole number from 1 to 256
--threads 18446744073709551617|--threads: '18446744073709551617' is not a whole number from 1 to 256
--null none|--null: 'none' is not read as none; '' and '\N' are
--status ''|--status: an empty word; none is written 'none'
--status paid,,void|--status: an empty word; none is written 'none'
-H ''|--header: names no column
-r foo=bar|--roles: no such role: 'foo'
-r customer|--roles: not role=column: 'customer'
-r customer=|--roles: names no column: 'customer='
-r date=a,date=b|--roles: role given twice: 'date'
--refunds 'a	b'|--refunds: 'a\tb' is not one of net|drop
!
	misused "--as-of: given twice" \
	    '--as-of 2024-01-01 --as-of=2024-01-01 nowhere'
	printf 'customer=customer_id\n\nfoo=bar\n' >roles
	faulty roles:3 "no such role: 'foo'" 'role=column, an entry a line' \
	    '-r @roles nowhere'
	unread 3 'nowhere: cannot open: No such file or directory' '-r @nowhere'
	three=order_id,customer_id,order_date
	faulty 't: --header' "no column 'amount'" "the header has: order_id, \
customer_id, order_date; --roles amount=COLUMN" "-H $three t"
	faulty 'stdin: --header' "column 'amount' stands twice in the header" \
	    'rename one of the two' "-H $three,amount,amount"
}

# lines that do not count are checked like all others
lines() {
	bad 'o2	ann		1	paid' "order_date: no date: ''" \
	    'every line needs one'
	bad 'o2		\\N	1	void' "order_date: no date: '\\N'" \
	    'every line needs one'
	for v in unknown Paid 'paid ' none all; do
		bad "o2	ann	2024-01-02	1	$v" \
		    "status: unknown status: '$v'" "$status"
	done
	what="amount: not a decimal number: 'x'"
	bad 'o2	ann	2024-01-02	x	void' "$what" "$number"
	bad 'o2		2024-01-02	x	paid' "$what" "$number"
	faulty t:3 "$what" "$number" '--status pending t'
	faulty t:3 "$what" "$number" '--as-of 2024-01-01 t'
	bad 'o2	ann	2024-01-02x	x	odd' \
	    "order_date: not a date (YYYY-MM-DD): '2024-01-02x'" \
	    "$date"
	table 'status	amount	order_date	customer_id	order_id' \
	    'odd	x	x	\377	\377'
	faulty t:2 "status: unknown status: 'odd'" "$status"
	faulty t:2 "amount: not a decimal number: 'x'" "$number" \
	    '--status all t'
	table '' 'o2	ann	2024-01-02	x	paid'
	sed 1d t >u
	faulty u:1 "$what" "$number" \
	    '-H order_id,customer_id,order_date,amount,status u'
	faulty stdin:1 "$what" "$number" \
	    '-H order_id,customer_id,order_date,amount,status <u'
	printf '%s\n%s' "$head" "$row" >v
	{ echo "$head"; cat u; } >t
	faulty t:2 "$what" "$number" 'v v t v nowhere'
}

between() {
	table "$head" 'o1	ann	2024-01-01	1	paid' \
	    'o2	bob	2024-01-01	1	paid' 'o2	cid	2024-01-01	1	paid' \
	    'o1	bob	2024-01-01	1	paid' 'o1	cid	2024-01-01	1	paid'
	for threads in 1 3; do
		faulty t:4 "order_id: two customers in order 'o2'" \
		    "'bob' in t:3, 'cid' here; $overlap" "--threads $threads t"
	done
	table "$head" 'o1	ann	2024-01-01	1	paid' \
	    'o2	bob	2024-01-01	1	paid' 'o1		2024-01-01	1	paid' \
	    'o1	ann	2024-01-01	1	paid' 'o1	太郎	2024-01-01	1	paid'
	faulty t:6 "order_id: two customers in order 'o1'" \
	    "'ann' in t:2, '太郎' here; $overlap"
	table "$head" 'o1	ann	2024-01-01	1	paid'
	cp t u
	table "$head" 'o0	bob	2024-01-01	1	paid' 'o1	bob	2024-01-01	1	paid'
	faulty t:3 "order_id: two customers in order 'o1'" \
	    "'ann' in u:2, 'bob' here; $overlap" 'u t'
	faulty u:2 "order_id: two customers in order 'o1'" \
	    "'bob' in t:3, 'ann' here; $overlap" 't u'
	table "$head" 'o1	ann	2024-01-01	1	paid' \
	    'o1	bob	2024-01-01	1	paid' 'o1	bob	2024-01-01	x	paid'
	faulty t:4 "amount: not a decimal number: 'x'" \
	    "$number"
	table "$head" 'o1	ann	2024-01-01	1	paid' \
	    'o1		2024-01-01	1	paid' '	bob	2024-01-01	1	paid' \
	    '	ann	2024-01-01	1	paid' 'o1	bob	2024-01-01	1	void' \
	    'o10	bob	2024-01-01	1	paid'
	gives "$cmd: guests and lines that do not count are no customers" \
	    "$call t >one" <<!
!
}

# sum LINES CUSTOMER AMOUNT ...: the table t, all of one order, or of none
sum() {
	echo "$head" >t
	while [ $# -gt 0 ]; do
		yes "$order	$2	2024-01-01	$3	paid" | head -n "$1" >>t
		shift 3
	done
}
fits() {
	gives "$cmd: $1" "$call t >one" <<!
!
}
sums() {
	most=999999999999	# nine of them are 8999999999991
	order=o1
	sum 9 ann $most 1 ann 223372036862.999999
	fits 'an order of 9223372036853.999999'
	sum 9 ann $most 1 ann 223372036863
	faulty amount "sum too large: order 'o1'" "$limit"
	sum 9 ann -$most 1 ann -223372036863
	echo 'o2	ann	2024-01-01	1	paid' >>t
	faulty amount "sum too large: order 'o1'" "$limit"
	sum 20 ann -$most 29 ann $most
	fits 'an order that came back below the limit'
	order=
	sum 9 ann $most 1 ann 223372036862.999999
	fits 'a customer of 9223372036853.999999'
	sum 9 ann $most 1 ann 223372036863
	faulty amount "sum too large: customer 'ann'" "$limit"
	sum 9 ann -$most 1 ann -223372036864 1 ann 1
	faulty amount "sum too large: customer 'ann'" "$limit"
	sum 20 ann -$most 29 ann $most
	fits 'a customer who came back below the limit'
	sum 10 ann $most
	faulty amount "sum too large: customer 'ann'" "$limit" '--unit day t'
	sum 9 ann $most 9 bob $most 1 '' $most
	fits 'a total that is larger'
	# sums are finished at the end of the input: two customers come first
	order=o1
	sum 10 ann $most
	printf 'o2	%s	2024-01-01	1	paid\n' bob cid >>t
	faulty t:13 "order_id: two customers in order 'o2'" \
	    "'bob' in t:12, 'cid' here; $overlap"
	order=o2
	sum 1 ann 1 1 bob 1
	yes "o1	cid	2024-01-01	$most	paid" | head -n 10 >>t
	faulty t:3 "order_id: two customers in order 'o2'" \
	    "'ann' in t:2, 'bob' here; $overlap"
}

# --- faults in a large table, by any number of threads

awk 'BEGIN {
	print "order_id\tcustomer_id\torder_date\tamount\tstatus"
	for (i = 2; i <= 40000; i++)
		printf "order%d\tcustomer%d\t2024-01-%02d\t%d\tpaid\n", i / 3,
		    i / 3 % 1000, i % 28 + 1, i
}' >large
# among PLACE WHAT HINT SED-SCRIPT...
among() {
	place=$1 what=$2 hint=$3
	shift 3
	sed "$@" large >t
	for threads in 1 2 8; do
		faulty "t:$place" "$what" "$hint" "--threads $threads t"
	done
	faulty "stdin:$place" "$what" "$hint" '<t'
}
faults() {
	among 39999 "amount: not a decimal number: 'x'" "$number" \
	    -e '39999s/	[0-9]*	paid/	x	paid/'
	among 20000 "amount: not a decimal number: 'x'" "$number" \
	    -e '20000s/	[0-9]*	paid/	x	paid/' -e '20001s/	paid//' \
	    -e '40000s/$/\r/'
	among 20000 '4 fields where the header has 5' "$short" \
	    -e '20000s/	paid//' -e '20001s/2024/20x4/' -e '30000s/paid/x/'
	among 12000 "order_date: not a date (YYYY-MM-DD): '2024-02-30'" \
	    "$date" -e '12000s/2024-..-../2024-02-30/' -e '12001,39000s/paid/x/'
	among 30000 "customer_id: not valid UTF-8: '\\xff1'" "$encoding" \
	    -e '2s/customer[0-9]*/ann/;30000s/customer[0-9]*/\xff1/' \
	    -e '30001s/	[0-9]*	paid/	x	paid/;30002s/-/\r/'
}

# rows ahead of what only all rows show
mixed() {
	among 30000 "status: unknown status: 'x'" "$status" \
	    -e '30000s/paid/x/' -e '30001s/customer/\xff/' -e '30002s/-/\r/'
	sed -e '39000s/^order/order1	x	/' -e '39000s/	x	.*/	x	2024-01-01	1	/' \
	    -e '39001s/^[^	]*	[^	]*/order5000	x/' large >t
	first=$(grep -n '^order1	x' t | cut -d : -f 1)
	for threads in 1 2 8; do
		faulty "t:$first" "order_id: two customers in order 'order1'" \
		    "'customer1' in t:3, 'x' here; $overlap" \
		    "--threads $threads t"
	done
	sed '40000s/paid/x/' t >u
	for threads in 1 8; do
		faulty u:40000 "status: unknown status: 'x'" "$status" \
		    "--threads $threads u"
	done
}

each options <<!
rfm|$here/orders
cpm|$here/orders
segment 'amount > 0'|$here/orders
from-cart|$here/cart.csv
sample-orders --lines 9|
!
each files <<!
rfm|orders
cpm|orders
segment 'amount > 0'|orders
from-cart|cart.csv
!
each headers <<!
rfm
cpm
!
each common <<!
rfm
cpm
!
each lines <<!
rfm
cpm
!
each between <<!
rfm
cpm
!
each sums <<!
rfm
cpm
!
each mixed <<!
rfm
cpm
!
# a filter prints what stands ahead of a fault; here only its words matter
filter="segment -o /dev/null 'order_id = customer_id or amount > 0 or \
order_date > 2020-01-01'"
for function in shapes values faults; do
	each $function <<!
rfm
cpm
$filter
!
done
done_testing
