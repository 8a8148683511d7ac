#!/bin/sh
# repeat-cohort - what it computes; every number was found by hand from the
# definition
. tests/lib.sh

head='cohort	customers	k	active	rate	purchases	amount	ltv	complete'

# --- cohorts and cells by month

# D is 2024-03-31, the last day of k = 2 and k = 1
given months <<!
customer_id	order_date	amount
a	2024-01-31	10
b	2024-01-01	1
a	2024-02-01	20
a	2024-03-01	-3
c	2024-02-29	5
a	2024-03-30T23:59:59	4
b	2024-01-31	2
c	2024-03-31	7
!
gives 'months, their first and last days' 'repeat-cohort months' <<!
$head
2024-01	2	0	2	1.000000	3	13	6.50	1
2024-01	2	1	1	0.500000	1	20	16.50	1
2024-01	2	2	1	0.500000	1	1	17.00	1
2024-02	1	0	1	1.000000	1	5	5.00	1
2024-02	1	1	1	1.000000	1	7	12.00	1
!
gives 'an unfinished month counts, but has no rate and no ltv' \
    'repeat-cohort -N --as-of 2024-03-30 --null "\N" months' <<!
2024-01	2	0	2	1.000000	3	13	6.50	1
2024-01	2	1	1	0.500000	1	20	16.50	1
2024-01	2	2	1	\N	1	1	\N	0
2024-02	1	0	1	1.000000	1	5	5.00	1
2024-02	1	1	0	\N	0	0	\N	0
!
gives 'February ends on the 29th; c came on that day' \
    'for day in 2024-02-28 2024-02-29 2024-03-01; do
	repeat-cohort -N --as-of $day months; done' <<!
2024-01	2	0	2	1.000000	3	13	6.50	1
2024-01	2	1	1		1	20		0
2024-01	2	0	2	1.000000	3	13	6.50	1
2024-01	2	1	1	0.500000	1	20	16.50	1
2024-02	1	0	1	1.000000	1	5	5.00	1
2024-01	2	0	2	1.000000	3	13	6.50	1
2024-01	2	1	1	0.500000	1	20	16.50	1
2024-01	2	2	0		0	-3		0
2024-02	1	0	1	1.000000	1	5	5.00	1
2024-02	1	1	0		0	0		0
!
gives 'up to the month of D, whenever that is' \
    'repeat-cohort -N --as-of 2024-12-01 months | cut -f 1,3,9 |
	sed -n "10,12p;23p"
    repeat-cohort -N --as-of 2024-02-10 months | cut -f 1,3,9' <<!
2024-01	9	1
2024-01	10	1
2024-01	11	0
2024-02	10	0
2024-01	0	1
2024-01	1	0
!
given years <<!
customer_id	order_date	amount
a	0001-01-01	1
b	9999-12-31	2
a	9999-12-30	4
!
gives 'from the year 1 to 9999' \
    'repeat-cohort -N years | sed -n "1,2p;119987,\$p"
    repeat-cohort -N --as-of 9999-12-30 years | tail -n 1
    repeat-cohort -N --as-of 0001-01-30 years' <<!
0001-01	1	0	1	1.000000	1	1	1.00	1
0001-01	1	1	0	0.000000	0	0	1.00	1
0001-01	1	119986	0	0.000000	0	0	1.00	1
0001-01	1	119987	1	1.000000	1	4	5.00	1
9999-12	1	0	1	1.000000	1	2	2.00	1
0001-01	1	119987	1		1	4		0
0001-01	1	0	1		1	1		0
!

# --- weeks, all time

# Sundays are 2024-12-29 and 2025-01-05; 2020 has 53 weeks
given weeks <<!
customer_id	order_date	amount
a	2024-12-29	1
a	2024-12-30	2
b	2025-01-01	4
a	2025-01-05	8
b	2025-01-06	16
!
gives 'weeks at the turn of the year' 'repeat-cohort --period week weeks' <<!
$head
2024-12-23	1	0	1	1.000000	1	1	1.00	1
2024-12-23	1	1	1	1.000000	2	10	11.00	1
2024-12-23	1	2	0		0	0		0
2024-12-30	1	0	1	1.000000	1	4	4.00	1
2024-12-30	1	1	1		1	16		0
!
gives 'a week ends on Sunday' \
    'for day in 2025-01-04 2025-01-05 2025-01-11 2025-01-12; do
	repeat-cohort -N --period week --as-of $day weeks | tail -n 1; done' <<!
