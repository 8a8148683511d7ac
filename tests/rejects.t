#!/bin/sh
# --rejects - rows with a fault go to a file and change nothing else; a new
# command is a line more in the list at the end
. tests/lib.sh

tab=$(printf '\t')

# faulty FILE: a row in seven is damaged, by turns in each way that there is
faulty() {
	awk -F '\t' -v OFS='\t' '
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next }
		NR % 7 != 3 { print; next }
		{ way = int(NR / 7) % 9 }
		way == 0 { $at["amount"] = "1,200" }
		way == 1 { $at["order_date"] = "2024-02-30" }
		way == 2 { $at["order_date"] = "" }
		way == 3 { $0 = $0 OFS "more" }
		way == 4 { $0 = "" }
		way == 5 { $0 = $0 "\r" }
		way == 6 { $at["customer_id"] = "a\\b\377" }
		way == 7 { $at["status"] = "lost" }
		way == 8 { $at["order_id"] = "\300\200" ; $at["amount"] = "-" }
		{ print }' "$1"
}

# without REJECTS FILE: FILE without the lines that REJECTS names
without() {
	awk -F '\t' 'NR == FNR { if (FNR > 1) gone[$2] = 1; next }
		!(FNR in gone)' "$1" "$2"
}

given bad.tsv <<!
customer_id	order_date	amount	order_id
a	2024-01-01	100	1
b	2024-01-02	1,200	2
c	2024-02-30	x	3
d	2024-01-04

e	2024-01-05	5	5	
f	2024-01-06	10	6
!
printf 'g\r\t2024-01-06\t10\t7\ng\t2024-01-06\t10\0\t7\n' >>bad.tsv
printf 'h\\\377\342\202\t2024-01-06\t10\t8\r\r\n' >>bad.tsv
printf 'h\\\377\342\202\t2024-01-06\t\t8\nj\t2024-01-07\t10\t9' >>bad.tsv
gives 'the others pass, and each is told' \
    'rfm --rejects r bad.tsv | cut -f 1-4; cat r' <<!
customer_id	last_date	recency_days	purchases
a	2024-01-01	6	1
f	2024-01-06	1	1
j	2024-01-07	0	1
file	line	column	reason	row
bad.tsv	3	amount	not a decimal number	b\\t2024-01-02\\t1,200\\t2
bad.tsv	4	order_date	not a date (YYYY-MM-DD)	c\\t2024-02-30\\tx\\t3
bad.tsv	5		2 fields where the header has 4	d\\t2024-01-04
bad.tsv	6		1 field where the header has 4	
bad.tsv	7		5 fields where the header has 4	e\\t2024-01-05\\t5\\t5\\t
bad.tsv	9		CR in the line	g\\r\\t2024-01-06\\t10\\t7
bad.tsv	10		NUL byte in the line	g\\t2024-01-06\\t10\\0\\t7
bad.tsv	11		CR in the line	h\\\\\\xff\\xe2\\x82\\t2024-01-06\\t10\\t8\\r\\r
bad.tsv	12	customer_id	not valid UTF-8	h\\\\\\xff\\xe2\\x82\\t2024-01-06\\t\\t8
!
gives 'a filter passes the others as they are' \
    'segment "amount > 5" --rejects r bad.tsv | cut -f 1,2 | head -n 4
    cut -f 2,3 r' <<!
customer_id	order_date
a	2024-01-01
f	2024-01-06
j	2024-01-07
line	column
3	amount
4	amount
5	
6	
7	
9	
10	
11	
!
gives 'what cannot be computed is a fault of its row too' \
    'printf "x\n1\n999999999999\n2\n" |
    segment "x * x * 100 > 0" --rejects r; cut -f 1-3,5 r' <<!
x
1
2
file	line	column	row
stdin	3		999999999999
!
gives 'no fault, no row' 'rfm --rejects r -N $root/tests/shop.tsv | wc -l |
    tr -d " "; cat r' <<!
6
file	line	column	reason	row
!
gives 'names of files and lines of --header' 'mkdir "a	b"
    tail -n +2 bad.tsv >"a	b/c\\d"; rfm -N --rejects r --header \
    customer_id,order_date,amount,order_id "a	b/c\\d" | wc -l | tr -d " "
    sed -n "2p;\$p" r | cut -f 1-3' <<!
