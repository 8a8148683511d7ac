#!/bin/sh
# ltv-by-media - what it computes; every number was found by hand from the
# definition
. tests/lib.sh

# refused WHAT HINT COMMAND
refused() {
	refuses 1 "$1" "$3" <<!
ltv-by-media: $1
ltv-by-media: hint: $2
!
}
misused() {
	refuses 2 "$1" "ltv-by-media $2" <<!
ltv-by-media: $1
ltv-by-media: hint: ltv-by-media --help
!
}

# --- which medium

# a: o1 goes before o2; b: the first line of the order; c: 09:00; f: a refund
# wins nobody; D is 2024-01-02
given won <<!
order_id	customer_id	order_date	amount	media
o2	a	2024-01-01	100	tv
o1	a	2024-01-01	200	web
9	b	2024-01-01	50	mail
9	b	2024-01-01	50	tv
c1	c	2024-01-01T10:00	1	tv
c2	c	2024-01-01T09:00	2	mail
d	d	2024-01-01	3	
e	e	2024-01-01	4	(none)
f0	f	2023-12-01	-5	web
f1	f	2024-01-02	6	tv
!
gives 'the medium of the first purchase; rows by customers, then bytes' \
    'ltv-by-media --horizons 0 won' <<!
media	customers	f2_mature	f2_rate	first_amount	amount	aov	mature_0	ltv_0
(none)	2	0		7	7	3.50	2	3.50
mail	2	0		102	103	34.33	2	51.50
tv	1	0		6	1	6.00	1	6.00
web	1	0		200	300	150.00	1	300.00
!
gives '--unit day' \
    'ltv-by-media -N --horizons 0 --unit day won | cut -f 1,2,5-7' <<!
(none)	2	7	7	3.50
mail	2	103	103	51.50
tv	1	6	1	6.00
web	1	300	300	300.00
!
gives 'without order ids in the order of the input' \
    'cut -f 2- won | ltv-by-media -N --horizons 0 | cut -f 1,2,5-7' <<!
(none)	2	7	7	3.50
mail	2	52	103	25.75
tv	2	106	301	102.00
!
gives 'another column' \
    'sed "s/media/von/" won | ltv-by-media -N -r media=von | cut -f 1,2' <<!
(none)	2
mail	2
tv	1
web	1
!

# --- maturity, and days, at the edges

# D is 2024-12-31: m1 was won 30 days ago, m2 29, m3 31
given edges <<!
customer_id	order_date	amount	media
m1	2024-12-01	10	tv
m2	2024-12-02	100	tv
m3	2024-11-30	1000	tv
m1	2024-12-31	1	tv
m2	2024-12-31	7	tv
m3	2024-12-31	5	tv
!
gives 'horizons at their edges' \
    'ltv-by-media --horizons 29,30,31,32 edges | cut -f 8-' <<!
mature_29	ltv_29	mature_30	ltv_30	mature_31	ltv_31	mature_32	ltv_32
3	372.33	2	505.50	1	1005.00	0	
!
gives '--f2-days at its edges' \
    'for days in 29 30 31 32; do
	ltv-by-media -N --f2-days $days edges | cut -f 3,4; done' <<!
3	0.333333
2	0.500000
1	1.000000
0	
!
gives 'horizons that reach beyond all days' \
    'ltv-by-media --horizons 31,999999999 --f2-days 2147483647 edges |
	cut -f 3-4,8-' <<!
f2_mature	f2_rate	mature_31	ltv_31	mature_999999999	ltv_999999999
0		1	1005.00	0	
!
gives 'the same day is within 0 days' \
    'sed "s/2024-11-30/2024-12-31/" edges |
	ltv-by-media -N --f2-days 0 --horizons 0,1 | cut -f 3,4,8-' <<!
3	0.333333	3	371.67	2	55.00
!
gives 'an as-of date: later orders have not happened' \
    'ltv-by-media -N --as-of 2024-12-30 --horizons 29,30 --null "\N" edges |
	cut -f 2-' <<!
3	0	\N	1110	1110	370.00	2	505.00	1	1000.00
!

