#!/bin/sh
# rfm - what it computes; every number was found by hand from the definition
. tests/lib.sh

# D is 2024-12-31. ann: 1200 and 800; bob: 500, a refund of 100; cid: 300.
# aov = 2800 / 4 = 700, so the cuts of m are 700, 1400, 2800, 4900.
given orders <<!
order_id	customer_id	order_date	amount
o1	ann	2024-01-10	1000
o2	bob	2024-02-01	500
o1	ann	2024-01-10	200
o3	ann	2024-06-30	800
o4	cid	2024-12-31	300
o5	bob	2024-03-01	-100
!
gives 'the definition' 'rfm orders' <<!
customer_id	last_date	recency_days	purchases	amount	r	f	m	rfm	segment
ann	2024-06-30	184	2	2000	2	2	3	223	hibernating
bob	2024-02-01	334	1	400	2	1	1	211	hibernating
cid	2024-12-31	0	1	300	5	1	1	511	new
!
head='customer_id	last_date	recency_days	purchases	amount	r	f	m	rfm	segment'

# --- cuts

given days <<!
customer_id	order_date	amount
d0	2024-12-31	1
d30	2024-12-01	1
d31	2024-11-30	1
d90	2024-10-02	1
d91	2024-10-01	1
d180	2024-07-04	1
d181	2024-07-03	1
d365	2024-01-01	1
d366	2023-12-31	1
!
gives 'recency on a cut gets the better score' \
    'rfm -N days | cut -f 1,3,6 | paste - - -' <<!
d0	0	5	d30	30	5	d31	31	4
d90	90	4	d91	91	3	d180	180	3
d181	181	2	d365	365	2	d366	366	1
!
gives 'other cuts of r, those of f and m as they were' \
    'rfm -N --cuts r=0,31,90,365 days | cut -f 6 | paste -s -' <<!
5	4	4	3	2	2	2	2	1
!

# made RFM ...: customers with these scores; m by the cuts of $by
made() {
	awk -v list="$*" 'BEGIN {
		print "customer_id\torder_date\tamount"
		split("2023-12-31 2024-07-03 2024-10-01 2024-11-30 2024-12-31",
		    day)
		split("1 2 3 5 10", count)
		split("0 10 20 30 40", amount)
		n = split(list, who)
		for (i = 1; i <= n; i++) {
			split(who[i], s, "")
			for (k = count[s[2]]; k > 0; k--)
				print who[i] "\t" day[s[1]] "\t" \
				    (k == 1 ? amount[s[3]] : 0)
		}
	}'
}
by='--as-of 2024-12-31 --cuts m=10,20,30,40'
made 511 521 531 541 551 411 421 431 441 451 311 321 331 341 351 \
    211 221 231 241 251 111 121 131 141 151 115 125 135 >grid
gives 'scores are what the cuts say' \
    'rfm -N $by grid | awk "\$1 != \$9 || \$9 != \$6 \$7 \$8"' <<!
!
gives 'the segments, r from 5 to 1, f from 1 to 5' \
    'rfm -N $by grid | head -n 25 | cut -f 10 | paste - - - - -' <<!
new	potential_loyal	potential_loyal	champion	champion
promising	potential_loyal	potential_loyal	loyal	loyal
about_to_sleep	about_to_sleep	need_attention	loyal	loyal
hibernating	hibernating	at_risk	at_risk	cant_lose
hibernating	hibernating	at_risk	at_risk	cant_lose
!
gives 'the same in Japanese' \
    'rfm -N --lang ja $by grid | head -n 25 | cut -f 10 | paste - - - - -' <<!
新規	育成候補	育成候補	最優良	最優良
見込み	育成候補	育成候補	優良	優良
休眠予備	休眠予備	要注意	優良	優良
休眠	休眠	離反注意	離反注意	失いたくない
休眠	休眠	離反注意	離反注意	失いたくない
!
gives 'counts between the cuts of f' \
    'for n in 4 9; do yes "a	2024-01-01	1" | head -n $n >t
	rfm -NH customer_id,order_date,amount t | cut -f 4,7; done' <<!
4	3
9	4
!
given decimals <<!
customer_id	order_date	amount
a	2024-01-01	9.999999
b	2024-01-01	10
c	2024-01-01	20.49
d	2024-01-01	20.5
e	2024-01-01	99.99
f	2024-01-01	100
g	2024-01-01	1000000
h	2024-01-01	0
!
gives 'decimals as cuts of m' \
    'rfm -N --cuts m=10,20.5,100,1000000.000000 decimals |
	cut -f 1,5,8' <<!
a	9.999999	1
b	10.000000	2
c	20.490000	2
d	20.500000	3
e	99.990000	3
f	100.000000	4
g	1000000.000000	5
h	0.000000	1
!
given thirds <<!
customer_id	order_date	amount
a	2024-01-01	3.333333
b	2024-01-01	3.333334
c	2024-01-01	3.333333
!
gives 'a multiple is not rounded: aov is 10 / 3' \
    'rfm -N thirds | cut -f 1,8' <<!
a	1
b	2
c	1
!
given halves <<!
customer_id	order_date	amount
a	2024-01-01	1
b	2024-01-01	4
!
gives 'a multiple met exactly: 0.4 and 1.6 of 2.5' \
    'rfm -N --cuts m=0.4x,1x,1.6x,2x halves | cut -f 1,8' <<!
a	2
b	4
!
given net <<!
customer_id	order_date	amount
a	2024-01-01	180
b	2024-01-01	220
b	2024-01-02	-60
!
gives 'aov is that of purchases before refunds: 200' \
    'rfm -N net | cut -f 1,5,8' <<!