3
a\\tb/c\\\\d	2	amount
a\\tb/c\\\\d	11	customer_id
!
gives 'two files, each with its own lines' 'cp bad.tsv two.tsv
    rfm --status all --rejects r bad.tsv two.tsv >out; echo $?
    cut -f 1,2 r | tail -n 10' <<!
0
bad.tsv	12
two.tsv	3
two.tsv	4
two.tsv	5
two.tsv	6
two.tsv	7
two.tsv	9
two.tsv	10
two.tsv	11
two.tsv	12
!
gives 'a file that the output goes to as well' \
    'rfm --rejects r bad.tsv >o; rfm --rejects /dev/stdout bad.tsv >t
    cat r o | cmp - t; rfm --rejects t --stats bad.tsv 2>t | cmp - o
    head -n 10 t | cmp - r; sed -n 11,12p t' <<!
lines	12
lines_rejected	9
!
awk 'BEGIN { print "x"; for (i = 0; i < 60000; i++) print i % 3 ? i : "b" i }' \
    >many
gives 'rows stay whole where both go to one place' \
    'segment "x >= 0" --rejects /dev/stdout many >t; wc -l <t
    segment "x >= 0" --rejects r many >o; cat r o | sort >both
    sort t | cmp both -; segment "x >= 0" --rejects /dev/stdout many |
    sort | cmp both -' <<!
60002
!

# --- what is no fault of a row

echo old >r
refuses 1 'a header' 'rfm --rejects r -r amount=sum bad.tsv' <<!
rfm: bad.tsv:1: no column 'sum'
rfm: hint: the header has: customer_id, order_date, amount, order_id; --roles amount=COLUMN
!
printf 'customer_id\torder_date\tamount\torder_id\nz\tx\t1\t1\nb\t2024-01-01\t1\t1\n' >one
printf 'c\t2024-01-01\t1\t1\n' >>one
refuses 1 'two customers in one order' 'rfm --rejects r one' <<!
rfm: one:4: order_id: two customers in order '1'
rfm: hint: 'b' in one:3, 'c' here; do the order numbers of several shops overlap?
!
many=$(printf '%050d' 0 | tr 0 a)b
refuses 4 'a limit' 'printf "%s\n" x "a" $many |
    segment --rejects r "x !~ /^(a+)+\$/" >o' <<!
segment: stdin:3: expression:1:1: the match limit was reached: '$many'
segment: hint: a pattern with fewer ways to match the same text
!
refuses 4 'a limit behind a row that is rejected' \
    'printf "x\tn\na\t1\nb\tx\n$many\t2\nb\tx\n" |
    segment --rejects r "n > 0 and x !~ /^(a+)+\$/" >o' <<!
segment: stdin:4: expression:1:11: the match limit was reached: '$many'
segment: hint: a pattern with fewer ways to match the same text
!
printf 'media\tcost\ntv\n' >costs
refuses 1 'a row of a table that an option names' \
    'ltv-by-media -r media=customer_id --rejects r --costs costs bad.tsv' <<!
ltv-by-media: costs:2: 1 field where the header has 2
ltv-by-media: hint: TAB separates fields; an empty line is no row
!
refuses 1 'a value of a list' \
    'segment --rejects r "customer_id in @costs:media" bad.tsv' <<!
segment: costs:2: 1 field where the header has 2
segment: hint: TAB separates fields; an empty line is no row
!
gives 'the file is as it was' 'cat r' <<!
old
!
refuses 1 'every row: the file says why' \
    'printf "x\na\nb\n" | segment "x > 1" --rejects r >o' <<!
segment: every row was rejected
segment: hint: the file of --rejects says why
!
gives 'every row: so it does' 'cut -f 2-4 r' <<!
line	column	reason
2	x	not a decimal number
3	x	not a decimal number
!
refuses 2 'it needs a name' 'rfm --rejects= bad.tsv' <<!
rfm: --rejects: names no file
rfm: hint: rfm --help
!
refuses 3 'it cannot be made' 'rfm --rejects none/r bad.tsv' <<!
rfm: none/r: cannot write: No such file or directory
!
refuses 3 'it cannot be written' 'rfm --rejects /dev/full bad.tsv >o' <<!
rfm: /dev/full: cannot write: No space left on device
!