# --- refunds

given refunds <<!
customer_id	order_date	amount	media
r	2023-12-31	-7	tv
r	2024-01-01T12:00	100	tv
r	2024-01-01T09:00	-1	web
r	2024-01-11	-20	tv
only	2024-01-11	-20	tv
!
gives 'refunds count on their own date, none of before' \
    'ltv-by-media -N --horizons 0,9,10 refunds;
    ltv-by-media -N --horizons 0,9,10 --refunds drop refunds' <<!
tv	1	0		100	72	100.00	1	99.00	1	99.00	1	79.00
tv	1	0		100	100	100.00	1	100.00	1	100.00	1	100.00
!
gives 'nobody: the header alone' \
    'printf "media\tcost\ntv\t5\n" >costs
    for x in "refunds --as-of 2023-12-31" "refunds --first-from 2025-01-01"; do
	ltv-by-media --horizons 1 --total --costs costs $x | cut -f 1,8-10
	ltv-by-media --curve --total $x
	ltv-by-media --horizons 1 --period month --total $x | cut -f 1-3; done
    ltv-by-media -N --total -H customer_id,order_date,amount,media' <<!
media	mature_1	ltv_1	cost
media	days	mature	ltv
media	month	customers
media	mature_1	ltv_1	cost
media	days	mature	ltv
media	month	customers
!

# --- months, spans, --total

given months <<!
customer_id	order_date	amount	media
a	2024-02-29	1	x
b	2024-01-31	2	x
c	2024-02-01	4	x
d	2023-12-31	8	y
e	2024-01-01	16	y
e	2024-03-01	32	x
!
gives '--period month: media by customers, months ascending' \
    'ltv-by-media --period month --total --null "\N" --horizons 1 months |
	cut -f 1-3,6,7' <<!
media	month	customers	first_amount	amount
x	2024-01	1	2	2
x	2024-02	2	5	5
y	2023-12	1	8	8
y	2024-01	1	16	48
(all)	\N	5	31	63
!
gives '--total: all customers together' \
    'ltv-by-media -N --total --f2-days 60 --horizons 1,29,60 months' <<!
x	3	0		7	7	2.33	3	2.33	2	3.00	0	
y	2	2	0.500000	24	56	18.67	2	12.00	2	12.00	2	28.00
(all)	5	2	0.500000	31	63	10.50	5	6.20	4	7.50	2	28.00
!
gives 'a medium that is called (all)' \
    'sed "s/x/(all)/" months | ltv-by-media -N --total | cut -f 1,2' <<!
(all)	3
y	2
(all)	5
!
gives 'spans include both ends' \
    'for x in "--first-from 2024-01-31 --first-to 2024-02-29" \
	"--first-from 2024-02-01 --first-to 2024-02-28" \
	"--first-to 2023-12-31" "--first-from 2024-02-01"; do
	echo; ltv-by-media -N $x months | cut -f 1,2,6; done' <<!

x	3	7

x	1	4

y	1	8

x	2	5
!

# --- the curve

given curve <<!
customer_id	order_date	amount	media
a	2022-01-01	10	x
a	2022-01-31	1	x
a	2022-03-03	100.5	x
a	2023-12-22	7	x
b	2023-11-22	20	y
!
gives '--curve: 30 to 720 days, each medium, and all' \
    'ltv-by-media --curve --total --null "\N" curve >c; wc -l <c | tr -d " "
    sed -n "1,4p;24,28p;50,52p" c' <<!
