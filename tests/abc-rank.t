#!/bin/sh
# abc-rank - what it computes; every number was found by hand from the definition
. tests/lib.sh

head='rank	k	v	share	cum_value	cum_share	class'
any='--key k --value v'
# values N...: a table t of keys a, b, c … with these values
values() {
	printf 'k	v\n'
	for v; do echo "$v"; done | awk '{
		print substr("abcdefghijklmnopqrstuvwxyz", NR, 1) "\t" $0 }'
}

# --- order, rank, share, class

values 70 20 10 >t
gives 'classes end where 70 and 90 % stand ahead' "abc-rank $any t" <<!
$head
1	a	70	0.700000	70	0.700000	A
2	b	20	0.200000	90	0.900000	B
3	c	10	0.100000	100	1.000000	C
!
values 69.999999 20 10.000001 >t
gives 'they are compared exactly' "abc-rank -N $any t | cut -f 2-4,7" <<!
a	69.999999	0.700000	A
b	20.000000	0.200000	A
c	10.000001	0.100000	B
!
values 5 20 20 30 20 5 >t
gives 'ties: the smallest rank; cumulated with all; one class' \
    "abc-rank $any t; abc-rank -N $any --classes 30 t | cut -f 7 |
    paste -s -d '\0' -; abc-rank -N $any --classes 30.000001 t |
    cut -f 7 | paste -s -d '\0' -" <<!
$head
1	d	30	0.300000	30	0.300000	A
2	b	20	0.200000	90	0.900000	A
2	c	20	0.200000	90	0.900000	A
2	e	20	0.200000	90	0.900000	A
5	a	5	0.050000	100	1.000000	C
5	f	5	0.050000	100	1.000000	C
ABBBBB
AAAABB
!
values 0 -5 3 '' -5 1 >t
gives 'Z and N: ranks run on, no share; a none value adds nothing' \
    "abc-rank --null '\\N' $any t" <<!
$head
1	c	3	0.750000	3	0.750000	A
2	f	1	0.250000	4	1.000000	B
3	a	0	\\N	\\N	\\N	Z
3	d	0	\\N	\\N	\\N	Z
5	b	-5	\\N	\\N	\\N	N
5	e	-5	\\N	\\N	\\N	N
!
values 50 9 8 7 6 5 4 3 2 2 2 2 >t
gives 'eight percents, nine classes' \
    "abc-rank -N $any --classes 40,50,55,60,70,80,90,99.999999 t |
    cut -f 7 | paste -s -d '\0' -
    abc-rank -N $any --classes 0.000001,99.999999 t | cut -f 7 |
    paste -s -d '\0' -" <<!
ACDEFGGGHHHH
ABBBBBBBBBBB
!
printf 'k	v\n%s	1\n%s	1\n%s	1\n%s	1\n%s	1\n%s	1\n' \
    一二三四五六七 b 'a longer id than 16 b' 'a longer id than 16 ' B ab >t
gives 'ties by the bytes of the keys' "abc-rank -N $any t | cut -f 1,2" <<!
1	B
1	a longer id than 16 
1	a longer id than 16 b
1	ab
1	b
1	一二三四五六七
!
gives 'shares are rounded half away from zero' \
    "values 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 >t
    abc-rank -N $any t | head -n 1 | cut -f 4
    values 1999999 1 >t; abc-rank -N $any t | cut -f 4,6" <<!
0.062500
1.000000	1.000000
0.000001	1.000000
!
printf 'k	v\na	0.000001\nb	\na	1\nb	2.5\na	-0.5\n' >t
gives 'sums by key, decimals of the most precise value' \
    "abc-rank -N $any t | cut -f 2,3,5" <<!
b	2.500000	2.500000
a	0.500001	3.000001
!

# --- any table

given table <<!
media	order_id	customer_id	amount	cost	quantity	points	status
web	1	ann	100	60	1	1	cancelled
web	1	bob	50	20		2	odd
	2		30	40	2	4	