a	180	1
b	160	1
!
gives 'and the same when they are dropped' \
    'rfm -N --refunds drop net | cut -f 1,3,5,8' <<!
a	1	180	1
b	1	220	2
!

# --- orders, refunds, guests, as-of

# r2: zero with a line below zero; p3: a free sample; only cid's is a refund
# only; p6 is dated by its first line, so D is 2024-03-07.
# aov = (100 + 0 + 25) / 3: the cuts of m are 41.67, 83.33, 166.67, 291.67
given refunds <<!
order_id	customer_id	order_date	amount
p1	ann	2024-01-01	100
r1	ann	2024-02-01	-30
r2	ann	2024-03-01	50
r2	ann	2024-03-01	-50
p3	bob	2024-03-05	0
r4	cid	2024-03-06	-10
p6	dan	2024-03-08	-15
p6	dan	2024-03-07	40
!
gives 'refunds are no purchases and lower the amount' 'rfm refunds' <<!
$head
ann	2024-01-01	66	1	70	4	1	2	412	promising
bob	2024-03-05	2	1	0	5	1	1	511	new
dan	2024-03-07	0	1	25	5	1	1	511	new
!
gives 'refunds dropped' 'rfm -N --refunds drop refunds | cut -f 1-5,8' <<!
ann	2024-01-01	66	1	100	3
bob	2024-03-05	2	1	0	1
dan	2024-03-07	0	1	25	1
!
given minus <<!
customer_id	order_date	amount
ann	2024-01-01	-0
bob	2024-01-01	0.25
bob	2024-01-02	-0.75
!
gives 'minus zero is a purchase of 0; a net amount may be below 0' \
    'rfm -N minus | cut -f 1,4,5,8' <<!
ann	1	0.00	1
bob	1	-0.50	1
!
given precise <<!
customer_id	order_date	amount
ann	2024-01-01	2.5
ann	2024-01-01	0.25
bob	2024-01-01	7
!
gives 'amounts print with the decimals of the most precise' \
    'rfm -N precise | cut -f 1,5' <<!
ann	2.75
bob	7.00
!
gives 'written zeros are decimals' \
    'printf "a\t2024-01-01\t2.50\n" |
	rfm -NH customer_id,order_date,amount | cut -f 5' <<!
2.50
!
given guests <<!
order_id	customer_id	order_date	amount
A	ann	2024-01-01	10
B		2024-01-31	5.25
A	\N	2024-01-20	5
!
gives 'guests are left out, but their dates and decimals count' \
    'rfm guests' <<!
$head
ann	2024-01-01	30	1	10.00	5	1	2	512	new
!
given late <<!
order_id	customer_id	order_date	amount
o1	ann	2024-01-20	50
o1	ann	2024-01-10	100
o2	ann	2024-01-16	7
o3		2024-01-18	7
o4	bob	2024-01-15	0.5
o5	cid	2024-01-17	0.25
!
gives 'an order happens with all its lines' \
    'rfm --as-of 2024-01-15 late | cut -f 1-5' <<!
customer_id	last_date	recency_days	purchases	amount
ann	2024-01-10	5	1	150.0
bob	2024-01-15	0	1	0.5
!
gives 'as-of may be later than all orders' \
    'rfm -N --as-of 9999-12-31 orders | cut -f 1-3' <<!
ann	2024-06-30	2912992
bob	2024-02-01	2913142
cid	2024-12-31	2912808
!
given none <<!
order_id	customer_id	order_date	amount
	ann	2024-01-01	1
	ann	2024-01-01	
\N	ann	2024-01-01	\N
x	ann	2024-01-01	
x	ann	2024-01-01	3
!
gives 'none: an order of its own, and an amount that adds nothing' \
    'rfm -N none | cut -f 1-5' <<!
ann	2024-01-01	0	4	4
!
given ids <<!
order_id	customer_id	order_date	amount
007	7	2024-01-01	1
7	7	2024-01-01	1
1	07	2024-01-01	1
2	1e3	2024-01-01	1
3	 7	2024-01-01	1
4	太郎	2024-01-01	1
5	"7"	2024-01-01	1
6	12345678	2024-01-01	1
8	1234567890123456	2024-01-01	1
9	12345678901234567	2024-01-01	1
10	12345678901234568	2024-01-01	1
11	12345678901234567	2024-01-01	1
!
gives 'ids are bytes' 'rfm -N ids | cut -f 1,4' <<!
7	2
07	1
1e3	1
 7	1
太郎	1
"7"	1
12345678	1
1234567890123456	1
12345678901234567	2
12345678901234568	1
!
given clocks <<!
customer_id	order_date	amount
a	2024-01-01T23:30:00-10:00	1
b	2024-01-01 00:00:00.5+14:00	1
c	2024-01-01T09:00Z	1
d	2024-01-01 23:59:59	1
!
gives 'the day is the day as written' 'rfm -N clocks | cut -f 1-3' <<!
a	2024-01-01	0
b	2024-01-01	0
c	2024-01-01	0
d	2024-01-01	0
!
given appearance <<!
order_id	customer_id	order_date	amount	status
1	bob	2024-01-01	1	void
2	cid	2024-01-09	1	paid
3	ann	2024-01-01	-1	paid
4		2024-01-01	1	paid
5	dan	2024-01-01	1	paid
6	bob	2024-01-01	1	paid
7	ann	2024-01-01	1	paid
8	cid	2024-01-01	1	paid
!
gives 'rows in the order of the first kept line' \
    'rfm -N --as-of 2024-01-08 appearance | cut -f 1' <<!