73
media	days	mature	ltv
x	30	1	11.000
x	60	1	11.000
x	90	1	111.500
x	690	1	111.500
x	720	1	118.500
y	30	1	20.000
y	60	0	\N
y	90	0	\N
(all)	30	2	15.500
(all)	60	1	11.000
(all)	90	1	111.500
!
gives '--curve: what the horizons say' \
    'ltv-by-media -N --horizons 30,90,720 curve | cut -f 1,8-
    ltv-by-media -N --curve curve | awk "\$1 == \"x\" && (\$2 == 30 ||
	\$2 == 90 || \$2 == 720) { printf \"\\t%s\\t%s\", \$3, \$4 }"; echo' <<!
x	1	11.000	1	111.500	1	118.500
y	1	20.000	0		0	
	1	11.000	1	111.500	1	118.500
!

# --- gross profit

given profit <<!
customer_id	order_date	amount	cost	media
a	2024-01-01	10.5	2.25	x
a	2024-01-31	1	0.5	x
a	2024-02-01	50	1	x
b	2024-01-02	0		x
b	2024-01-03			x
b	2024-02-01	-3	-1	x
!
gives '--profit: amount less cost, decimals of the more precise' \
    'ltv-by-media --horizons 0,30 --profit profit | cut -f 8-' <<!
mature_0	ltv_0	mature_30	ltv_30	gp_ltv_30
2	5.250	2	4.250	3.3750
!
gives '--margin: a part of the amount' \
    'for m in 0.6 0 1 0.333333; do
	ltv-by-media -N --horizons 0 --margin $m profit | cut -f 10; done' <<!
3.150
0.000
5.250
1.750
!
gives '--margin needs no cost, --profit does' \
    'cut -f 1-3,5 profit | ltv-by-media -N --margin 0.5 | cut -f 1' <<!
x
!
refused "stdin:1: no column 'cost'" 'the header has: customer_id, order_date, '\
'amount, media; --roles cost=COLUMN' \
    'cut -f 1-3,5 profit | ltv-by-media --profit'
for line in 'b	2024-01-02	1		x' 'b	2024-01-02	-1		x' \
    '	2024-01-02	0.5	\N	x'; do
	printf '%s\n' "$line" | cat profit - >t
	refused 't:8: cost: no cost of an amount that is not 0' \
	    '--margin takes a part of the amount instead' \
	    'ltv-by-media --profit --refunds drop t'
done
gives 'a line that is not kept needs no cost' \
    'sed "1s/$/\tstatus/;2,\$s/$/\tpaid/" profit >t
    printf "b\t2024-01-02\t1\t\tx\tvoid\nb\t2024-09-01\t1\t\tx\tpaid\n" >>t
    ltv-by-media -N --horizons 30 --profit --as-of 2024-02-01 t |
	cut -f 10' <<!
3.3750
!

# --- samples

# t1 upgraded later, t2 at once; t3 has a main product in a refund alone; t4
# began with one; t5 and t6 bought something without a name
given trial <<!
order_id	customer_id	order_date	product_id	amount	media
1	t1	2024-01-01	S	1	x
2	t1	2024-01-02	M	9	x
3	t2	2024-01-01	M	9	x
3	t2	2024-01-01	S	1	x
4	t3	2024-01-01	S	1	x
5	t3	2024-01-02	M	-9	x
6	t4	2024-01-01	M	9	x
7	t4	2024-01-02	S	1	x
8	t5	2024-01-01		9	x
9	t6	2024-01-01	Sample	0	x
10	t6	2024-01-02	\N	9	x
!
printf 'media\tcost\nx\t300\n' >costs
printf 'S\n\nSample\n' >samples
printf 'n\tid\n1\tSample\n2\t\n3\tS\n' >samples.tsv
cp samples.tsv odd:name; cp samples odd:list
for x in S,Sample Sample,S,no @samples @samples: @samples.tsv:id @odd:name:id \
    @odd:list:; do
	gives "--trial $x" \
	    "ltv-by-media --horizons 1 --trial $x --costs costs trial |
		cut -f 2,10-15" <<!
customers	trial_customers	upgraded	upgrade_rate	cost	cpa	cpo
6	4	2	0.500000	300	50.00	100.00
!
done
gives '--trial: no samples at all, and nothing but samples' \
    'for x in none S,M,Sample; do
	ltv-by-media -N --horizons 1 --trial $x --costs costs trial |
	cut -f 10-15; done' <<!
0	0		300	50.00	60.00
5	0	0.000000	300	50.00	
!
gives '--trial --unit day: a day is one purchase' \
    'sed "s/2024-01-02/2024-01-01/" trial |
	ltv-by-media -N --horizons 1 --trial S,Sample --unit day |
	cut -f 10-12' <<!
5	3	0.600000
!
misused "--trial: an empty text in 'S,'" '--trial S, trial'
misused "--trial: an empty text in ''" "--trial '' trial"
refused "samples.tsv:1: no column 'product'" 'the header has: n, id' \
    'ltv-by-media --trial @samples.tsv:product trial'
refuses 3 '--trial: no such file' 'ltv-by-media --trial @nowhere trial' <<!
ltv-by-media: nowhere: cannot open: No such file or directory
!

# --- costs

# x: 2 customers, (none) and y: none of them
given paid <<!
customer_id	order_date	amount	media
a	2024-01-01	60	x
a	2024-03-01	60	x
b	2024-02-01	60	x
c	2024-02-02	0	z
!
given costs <<!
cost	note	media
1.5	a	x
2.25	b	x
5	c	
0	d	y
-1	e	z
!
gives '--costs: rows add up; media that won nobody' \
    'ltv-by-media --total --horizons 1 --costs costs --null "\N" paid |
	cut -f 1,2,6,10-' <<!
media	customers	amount	cost	cpa	cpo	roas	limit_cpo	cpo_margin	payback_months
x	2	180	3.75	1.8750	1.8750	48.000000	\N	\N	\N
z	1	0	-1.00	-1.0000	-1.0000	0.000000	\N	\N	\N
(none)	0	0	5.00	\N	\N	0.000000	\N	\N	\N
y	0	0	0.00	\N	\N	\N	\N	\N	\N
(all)	3	180	7.75	2.5833	2.5833	23.225806	\N	\N	\N
!
gives '--costs: media that won somebody but are not in the file' \
    'printf "media\tcost\n" | cat - >none
    ltv-by-media -N --horizons 1 --costs none --margin 1 --null "\N" paid |
	cut -f 1,2,10-' <<!
x	2	60.00	0	0.00	0.00	\N	60.00	60.00	1
z	1	0.00	0	0.00	0.00	\N	0.00	0.00	\N
!
# D is 2024-03-01: the months are 2024-01 to 2024-03
given by_month <<!
media	month	cost
x	2024-01	1
x	2024-01	2
x	2024-03	4
z	2024-02	8
w	2024-02	16
x	2023-12	0.5
x	2024-04	0.5
v	2024-04	0.5
!
gives '--costs by month: those of the span' \
    'ltv-by-media --horizons 1 --costs by_month --total paid | cut -f 1,2,10
    ltv-by-media --period month --horizons 1 --costs by_month --total paid |
	cut -f 1-3,11,12' <<!
media	customers	cost
x	2	7
z	1	8
w	0	16
(all)	3	31
media	month	customers	cost	cpa
x	2024-01	1	3	3.00
x	2024-02	1	0	0.00
x	2024-03	0	4	
z	2024-02	1	8	8.00
w	2024-02	0	16	
(all)		3	31	10.33
!
gives '--costs by month: the span that the options say' \
    'for x in "--first-from 2023-11-01" "--first-to 2024-04-30" \
	"--first-from 2024-02-01 --first-to 2024-02-29" \
	"--first-to 2024-02-10 --as-of 2024-02-10"; do
	ltv-by-media -N --horizons 1 --costs by_month $x paid |
	cut -f 1,2,10 | paste -sd " " -; done' <<!
x	2	7.5 z	1	8.0 w	0	16.0
x	2	7.5 z	1	8.0 v	0	0.5 w	0	16.0
x	1	0 z	1	8 w	0	16
x	2	3 z	1	8 w	0	16
!
for x in '--first-from 2024-01-02' '--first-from 2024-01-31 --period month'; do
	misused "--first-from: no month's first day, and --costs has months" \
	    "--costs by_month $x nowhere"
done
for x in '--first-to 2024-02-28 --as-of 2024-03-01 nowhere' \
    '--first-to 2024-02-28 paid' '--first-to 2024-03-02 paid'; do
	misused "--first-to: no month's last day and not the as-of date, \
and --costs has months" "--costs by_month $x"
done
gives '--first-to is the as-of date, and it comes from the input' \
    'ltv-by-media -N --first-to 2024-03-01 --costs by_month paid |
	cut -f 1,2; ltv-by-media -N --first-from 2024-01-02 \
	--first-to 2024-02-05 --costs costs paid | cut -f 1,2' <<!
x	2
z	1
w	0
x	1
z	1
(none)	0
y	0
!

# wrong TEXT: a file of costs of these bytes
wrong() { printf "$1" >costs; }
number='as 1200, -500 or 0.25, with at most 12 digits and 6 decimals'
for cost in 1,000 1e3 x 1234567890123 0.1234567 -; do
	wrong "media\tcost\nx\t1\nx\t$cost\n"
	refused "costs:3: cost: not a decimal number: '$cost'" "$number" \
	    'ltv-by-media --costs costs nowhere'
done
for cost in '' '\\N'; do
	wrong "media\tcost\nx\t$cost\n"
	refused "costs:2: cost: no number: ''" 'every line needs one' \
	    'ltv-by-media --costs costs nowhere'
done
for month in '' 2024-1 2024-13 2024-00 0000-01 2024-01-01 202401 2024/01 x; do
	wrong "media\tmonth\tcost\nx\t$month\t1\n"
	refused "costs:2: month: not a month (YYYY-MM): '$month'" 'as 2024-01' \
	    'ltv-by-media --costs costs nowhere'
done
wrong 'media\tcost\n\377\t1\n'
refused "costs:2: media: not valid UTF-8: '\\xff'" \
    'iconv -t utf-8 converts it' 'ltv-by-media --costs costs nowhere'
wrong 'media\tspent\nx\t1\n'
refused "costs:1: no column 'cost'" 'the header has: media, spent' \
    'ltv-by-media --costs costs nowhere'
wrong 'media\tcost\tcost\nx\t1\t1\n'
refused "costs:1: column 'cost' stands twice in the header" \
    'rename one of the two' 'ltv-by-media --costs costs nowhere'
wrong 'media\tcost\nx\t1\n'
refused "costs:1: no column 'month'" 'the header has: media, cost' \
    'ltv-by-media --period month --costs costs nowhere'
wrong 'media\tcost\r\nx\t1\r\n'
refused 'costs:1: the line ends in CR LF' "convert it: tr -d '\\r'" \
    'ltv-by-media --costs costs nowhere'
wrong 'media\tcost\nx\t1\t1\n'
refused 'costs:2: 3 fields where the header has 2' \
    'TAB separates fields, and nothing quotes it' \
    'ltv-by-media --costs costs nowhere'
refuses 3 '--costs: no such file' 'ltv-by-media --costs nothing nowhere' <<!
ltv-by-media: nothing: cannot open: No such file or directory
!

# --- what is left, and when it is paid back

# 1 over 3 customers who are mature is 0.333…, 1 over 6 is 0.1666…
given thirds <<!
customer_id	order_date	amount	media
a	2024-01-01	1	x
b	2024-01-01	0	x
c	2024-01-01	0	x
d	2024-01-02	0	x
e	2024-01-02	0	x
f	2024-01-02	0	x
!
printf 'media\tcost\nx\t1\n' >costs
gives 'cpo_margin is rounded once' \
    'ltv-by-media -N --horizons 1 --margin 1 --costs costs thirds |
	cut -f 10,13,15,16' <<!
0.33	0.17	0.33	0.17
!
gives 'cpo_margin has the decimals of the more precise' \
    'printf "media\tcost\nx\t1.00\n" >t
    ltv-by-media -N --horizons 1 --margin 1 --costs t thirds |
	cut -f 10,13,16
    sed 2s/1.x/1.000x/ thirds | sed "2s/	1.000/	1.000	/;s/		/	/" |
	ltv-by-media -N --horizons 1 --margin 1 --costs costs |
	cut -f 10,13,16' <<!
0.33	0.1667	0.1667
0.33333	0.17	0.16667
!
# cpo: 1 / 200 = 0.005; gross profit: 0
gives 'below zero it is rounded half away from zero too' \
    'for i in $(seq 200); do printf "$i\t2024-01-01\t0\tx\n"; done >t
    for cost in 1 -1; do printf "media\tcost\nx\t$cost\n" >u
	ltv-by-media -N --horizons 0 --margin 1 --costs u \
	-H customer_id,order_date,amount,media t | cut -f 13,16; done' <<!
0.01	-0.01
-0.01	0.01
!
# half of 100 on day 0, again on day 60, and on day 720
given payback <<!
customer_id	order_date	amount	media
a	2022-01-01	100	x
a	2022-03-02	100	x
a	2023-12-22	100	x
z	2024-12-31	0	z
!
gives 'payback_months: from the cpo on, to the millionth, within 30 k days' \
    'for cost in -1 50 50.000001 100 100.000001 150 150.000001; do
	printf "media\tcost\nx\t$cost\n" >t
	ltv-by-media -N --margin 0.5 --costs t --null "\N" payback |
	sed -n 1s/.*\\\t//p; done | paste -sd " " -
    printf "media\tcost\nx\t150\n" >t
    sed s/12-22/12-23/ payback |
	ltv-by-media -N --margin 0.5 --costs t --null "\N" |
	sed -n 1s/.*\\\t//p' <<!
1 1 2 2 24 24 \N
\N
!
# 3 customers come to 100: 33.33… each, as 100 costs of 3; d is not mature
given exact <<!
customer_id	order_date	amount	media
a	2024-01-01	100	x
b	2024-01-01	0	x
c	2024-01-01	0	x
!
gives 'payback_months: thirds are exact' \
    'for cost in 100 100.000001; do printf "media\tcost\nx\t$cost\n" >t
	ltv-by-media -N --as-of 2024-02-01 --margin 1 --costs t --null "\N" \
	exact | sed s/.*\\\t//; done' <<!
1
\N
!
gives 'payback_months: only whose days have passed; nobody, none' \
    'printf "d\t2024-01-03\t9000\tx\n" | cat exact - >t
    printf "media\tcost\nx\t200\n" >u
    for day in 2024-01-30 2024-01-31 2024-02-01 2024-02-02; do
	ltv-by-media -N --as-of $day --margin 1 --costs u --null "\N" t |
	sed s/.*\\\t//; done | paste -sd " " -' <<!
\N \N \N 1
!

# --- the vectors of the definitions, 13.6

gives 'three purchases of 5000 are worth 15000; of 3980, 11940, and 7164' \
    'for price in 5000 3980; do
	for day in 01-01 06-01 12-31; do
	    printf "a\t2024-$day\t$price\tx\n"; done |
	ltv-by-media -N --as-of 2025-12-31 --horizons 365 --margin 0.6 \
	-H customer_id,order_date,amount,media | cut -f 9,10; done' <<!
15000.00	9000.00
11940.00	7164.00
!
# repeated CUSTOMERS AGAIN: orders of so many customers, of so many two
repeated() {
	awk -v n="$1" -v again="$2" 'BEGIN {
	    for (i = 1; i <= n; i++)
		print i "\t2024-01-01\t1\tx\tS"
	    for (i = 1; i <= again; i++)
		print i "\t2024-02-01\t1\tx\tM" }' |
	ltv-by-media -N --as-of 2024-12-31 --trial S --horizons 1 \
	    -H customer_id,order_date,amount,media,product_id |
	cut -f 2,4,10-12
}
gives '30 of 100 and 250 of 1000 came again; 3 of 10 were upgraded' \
    'repeated 100 30; repeated 1000 250; repeated 10 3' <<!