2024-12-30	1	0	1		1	4		0
2024-12-30	1	0	1	1.000000	1	4	4.00	1
2024-12-30	1	1	1		1	16		0
2024-12-30	1	1	1	1.000000	1	16	20.00	1
!
gives 'a 53rd week; the last days of all' \
    'printf "%s\n" "a	2020-12-27	1" "b	2020-12-28	1" "c	2021-01-03	1" \
	"d	2021-01-04	1" | repeat-cohort -N --period week \
	-H customer_id,order_date,amount | cut -f 1-3,9
    repeat-cohort -N --period week --first-from 2000-01-01 years' <<!
2020-12-21	1	0	1
2020-12-21	1	1	1
2020-12-21	1	2	0
2020-12-28	2	0	1
2020-12-28	2	1	0
2021-01-04	1	0	0
9999-12-27	1	0	1		1	2		0
!
gives 'all time is one cohort and one period, and complete' \
    'repeat-cohort -N --period all months
    repeat-cohort -N --period all --as-of 2024-01-01 months
    repeat-cohort -N --period all years
    repeat-cohort --period all --wide ltv --total months' <<!
all	3	0	3	1.000000	7	46	15.33	1
all	1	0	1	1.000000	1	1	1.00	1
all	2	0	2	1.000000	3	7	3.50	1
cohort	customers	0
all	3	15.33
all	3	15.33
!

# --- refunds and other orders

given refunds <<!
customer_id	order_date	amount
a	2023-12-31	-100
a	2024-01-01	-5
a	2024-01-15	20
only	2024-01-20	-7
a	2024-02-01	-2.5
only	2024-01-20	-0
!
gives 'refunds ahead of the first purchase: in its month, or in no cell' \
    'sed "/^only.*-0/d" refunds >t; { cat t; echo "z	2023-12-01	0"; } |
	repeat-cohort -N --as-of 2024-02-29
    repeat-cohort -N --refunds drop --as-of 2024-02-29 t' <<!
2023-12	1	0	1	1.000000	1	0.0	0.000	1
2023-12	1	1	0	0.000000	0	0.0	0.000	1
2023-12	1	2	0	0.000000	0	0.0	0.000	1
2024-01	1	0	1	1.000000	1	15.0	15.000	1
2024-01	1	1	0	0.000000	0	-2.5	12.500	1
2024-01	1	0	1	1.000000	1	20.0	20.000	1
2024-01	1	1	0	0.000000	0	0.0	20.000	1
!
gives '... in its week; all time has them all' \
    'repeat-cohort -N --period week t | cut -f 1-8
    repeat-cohort -N --period all t' <<!
2024-01-15	1	0	1	1.000000	1	20.0	20.000
2024-01-15	1	1	0	0.000000	0	0.0	20.000
2024-01-15	1	2	0		0	-2.5	
all	1	0	1	1.000000	1	-87.5	-87.500	1
!
gives 'an order of amount 0 is a purchase, and makes a customer' \
    'repeat-cohort -N --period all refunds' <<!
all	2	0	2	1.000000	2	-94.5	-47.250	1
!
given orders <<!
order_id	customer_id	order_date	amount	status
1	a	2024-02-02	1	paid
1	a	2024-01-31	2	paid
2	a	2024-01-05	4	void
3	a	2024-03-01	8	paid
3	a	2024-03-02	-8	paid
	a	2024-02-05	16	paid
	a	2024-02-05	32	paid
4		2024-03-31	64	paid
!
gives 'an order has the date of its earliest line; a guest moves D' \
    'repeat-cohort -N orders; repeat-cohort -N --status all orders |
	head -n 1' <<!