ann
dan
bob
cid
!
given extremes <<!
customer_id	order_date	amount
a	0001-01-01	999999999999
b	9999-12-31	0.000001
c	2000-02-29	-999999999999.999999
c	2000-02-29	0
!
gives 'the ends of what can be said' 'rfm -N extremes | cut -f 1-5' <<!
a	0001-01-01	3652058	1	999999999999.000000
b	9999-12-31	0	1	0.000001
c	2000-02-29	2921880	1	-999999999999.999999
!

# --- --since, --unit, --status

since='ann	2024-06-30	184	1	800	2	1	2	212	hibernating
cid	2024-12-31	0	1	300	5	1	1	511	new'
gives '--since: orders before are as if they were not' \
    'rfm -N --since 2024-03-01 orders' <<!
$since
!
gives '--since: the day itself counts' 'rfm -N --since 2024-06-30 orders' <<!
$since
!
given unit <<!
customer_id	order_date	amount
ann	2024-01-01T10:00	10
ann	2024-01-02	5
ann	2024-01-01 23:59	20
bob	2024-01-02	13
ann	2024-01-01	-4
!
gives '--unit order: aov is 12' 'rfm -N unit | cut -f 1-8' <<!
ann	2024-01-02	0	3	31	5	3	3
bob	2024-01-02	0	1	13	5	1	2
!
gives '--unit day: purchases of a date are one, aov is 16' \
    'rfm -N --unit day unit | cut -f 1-8' <<!
ann	2024-01-02	0	2	31	5	2	2
bob	2024-01-02	0	1	13	5	1	1
!
given states <<!
customer_id	order_date	amount	status
pending	2024-01-01	1	pending
paid	2024-01-01	1	paid
shipped	2024-01-01	1	shipped
delivered	2024-01-01	1	delivered
none	2024-01-01	1	
N	2024-01-01	1	\N
cancelled	2024-01-01	1	cancelled
returned	2024-01-01	1	returned
void	2024-01-01	1	void
!
gives 'statuses that count' 'rfm -N states | cut -f 1 | paste -s -' <<!
pending	paid	shipped	delivered	none	N
!
gives '--status: exactly those' \
    'rfm -N --status void,none,new states | cut -f 1 | paste -s -' <<!
none	N	void
!
gives '--status all' 'rfm -N --status all states | wc -l | tr -d " "' <<!
9
!
gives '--status: words of the shop' \
    'sed "s/void\$/Neu/" states | rfm -N --status Neu | cut -f 1' <<!
void
!
gives '--status all: whatever the words' \
    'sed "s/void\$/Neu/" states | rfm -N --status all | wc -l |
	tr -d " "' <<!
9
!

# --- rank, r-rfm, cuts from files

# W of amounts 10 20 20 40: 0 1 1 3; of recencies 2 2 1 0: 0 0 2 3
given ties <<!
customer_id	order_date	amount
a	2024-01-01	10
b	2024-01-01	20
c	2024-01-02	20
d	2024-01-03	40
!
gives '--rule rank: ties share a score' \
    'rfm -N --rule rank ties | cut -f 1,3-8' <<!
a	2	1	10	1	1	1
b	2	1	20	1	1	2
c	1	1	20	3	1	2
d	0	1	40	4	1	4
!
gives '--rule rank: shuffled and multiplied, the same scores' \
    '{ sed 1q ties; sed 1d ties | sort -r | sed "s/0\$/00/"; } |
	rfm -N --rule rank | cut -f 1,6-8 | sort | paste - -' <<!
a	1	1	1	b	1	1	2
c	3	1	2	d	4	1	4
!
gives '--rule rank:m: the others by cuts' \
    'rfm -N --rule rank:m ties | cut -f 6-8 | paste -s -' <<!
5	1	1	5	1	2	5	1	2	5	1	4
!
gives '--rule rank, two scores: no segments' \
    'rfm -N --rule rank --bins 2 --null "\N" ties | cut -f 6-10' <<!
1	1	1	111	\N
1	1	1	111	\N
2	1	1	211	\N
2	1	2	212	\N
!
gives '--rule rank, nine scores: W * 9 / 4' \
    'rfm -N --rule rank --bins 9 ties | cut -f 9' <<!
111
113
513
717
!

# amounts 10 … 50: breaks 18 26 34 42, plus 1; recencies 0 … 40: 8 16 24 32,
# plus 1; purchases 1 1 1 1 2: 1 1 1 1.2, plus 1
given quantiles <<!
customer_id	order_date	amount
e	2024-02-10	50
d	2024-01-31	40
c	2024-01-21	30
b	2024-01-11	20
a	2024-01-01	10
a	2024-01-01	0
!
gives '--rule r-rfm: type-7 quantiles plus 1' \
    'rfm -N --rule r-rfm quantiles | cut -f 1,3-8' <<!
e	0	1	50	5	1	5
d	10	1	40	4	1	4
c	20	1	30	3	1	3
b	30	1	20	2	1	2
a	40	2	10	1	4	1
!
# 0 0.5 1: the breaks of three are 1/3 + 1 and 2/3 + 1, above all
given small <<!
customer_id	order_date	amount
a	2024-01-01	0
b	2024-01-01	0.5
c	2024-01-01	1
d	2024-01-01	1.5
!
gives '--rule r-rfm: the breaks are exact, here 1.5 and 2' \
    'rfm -N --bins 3 --rule r-rfm small | cut -f 1,8 | paste -s -' <<!
a	1	b	1	c	1	d	2
!