# --- CSV

given bad.csv <<!
id,who,day,sum,s
1,a,2024-01-01,100,1
2,b,2024-01-32,100,1
3,"c
d",2024-01-03,x${tab}y,1
4,e,2024-01-04
5,f,2024-01-05,"1,000",9
6,g,2024-01-06,1000,1
!
given map <<!
order=id
customer=who
date=day
amount=sum
status=s
status:1=paid
!
gives 'from-cart: the others are converted' \
    'from-cart --map map --rejects r --stats bad.csv 2>s; cat r
    sed -n "1,2p" s' <<!
order_id	line	customer_id	order_date	amount	status
1	1	a	2024-01-01	100	paid
6	1	g	2024-01-06	1000	paid
file	line	column	reason	row
bad.csv	3	day	not a date	2\\tb\\t2024-01-32\\t100\\t1
bad.csv	4	sum	not a number	3\\tc\\nd\\t2024-01-03\\tx\\ty\\t1
bad.csv	6		3 fields where the header has 5	4\\te\\t2024-01-04
bad.csv	7	s	unknown status	5\\tf\\t2024-01-05\\t1,000\\t9
lines	6
lines_rejected	4
!

# --- laws, over faults of all kinds

sample-orders --seed 5 --lines 900 >clean
faulty clean >dirty
sample-orders --seed 6 --lines 30000 >clean2
faulty clean2 >dirty2

law() {
	eval "$call --status all --rejects r --stats dirty" >a 2>s
	without r dirty >good
	test "$(wc -l <good)" -lt 850 &&
	    eval "$call --status all --stats good" >b 2>t
	test -s a && cmp a b || return
	awk -F '\t' '{ n[$1] = $2 } END { exit !(n["lines_rejected"] > 90 &&
	    n["lines"] - n["lines_rejected"] - n["lines_by_status"] == \
	    n["lines_after_as_of"] + n["lines_kept"]) }' s || return
	grep -v -e lines -e seconds -e peak s >s2
	grep -v -e lines -e seconds -e peak t | cmp s2 -
}

threads() {
	eval "$call --threads 1 --rejects r1 dirty2" >a
	for n in 2 3 8; do
		eval "$call --threads $n --rejects r dirty2" >b
		cmp r1 r && cmp a b || return
	done
	cat dirty2 | eval "$call --rejects r" >b
	cmp a b && sed s/^dirty2/stdin/ r1 | cmp - r
}

while read -r call; do
	gives "$call: as if the rows had not been there" law </dev/null
	gives "$call: any number of threads, and a pipe" threads </dev/null
done <<!
rfm
rfm --refunds drop --as-of 2024-09-30
rfm --moves-from 2024-06-30
cpm
ltv-by-media --period month --total
ltv-by-media --trial TEA005,GFT013 --margin 0.4 --horizons 90
repeat-cohort --by media --ladder
repeat-cohort --by product --mode cumulative
abc-rank
abc-rank --by product --refunds drop
abc-rank --by media --measure purchases
segment --customers 'any(amount > 3000 and media = "web") or distinct(product_id) > 2' --show 'm=first(media)'
segment --customers 'lines(as_of - order_date < 90 and quantity > 0) > 0' --show 'd=mean(amount)'
!
call='abc-rank --key media --value amount'
gives 'any table: any number of threads, and a pipe' threads </dev/null
gives 'any table: as if the rows had not been there' \
    'eval "$call --rejects r dirty" >a; without r dirty | eval "$call" | cmp a -
    test -s a; wc -l <r | awk "{ print (\$1 > 50) }"' <<!
1
!
call='segment "amount > 3000 or status = \"paid\""'
gives 'segment: any number of threads, and a pipe' threads </dev/null
gives 'segment: as if the rows had not been there' \
    'eval "$call --rejects r dirty" >a; without r dirty | eval "$call" | cmp a -
    test -s a; wc -l <r | awk "{ print (\$1 > 50) }"' <<!
1
!
done_testing