2024-01	1	0	1	1.000000	1	3	3.00	1
2024-01	1	1	1	1.000000	2	48	51.00	1
2024-01	1	2	0	0.000000	0	0	51.00	1
2024-01	1	0	1	1.000000	2	7	7.00	1
!
gives '--unit day' 'repeat-cohort -N --unit day orders | cut -f 4,6,7' <<!
1	1	3
1	1	48
0	0	0
!

# --- modes

# purchases at k = a: 0 0, b: 0 2, c: 0, d: 0 1 3
given modes <<!
customer_id	order_date	amount
a	2024-01-10	1
a	2024-01-10	1
b	2024-01-31	1
b	2024-03-01	1
c	2024-01-01	1
d	2024-01-01	1
d	2024-02-01	1
d	2024-04-30	1
a	2024-04-01	-1
!
gives '--mode: classic, rolling, cumulative' \
    'for mode in classic rolling cumulative; do
	repeat-cohort -N --mode $mode modes | cut -f 3-6; done' <<!
0	4	1.000000	5
1	1	0.250000	1
2	1	0.250000	1
3	1	0.250000	1
0	4	1.000000	5
1	2	0.500000	1
2	2	0.500000	1
3	1	0.250000	1
0	1	0.250000	5
1	2	0.500000	1
2	3	0.750000	1
3	3	0.750000	1
!
gives '--mode: what is later than D has not happened' \
    'for mode in rolling cumulative; do repeat-cohort -N --mode $mode \
	--as-of 2024-02-29 --wide active modes; done' <<!
2024-01	4	4	1
2024-01	4	1	2
!
gives '--mode cumulative: two purchases of a date, or one' \
    'repeat-cohort -N --mode cumulative --unit day --wide active modes' <<!
2024-01	4	0	1	2	2
!
gives '--mode with --period all' \
    'for mode in classic rolling cumulative; do
	repeat-cohort -N --mode $mode --period all modes | cut -f 4,5; done' <<!
4	1.000000
4	1.000000
3	0.750000
!

# --- --wide

gives '--wide: four measures' \
    'for what in active rate amount ltv; do
	repeat-cohort --wide $what --total months; done' <<!
cohort	customers	0	1	2
2024-01	2	2	1	1
2024-02	1	1	1	
all	3	3	2	1
cohort	customers	0	1	2
2024-01	2	1.000000	0.500000	0.500000
2024-02	1	1.000000	1.000000	
all	3	1.000000	0.666667	0.500000
cohort	customers	0	1	2
2024-01	2	13	20	1
2024-02	1	5	7	
all	3	18	27	1
cohort	customers	0	1	2
2024-01	2	6.50	16.50	17.00
2024-02	1	5.00	12.00	
all	3	6.00	15.00	17.00
!
gives '--wide: unfinished cells are none, and in no total' \
    'for what in active rate amount ltv; do repeat-cohort -N --wide $what \
	--total --as-of 2024-03-30 --null "\N" months; done' <<!
2024-01	2	2	1	\N
2024-02	1	1	\N	\N
all	3	3	1	\N
2024-01	2	1.000000	0.500000	\N
2024-02	1	1.000000	\N	\N
all	3	1.000000	0.500000	\N
2024-01	2	13	20	\N
2024-02	1	5	\N	\N
all	3	18	20	\N
2024-01	2	6.50	16.50	\N
2024-02	1	5.00	\N	\N
all	3	6.00	16.50	\N
!
gives '--wide: as many columns as the earliest cohort listed has' \
    'repeat-cohort --wide active --first-from 2024-02-01 months
    repeat-cohort --wide active --as-of 2024-05-05 months
    repeat-cohort --wide rate --as-of 2024-01-30 months' <<!
cohort	customers	0	1
2024-02	1	1	1
cohort	customers	0	1	2	3	4
2024-01	2	2	1	1	0	
2024-02	1	1	1	0		
cohort	customers	0
2024-01	1	
!
gives '--wide: more columns than a year has days' \
    'repeat-cohort --wide rate --period week years >t
    awk -F "\t" "{ print NF }" t; cut -f 1-4,521724- t' <<!
521725
521725
521725
cohort	customers	0	1	521721	521722
0001-01-01	1	1.000000	0.000000	0.000000	
9999-12-27	1				
!