gives '--cuts-out: the worst value of each score that occurs' \
    'rfm --rule rank --cuts-out fitted ties >/dev/null; cat fitted' <<!
axis	score	worst	customers
r	1	2	2
r	3	1	1
r	4	0	1
f	1	1	4
m	1	10	1
m	2	20	2
m	4	40	1
!
given carried <<!
customer_id	order_date	amount
a	2024-01-04	5
b	2024-01-03	10
c	2024-01-02	19
d	2024-01-01	20
e	2024-01-04	39.99
f	2024-01-04	40
g	2024-01-04	100
!
gives '--cuts-in: the highest score whose worst is not better' \
    'rfm -N --cuts-in fitted carried | cut -f 1,3-8' <<!
a	0	1	5.00	4	1	1
b	1	1	10.00	3	1	1
c	2	1	19.00	1	1	1
d	3	1	20.00	1	1	2
e	0	1	39.99	4	1	2
f	0	1	40.00	4	1	4
g	0	1	100.00	4	1	4
!
gives '--cuts-in of the own --cuts-out changes nothing' \
    'for rule in "" "--rule rank" "--rule r-rfm" "--cuts m=1,2,3,4"; do
	for table in orders refunds decimals thirds small grid; do
		rfm $rule --cuts-out c $table >one &&
		    rfm --cuts-in c $table | cmp one -
	done; done' <<!
!
gives '--cuts-out prints amounts with their decimals' \
    'rfm --cuts-out c thirds >/dev/null; grep m c' <<!
axis	score	worst	customers
m	1	3.333333	2
m	2	3.333334	1
!
gives '--cuts-out with other calls' \
    'rfm --summary --rule rank --cuts-out c ties >/dev/null; cmp c fitted
	rfm --cross -N --rule rank --cuts-out c ties >/dev/null
	cmp c fitted' <<!
!

# --- grids

given ranges <<!
name	r_from	r_to	f_from	f_to	m_from	m_to
good	4	5	1	5	1	5
tail	1	5	2	5	1	5
good	2	3	1	1	1	5
rest	1	5	1	5	1	5
!
gives '--grid FILE: the first match' \
    'rfm -N --grid ranges orders | cut -f 1,10' <<!
ann	tail
bob	good
cid	good
!
gives '--grid FILE --summary: its own order, then (none)' \
    'rfm --summary --grid ranges orders' <<!
segment	customers	customer_share	purchases	amount	amount_share	mean_amount	aov
good	2	0.666667	2	700	0.259259	350.00	400.00
tail	1	0.333333	2	2000	0.740741	2000.00	1000.00
rest	0	0.000000	0	0	0.000000		
(none)	0	0.000000	0	0	0.000000		
!
gives '--grid FILE: a name as long as a sentence' \
    'sed "s/tail/what once was much and may come back again/" ranges |
	rfm -N --grid /dev/stdin orders | cut -f 1,10' <<!
ann	what once was much and may come back again
bob	good
cid	good
!
given vip <<!
m_to	m_from	f_to	f_from	r_to	r_from	name
9	1	5	5	5	5	vip
!
gives '--grid FILE: columns by name; no match is none' \
    'rfm -N --null "\N" --grid vip orders | cut -f 10 | paste -s -' <<!
\N	\N	\N
!
gives '--grid FILE --summary: who has no match' \
    'rfm -N --summary --grid vip orders' <<!
vip	0	0.000000	0	0	0.000000		
(none)	3	1.000000	4	2700	1.000000	900.00	700.00
!
made 555 554 332 222 424 313 435 425 511 525 135 225 255 253 211 111 \
    215 451 >grid
gives '--grid r-rfm' 'rfm -N $by --grid r-rfm grid | cut -f 1,10' <<!
555	Champions
554	Potential Loyalist
332	Potential Loyalist
222	Loyal Customers
424	Loyal Customers
313	Promising
435	Potential Loyalist
425	Promising
511	New Customers
525	New Customers
135	Can't Lose Them
225	At Risk
255	At Risk
253	Need Attention
211	About To Sleep
111	Lost
215	
451	
!
gives '--grid r-rfm --summary: its order' \
    'rfm -N $by --summary --grid r-rfm grid | cut -f 1,2' <<!
Champions	1
Potential Loyalist	3
Loyal Customers	2
Promising	2
New Customers	2
Can't Lose Them	1
At Risk	2
Need Attention	1
About To Sleep	1
Lost	1
(none)	2
!

# --- the other calls

# aov of hibernating: (1200 + 800 + 500) / 3
gives '--summary' 'rfm --summary orders' <<!
segment	customers	customer_share	purchases	amount	amount_share	mean_amount	aov
champion	0	0.000000	0	0	0.000000		
loyal	0	0.000000	0	0	0.000000		
potential_loyal	0	0.000000	0	0	0.000000		
new	1	0.333333	1	300	0.111111	300.00	300.00
promising	0	0.000000	0	0	0.000000		
need_attention	0	0.000000	0	0	0.000000		
about_to_sleep	0	0.000000	0	0	0.000000		
cant_lose	0	0.000000	0	0	0.000000		
at_risk	0	0.000000	0	0	0.000000		
hibernating	2	0.666667	3	2400	0.888889	1200.00	833.33
!
gives '--summary --lang ja' \
    'rfm -N --summary --lang ja orders | cut -f 1 | paste -s -d " " -' <<!
最優良 優良 育成候補 新規 見込み 要注意 休眠予備 失いたくない 離反注意 休眠
!
gives '--summary: a share of nothing is none' \
    'printf "a\t2024-01-01\t0\n" |
	rfm -NH customer_id,order_date,amount --null "\N" --summary |
	sed -n "1p;4p"' <<!