tv	2	ann	-20	5	3	8	paid
(none)	3	bob	1	\\N	1	16	paid
!
gives '--key and --value: no orders, statuses, refunds; none is (none)' \
    'abc-rank --key media --value points table' <<!
rank	media	points	share	cum_value	cum_share	class
1	(none)	20	0.645161	20	0.645161	A
2	tv	8	0.258065	28	0.903226	A
3	web	3	0.096774	31	1.000000	C
!
gives '--key alone: the measure' 'abc-rank --key media table | cut -f 1-3
    abc-rank -N --key media --measure margin table | cut -f 2,3
    abc-rank --key media --measure quantity table | cut -f 2,3' <<!
rank	media	amount
1	web	150
2	(none)	31
3	tv	-20
web	70
(none)	-9
tv	-25
media	quantity
(none)	3
tv	3
web	1
!
gives '--value alone: the key of --by; customers without the rows of nobody' \
    'abc-rank --value points table | cut -f 2,3
    abc-rank -N --by order --value points table | cut -f 2,3' <<!
customer_id	points
bob	18
ann	9
3	16
2	12
1	3
!
gives 'of rows left out not even the decimals count' \
    'printf "customer_id	v\n	1.55\na	1\n" | abc-rank -N --value v |
    cut -f 3; printf "k	v\n	1.55\na	1\n" |
    abc-rank -N --key k --value v | cut -f 3' <<!
1
1.55
1.00
!
gives 'names that clash' \
    'for names in rank,v k,rank share,class cum_value,cum_share k,v; do
	abc-rank -H $names --key ${names%,*} --value ${names#*,} /dev/null
    done' <<!
abc_rank	rank	v	share	cum_value	cum_share	class
abc_rank	k	rank	share	cum_value	cum_share	class
rank	share	class	abc_share	cum_value	cum_share	abc_class
rank	cum_value	cum_share	share	abc_cum_value	abc_cum_share	class
$head
!
for call in '--key k --value k' '--key rank --value abc_rank' \
    '--key abc_class --value class' '--key amount' '-r customer=amount' \
    '-N --by shop -r shop=quantity --measure quantity'; do
	twice=$(case $call in *rank*) echo abc_rank;; *class*) echo abc_class;;
	*quantity*) echo quantity;; *amount*) echo amount;; *) echo k; esac)
	refuses 2 "two columns of one name: $call" "abc-rank $call nowhere" <<!
abc-rank: the output would have two columns '$twice'
abc-rank: hint: no command reads such a table: rename one column
!
done
gives 'of one name, but not printed' \
    'for call in summary deciles concentration; do
	printf "k\n1\n2\n" | abc-rank --key k --value k --$call | sed -n 2p
    done' <<!
A	2	1.000000	3	1.000000
1	1	2	0.666667	0.666667	2.00	2	2
2	3	0.166667	0.666667	2
!
refuses 1 'a column that is not there' 'abc-rank --key mediums table' <<!
abc-rank: table:1: no column 'mediums'
abc-rank: hint: the header has: media, order_id, customer_id, amount, cost, \
quantity, points, status; perhaps media
!
refuses 1 'a value that is no number' \
    'abc-rank --key media --value customer_id table' <<!
abc-rank: table:2: customer_id: not a decimal number: 'ann'
abc-rank: hint: as 1200, -500 or 0.25, with at most 12 digits and 6 \
decimals; from-cart reads other spellings
!
most=999999999999
{ printf 'k	v\n'; yes "b	$most" | head -n 9; echo 'b	223372036862.999999'
  yes "a	-$most" | head -n 20; yes "a	$most" | head -n 20; } >t
gives 'a sum of 9223372036853.999999, and one that came back' \
    "abc-rank -N $any t | cut -f 2,3" <<!
