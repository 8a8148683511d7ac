#!/bin/sh
# cpm - what it computes; every number was found by hand from the definition
. tests/lib.sh

head='customer_id	first_date	last_date	purchases	amount	tenure_days	recency_days	stage	state	segment'

# --- stages and states, at the edges

# D is 2024-12-31
given edges <<!
customer_id	order_date	amount
one239	2024-05-06	1
one240	2024-05-05	1
two89	2024-10-03	100000
two89	2024-12-31	100000
two90-	2024-10-02	1
two90-	2024-12-31	69998
two90	2024-10-02	1
two90	2024-12-31	69999
five209	2024-06-05	70000
five209	2024-06-05	0
five209	2024-06-06	0
five209	2024-06-07	0
five209	2024-12-31	0
five210	2024-06-04	0
five210	2024-06-05	0
five210	2024-06-06	0
five210	2024-06-07	0
five210	2024-12-31	70000
five400	2023-11-27	0
five400	2024-06-05	0
five400	2024-06-06	0
five400	2024-06-07	0
five400	2024-12-31	69999
twice	2024-12-31	100000
twice	2024-12-31	100000
!
gives 'the definition at its edges' 'cpm --prime-amount 70000 edges' <<!
$head
one239	2024-05-06	2024-05-06	1	1	0	239	first	active	first-active
one240	2024-05-05	2024-05-05	1	1	0	240	first	lapsed	first-lapsed
two89	2024-10-03	2024-12-31	2	200000	89	0	toddler	active	toddler-active
two90-	2024-10-02	2024-12-31	2	69999	90	0	steady	active	steady-active
two90	2024-10-02	2024-12-31	2	70000	90	0	trendy	active	trendy-active
five209	2024-06-05	2024-12-31	5	70000	209	0	trendy	active	trendy-active
five210	2024-06-04	2024-12-31	5	70000	210	0	prime	active	prime-active
five400	2023-11-27	2024-12-31	5	69999	400	0	steady	active	steady-active
twice	2024-12-31	2024-12-31	2	200000	0	0	toddler	active	toddler-active
!
gives '--unit day: two purchases of one day are one' \
    'cpm -N --unit day --prime-amount 70000 edges | tail -n 1 |
	cut -f 4,5,8' <<!
1	200000	first
!
gives 'all ten, 240 days later lapsed, in Japanese' \
    'for day in 2024-12-31 2025-08-28; do
	cpm -N --as-of $day --prime-amount 70000 --lang ja edges |
	sed -n "1p;3,5p;7p" | cut -f 8-10; done' <<!
初回	現役	初回現役客
よちよち	現役	よちよち現役客
コツコツ	現役	コツコツ現役客
流行	現役	流行現役客
優良	現役	優良現役客
初回	離反	初回離反客
よちよち	離反	よちよち離反客
コツコツ	離反	コツコツ離反客
流行	離反	流行離反客
優良	離反	優良離反客
!
gives 'other edges' \
    'cpm -N --toddler-days 91 --prime-days 209 --lapse-days 0 \
	--prime-amount 0.5 edges | cut -f 1,10' <<!
one239	first-lapsed
one240	first-lapsed
two89	toddler-lapsed
two90-	toddler-lapsed
two90	toddler-lapsed
five209	prime-lapsed
five210	prime-lapsed
five400	prime-lapsed
twice	toddler-lapsed
!
gives 'no toddlers, no trendy, nobody lapses' \
    'cpm -N --toddler-days 0 --prime-days 0 --lapse-days 2147483647 \
	--prime-amount -1 edges | cut -f 10 | uniq -c | sed "s/^ *//"' <<!
2 first-active
7 prime-active
!
gives 'prime-days below toddler-days: nobody is trendy' \
    'cpm -N --prime-days 89 --prime-amount 70000 edges | cut -f 8 |
	sort | uniq -c | sed "s/^ *//"' <<!
2 first
3 prime
2 steady
2 toddler
!

# --- the amount: net, and against multiples of the aov