champion	0	0.000000	0	0	\N	\N	\N
new	1	1.000000	1	0	\N	0.00	0.00
!
two='--bins 2 --cuts r=30 --cuts f=2 --cuts m=0.5x'
gives '--cross: all cells' 'rfm --cross $two orders' <<!
r	f	customers	amount
2	2	0	0
2	1	1	300
1	2	1	2000
1	1	1	400
!
gives '--cross: n by n' 'rfm --cross -N orders |
	awk "\$3 > 0; END { print NR }"' <<!
5	1	1	300
2	2	1	2000
2	1	1	400
25
!
# On 2024-06-30 ann is 0 days and 2 purchases, bob 150 days and 1
gives '--moves-from' 'rfm --moves-from 2024-06-30 orders' <<!
from_segment	to_segment	customers
none	new	1
potential_loyal	hibernating	1
about_to_sleep	hibernating	1
!
gives '--moves-from --list' 'rfm --moves-from 2024-06-30 --list orders' <<!
customer_id	from_segment	segment
ann	potential_loyal	hibernating
bob	about_to_sleep	hibernating
cid	none	new
!
gives '--moves-from D: nobody moves' \
    'rfm -N --moves-from 2024-12-31 orders' <<!
new	new	1
hibernating	hibernating	2
!
gives '--moves-from: before all' 'rfm -N --moves-from 0001-01-01 orders' <<!
none	new	1
none	hibernating	2
!
# aov was 2500 / 3, half of it 416.67: bob's 400 is below; it is 700 now
given halved <<!
name	r_from	r_to	f_from	f_to	m_from	m_to
low	1	2	1	2	1	1
high	1	2	1	2	2	2
!
gives '--moves-from: each date with its own aov' \
    'rfm -N $two --grid halved --moves-from 2024-06-30 orders' <<!
none	low	1
low	high	1
high	high	1
!
# by rank bob was 1 of 2, and is 1 + floor(2 * 1 / 3); ann was and is above
gives '--moves-from: each date with its own ranks' \
    'rfm -N --bins 2 --rule rank --grid halved --moves-from 2024-06-30 \
	--list orders' <<!
ann	high	high
bob	low	low
cid	none	low
!
gives '--moves-from: without a segment' \
    'rfm -N --grid vip --moves-from 2024-06-30 orders
	rfm -N --grid vip --moves-from 2024-06-30 --list --null "\N" \
	    orders' <<!
none	(none)	1
(none)	(none)	2
ann	\N	\N
bob	\N	\N
cid	none	\N
!
gives '--moves-from: orders before --since are no orders then either' \
    'rfm -N --moves-from 2024-06-30 --since 2024-06-30 --list orders' <<!
ann	new	hibernating
cid	none	new
!
gives '--moves-from --lang ja' \
    'rfm -N --moves-from 2024-06-30 --list --lang ja orders' <<!
ann	育成候補	休眠
bob	休眠予備	休眠
cid	none	新規
!

# --- tables in and out

gives 'standard input, nothing or -' \
    'rfm orders >one; rfm <orders | cmp one -; rfm - <orders | cmp one -
	cat orders | rfm | cmp one -; rfm -- orders | cmp one -' <<!
!
given north <<!
amount	customer_id	note	order_date
10	ann	x	2024-01-01
20	bob	y	2024-01-02
!
given south <<!
order_date	customer_id	amount	order_id
2024-01-03	bob	5.5	s1
2024-01-03	ann	1	s2
2024-01-03	bob	0.5	s1
!
gives 'several files, columns in another order' \
    'rfm -N north - south <orders | cut -f 1,2,4,5' <<!
ann	2024-06-30	4	2011.0
bob	2024-02-01	3	426.0
cid	2024-12-31	1	300.0
!
gives 'no newline at the end of a file' \
    'printf "%s" "$(cat north)" >t; rfm -N t south | cut -f 1,4' <<!
ann	2
bob	2
!
gives 'a file without rows among others' \
    'head -n 1 north >t; rfm -N t south t | cut -f 1,4' <<!
bob	1
ann	1
!
gives 'a BOM ahead of each header' \
    'for t in north south; do
		{ printf "\357\273\277"; cat $t; } >$t.bom
	done; rfm -N north.bom south.bom | cut -f 1,4' <<!
ann	2
bob	2
!
gives 'a header line alone' \
    'head -n 1 orders >t; rfm t; rfm --summary t; rfm --cross t
	rfm --moves-from 2024-01-01 t
	rfm --moves-from 2024-01-01 --list t
	rfm -N t; rfm --cuts-out c -N t; cat c
	rfm --summary --grid r-rfm t
	for rule in rank r-rfm; do rfm -N --rule $rule t; done
	printf "%s" "$(cat t)" | rfm --cross' <<!
$head
segment	customers	customer_share	purchases	amount	amount_share	mean_amount	aov
r	f	customers	amount
from_segment	to_segment	customers
customer_id	from_segment	segment
axis	score	worst	customers
segment	customers	customer_share	purchases	amount	amount_share	mean_amount	aov
r	f	customers	amount
!
gives 'nobody to report' \
    'before="--as-of 2024-01-09"; rfm $before orders
	rfm --summary $before orders; rfm --cross $before orders
	rfm --moves-from 2024-01-01 $before orders
	rfm --moves-from 2024-01-01 --list $before orders
	rfm -N --since 2025-01-01 orders
	head -n 2 orders | sed s/ann// | rfm -N' <<!