# --- --ladder

# D is 2024-12-31: 240 days before it is 2024-05-05
given ladder <<!
customer_id	order_date	amount
a	2024-05-05	1
b	2024-05-06	1
c	2024-01-01	1
c	2024-01-02	1
d	2024-01-01	1
d	2024-01-05	1
d	2024-05-06	1
e	2024-12-31	1
e	2024-12-31	1
a	2024-12-30	-1
f	2024-06-01	1
f	2024-06-03	1
!
gives '--ladder: lapsed after 240 days, medians' \
    'repeat-cohort --ladder ladder' <<!
n	reached	continued	lapsed	pending	rate	rate_resolved	median_days
1	6	4	1	1	0.666667	0.800000	1.50
2	4	1	1	2	0.250000	0.500000	122.00
3	1	0	0	1	0.000000		
4	0	0	0	0			
5	0	0	0	0			
6	0	0	0	0			
7	0	0	0	0			
8	0	0	0	0			
9	0	0	0	0			
10	0	0	0	0			
11	0	0	0	0			
12	0	0	0	0			
!
gives '--ladder: --lapse-days, --as-of, --unit day' \
    'for by in "--lapse-days 239" "--lapse-days 0" "--lapse-days 2147483647" \
	"--as-of 2025-01-01" "--as-of 9999-12-31" "--unit day"; do
	repeat-cohort -N --ladder $by ladder | sed -n 1,2p; done' <<!
1	6	4	2	0	0.666667	0.666667	1.50
2	4	1	1	2	0.250000	0.500000	122.00
1	6	4	2	0	0.666667	0.666667	1.50
2	4	1	3	0	0.250000	0.250000	122.00
1	6	4	0	2	0.666667	1.000000	1.50
2	4	1	0	3	0.250000	1.000000	122.00
1	6	4	2	0	0.666667	0.666667	1.50
2	4	1	1	2	0.250000	0.500000	122.00
1	6	4	2	0	0.666667	0.666667	1.50
2	4	1	3	0	0.250000	0.250000	122.00
1	6	3	1	2	0.500000	0.750000	2.00
2	3	1	1	1	0.333333	0.500000	122.00
!
# customers 11, 12, 13 and 14 with so many purchases, a day each
gives '--ladder: at its end' \
    'awk "BEGIN { print \"customer_id\torder_date\tamount\"
	for (c = 11; c <= 14; c++) for (i = 1; i <= c; i++)
	printf \"%d\t2024-01-%02d\t1\n\", c, i }" >t
    repeat-cohort -N --as-of 2024-01-20 --lapse-days 8 --ladder t |
	sed -n "1p;10,\$p"' <<!
1	4	4	0	0	1.000000	1.000000	1.00
10	4	4	0	0	1.000000	1.000000	1.00
11	4	3	1	0	0.750000	0.750000	1.00
12	3	2	1	0	0.666667	0.666667	1.00
!
# 3 days to the next purchase for n of them, 10 days for 600
gives '--ladder: medians of many' \
    'for n in 598 599 600 601; do awk -v n=$n "BEGIN {
	print \"customer_id\torder_date\tamount\"
	for (i = 600 + n; i > 0; i--)
	    print i \"\t2024-01-\" (i > n ? 11 : \"04\") \"\t1\"
	for (; i < 600 + n; i++) print i + 1 \"\t2024-01-01\t1\" }" |
	repeat-cohort -N --ladder | cut -f 2,3,8 | head -n 1; done' <<!
1198	1198	10.00
1199	1199	10.00
1200	1200	6.50
1201	1201	3.00
!
gives '--ladder: only those first won in the span' \
    'repeat-cohort -N --ladder --first-from 2024-05-05 \
	--first-to 2024-05-06 ladder | head -n 2' <<!
1	2	0	1	1	0.000000	0.000000	
2	0	0	0	0			
!

# --- --within