# aov = 10 / 3; a has 2 orders of 3.333333 and 3.333334, b one
given thirds <<!
customer_id	order_date	amount
a	2024-01-01	3.333333
b	2024-01-01	3.333333
a	2024-12-31	3.333334
!
gives 'a multiple is not rounded: twice the aov is 6.666666 2/3' \
    'for x in 2x 2.000000x 2.000001x 1.999999x; do
	cpm -N --prime-amount $x thirds | sed -n 1p | cut -f 5,8; done' <<!
6.666667	prime
6.666667	prime
6.666667	steady
6.666667	prime
!
gives 'a multiple not reached, and one met exactly' \
    'sed "3s/33$/34/;4s/34$/33/" thirds >t
    for x in "t --prime-amount 2x" "t --prime-amount 1.999999x"; do
	cpm -N $x | sed -n 1p | cut -f 5,8
    done; sed "4s/34$/33/" thirds | cpm -N --prime-amount 2x |
	sed -n 1p | cut -f 5,8' <<!
6.666666	steady
6.666666	prime
6.666666	prime
!
# aov = (100 + 300 + 200) / 3 = 200: 7x is 1400 before and after the refund
given net <<!
customer_id	order_date	amount
a	2024-01-01	100
a	2024-06-01	300
a	2024-06-20	-50
b	2024-06-30	200
!
gives 'the amount is net, the aov is that of purchases' \
    'for x in 350 350.01 1.75x 1.750001x 2x; do
	cpm -N --prime-amount $x net | sed -n 1p | cut -f 5,8; done' <<!
350	trendy
350	steady
350	trendy
350	steady
350	steady
!
gives '--refunds drop' \
    'cpm -N --refunds drop --prime-amount 2x net | cut -f 3-8' <<!
2024-06-01	2	400	152	29	trendy
2024-06-30	1	200	0	0	first
!
gives 'a refund changes no date' \
    'printf "%s\n" "a	2023-01-01	-1" "a	2024-12-31	-1" |
	cat net - | cpm -N | sed -n 1p' <<!
a	2024-01-01	2024-06-01	2	348	152	213	steady	active	steady-active
!
gives 'an aov of 0' \
    'printf "%s\n" "a	2024-01-01	0" "a	2024-12-31	0" |
	cpm -N -H customer_id,order_date,amount | cut -f 8' <<!
prime
!

# --- --portfolio

# first-active: x; steady-lapsed: y, z; aov = 36.5 / 6
given shares <<!
customer_id	order_date	amount
x	2024-12-31	10.5
y	2023-01-01	1
z	2023-02-01	10
y	2023-12-01	2
z	2023-06-01	9
z	2023-06-02	4
!
gives '--portfolio' 'cpm --portfolio shares' <<!
segment	customers	customer_share	amount	amount_share	mean_amount	mean_purchases	mean_tenure_days	mean_recency_days
first-active	1	0.333333	10.5	0.287671	10.500	1.00	0.00	0.00
toddler-active	0	0.000000	0.0	0.000000				
steady-active	0	0.000000	0.0	0.000000				
trendy-active	0	0.000000	0.0	0.000000				
prime-active	0	0.000000	0.0	0.000000				
first-lapsed	0	0.000000	0.0	0.000000				
toddler-lapsed	0	0.000000	0.0	0.000000				
steady-lapsed	2	0.666667	26.0	0.712329	13.000	2.50	227.50	487.00
trendy-lapsed	0	0.000000	0.0	0.000000				
prime-lapsed	0	0.000000	0.0	0.000000				
!
gives '--portfolio: names and none' \
    'cpm -N --portfolio --lang ja --null "\N" shares | cut -f 1,6' <<!
初回現役客	10.500
よちよち現役客	\N
コツコツ現役客	\N
流行現役客	\N
優良現役客	\N
初回離反客	\N
よちよち離反客	\N
コツコツ離反客	13.000
流行離反客	\N
優良離反客	\N
!
# recencies 0, 0, 0, 0, 0, 0, 0, 1: 0.125; purchases 9 of 8 customers: 1.125
gives '--portfolio: means of days and counts are rounded half away' \
    'for i in 1 2 3 4 5 6 7; do printf "$i	2024-01-02	1\n"; done >t
    printf "8	2024-01-01	1\n" >>t
    cpm -N --portfolio -H customer_id,order_date,amount t |
	sed -n 1p | cut -f 6-' <<!