$head
segment	customers	customer_share	purchases	amount	amount_share	mean_amount	aov
r	f	customers	amount
from_segment	to_segment	customers
customer_id	from_segment	segment
!
columns=order_id,customer_id,order_date,amount
gives '-H: no header line' \
    'sed 1d orders >t; rfm t -H $columns | cmp one -
	rfm --header=$columns <t | cmp one -
	head -n 3 t >u; sed 1,3d t | rfm -H $columns u - | cmp one -' <<!
!
gives '-H: no bytes at all' 'rfm -N -H $columns; rfm -H $columns /dev/null' <<!
$head
!
gives '-N' 'rfm --no-output-header orders | cut -f 1,9' <<!
ann	223
bob	211
cid	511
!
gives '--null' \
    'rfm -N --rule rank --bins 3 ties --null "\N" | cut -f 10 | sort -u
	rfm -N --rule rank --bins 3 ties --null "" | cut -f 9,10 | head -n 1
	rfm -N --summary --null "\N" orders | head -n 1' <<!
\N
111	
champion	0	0.000000	0	0	0.000000	\N	\N
!
gives '-r: roles by list and by file' \
    'sed "1s/.*/注文	お客	日	金額/" orders >t
	rfm -r customer=お客,order=注文,date=日,amount=金額 t >two
	head -n 1 two | cut -f 1; sed 1d two >t1; sed 1d one | cmp t1 -
	printf "customer=お客\norder=注文\n\ndate=日\namount=金額" >roles
	rfm --roles @roles t | cmp two -; rfm -r@roles <t | cmp two -
	rfm -r @roles -H 注文,お客,日,金額 /dev/null | cut -f 1' <<!
お客
お客
!
gives '-r: a column can play another role' \
    'sed 1s/order_id/state/ orders |
	rfm -N -r status=state --status o1,o3 | cut -f 1-5
	rfm -N -r customer=order_id,order=customer_id south |
	cut -f 1' <<!
ann	2024-06-30	0	3	2000
s1
s2
!

# --- threads; --stats

awk 'BEGIN {
	for (long = "c"; length(long) < 9000; long = long long)
		;
	print "customer_id\torder_date\tamount"
	for (i = 1; i <= 20000; i++)
		printf "%s%d\t2024-01-%02d\t%d\n", substr(long, 1,
		    i % 50 ? i % 40 : i % 9000), i, i % 28 + 1, i
}' >ids
sed 1d ids >want
for n in 1 2 5; do
	gives "ids of any length on many sheets: $n threads" \
	    "rfm --threads $n ids | cut -f 1,2,5 | sed 1d |
	    cmp - want" <<!
!
done
gives '--threads changes nothing' \
    'awk "BEGIN { print \"order_id\tcustomer_id\torder_date\tamount\"
	for (i = 1; i <= 30000; i++)
		printf \"o%d\tc%d\t20%02d-%02d-%02d\t%d.%02d\n\", i % 20011,
		    i % 20011 % 7919, i % 24, i % 12 + 1, i % 28 + 1,
		    i * 7919 % 10007 - 500, i % 100 }" >big
	rfm --threads 1 big >t1; wc -l <t1 | tr -d " "
	for n in 2 3 8; do rfm --threads $n big | cmp t1 -; done
	rfm --rule rank --threads 1 big >t1
	rfm --rule rank --threads 5 - <big | cmp t1 -
	rfm --unit day --refunds drop --threads 1 big >t1
	cat big | rfm --unit day --refunds drop --threads 5 | cmp t1 -' <<!