b	9223372036853.999999
a	0.000000
!
refuses 1 'a sum too large' \
    "sed 's/862.999999/863/' t | abc-rank $any" <<!
abc-rank: v: sum too large: key 'b'
abc-rank: hint: a sum must stay below 9223372036854 on either side of 0
!
gives 'what is cumulated may be larger' \
    "for k in a b c; do yes \"\$k	$most\" | head -n 9; done |
    abc-rank -H k,v -N $any | cut -f 3,5,6
    for k in a b c; do yes \"\$k	$most\" | head -n 9; done |
    abc-rank -H k,v -N --summary $any | head -n 1
    for k in a b c; do yes \"\$k	$most\" | head -n 9; done |
    abc-rank -H k,v -N --deciles $any | cut -f 3,6
    for k in a b c; do yes \"\$k	$most\" | head -n 9; done |
    abc-rank -H k,v -N --concentration $any" <<!
8999999999991	26999999999973	1.000000
8999999999991	26999999999973	1.000000
8999999999991	26999999999973	1.000000
A	3	1.000000	26999999999973	1.000000
8999999999991	8999999999991.00
8999999999991	8999999999991.00
8999999999991	8999999999991.00
3	26999999999973	0.000000	0.333333	3
!
gives '--stats of any table' \
    'abc-rank --stats --key media table 2>&1 >/dev/null | cut -f 1
    abc-rank --stats --key media table 2>&1 >/dev/null | head -n 3' <<!
lines
lines_rejected
rows_written
seconds
peak_bytes
lines	5
lines_rejected	0
rows_written	3
!

# --- orders: what is ranked, and by what

# o1: ann, two products; o2: bob, a refund of P; o3: guests, two lines, media
# differ; o1 of a guest is another order; two lines without an order id
given shop <<!
order_id	customer_id	order_date	product_id	category	media	shop	quantity	amount	cost	status
o1	ann	2024-01-01	P	x	web	s1	2	100	60	paid
o1	ann	2024-01-03	Q	x	tv	s1	1	50	20	paid
o2	bob	2024-01-02	P	x	web	s2	-1	-30	-20	paid
o3		2024-01-04	P	x	tv	s1	1	40	10	paid
o3		2024-01-04	Q	y	web		1	20	\\N	paid
o1		2024-01-05	R		\\N	s2	1	7	1	paid
	ann	2024-01-06	P	y	web	s1	1	11	2	paid
	cid	2024-01-06	R	y	fax	s1	3	0	5	paid
o4	cid	2024-01-07	Q	y	fax	s1	1	5	5	void
!
by() { abc-rank -N --by "$@" shop | cut -f 2,3; }
gives 'by customer: who has a purchase; by default' \
    'abc-rank shop; by customer --measure margin; echo
    by customer --measure quantity; echo; by customer --measure purchases' <<!
rank	customer_id	amount	share	cum_value	cum_share	class
1	ann	161	1.000000	161	1.000000	A
2	cid	0				Z
ann	79
cid	-5

ann	4
cid	3

ann	2
cid	1
!
gives 'by product: the lines; guests and all refunds too' \
    'by product; echo; by product --measure margin; echo
    by product --measure quantity' <<!
P	121
Q	70
R	7

P	69
Q	50
R	1

R	4
P	3
Q	2
!
gives 'by product: purchases with a line of it' \
    'by product --measure purchases; echo; by category --measure purchases' <<!
P	3
Q	2
R	2

y	3
x	2
(none)	1
!
gives "by media, shop: the order's; a guest's line's own" \
    'by media; echo; by shop; echo; by media --measure purchases; echo
    by shop --measure purchases' <<!
web	151
tv	40
(none)	7
fax	0

s1	201
(none)	20
s2	-23

web	3
(none)	1
fax	1
tv	1

s1	4
(none)	1
s2	1
!
gives 'by order: ids of guests and customers are one key' \
    'by order; echo; by order --measure purchases' <<!