1.00	1.00	0.00	0.13
!
gives '--portfolio: the sums are those of the rows' \
    'cpm -N --portfolio edges | awk "{ n += \$2; m += \$4 }
	END { print n, m }"; cpm -N edges | awk "{ m += \$5 }
	END { print NR, m }"' <<!
9 750000
9 750000
!
gives '--portfolio: shares of nothing are none' \
    'printf "a	2024-01-01	0\n" |
	cpm -N -H customer_id,order_date,amount --portfolio --null "\N" |
	sed -n 1,2p' <<!
first-active	1	1.000000	0	\N	0.00	1.00	0.00	0.00
toddler-active	0	0.000000	0	\N	\N	\N	\N	\N
!

# --- --history

# at 2024-01-31 a is first; at 2024-02-29 a is toddler, b first; on 03-30 b
# was refunded
given months <<!
customer_id	order_date	amount
a	2024-01-31	10
a	2024-02-29	20
b	2024-02-29	30
b	2024-03-30	-5
!
gives '--history: the ends of months, then D' \
    'cpm --history 4 months | awk "NR == 1 || \$3"' <<!
date	segment	customers	amount
2024-01-31	first-active	1	10
2024-02-29	first-active	1	30
2024-02-29	toddler-active	1	30
2024-03-30	first-active	1	25
2024-03-30	toddler-active	1	30
!
gives '--history: ten rows each, oldest first, before all too' \
    'cpm -N --history 4 months | cut -f 1 | uniq -c | sed "s/^ *//"
    cpm -N --history 4 --null "\N" months | head -n 1' <<!
10 2023-12-31
10 2024-01-31
10 2024-02-29
10 2024-03-30
2023-12-31	first-active	0	0
!
gives '--history: D is a month-end itself, once' \
    'cpm -N --as-of 2024-02-29 --history 2 months | cut -f 1 | uniq
    cpm -N --as-of 2024-03-01 --history 2 months | cut -f 1 | uniq
    cpm -N --as-of 2024-03-01 --history 1 months | cut -f 1 | uniq' <<!
2024-01-31
2024-02-29
2024-02-29
2024-03-01
2024-03-01
!
# 7x: at 2024-04-30 a has 70 of an aov of 80 / 8, at D the aov is 1070.5 / 9
given grown <<!
customer_id	order_date	amount
a	2024-01-01	10
a	2024-01-01	10
a	2024-01-01	10
a	2024-01-01	10
a	2024-01-01	10
a	2024-01-01	10
a	2024-04-30	10
b	2024-04-01	10
b	2024-05-01	990.5
!
gives '--history: each date with its own aov; decimals of D' \
    'cpm -N --history 2 grown | awk "\$3"' <<!
2024-04-30	first-active	1	10.0
2024-04-30	trendy-active	1	70.0
2024-05-01	toddler-active	1	1000.5
2024-05-01	steady-active	1	70.0
!
gives '--history of N: the last rows of more' \
    'cpm -N --history 7 edges | tail -n 30 >t
    cpm -N --history 3 edges | cmp t -; tail -n 10 t | cut -f 2- >u
    cpm -N --portfolio edges | cut -f 1,2,4 | cmp u -' <<!
!
given early <<!
customer_id	order_date	amount
a	0001-01-01	1
a	0001-01-31	1
a	0001-02-28	1
!
gives '--history, --lag: no date before the year 1' \
    'cpm -N --history 119988 early | cut -f 1 | uniq
    cpm -N --transitions --lag 1 early | head -n 1
    cpm -N --transitions --lag 2 early | head -n 1
    cpm -N --matrix --lag 119988 early' <<!