7920
!
given counted <<!
order_id	customer_id	order_date	amount	status
1	ann	2024-01-01	100	paid
1	ann	2024-01-01	20	paid
2	ann	2024-01-01	50	
3	bob	2024-01-05	10	cancelled
4	bob	2024-01-06	10	paid
5	bob	2024-02-01	10	paid
5	bob	2024-02-02	10	void
6	cid	2024-01-07	-5	paid
7		2024-01-08	9	paid
8	\N	2024-02-08	9	paid
9	ann	2024-01-09	-5	paid
!
stats() { sed 's/^\(seconds	\)[0-9]*\.[0-9]*$/\1n/
	s/^\(peak_bytes	\)[0-9][0-9]*$/\1n/'; }
gives '--stats: each line counted once' \
    'rfm --stats --as-of 2024-01-31 counted 2>&1 >/dev/null | stats' <<!
lines	11
lines_rejected	0
lines_by_status	2
lines_after_as_of	2
lines_kept	7
lines_guest	1
orders	4
purchases	3
refunds	1
customers	2
customers_refunds_only	1
same_day_second	1
as_of	2024-01-31
rows_written	2
seconds	n
peak_bytes	n
aov	60.00
!
gives '--stats: an order after as-of with all its lines' \
    'for day in 01-01 01-10 01-17 01-31; do
		rfm --as-of 2024-$day --stats late 2>&1 >/dev/null |
		grep -e ^lines -e ^orders | cut -f 2 | paste -s -
	done' <<!
6	0	0	6	0	0	0
6	0	0	4	2	0	1
6	0	0	1	5	0	4
6	0	0	0	6	1	4
!
gives '--stats: the rows of each call' \
    'for call in "" -N --summary --cross "--moves-from 2024-06-30" \
	    "--moves-from 2024-06-30 --list"; do
		rfm --stats $call orders 2>&1 >/dev/null | grep ^rows
	done | cut -f 2 | paste -s -' <<!
3	3	10	25	3	3
!
gives '--stats: nothing was read' \
    'rfm -H $columns --stats 2>&1 >/dev/null | stats | paste -s -d " " -' <<!
lines	0 lines_rejected	0 lines_by_status	0 lines_after_as_of	0 lines_kept	0 lines_guest	0 orders	0 purchases	0 refunds	0 customers	0 customers_refunds_only	0 same_day_second	0 as_of	 rows_written	0 seconds	n peak_bytes	n aov	
!
gives '--stats leaves the output as it is' \
    'rfm --stats orders 2>/dev/null | cmp one -' <<!
!

# --- what is refused of its own options and files

while IFS='|' read -r call what; do
	refuses 2 "$call" "rfm $call orders" <<!
rfm: $what
rfm: hint: rfm --help
!
done <<!
--summary --cross|--cross: excludes --summary
--moves-from 2024-01-01 --summary|--moves-from: excludes --summary
--list|--list: needs --moves-from
--cross --list|--list: not used with --cross
--cross --grid r-rfm|--grid: not used with --cross
--cross --lang ja|--lang: not used with --cross
--moves-from 2025-01-01|--moves-from: later than the as-of date
--as-of 2024-01-31 --moves-from 2024-02-01|--moves-from: later than the as-of date
--bins 1|--bins: '1' is not a whole number from 2 to 9
--bins 10|--bins: '10' is not a whole number from 2 to 9
--bins 3|--bins: r needs 2 --cuts, or a --rule
--bins 3 --rule rank:rf|--bins: m needs 2 --cuts, or a --rule
--bins 3 --rule rank --summary|--bins: segments of 3 scores need --grid
--bins 3 --rule rank --moves-from 2024-01-01|--bins: segments of 3 scores need --grid
--cuts r=1,2|--cuts: r: 2 cuts make 3 scores, not 5
--cuts r=1,2,2,3|--cuts: '2': cuts ascend
--cuts m=10,9,11,12|--cuts: '9': cuts ascend
--cuts m=1x,2x,1.5x,3x|--cuts: '1.5x': cuts ascend
--cuts m=1x,2,3x,4x|--cuts: decimals and multiples are not mixed
--cuts m=1x,2x,3x,x|--cuts: 'x' is no decimal and no multiple (7x)
--cuts m=|--cuts: '' is no decimal and no multiple (7x)
--cuts r=1,2.5,3,4|--cuts: '2.5' is no whole number
--cuts f=1x,2x,3x,4x|--cuts: '1x' is no whole number
--cuts r=-1,2,3,4|--cuts: '-1' is no whole number
--cuts r=1,2,3,4,5,6,7,8,9|--cuts: more than 8 cuts
--cuts q=1,2,3,4|--cuts: 'q=1,2,3,4' is not r=…, f=… or m=…
--cuts 1,2,3,4|--cuts: '1,2,3,4' is not r=…, f=… or m=…
--cuts f=1,2,3,4 --cuts f=1,2,3,4|--cuts: f given twice
--rule foo|--rule: 'foo' is not rank, rank:AXES or r-rfm
--rule rank:|--rule: names no axis
--rule rank:x|--rule: 'x': axes are r, f, m, each once
--rule rank:mm|--rule: 'm': axes are r, f, m, each once
--rule rank:m --cuts m=1,2,3,4|--cuts: m goes by --rule
--cuts-in fitted --rule rank|--cuts-in: excludes --rule
--cuts-in fitted --cuts f=1,2,3,4|--cuts-in: excludes --cuts
!
cuts='axis	score	worst	customers'
while IFS='|' read -r rows what; do
	printf '%s\n%b' "$cuts" "$rows" >c
	refuses 1 "--cuts-in: $what" 'rfm --cuts-in c orders' <<!
rfm: $what
!
done <<!
r\t2\t3\t1\n|c: no row of axis f
r\t6\t3\t1\n|c:2: score: not a score from 1 to bins: '6'
r\t5\t3\t1\nr\t5\t2\t1\n|c:3: score: stands twice: '5'
r\t4\t3\t1\nr\t5\t4\t1\n|c: axis r: score 5 is not better than score 4
q\t5\t3\t1\n|c:2: axis: not r, f or m: 'q'
f\t5\t3.5\t1\n|c:2: worst: not a value of this axis: '3.5'
m\t5\t1x\t1\n|c:2: worst: not a value of this axis: '1x'
!
refuses 1 '--cuts-in: a column that is missing' \
    'printf "axis\tscore\tcustomers\nr\t5\t3\n" | rfm --cuts-in - orders' <<!
rfm: stdin:1: no column 'worst'
rfm: hint: the header has: axis, score, customers
!
gives '--cuts-in: the column customers is not needed' \
    'rfm --rule rank --cuts-out c -o one orders
    cut -f 1-3 c | rfm --cuts-in - orders | cmp one -' <<!
!
bounds='name	r_from	r_to	f_from	f_to	m_from	m_to'
while IFS='|' read -r row what; do
	printf '%s\n%b\n' "$bounds" "$row" >g
	refuses 1 "--grid: $what" 'rfm --grid g orders' <<!
rfm: $what
!
done <<!
a\t0\t5\t1\t5\t1\t5|g:2: r_from: not a score from 1 to 9: '0'
a\t1\t5\t1\t10\t1\t5|g:2: f_to: not a score from 1 to 9: '10'
a\t1\t5\t1\t5\t3\t2|g:2: m_to: below where the range begins: '2'
a\t\t5\t1\t5\t1\t5|g:2: r_from: not a score from 1 to 9: ''
\t1\t5\t1\t5\t1\t5|g:2: name: not a name: ''
none\t1\t5\t1\t5\t1\t5|g:2: name: not a name: 'none'
(none)\t1\t5\t1\t5\t1\t5|g:2: name: not a name: '(none)'
!
refuses 1 '--grid: too many names' 'echo "$bounds" >g
    seq 251 | sed "s/\$/\t1\t5\t1\t5\t1\t5/" >>g; rfm --grid g orders' <<!
rfm: g:252: name: more than 250 names: '251'
!
refuses 1 '--grid: a short row' 'echo "$bounds" >g; echo a >>g
    rfm --grid g orders' <<!
rfm: g:2: 1 field where the header has 7
rfm: hint: TAB separates fields; an empty line is no row
!
refuses 1 '--grid: a missing column' 'echo name >g; rfm --grid g orders' <<!
rfm: g:1: no column 'r_from'
rfm: hint: the header has: name
!
refuses 1 '--cuts-in: no bytes' 'rfm --cuts-in /dev/null orders' <<!
rfm: /dev/null: no header line
rfm: hint: it is empty: did what should write it fail?
!
refuses 3 '--grid: no file' 'rfm --grid nowhere orders' <<!
rfm: nowhere: cannot open: No such file or directory
!
refuses 2 '--cuts-out: the file of --output' \
    'rfm -o one --cuts-out ./one orders; s=$?; rm -f one; exit $s' <<!
rfm: ./one: named for two outputs
!
refuses 2 '--cuts-out: no name' 'rfm --cuts-out "" nowhere' <<!
rfm: --cuts-out: names no file
rfm: hint: rfm --help
!
refuses 3 '--cuts-out: no directory' 'rfm --cuts-out no/where orders' <<!
rfm: no/where: cannot write: No such file or directory
!

# ann and bob have 8999999999991 each, in one segment
yes '999999999999' | head -n 18 | awk 'BEGIN {
	print "customer_id\torder_date\tamount" }
	{ print (NR % 2 ? "ann" : "bob") "\t2024-01-01\t" $1 }' >rich