# D is 2024-03-31: 30 days before it is 2024-03-01
given within <<!
customer_id	order_date	amount
a	2024-03-01	1
b	2024-03-02	1
c	2024-02-01	1
d	2024-02-01	1
e	2024-02-01T10:00	1
c	2024-03-02	1
d	2024-03-03	1
e	2024-02-01T09:59:59	1
a	2024-03-31	1
a	2024-03-05	-1
b	2024-03-03	1
!
gives '--within: mature on its last day, repeated on its last day' \
    'repeat-cohort --within 0,1,29,30,31 --null "\N" within' <<!
cohort	customers	mature_0	repeated_0	rate_0	mature_1	repeated_1	rate_1	mature_29	repeated_29	rate_29	mature_30	repeated_30	rate_30	mature_31	repeated_31	rate_31
2024-02	3	3	1	0.333333	3	1	0.333333	3	1	0.333333	3	2	0.666667	3	3	1.000000
2024-03	2	2	0	0.000000	2	1	0.500000	2	1	0.500000	1	1	1.000000	0	0	\N
!
gives '--within: --unit day, --period, --as-of' \
    'repeat-cohort -N --within 30 --unit day --period week within
    repeat-cohort -N --within 30 --period all --as-of 2024-03-30 within
    repeat-cohort -N --within 30,999999999 --first-to 2024-02-29 within' <<!
2024-01-29	3	3	1	0.333333
2024-02-26	2	1	1	1.000000
all	5	3	2	0.666667
2024-02	3	3	2	0.666667	0	0	
!

# --- --by

given first <<!
order_id	customer_id	order_date	amount	media	shop	product_id	category	status
20	a	2024-01-01	1	web	s1	SERUM	skin	paid
3	a	2024-01-01	1	tv	s2	CREAM	skin	paid
x	b	2024-01-01T12:00	1	web	s1	CREAM	hair	paid
y	b	2024-01-01T11:59:59	1	mail	s2	SOAP	skin	paid
v	c	2024-01-01	1	void	s1	SERUM	void	void
w	c	2024-01-02	1	web		SOAP	\N	paid
	d	2024-01-03	1	mail	s1	SOAP	skin	paid
1	d	2024-01-03	1	web	s2	SERUM	skin	paid
	d	2024-01-03	1	tv	s2	CREAM	hair	paid
r	e	2024-01-01	-1	tv	s9	CREAM	hair	paid
s	e	2024-01-04	1	\N	s1	(none)		paid
!
by() { for by; do repeat-cohort -N --period all --by $by first | cut -f 1-3; done; }
gives '--by: the first purchase, at one moment by order id, none ahead' \
    'by media shop product category' <<!
(none)	all	1
mail	all	2
web	all	2
(none)	all	1
s1	all	3
s2	all	1
(none)	all	1
SERUM	all	1
SOAP	all	3
(none)	all	2
skin	all	3
!
gives '--by: order ids are compared by bytes' \
    'sed "/^20/s/^20/4/" first >t; repeat-cohort -N --period all --by media t |
	cut -f 1,3' <<!
(none)	1
mail	2
tv	1
web	1
!
gives '--unit day: the earliest of the date' \
    'repeat-cohort -N --period all --unit day --by media first |
	cut -f 1,3,7' <<!
(none)	1	1
mail	2	2
web	2	2
!
# the first line of the order is another one than the earliest
given lines <<!
order_id	customer_id	order_date	amount	media	product_id	status
1		2024-01-01	1	guest	GUEST	paid
1	a	2024-01-01	1	void	VOID	void
1	a	2024-01-09	1	web	B	paid
2	a	2024-01-02	1	tv	C	paid
1	a	2024-01-01	1	mail	A	paid
!
gives '--by: of its first line that counts, not of the earliest' \
    'for by in media product; do
	repeat-cohort -N --by $by lines | cut -f 1,2,7; done' <<!