0001-01-31
0001-02-28
first	0	0		0	
first	0	0		0	
none	toddler-active	1
!
gives '--history --lang ja' \
    'cpm -N --history 2 --lang ja months | sed -n "1p;12p"' <<!
2024-02-29	初回現役客	1	30
2024-03-30	よちよち現役客	1	30
!

# --- --transitions and --matrix

# Amounts of 100 are prime, 100 days lapsed. Six months before D, 2024-08-31,
# was 2024-02-29: stay, up and left were first and active (left for the last
# day), old first and lapsed, tod toddler, ste steady, tre trendy, pri prime
given moved <<!
customer_id	order_date	amount
pri	2023-01-01	100
ste	2023-06-01	10
tre	2023-10-01	100
old	2023-11-21	10
left	2023-11-22	10
tod	2024-01-01	10
ste	2024-01-02	10
up	2024-02-01	10
pri	2024-02-01	0
tre	2024-02-20	0
stay	2024-02-29	10
tod	2024-02-29	10
new	2024-03-01	10
left	2024-05-01	10
tod	2024-07-01	80
old	2024-08-01	10
tre	2024-08-20	-50
up	2024-08-31	10
!
by='--prime-amount 100 --lapse-days 100'
gives '--transitions' 'cpm --transitions $by moved' <<!
stage	base	moved	rate	moved_any	rate_any
first	3	1	0.333333	2	0.666667
toddler	1	1	1.000000	1	1.000000
steady	1	0	0.000000	0	0.000000
trendy	1	0	0.000000	0	0.000000
!
gives '--matrix: who was where, none first' 'cpm --matrix $by moved' <<!
from	to	customers
none	first-lapsed	1
first-active	steady-active	1
first-active	first-lapsed	1
first-active	steady-lapsed	1
toddler-active	trendy-active	1
steady-active	steady-lapsed	1
trendy-active	steady-lapsed	1
prime-active	prime-lapsed	1
first-lapsed	steady-active	1
!
# 2024-07-31 against 2024-01-31: left, old and tod were first and active; old
# came back on 2024-08-01 only
gives '--transitions --history: each date against its own' \
    'cpm --transitions --history 2 --null "\N" $by moved
    cpm -N --history 2 --transitions $by moved | tail -n 4 | cut -f 2- >t
    cpm -N --transitions $by moved | cmp t -' <<!
date	stage	base	moved	rate	moved_any	rate_any
2024-07-31	first	3	2	0.666667	2	0.666667
2024-07-31	toddler	0	0	\N	0	\N
2024-07-31	steady	1	0	0.000000	0	0.000000
2024-07-31	trendy	0	0	\N	0	\N
2024-08-31	first	3	1	0.333333	2	0.666667
2024-08-31	toddler	1	1	1.000000	1	1.000000
2024-08-31	steady	1	0	0.000000	0	0.000000
2024-08-31	trendy	1	0	0.000000	0	0.000000
!
# a day earlier stay had not come, old was active, tod came once
gives '--lag: from the month-end, or the same day' \
    'for day in 2024-08-31 2024-08-30 2024-08-29 2024-08-28; do
	cpm -N --transitions $by --as-of $day moved | head -n 1 | cut -f 2
    done; cpm -N --matrix --as-of 2024-02-29 --lag 1 $by moved |
	head -n 2' <<!
3
3
3
4
none	first-active	2
first-active	first-active	1
!
gives '--lag 24: before them all' \
    'cpm -N --transitions --lag 24 $by moved
    cpm -N --matrix --lag 24 $by moved' <<!