o1	157
o3	60
(none)	11
o2	-30

(none)	2
o1	2
o3	1
o2	0
!
gives '--refunds drop: they are no item at all' \
    'by product --refunds drop; echo; by order --refunds drop; echo
    by shop --refunds drop; echo; by category --measure purchases \
	--refunds drop' <<!
P	151
Q	70
R	7

o1	157
o3	60
(none)	11

s1	201
(none)	20
s2	7

y	3
x	2
(none)	1
!
gives 'status: what does not count, and all' \
    'by product --status all; echo; by shop --status void' <<!
P	121
Q	75
R	7

s1	5
!
# o1 is dated 01-01, with all its lines; guests' lines by their own days
gives '--as-of: an order with all its lines, a guest line by its own day' \
    'by product --as-of 2024-01-01; echo; by product --as-of 2024-01-04
    echo; by media --as-of 2024-01-02 --measure purchases; echo
    by order --as-of 2024-01-04' <<!
P	100
Q	50

P	110
Q	70

web	1

o1	150
o3	60
o2	-30
!
gives 'an order dated later by all its lines has not happened' \
    'printf "%s\n" "order_id	customer_id	order_date	product_id	amount" \
	"o1	a	2024-02-02	P	1" "o1	a	2024-02-01	Q	2" \
	"o2	a	2024-02-01	P	4" >t
    for day in 2024-01-31 2024-02-01 2024-02-02; do
	abc-rank -N --as-of $day --by product t | cut -f 2,3; echo; done' <<!

P	5
Q	2

P	5
Q	2

!
gives 'a guest line is not kept by an order that has happened' \
    'printf "%s\n" "order_id	customer_id	order_date	product_id	amount" \
	"o1		2024-02-02	P	1" "o1		2024-02-01	Q	2" >t
    abc-rank -N --as-of 2024-02-01 --by product t | cut -f 2,3
    abc-rank -N --as-of 2024-02-01 --by product --measure purchases t |
    cut -f 2,3' <<!
Q	2
Q	1
!
gives 'decimals of kept lines of the columns of the measure' \
    'sed "s/	5	5	void/	5.25	5.125	paid/;s/	-30	-20	/	-30.5	-20	/" \
	shop >t
    for measure in amount margin quantity purchases; do
	abc-rank -N --by category --measure $measure t | tail -n 1 |
	cut -f 2,3; abc-rank -N --by category --measure $measure \
	--as-of 2024-01-01 t | cut -f 2,3; done' <<!
(none)	7.00
x	150
(none)	6.000
x	70
(none)	1
x	3
(none)	1
x	1
!

# --- --unit day: ann bought three times on one day, and a refund on it

given days <<!
order_id	customer_id	order_date	product_id	media	amount
o3	ann	2024-01-01T12:00	P	tv	4
o2	ann	2024-01-01T09:00	Q	web	2
o1	ann	2024-01-01T09:00	P	fax	1
o4	ann	2024-01-01T08:00	R	mail	-1
	ann	2024-01-01	S	post	8
	ann	2024-01-02	S	web	16
(none)	ann	2024-01-01	S	web	32
o5		2024-01-01	P	tv	64
o6		2024-01-01	P	tv	128
!
day() { abc-rank -N --unit day --by "$@" days | cut -f 2,3; }
gives '--unit day: customers; their purchases of a product' \
    'day customer --measure purchases; day product --measure purchases' <<!
ann	2
P	3
S	2
Q	1
R	0
!
gives '--unit day: the medium of the earliest, an order id by bytes' \
    'day media; echo; day media --measure purchases; echo
    sed "/post/d;/(none)/d" days >t
    abc-rank -N --unit day --by media t | cut -f 2,3' <<!
tv	192
post	47
web	16
mail	-1

tv	2
post	1
web	1
mail	0