web	2024-01	2
B	2024-01	2
!
given names <<!
customer_id	order_date	amount	media	product_id
a	2024-01-01	1	雑誌	薬用クリーム（詰め替え用）
b	2024-01-01	1	TV shopping by night	薬用クリーム（詰め替え用２）
c	2024-01-01	1	tv	薬用クリーム
d	2024-01-01	1	TV shopping by day	 CREAM of a very long name
e	2024-01-01	1	TV	a name, 16 bytes
f	2024-01-01	1		薬用クリーム（詰め替え用）
g	2024-01-01	1	雑	CREAM of a very long name
h	2024-01-01	1	zz	a name, 16 bytes.
i	2024-01-01	1	(none)	a name, 16 byte
!
gives '--by: any names, by bytes' \
    'for by in media product; do
	repeat-cohort -N --period all --by $by names | cut -f 1,3; done' <<!
(none)	2
TV	1
TV shopping by day	1
TV shopping by night	1
tv	1
zz	1
雑	1
雑誌	1
 CREAM of a very long name	1
CREAM of a very long name	1
a name, 16 byte	1
a name, 16 bytes	1
a name, 16 bytes.	1
薬用クリーム	1
薬用クリーム（詰め替え用）	2
薬用クリーム（詰め替え用２）	1
!
given both <<!
order_id	customer_id	order_date	amount	shop	media
1	a	2024-01-01	1	x	tv
2	b	2024-02-01	2	x	web
3	c	2024-02-01	4	y	tv
4	b	2024-02-28	8	y	tv
5	a	2024-02-29	16	y	tv
6	c	2024-02-29	-1	x	web
!
gives '--by: with every call; columns of all keys' \
    'repeat-cohort --by shop both; repeat-cohort --by shop --wide ltv --total \
	--null "\N" both; repeat-cohort --by shop --within 28 both
    repeat-cohort --by shop --ladder both | sed -n "1,3p;14,16p"' <<!
shop	$head
x	2024-01	1	0	1	1.000000	1	1	1.00	1
x	2024-01	1	1	1	1.000000	1	16	17.00	1
x	2024-02	1	0	1	1.000000	2	10	10.00	1
y	2024-02	1	0	1	1.000000	1	3	3.00	1
shop	cohort	customers	0	1
x	2024-01	1	1.00	17.00
x	2024-02	1	10.00	\N
x	all	2	5.50	17.00
y	2024-02	1	3.00	\N
y	all	1	3.00	\N
shop	cohort	customers	mature_28	repeated_28	rate_28
x	2024-01	1	1	0	0.000000
x	2024-02	1	1	1	1.000000
y	2024-02	1	1	0	0.000000
shop	n	reached	continued	lapsed	pending	rate	rate_resolved	median_days
x	1	2	2	0	0	1.000000	1.000000	43.00
x	2	2	0	0	2	0.000000		
y	1	1	0	0	1	0.000000		
y	2	0	0	0	0			
y	3	0	0	0	0			
!
gives '--by: a key has its customers of the span only' \
    'repeat-cohort --by media --wide active --first-to 2024-01-31 both
    repeat-cohort --by media --wide active --total --first-from 2024-02-01 both' <<!
media	cohort	customers	0	1
tv	2024-01	1	1	1
media	cohort	customers	0
tv	2024-02	1	1
tv	all	1	1
web	2024-02	1	1
web	all	1	1
!
gives '--by: the column is called as the role, wherever it stands' \
    'sed "1s/media/媒体/" both | repeat-cohort -r media=媒体 --by media |
	head -n 1
    sed 1d both | repeat-cohort --by media \
	-H order_id,customer_id,order_date,amount,x,media | cut -f 1 | uniq' <<!
media	$head
media
tv
web
!

# --- --first-from, --first-to

gives '--first-from, --first-to: those days too' \
    'for by in "--first-from 2024-01-31" "--first-from 2024-02-01" \
	"--first-to 2024-01-30" "--first-to 2024-01-31" \
	"--first-from 2024-01-02 --first-to 2024-02-29"; do
	repeat-cohort -N --wide amount $by months; done' <<!
2024-01	1	10	20	1
2024-02	1	5	7	
2024-02	1	5	7
2024-01	1	3	0	0
2024-01	2	13	20	1
2024-01	1	10	20	1
2024-02	1	5	7	
!

# --- lines in any order