gives 'totals over customers may be larger' 'rfm -N rich | cut -f 1,5,8' <<!
ann	8999999999991	5
bob	8999999999991	5
!
refuses 1 '--summary: a cell that is too large' 'rfm --summary rich' <<!
rfm: amount: sum too large in one row
rfm: hint: a sum must stay below 9223372036854 on either side of 0
!
refuses 1 '--cross: a cell that is too large' 'rfm --cross rich' <<!
rfm: amount: sum too large in one row
rfm: hint: a sum must stay below 9223372036854 on either side of 0
!

# ann's second order is too large, and may not have happened
yes '999999999999' | head -n 12 | awk 'BEGIN {
	print "customer_id\torder_id\torder_date\tamount"
	print "ann\t1\t2024-01-01\t10" }
	{ print "ann\t2\t2024-03-01\t" $1 }' >later
gives 'a sum too large later on' \
    'rfm -N --as-of 2024-02-29 later | cut -f 1,2,4,5' <<!
ann	2024-01-01	1	10
!
refuses 1 'and on the day' 'rfm --as-of 2024-03-01 later' <<!
rfm: amount: sum too large: order '2'
rfm: hint: a sum must stay below 9223372036854 on either side of 0
!

# nine lines and a last one come to the limit, less a millionth
# summed SIGN LAST ORDER: ORDER in awk's words
summed() {
	yes -- "${1}999999999999.999999" | head -n 9 | awk -v last="$1$2" 'BEGIN {
		print "customer_id\torder_id\torder_date\tamount"
		print "ann\tp\t2024-01-01\t0" }
		{ print "ann\t" '"$3"' "\t2024-01-01\t" $1 }
		END { print "ann\t" '"$3"' "\t2024-01-01\t" last }'
}
for sign in '' -; do
	for order in '"o"' n++; do
		gives "the largest sum: ${sign:-+} $order" \
		    'summed "$sign" 223372036854.000008 "$order" |
		    rfm -N | cut -f 5' <<!
${sign}9223372036853.999999
!
	done
	refuses 1 "an order of a millionth more: ${sign:-+}" \
	    'summed "$sign" 223372036854.000009 "\"o\"" | rfm' <<!
rfm: amount: sum too large: order 'o'
rfm: hint: a sum must stay below 9223372036854 on either side of 0
!
	refuses 1 "a customer of a millionth more: ${sign:-+}" \
	    'summed "$sign" 223372036854.000009 n++ | rfm' <<!
rfm: amount: sum too large: customer 'ann'
rfm: hint: a sum must stay below 9223372036854 on either side of 0
!
done

# --- standard input begins where whoever read of it has stopped

for n in 1 3; do
	gives "a line was read by another: $n" \
	    '{ echo "# not a header"; cat orders; } >headed
	    rfm orders >one; { read -r line; rfm --threads $n; } <headed |
	    cmp one -; { read -r line; rfm --threads $n -; } <headed | cmp one -
	    test -s one' <<!
!
done

# --- a column of the customers' with the name of another
for call in '' '--moves-from 2024-01-01 --list'; do
	for name in $(rfm $call orders | sed 1q | cut -f 2-); do
		refuses 2 "rfm $call: customers in the column $name" \
		    'rfm $call -r customer=$name nowhere' <<!
rfm: the output would have two columns '$name'
rfm: hint: no command reads such a table: rename one column
!
	done
done
gives 'it is no matter where it is not printed' \
    'sed "1s/customer_id/amount/; 1s/amount/paid/2" orders >named
    for call in --summary --cross "--moves-from 2024-01-01"; do
	rfm $call orders >one
	rfm $call -r customer=amount,amount=paid named | cmp one -
    done' <<!
!
done_testing