tv	192
web	16
fax	7
mail	-1
!
gives '--unit day: orders keep their ids, (none) is one a day' \
    'day order --measure purchases; day order | head -n 3' <<!
(none)	2
o1	1
o2	1
o3	1
o5	1
o6	1
o4	0
o6	128
o5	64
(none)	56
!

# --- tables without customers, orders, amounts

gives 'no column of customers: no guests, orders by their ids alone' \
    'cut -f 1,3- shop >t; abc-rank -N --by media t | cut -f 2,3; echo
    abc-rank -N --by media --measure purchases t | cut -f 2,3; echo
    abc-rank --stats -N --by order t 2>&1 >/dev/null |
    grep -e orders -e customers -e guest' <<!
web	138
tv	60
fax	0

web	2
fax	1
tv	1

lines_guest	0
orders	0
customers	0
customers_refunds_only	0
!
gives 'no column of orders: each line is one' \
    'cut -f 2- shop >t; abc-rank -N --by product --measure purchases t |
    cut -f 2,3' <<!
P	3
Q	2
R	2
!
gives 'no column of amounts: every order is a purchase' \
    'cut -f 1-8 shop >t; abc-rank -N --by product --measure purchases t |
    cut -f 2,3; abc-rank -N --by product --measure quantity \
	--refunds net t | cut -f 2,3' <<!
P	4
Q	3
R	2
R	4
P	3
Q	3
!
refuses 1 'a measure needs its columns' \
    'cut -f 1-8 shop | abc-rank --by product --measure margin' <<!
abc-rank: stdin:1: no column 'amount'
abc-rank: hint: the header has: order_id, customer_id, order_date, \
product_id, category, media, shop, quantity; --roles amount=COLUMN
!
refuses 1 'no refund is known, and dropped, without amounts' \
    'cut -f 1-8 shop | abc-rank --by product --measure quantity \
	--refunds drop' <<!
abc-rank: stdin:1: no column 'amount'
abc-rank: hint: the header has: order_id, customer_id, order_date, \
product_id, category, media, shop, quantity; --roles amount=COLUMN
!
refuses 1 'a key needs its column' \
    'cut -f 2- shop | abc-rank --by order' <<!
abc-rank: stdin:1: no column 'order_id'
abc-rank: hint: the header has: customer_id, order_date, product_id, \
category, media, shop, quantity, amount, cost, status; --roles order=order_date
!
refuses 1 'two customers in one order, also by product' \
    'printf "%s\n" "order_id	customer_id	order_date	product_id	amount" \
	"o	a	2024-01-01	P	1" "o		2024-01-01	P	1" \
	"o	b	2024-01-01	P	1" | abc-rank --by product' <<!
abc-rank: stdin:4: order_id: two customers in order 'o'
abc-rank: hint: 'a' in stdin:2, 'b' here; do the order numbers of several \
shops overlap?
!
sums() {
	echo 'order_id	customer_id	order_date	product_id	amount	quantity' >t
	yes "$1	2024-01-01	$2	$3	$4" | head -n 10 >>t
}
overflows() {
	refuses 1 "a sum too large: $2" "$1" <<!
abc-rank: $2
abc-rank: hint: a sum must stay below 9223372036854 on either side of 0
!
}
sums 'o	' P $most 1
overflows 'abc-rank --by product t' "amount: sum too large: order 'o'"
sums '	' P $most 1
overflows 'abc-rank --by product t' "amount: sum too large: product 'P'"
overflows 'abc-rank --by product --refunds drop t' \
    "amount: sum too large: product 'P'"
overflows 'abc-rank --by order t' "amount: sum too large: order '(none)'"
gives 'purchases are no sum' 'abc-rank -N --by order --measure purchases t |
    cut -f 2,3' <<!
(none)	10
!
sums 'o	a' P 1 $most
overflows 'abc-rank --measure quantity t' "quantity: sum too large: order 'o'"
sums '	a' P 1 $most
overflows 'abc-rank --measure quantity t' \
    "quantity: sum too large: customer 'a'"