first	0	0		0	
toddler	0	0		0	
steady	0	0		0	
trendy	0	0		0	
none	steady-active	2
none	trendy-active	1
none	first-lapsed	2
none	steady-lapsed	3
none	prime-lapsed	1
!
gives '--matrix: everybody is in it; its sums are those of the dates' \
    'cpm -N --matrix $by moved | awk -F "\t" "\$1 != \"none\" {
	n[\$1] += \$3 } END { for (i in n) print i \"\t\" n[i] }" | sort >t
    cpm -N --portfolio --as-of 2024-02-29 $by moved | cut -f 1,2 |
	awk "\$2" | sort | cmp - t' <<!
!
gives '--transitions, --matrix --lang ja' \
    'cpm -N --transitions --lang ja $by moved | cut -f 1,2
    cpm -N --matrix --lang ja --null "\N" $by moved | head -n 2' <<!
初回	3
よちよち	1
コツコツ	1
流行	1
none	初回離反客	1
初回現役客	コツコツ現役客	1
!
# the aov falls from 30 to 17.5: 2x is 60 then and 35 now
given cheaper <<!
customer_id	order_date	amount
a	2024-01-01	25
a	2024-05-01	25
b	2024-06-01	40
c	2024-12-01	5
c	2024-12-02	5
c	2024-12-03	5
!
gives 'a customer moves by the aov alone' \
    'cpm -N --transitions --lapse-days 300 --as-of 2024-12-15 \
	--prime-amount 2x cheaper | sed -n 3p' <<!
steady	1	1	1.000000	1	1.000000
!

# --- tables in and out

calls='--portfolio|--history 3|--transitions|--transitions --history 3|--matrix'
each() { echo "|$calls" | tr '|' '\n' | while read -r call; do "$1"; done; }
heads="$head
segment	customers	customer_share	amount	amount_share	mean_amount	mean_purchases	mean_tenure_days	mean_recency_days
date	segment	customers	amount
stage	base	moved	rate	moved_any	rate_any
date	stage	base	moved	rate	moved_any	rate_any
from	to	customers"
alone() { cpm $call t; cpm -N $call t; }
gives 'a header line alone' 'head -n 1 edges >t; each alone' <<!
$heads
!
gives 'refunds and guests alone' \
    'printf "%s\n" "$(head -n 1 edges)" "a	2024-01-01	-1" \
	"	2024-01-01	5" >t; each alone' <<!
$heads
!
nobody() { cpm --as-of 0001-01-01 $call moved; }
gives 'nobody yet' 'each nobody' <<!
$heads
!
unread() { cpm -H customer_id,order_date,amount $call </dev/null; }
gives '-H: no bytes at all' 'each unread' <<!
$heads
!
same() {
	cpm $call moved >one
	cpm $call <moved | cmp one -
	sed 1d moved | cpm $call -H customer_id,order_date,amount - | cmp one -
	sed 1d one >two
	cpm $call -N moved | cmp two -
}
gives 'standard input, -H and -N' 'each same' <<!
!
gives '-r: the customers have their column' \
    'sed "1s/.*/お客	日	金額/" moved |
	cpm -r customer=お客,date=日,amount=金額 | head -n 1 | cut -f 1,2' <<!
お客	first_date
!
given several <<!
order_id	customer_id	order_date	amount	status
o2	bob	2024-02-01	5	paid
o1	ann	2024-06-01	10	paid
o1	ann	2024-05-01	5.5	paid
o3	ann	2024-01-01	1	cancelled
o4	ann	2024-12-31	4	pending
o5	bob	2024-03-01	1	paid
!
gives 'orders of several lines, in no order; statuses' \
    'cpm several; cpm -N --status all several | head -n 2 | tail -n 1' <<!
$head
bob	2024-02-01	2024-03-01	2	6.0	29	305	toddler	lapsed	toddler-lapsed
ann	2024-05-01	2024-12-31	2	19.5	244	0	steady	active	steady-active
ann	2024-01-01	2024-12-31	3	20.5	365	0	steady	active	steady-active
!
threads() {
	cpm $call --threads 1 big >one
	[ -s one ]
	for n in 2 3 8; do cpm $call --threads $n big | cmp one -; done
}
gives '--threads changes nothing' \
    'sample-orders --lines 60000 >big; each threads' <<!
!
gives '--stats: the prime amount, behind the others' \
    'for x in 7x 1.5x 0x 70000 0.000001 -5.25; do
	cpm --stats --prime-amount $x net 2>&1 >/dev/null | tail -n 1
    done; cpm --stats thirds 2>&1 >/dev/null | tail -n 1
    cpm --stats grown 2>&1 >/dev/null | tail -n 1
    head -n 1 net | cpm --stats 2>&1 >/dev/null | tail -n 1
    cpm --stats --history 3 net 2>&1 >/dev/null |
	cut -f 1 | tail -n 4 | paste -s -
    cpm --stats --as-of 2024-01-01 --portfolio net 2>&1 >/dev/null |
	grep -e rows -e prime' <<!
prime_amount	1400.00
prime_amount	300.00
prime_amount	0.00
prime_amount	70000.000000
prime_amount	0.000001
prime_amount	-5.250000
prime_amount	23.333333
prime_amount	832.611
prime_amount	
rows_written	seconds	peak_bytes	prime_amount
rows_written	10
prime_amount	700.00
!

# --- what is refused of its own options

while IFS='|' read -r call what; do
	refuses 2 "$call" "cpm $call nowhere" <<!
cpm: $what
cpm: hint: cpm --help
!
done <<!
--portfolio --matrix|--matrix: excludes --portfolio
--transitions --portfolio|--transitions: excludes --portfolio
--matrix --transitions|--matrix: excludes --transitions
--portfolio --history 3|--history: not used with --portfolio
--history 3 --matrix|--history: not used with --matrix
--lag 3|--lag: needs --transitions or --matrix
--history 3 --lag 3|--lag: needs --transitions or --matrix
--portfolio --lag 3|--lag: not used with --portfolio
--history 0|--history: '0' is not a whole number from 1 to 119988
--transitions --lag 0|--lag: '0' is not a whole number from 1 to 119988
--matrix --lag 119989|--lag: '119989' is not a whole number from 1 to 119988
--toddler-days -1|--toddler-days: '-1' is not a whole number from 0 to 2147483647
--prime-days 1.5|--prime-days: '1.5' is not a whole number from 0 to 2147483647
--lapse-days 2147483648|--lapse-days: '2147483648' is not a whole number from 0 to 2147483647
--prime-amount x|--prime-amount: 'x' is no decimal and no multiple (7x)
--prime-amount -1x|--prime-amount: '-1x' is no decimal and no multiple (7x)
--prime-amount 7X|--prime-amount: '7X' is no decimal and no multiple (7x)
--prime-amount 70,000|--prime-amount: '70,000' is no decimal and no multiple (7x)
--prime-amount ''|--prime-amount: '' is no decimal and no multiple (7x)
!

# ann and bob have 8999999999991 each, in one segment
yes '999999999999' | head -n 18 | awk 'BEGIN {
	print "customer_id\torder_date\tamount" }
	{ print (NR % 2 ? "ann" : "bob") "\t2024-01-01\t" $1 }' >rich
gives 'totals over customers may be larger' \
    'cpm -N rich | cut -f 1,5,8; cpm -N --matrix rich
    cpm --stats --prime-amount 999999999999x rich 2>&1 >/dev/null |
	tail -n 1' <<!
ann	8999999999991	toddler
bob	8999999999991	toddler
none	toddler-active	2
prime_amount	9223372036854.00
!
for call in --portfolio '--history 1'; do
	refuses 1 "$call: a cell that is too large" 'cpm $call rich' <<!
cpm: amount: sum too large in one row
cpm: hint: a sum must stay below 9223372036854 on either side of 0
!
done

# --- a column of the customers' with the name of another
given orders <<!
customer_id	order_date	amount
ann	2024-01-01	10
!
for name in $(cpm orders | sed 1q | cut -f 2-); do
	refuses 2 "customers in the column $name" \
	    'cpm -r customer=$name nowhere' <<!
cpm: the output would have two columns '$name'
cpm: hint: no command reads such a table: rename one column
!
done
gives 'it is no matter where it is not printed' \
    'sed 1s/customer_id/state/ orders >named
    for call in --portfolio --transitions --matrix "--history 1"; do
	cpm $call orders >one; cpm $call -r customer=state named | cmp one -
    done' <<!
!
done_testing