100	0.300000	100	30	0.300000
1000	0.250000	1000	250	0.250000
10	0.300000	10	3	0.300000
!

# --- large sums

# sum CUSTOMER MEDIUM: nine times the largest amount, 8999999999991
sum() { yes "$1	2024-01-01	999999999999	$2" | head -n 9; }
columns='-H customer_id,order_date,amount,media'
limit='a sum must stay below 9223372036854 on either side of 0'
gives 'all together may be more than any row' \
    '{ sum a x; sum b y; } |
	ltv-by-media -N --total --horizons 0 $columns | cut -f 1,5,6,9' <<!
x	999999999999	8999999999991	8999999999991.00
y	999999999999	8999999999991	8999999999991.00
(all)	1999999999998	17999999999982	8999999999991.00
!
refused 'amount: sum too large in one row' "$limit" \
    '{ sum a x; sum b x; } | ltv-by-media $columns'
gives 'the curve prints no sum' \
    '{ sum a x; sum b x; } | ltv-by-media -N --curve $columns |
	sed -n 1,2p' <<!
x	30	0	
x	60	0	
!
large='{ sum b x; sum a x; sum a x; sum b y; sum b y; }'
refused "amount: sum too large: customer 'b'" "$limit" \
    "$large | ltv-by-media $columns --curve"