overflows 'abc-rank --measure quantity --unit day t' \
    "quantity: sum too large: customer 'a'"
overflows 'abc-rank --measure quantity --by product t' \
    "quantity: sum too large: product 'P'"
sums '	a' P $most $most
overflows 'abc-rank -r quantity=quantity t' \
    "amount: sum too large: customer 'a'"

# --- more keys than are added up at once

awk 'BEGIN {
	OFS = "\t"
	print "customer_id", "order_date", "amount", "media"
	for (i = 1; i <= 40000; i++)
		print "c" i % 20000, "2024-01-01", i, i <= 20000 ? "m" i : "x"
}' >t
gives 'under --unit day 20000 media, those of the earlier purchases' \
    'abc-rank -N --by media --unit day t | cut -f 2,3 >out
    awk "BEGIN { OFS = \"\t\"; for (i = 20000; i > 0; i--)
	print \"m\" i, 2 * i + 20000 }" | cmp - out' </dev/null

# --- --summary, --deciles, --concentration

values 5 20 20 30 20 5 0 -1 -4 >t
gives '--summary: all classes, Z and N without share' \
    "abc-rank --summary --classes 30,95 $any t
    abc-rank --summary -N --classes 50 $any t | cut -f 1,2" <<!
class	items	item_share	value	value_share
A	1	0.111111	30	0.300000
B	5	0.555556	70	0.700000
C	0	0.000000	0	0.000000
Z	1	0.111111	0	
N	2	0.222222	-5	
A	4
B	2
Z	1
N	2
!
gives '--summary: nothing above 0 has no share' \
    "values 0 -1.5 | abc-rank --summary --null '\\N' $any" <<!
class	items	item_share	value	value_share
A	0	0.000000	0.0	\\N
B	0	0.000000	0.0	\\N
C	0	0.000000	0.0	\\N
Z	1	0.500000	0.0	\\N
N	1	0.500000	-1.5	\\N
!
gives '--deciles of 12: groups 1 and 6 have two' \
    "values 12 11 10 9 8 7 6 5 4 3 2 1 | abc-rank --deciles $any" <<!
decile	items	value	share	cum_share	mean	min	max
1	2	23	0.294872	0.294872	11.50	11	12
2	1	10	0.128205	0.423077	10.00	10	10
3	1	9	0.115385	0.538462	9.00	9	9
4	1	8	0.102564	0.641026	8.00	8	8
5	1	7	0.089744	0.730769	7.00	7	7
6	2	11	0.141026	0.871795	5.50	5	6
7	1	4	0.051282	0.923077	4.00	4	4
8	1	3	0.038462	0.961538	3.00	3	3
9	1	2	0.025641	0.987179	2.00	2	2
10	1	1	0.012821	1.000000	1.00	1	1
!
gives '--deciles of 3: those that occur; of the sum of all values' \
    "values 6 3 -1 | abc-rank --deciles $any" <<!
decile	items	value	share	cum_share	mean	min	max
1	1	6	0.750000	0.750000	6.00	6	6
4	1	3	0.375000	1.125000	3.00	3	3
7	1	-1	-0.125000	1.000000	-1.00	-1	-1
!
gives '--deciles: of a loss, or nothing, no share; any size of it' \
    "values 1 -2 | abc-rank --deciles -N $any | cut -f 3-5
    values 1 -1 | abc-rank --deciles -N $any | cut -f 3-5
    values 1000000000 -999999999.999999 |
    abc-rank --deciles -N $any | cut -f 4,5" <<!
1		
-2		
1		
-1		
1000000000000000.000000	1000000000000000.000000
-999999999999999.000000	1.000000
!
gives '--deciles: a mean has two decimals more, six at most' \
    "values 1.5 1 | abc-rank --deciles -N $any | cut -f 6
    values 1.00005 | abc-rank --deciles -N $any | cut -f 6
    abc-rank --deciles --measure purchases -N shop | cut -f 3,6-8" <<!