backwards() {
	{ head -n 1 $table; sed 1d $table | tac; } >t
	repeat-cohort $call $table >one
	repeat-cohort $call t | cmp one -
}
for table in months weeks modes ladder within; do
	for call in '' '--mode rolling --period week' '--wide ltv' --ladder \
	    '--mode cumulative' '--within 1,30' '--period week --unit day'; do
		gives "$table backwards: $call" backwards <<!
!
	done
done

# --- tables in and out

calls='|--period week|--period all|--wide rate|--wide amount --total|--ladder'
calls="$calls|--within 30,90"
each() { echo "$calls" | tr '|' '\n' | while read -r call; do "$1"; done; }
heads="$head
$head
$head
cohort	customers
cohort	customers
n	reached	continued	lapsed	pending	rate	rate_resolved	median_days
cohort	customers	mature_30	repeated_30	rate_30	mature_90	repeated_90	rate_90"
alone() { repeat-cohort $call t; repeat-cohort -N $call t; }
gives 'a header line alone' 'head -n 1 months >t; each alone' <<!
$heads
!
gives 'refunds and guests alone' \
    'printf "%s\n" "$(head -n 1 months)" "a	2024-01-01	-1" \
	"	2024-01-01	5" >t; each alone' <<!
$heads
!
nobody() { repeat-cohort --first-from 2024-05-01 $call months; }
gives 'nobody in the span' 'each nobody' <<!
$heads
!
nobody() { repeat-cohort --as-of 0001-01-01 $call months; }
gives 'nobody yet' 'each nobody' <<!
$heads
!
nobody() { repeat-cohort --first-from 2025-01-01 --by product $call names; }
gives 'nobody, by product' 'each nobody' <<!
$(echo "$heads" | sed 's/^/product	/')
!
unread() { repeat-cohort -H customer_id,order_date,amount $call </dev/null; }
gives '-H: no bytes at all' 'each unread' <<!
$heads
!
same() {
	repeat-cohort $call months >one
	repeat-cohort $call <months | cmp one -
	sed 1d months | repeat-cohort $call -H customer_id,order_date,amount - |
	    cmp one -
	sed 1d one >two
	repeat-cohort $call -N months | cmp two -
}
gives 'standard input, -H and -N' 'each same' <<!
!
threads() {
	for by in '' '--by media' '--by product'; do
		repeat-cohort $call $by --threads 1 big >one
		[ -s one ]
		for n in 2 3 8; do
			repeat-cohort $call $by --threads $n big | cmp one -
		done
	done
}
gives '--threads changes nothing' \
    'sample-orders --lines "${TOKUI_LINES:-60000}" >big; each threads' <<!
!
gives '--stats' \
    'repeat-cohort --stats months 2>&1 >/dev/null | grep -e ^cust -e same -e row
    repeat-cohort --stats --by media --ladder first 2>&1 >/dev/null |
	grep -e ^cust -e same -e row' <<!
customers	3
customers_refunds_only	0
same_day_second	0
rows_written	5
customers	5
customers_refunds_only	0
same_day_second	3
rows_written	36
!

# --- what is refused of its own options

while IFS='|' read -r call what; do
	refuses 2 "$call" "repeat-cohort $call nowhere" <<!