gives 'who is left out is not summed' \
    "$large | ltv-by-media $columns --curve --first-to 2023-12-31" <<!
media	days	mature	ltv
!
printf 'media\tcost\n' >costs
yes 'x	999999999999' | head -n 10 >>costs
refused 'cost: sum too large in one row' "$limit" \
    'sum a x | ltv-by-media --costs costs $columns'
gives 'a customer within days may be more, and come back' \
    '{ sum a x; sum a x; sum a x | sed "s/9999/-9999/;s/-01	/-03	/"; } |
	ltv-by-media -N --horizons 0,1,2 $columns | cut -f 6,9-' <<!
8999999999991	17999999999982.00	1	17999999999982.00	1	8999999999991.00
!
gives 'quotients of any size' \
    'printf "media\tcost\nx\t0.000001\n" >t; sum a x |
	ltv-by-media -N --costs t $columns | sed "s/.*0.000001//"' <<!
	8999999999991000000.000000			
!

# --- options

while IFS='|' read -r options what; do
	misused "$what" "$options nowhere"
done <<!
--horizons ''|--horizons: '' is no number of days
--horizons 30,|--horizons: '' is no number of days
--horizons 30,x|--horizons: 'x' is no number of days
--horizons -1|--horizons: '-1' is no number of days
--horizons 1.5|--horizons: '1.5' is no number of days
--horizons 30,30|--horizons: 30 stands behind 30: days must ascend
--horizons 60,30|--horizons: 30 stands behind 60: days must ascend
--f2-days x|--f2-days: 'x' is not a whole number from 0 to 2147483647
--margin 1.000001|--margin: '1.000001' is not a decimal from 0 to 1
--margin -0.1|--margin: '-0.1' is not a decimal from 0 to 1
--margin 60%|--margin: '60%' is not a decimal from 0 to 1
--margin ''|--margin: '' is not a decimal from 0 to 1
--margin 0.5 --profit|--margin: excludes --profit
--period week|--period: 'week' is not one of month
--period month --curve|--curve: excludes --period
--curve --horizons 30|--horizons: not used with --curve
--curve --f2-days 30|--f2-days: not used with --curve
--curve --margin 0.5|--margin: not used with --curve
--curve --profit|--profit: not used with --curve
--curve --trial x|--trial: not used with --curve
--curve --costs x|--costs: not used with --curve
--first-from 2024-01-02 --first-to 2024-01-01|--first-from: is later than --first-to
!
refused "stdin:1: no column 'media'" 'the header has: customer_id, '\
'order_date, amount; --roles media=COLUMN' \
    'cut -f 1-3 paid | ltv-by-media'
refused "stdin:1: no column 'product_id'" 'the header has: customer_id, '\
'order_date, amount, media; --roles product=COLUMN' \
    'ltv-by-media --trial x <paid'
gives '--stats counts the rows' \
    'for x in "" --curve "--curve --total"; do
	ltv-by-media --stats $x -o t paid 2>&1 | grep rows_written; done' <<!
rows_written	2
rows_written	48
rows_written	72
!
done_testing