1.500
1.000
1.000050
2	2.00	2	2
1	1.00	1	1
!
gives '--concentration: of values not below 0' \
    "for v in '1 1 1 1' '0 0 0 1' '0 0 0 1 -7' '1 2 3' 5; do
	values \$v | abc-rank --concentration -N $any; done
    values 50 30 10 5 5 0 | abc-rank --concentration $any" <<!
4	4	0.000000	0.250000	4
4	1	0.750000	1.000000	1
4	1	0.750000	1.000000	1
3	6	0.222222	0.500000	2
1	5	0.000000	1.000000	1
items	total	gini	top20_share	items_for_80
6	100	0.550000	0.800000	2
!
gives '--concentration: nothing but 0, or below' \
    "values 0 0 | abc-rank --concentration --null '\\N' -N $any
    values -1 | abc-rank --concentration --null '\\N' -N $any" <<!
2	0	\\N	\\N	\\N
0	0	\\N	\\N	\\N
!

# --- wrong options

wrong() {
	refuses 2 "$2: $1" "abc-rank $1" <<!
abc-rank: $2
abc-rank: hint: abc-rank --help
!
}
wrong '--by media --key media' '--by: excludes --key'
wrong '--measure amount --value amount' '--measure: excludes --value'
wrong '--key media --measure purchases' \
    '--measure: purchases are of orders, not of any table as with --key'
for option in '--as-of 2024-01-01' '--status all' '--refunds net' \
    '--unit order'; do
	wrong "--key media $option" "${option%% *}: not used with --key, \
which is for any table"
	wrong "--value amount $option" "${option%% *}: not used with --value, \
which is for any table"
done
wrong '--deciles --classes 70' '--classes: not used with --deciles'
wrong '--concentration --classes 70' '--classes: not used with --concentration'
wrong '--summary --deciles' '--deciles: excludes --summary'
wrong '--by brand' "--by: 'brand' is not one of \
customer|product|category|media|shop|order"
while IFS='|' read -r list what; do
	wrong "--classes '$list'" "--classes: $what"
done <<!
|not a decimal number: ''
70,|not a decimal number: ''
70 90|not a decimal number: '70 90'
A|not a decimal number: 'A'
0,70|'0' is not above 0 and below 100
-1|'-1' is not above 0 and below 100
70,100|'100' is not above 0 and below 100
90,70|'70' is not above the one ahead of it
70,70.0|'70.0' is not above the one ahead of it
1,2,3,4,5,6,7,8,9|more than 8 percents
!

# --- nothing to rank

empty() {
	abc-rank $call t; abc-rank -N $call t
}
gives 'a header line alone' 'head -n 1 shop >t
    for call in "" --summary --deciles --concentration "--key shop"; do
	empty; done' <<!
rank	customer_id	amount	share	cum_value	cum_share	class
class	items	item_share	value	value_share
decile	items	value	share	cum_share	mean	min	max
items	total	gini	top20_share	items_for_80
rank	shop	amount	share	cum_value	cum_share	class
!
gives 'refunds and guests alone: no customer, but products' \
    'grep -e order_id -e bob -e o3 shop >t; abc-rank t
    abc-rank -N --by product t | cut -f 2,3' <<!
rank	customer_id	amount	share	cum_value	cum_share	class
Q	20
P	10
!
gives '--stats' 'abc-rank --by product --stats shop 2>&1 >/dev/null |
    grep -v -e seconds -e peak' <<!
lines	9
lines_rejected	0
lines_by_status	1
lines_after_as_of	0
lines_kept	8
lines_guest	3
orders	3
purchases	3
refunds	0
customers	2
customers_refunds_only	1
same_day_second	0
as_of	2024-01-06
rows_written	3
!
done_testing