repeat-cohort: $what
repeat-cohort: hint: repeat-cohort --help
!
done <<!
--wide rate --ladder|--ladder: excludes --wide
--ladder --within 30|--within: excludes --ladder
--within 30 --wide rate|--within: excludes --wide
--total|--total: needs --wide
--ladder --total|--total: not used with --ladder
--within 30 --total|--total: not used with --within
--lapse-days 30|--lapse-days: needs --ladder
--wide ltv --lapse-days 30|--lapse-days: not used with --wide
--within 30 --lapse-days 30|--lapse-days: not used with --within
--ladder --period month|--period: not used with --ladder
--ladder --mode classic|--mode: not used with --ladder
--within 30 --mode classic|--mode: not used with --within
--wide customers|--wide: 'customers' is not one of active|rate|amount|ltv
--period year|--period: 'year' is not one of month|week|all
--mode later|--mode: 'later' is not one of classic|rolling|cumulative
--by customer|--by: 'customer' is not one of media|shop|product|category
--ladder --lapse-days -1|--lapse-days: '-1' is not a whole number from 0 to 2147483647
--ladder --lapse-days 1.5|--lapse-days: '1.5' is not a whole number from 0 to 2147483647
--within ''|--within: '' is no number of days
--within 30,|--within: '' is no number of days
--within 30,x|--within: 'x' is no number of days
--within -1|--within: '-1' is no number of days
--within 1.5|--within: '1.5' is no number of days
--within 1000000000|--within: '1000000000' is no number of days
--within 30,30|--within: 30 stands behind 30: days must ascend
--within 90,30|--within: 30 stands behind 90: days must ascend
--first-from 2024-02-30|--first-from: not a date (YYYY-MM-DD): '2024-02-30'
--first-to 2024-1-1|--first-to: not a date (YYYY-MM-DD): '2024-1-1'
--first-from 2024-01-02 --first-to 2024-01-01|--first-from: is later than --first-to
!
for role in media:media shop:shop product:product_id category:category; do
	refuses 1 "--by ${role%:*}: needs its column" \
	    "repeat-cohort --by ${role%:*} months" <<!
repeat-cohort: months:1: no column '${role#*:}'
repeat-cohort: hint: the header has: customer_id, order_date, amount; \
--roles ${role%:*}=COLUMN
!
done
for row in 'a	2024-01-01	1	\303(' '	2024-01-01	1	\377' \
    'a	2024-01-01	1	0123456789abcdef\200'; do
	shown=$(printf '%s' "${row##*	}" | sed 's/\\303/\\xc3/;s/\\377/\\xff/
	    s/\\200/\\x80/')
	printf "customer_id\torder_date\tamount\tmedia\n$row\n" >t
	refuses 1 "--by: an invalid name: $shown" 'repeat-cohort --by media t' <<!
repeat-cohort: t:2: media: not valid UTF-8: '$shown'
repeat-cohort: hint: from-cart --encoding reads other encodings
!
	gives "--rejects: it is rejected: $shown" \
	    'echo "a	2024-01-31	2	tv" >>t
	    repeat-cohort -N --by media --rejects r t; cut -f 2-4 r' <<!
tv	2024-01	1	0	1	1.000000	1	2	2.00	1
line	column	reason
2	media	not valid UTF-8
!
done

# --- sums

# 8999999999991 in January, one more in February
{
	head -n 1 months
	yes 'a	2024-01-01	999999999999' | head -n 9
	yes 'a	2024-02-01	999999999999' | head -n 9
	echo 'a	2024-02-29	1'
} >rich
gives 'what was spent so far may be larger than a cell' \
    'repeat-cohort -N rich | cut -f 7,8; repeat-cohort -N --wide ltv rich
    repeat-cohort -N --within 30 --period all rich
    repeat-cohort -N --ladder rich | sed -n 9,10p' <<!
8999999999991	8999999999991.00
8999999999992	17999999999983.00
2024-01	1	8999999999991.00	17999999999983.00
all	1	1	1	1.000000
9	1	1	0	0	1.000000	1.000000	31.00
10	1	1	0	0	1.000000	1.000000	0.00
!
gives 'and so may a total' \
    'sed "1d;s/^a/b/;s/-01-/-03-/" rich | cat rich - |
	repeat-cohort -N --wide amount --total --as-of 2024-03-31' <<!
2024-01	1	8999999999991	8999999999992	0
2024-02	1	8999999999992	8999999999991	
all	2	17999999999983	17999999999983	0
!
for call in '' '--wide active' '--period all --by media -r media=customer_id'; do
	refuses 1 "a cell that is too large: $call" \
	    "sed 's/-02-..	/-01-31	/' rich | repeat-cohort $call" <<!
repeat-cohort: amount: sum too large in one row
repeat-cohort: hint: a sum must stay below 9223372036854 on either side of 0
!
done
gives 'a cell that came back' \
    'sed "s/-02-..	/-01-31	/" rich >t; yes "a	2024-01-31	-999999999999" |
	head -n 9 >>t; repeat-cohort -N t | cut -f 6,7' <<!
19	8999999999992
!
done_testing
