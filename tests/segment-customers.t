#!/bin/sh
# segment --customers - customers picked, named and shown by conditions on all
# of their lines
. tests/lib.sh

cp "$root"/tests/shop.tsv .
t=shop.tsv

# shows VALUE EXPR [OPTION...]: that of the customer $who in $t
who=aoi
shows() {
	value=$1 expr=$2
	shift 2
	segment "$@" -N --customers --show "v=$expr" \
	    "customer_id = \"$who\"" $t >shown 2>&1
	gives "$who $expr${*:+ }$*: $value" 'cat shown' <<!
$who	$value
!
}

# picks IDS EXPR [OPTION...]: the customers of $t with these ids, in order
picks() {
	ids=$1 expr=$2
	shift 2
	for id in $ids; do echo "$id"; done >ids
	segment "$@" -N --customers -- "$expr" $t >picked 2>&1
	gives "${ids:-nobody}: $expr${*:+ }$*" 'cat picked' <ids
}

# --- the aggregates: aoi has five purchases and a refund

shows 5 'purchases()'
shows 6 'orders()'
shows 7 'lines()'
shows 21000 'sum(amount)'
shows 3000.00 'mean(amount)'
shows -3000 'min(amount)'
shows 5000 'max(amount)'
shows 8000 'max(order_amount)'
shows 29000 'sum(order_amount)'
shows 4800.000000 'sum(amount where order_amount >= 0) / purchases()'
shows 3 'distinct(product_id)'
shows 6 'distinct(order_date)'
shows 4 'lines(product_id = "SERUM")'
shows 1 'purchases(product_id = "CREAM")'
shows 2 'orders(product_id = "CREAM")'
shows 0 'purchases(product_id = "SOAP")'
shows 4 'purchases(order_amount >= 5000)'
shows 0 'sum(amount where product_id = "CREAM")'
shows 5.000000 'first(order_amount) / 200'
shows tv 'first(media)'
shows mail 'last(media)'
shows tv 'last(media where product_id = "CREAM")'
shows 8000 'nth(2, amount)'
shows 8000 'nth(1, amount where product_id = "SERUM")'
shows 2023-11-10 'nth(2, order_date)'
shows 2023-11-10 'first(order_date where product_id = "SERUM")'
shows SERUM 'nth(2, product_id)'
shows CREAM 'nth(2, product_id where amount < 5000)'
shows 3000 'nth(2, cost)'
shows 2023-10-05 'min(order_date)'
shows 2024-12-20 'max(order_date)'
shows mail 'min(media)'
shows TRIAL 'max(product_id)'
shows 1 'any(media = "mail")'
shows 0 'any(media = "web")'
shows 0 'all(amount > 0)'
shows 1 'all(amount > -3001)'
shows 19 'as_of - last(order_date)' --as-of 2025-01-08
shows 8 'as_of - last(order_date)'
shows 2025-01-31 'as_of + 1m' --as-of 2024-12-31
shows 'tv!' 'lower("TV!")'
shows aoi 'customer_id'
shows 1 'sum(amount) =~ /^210{3}$/ and customer_id =~ /^A/i'
shows 16000 'sum(amount)' --as-of 2024-12-19
shows 24000 'sum(amount)' --refunds drop
shows 5 'orders()' --refunds drop
shows 2 'purchases()' --status shipped --as-of 2024-03-30
who=jun
shows 2 'purchases()' --status all

# --- nothing is found

who=mai
shows 0 'purchases(amount > 9999)'
shows 0 'lines(amount > 9999)'
shows 0 'sum(amount where amount > 9999)'
shows 0 'distinct(media where amount > 9999)'
shows 0 'any(amount > 9999)'
shows '' 'mean(amount where amount > 9999)'
shows '' 'min(amount where amount > 9999)'
shows '' 'max(media where amount > 9999)'
shows '' 'first(amount where amount > 9999)'
shows '' 'last(media where amount > 9999)'
shows '' 'nth(4, order_date)'
shows 1 'nth(4, order_date) is none and not nth(4, amount) > 0'

# --- what must work

t=shop.tsv
printf 'id\tcustomer_id\n1\tmai\n2\taoi\n' >mailed.tsv
picks emi 'any(product_id = "SERUM") and not any(product_id = "CREAM")
    and as_of - last(order_date) <= 90' --as-of 2024-12-31
gives 'who was won lately, and what they spent' "segment --as-of 2025-01-31 \
    --customers 'purchases() = 1
    and first(order_date) between as_of - 6m and as_of - 1m' \
    --show 'won=first(order_date)' --show 'spent=sum(amount)' shop.tsv" <<!
customer_id	won	spent
ken	2024-12-10	0
!
picks 'aoi mai' 'purchases(order_amount >= 2000) >= 2'
picks aoi 'purchases(order_amount >= 3000) >= 2'
picks '' 'purchases(order_amount >= 2000) >= 2
    and customer_id not in @mailed.tsv:customer_id'
picks 'jun yui emi ken' 'customer_id not in @mailed.tsv:customer_id'

# --- none, decimals, times, columns without a role. a1 is later in the day
# than a2, and a4 earlier in the input than a3; the guest has three decimals

given some.tsv <<!
order_id	customer_id	order_date	amount	quantity	points	joined	shop
a1	ann	2024-01-01T10:00	10.5	1	7	2020-02-29T10:30	x
a1	ann	2024-01-01T10:00		2		\\N	
a2	ann	2024-01-01T09:00	1.25		5	2021-01-01	
a4	ann	2024-03-01	4	3	5.50		z
a3	ann	2024-02-01	-2		-1	2020-02-29	y
	ann	2024-03-01	0				z
		2024-02-01	1.125	9	1		
b1	bob	2024-01-05	-1	1	2		x
!
t=some.tsv who=ann
shows 13.750 'sum(amount)'
shows 2.75000 'mean(amount)'
shows 6 'sum(quantity)'
shows 2.00 'mean(quantity)'
shows 16.50 'sum(points)'
shows 4.1250 'mean(points)'
shows 3 'distinct(points where points > 0)'
shows 5 'lines(amount is not none)'
shows 2.00 'first(points) - 3'
shows 5.50 'last(points)'
shows 5.50 'last(points where points is not none)'
shows 7 'nth(2, points)'
shows 5.50 'last(points + 0 where shop = "z" and points > 0)'
shows 1.250 'first(amount)'
shows 10.500 'nth(2, amount)'
shows 0 'first(quantity)'
shows 3 'nth(2, quantity)'
shows 2024-01-01 'first(order_date)'
shows '' 'first(hour(order_date))'
shows '' 'first(shop)'
shows x 'nth(2, shop)'
shows z 'last(shop)'
shows x 'first(shop where shop is not none)'
shows 10 'nth(2, hour(joined))'
shows 2020-02-29 'min(date(joined))'
shows '' 'hour(min(date(joined)))'
shows 2 'distinct(date(joined))'
shows 3 'distinct(joined)'
shows 11.000000 'sum(number(text(points)) where shop != "z" or points is none)'
shows 13.750 'text(sum(amount))'
shows 1 'any(text(amount) = "1.25") and not any(text(amount) = "1.250")'
shows 1 'any(text(order_amount) = "10.500")'
shows 0.166667 'purchases(order_quantity = 3) / 12'
shows 27.500 'sum(order_amount where quantity > 0) + 2.5'
shows 10.500 'first(order_amount where quantity = 2)'
shows 4 'purchases()'
shows 5 'orders()'
shows 6 'lines()'
shows 2 'purchases()' --as-of 2024-02-29

# ids, labels and fields of lines, read as something else
given read <<!
order_id	customer_id	order_date	amount	quantity	media	code
1	7	2024-01-01	5	1	2024-01-31	12
2	2.50	2024-01-02	6	2	7.25	0.5
3	7	2024-01-03	6	2	7	125
!
gives 'ids as numbers' "segment --customers 'number(customer_id) >= 2.5' \
    --show 'n=number(customer_id)' --show 'half=number(customer_id) / 2' \
    --show 't=text(number(customer_id))' read" <<!
customer_id	n	half	t
7	7.00	3.500000	7.00
2.50	2.50	1.250000	2.50
!
gives 'ids as dates' "sed 's/	7	/	2024-01-31	/
    s/	2.50	/	2023-02-01	/' read | segment --customers \
    'date(customer_id) > 2023-05-05' --show 'd=date(customer_id) + 1m'" <<!
customer_id	d
2024-01-31	2024-02-29
!
refuses 1 'ids that are no dates' \
    "segment --customers 'date(customer_id) > 2023-05-05' read" <<!
segment: read:2: customer_id: not a date (YYYY-MM-DD): '7'
segment: hint: as 2024-01-05 or 2024-01-05T09:30:00+09:00, a day that \
exists; from-cart reads other spellings
!
gives 'labels as numbers' "sed '2s/2024-01-31/8/' read | segment --customers \
    'purchases() > 0' --show 'm=first(number(media))' \
    --show 't=last(text(number(media)))'" <<!
customer_id	m	t
7	8.00	7.00
2.50	7.25	7.25
!
gives 'a field both as a number and as a text' "segment --customers \
    'first(number(code) + length(code)) > 1' --show 'n=last(number(code) \
    where order_date = as_of and length(code) = 3)' read" <<!
customer_id	n
7	125.0
2.50	
!

# --- purchases of one date as one: a2 and a1, then the other two; of the
# first the earliest line is that of a2

day='--unit day'
shows 2 'purchases()' $day
shows 5 'orders()' $day
shows 11.750 'first(amount)' $day
shows 1.250 'first(order_amount)' $day
shows 10.500 'first(order_amount where quantity = 2)' $day
shows 11.750 'first(amount where quantity = 2)' $day
shows '' 'first(shop)' $day
shows '' 'first(shop where quantity = 1)' $day
shows 3 'first(quantity)' $day
shows 5 'first(points)' $day
shows 7 'first(points where quantity = 1)' $day
shows 1 'purchases(quantity = 3)' $day
shows 2 'purchases(order_amount < 2)' $day

# --- as_of without --as-of: aggregates wait for the end, and are the same

later() {
	segment --customers "$1" $t >without &&
	    segment --customers --as-of 2024-03-01 "$1" $t | cmp - without &&
	    tail -n +2 without
}
while IFS='|' read -r ids expr; do
	for id in $ids; do echo "$id"; done >ids
	gives "$ids: $expr, at the end" 'later "$expr"' <ids
done <<!
ann|lines(as_of - order_date = 0) = 2
|lines(as_of - order_date = 0) = 3
ann|any(as_of - joined > 1000d or quantity = 3)
ann|sum(quantity where as_of - order_date <= 60) = 6
ann|mean(as_of - order_date) = 34.83
ann|min(as_of - order_date where quantity > 0) = 0
ann|max(as_of) = 2024-03-01 and distinct(as_of - order_date) = 3
ann|first(points where order_date = as_of) is none
ann|last(points where order_date = as_of and quantity > 0) = "5.50"
ann|nth(2, shop where as_of - order_date >= 60) = "x"
ann|not all(as_of > order_date) and all(as_of >= order_date)
ann|purchases(as_of = order_date) = 2 and orders(as_of > order_date) = 3
ann|purchases(order_amount > 5 or points = 5) = 2
ann|distinct(shop where order_amount > 3) = 2
ann|max(shop where order_amount > 3 or quantity = 9) = "z"
!
# so many that all workers label values while lines' excerpts are read
awk 'BEGIN {
	OFS = "\t"
	print "customer_id", "order_id", "order_date", "shop"
	for (i = 0; i < 40000; i++)
		print "c" i % 9000, i, i < 39999 ? "2024-02-29" : "2024-03-01",
		    "s" i
}' >many
t=many
gives 'of many lines, at the end' \
    'later "distinct(shop where as_of - order_date < 90) = 5
    and max(shop where as_of > order_date) > \"s9\"" | sort | head -n 2' <<!
c0
c1
!

# --- options

t=shop.tsv
picks 'mai jun yui emi ken' 'sum(amount) > 6000' -v
picks aoi 'sum(amount) > 6000' --ids
printf 'sum(amount)\n> 6000\n' >expr
gives '-f' 'segment --customers -f expr shop.tsv' <<!
customer_id
aoi
!
printf 'best\tsum(amount) > 6000\n# no gift\n\ngift\tfirst(amount) = 0\n' >rules
gives '--rules, with --show' "segment --customers --rules rules --as kind \
    --null '\\N' --show 'm=first(media)' --show 'last medium=last(media \
    where amount > 5000)' shop.tsv" <<!
customer_id	m	last medium	kind
aoi	tv	\\N	best
mai	web	\\N	\\N
jun	tv	\\N	\\N
yui	web	\\N	\\N
emi	web	\\N	\\N
ken	flyer	\\N	gift
!
gives 'rules without a rule' \
    ': >none; segment -N --customers --rules none shop.tsv | head -n 2' <<!
aoi	
mai	
!
gives 'long texts' "awk -F '\t' 'NR == 1 { print; next }
    { print \$1 FS \$2 \"-is-longer-than-16-bytes\" FS \$3 FS \$4 FS \$5 FS \$6 \\
    FS \$7 \"-and-so-is-the-medium\" }' OFS='\t' shop.tsv | cut -f 1-7 |
    segment --customers 'first(media) =~ /^tv-and-so/ and customer_id
    =~ /^aoi-is/' --show 'medium=first(media)' --show 'again=lower(max(media))'
    " <<!
customer_id	medium	again
aoi-is-longer-than-16-bytes	tv-and-so-is-the-medium	tv-and-so-is-the-medium
!
gives 'other names' "sed '1s/customer_id/who/;1s/amount/paid/' shop.tsv |
    segment -r customer=who,amount=paid --customers 'sum(paid) > 6000
    and purchases(order_amount > 5000) = 1 and who != \"x\"'" <<!
who
aoi
!
gives 'names without a header, none with the output' "tail -n +2 shop.tsv |
    segment -N --customers -H \$(head -n 1 shop.tsv | tr '\\t' ,) \
    'max(amount) > 3000'" <<!
aoi
emi
!
gives 'halves, with columns in another order' "
    head -n 9 shop.tsv >one; { head -n 1 shop.tsv; tail -n +10 shop.tsv; } |
    awk -F '\\t' -v OFS='\\t' '{ print \$8, \$7, \$5, \$4, \$3, \$2, \$1 }' >two
    segment --customers 'sum(amount) > 5000' --show 'm=last(media)' one two" <<!
customer_id	m
aoi	mail
mai	mail
emi	web
!
gives '--stats' "segment --stats --customers 'purchases() > 1' shop.tsv 2>&1 \
    >/dev/null | sed '/seconds/,\$d' | paste -s -d ' ' - | tr '\\t' =" <<!
lines=19 lines_rejected=0 lines_by_status=1 lines_after_as_of=0 lines_kept=18 lines_guest=1 orders=15 purchases=14 refunds=1 customers=6 customers_refunds_only=1 same_day_second=1 as_of=2024-12-28 rows_written=4
!
gives '--stats: of days' "segment --stats --unit day --customers \
    'orders() > 1' shop.tsv 2>&1 >/dev/null | grep -E '^(orders|pur|rows)'" <<!
orders	14
purchases	13
rows_written	4
!
gives '--stats: of rows' "segment --stats 'amount > 3000' shop.tsv 2>&1 \
    >/dev/null | cut -f 1,2 | sed 's/\\(seconds\\|bytes\\).*/\\1/'" <<!
lines	19
lines_rejected	0
rows_written	6
seconds
peak_bytes
!

# --- tables with little in them

gives 'header only' "head -n 1 shop.tsv | segment --customers \
    'as_of - last(order_date) < 90' --show 'm=mean(amount)'" <<!
customer_id	m
!
gives 'header only, all rules' \
    'head -n 1 shop.tsv | segment --customers --rules rules' <<!
customer_id	segment
!
gives 'no bytes, but names' 'segment -H customer_id,order_date --customers \
    "purchases() > 0"' <<!
customer_id
!
refuses 1 'no bytes' 'segment --customers "purchases() > 0"' <<!
segment: stdin: no header line
segment: hint: it is empty: did what should write it fail?
!
gives 'customers of refunds only are none' "grep -e ^order_id -e rei shop.tsv |
    segment --customers 'purchases() < 9'" <<!
customer_id
!
gives 'guests only' "grep -e ^order_id -e ^118 shop.tsv |
    segment --customers 'purchases() < 9'" <<!
customer_id
!
gives 'without amounts every order is a purchase' "cut -f 1-4,8 shop.tsv |
    segment --customers 'purchases() = orders() and purchases() = 6'
    cut -f 2,3 shop.tsv | segment -N --customers 'purchases() = 7'" <<!
customer_id
aoi
aoi
!
refuses 1 'nor is a refund known, and dropped' \
    "cut -f 2,3 shop.tsv |
    segment --customers --refunds drop 'purchases() = 7'" <<!
segment: stdin:1: no column 'amount'
segment: hint: the header has: customer_id, order_date; --roles amount=COLUMN
!
gives 'of a table without orders each line is one' "cut -f 2-5 shop.tsv |
    segment -N --customers 'orders() = 7 and max(order_amount) = 5000'" <<!
aoi
!

# --- what is refused

# wrong EXPR [OPTION...]: exit 2, standard error is standard input
wrong() {
	expr=$1
	shift
	segment --customers "$@" "$expr" nowhere >printed 2>complaint
	ended=$?
	refuses 2 "$expr $*" 'cat printed; cat complaint >&2; exit $ended'
}

wrong 'amount > 5 and purchases() > 1' <<!
segment: expression:1:1: 'amount' has a value in each line, not one of the customer
amount > 5 and purchases() > 1
^
segment: hint: first(amount), any(amount = …)
!
wrong 'purchases() > `the points`' <<!
segment: expression:1:15: '\`the points\`' has a value in each line, not one of the customer
purchases() > \`the points\`
              ^
segment: hint: first(\`the points\`), any(\`the points\` = …)
!
wrong 'sum(max(amount)) > 1' <<!
segment: expression:1:5: an aggregate inside an aggregate
sum(max(amount)) > 1
    ^
!
wrong 'any(amount)' <<!
segment: expression:1:5: 'amount' is a number: it is no condition
any(amount)
    ^
segment: hint: a condition is a comparison: =, <, in, =~, …
!
wrong 'purchases(media) > 1' <<!
segment: expression:1:11: 'media' is a text: it is no condition
purchases(media) > 1
          ^
segment: hint: a condition is a comparison: =, <, in, =~, …
!
wrong 'sum(media) > 1' <<!
segment: expression:1:5: 'media' is a text: it cannot be summed
sum(media) > 1
    ^
segment: hint: quote the literal, or use number(), date() or text()
!
wrong 'first(media where amount) = "tv"' <<!
segment: expression:1:19: 'amount' is a number: 'where' needs a condition
first(media where amount) = "tv"
                  ^
segment: hint: a condition is a comparison: =, <, in, =~, …
!
wrong 'first(amount > 1) = 1' <<!
segment: expression:1:7: 'amount > 1' is a truth: it is no value
first(amount > 1) = 1
      ^
!
wrong 'min(points) = max(points)' <<!
segment: expression:1:1: min() of a column without a type
min(points) = max(points)
^
segment: hint: number(), date() or text()
!
wrong 'nth(0, media) = "tv"' <<!
segment: expression:1:5: expected a whole number from 1 on, found '0'
nth(0, media) = "tv"
    ^
!
wrong 'any(media = "tv" where amount > 1)' <<!
segment: expression:1:18: expected ')', found 'where'
any(media = "tv" where amount > 1)
                 ^
!
wrong 'sum(amount)' <<!
segment: expression:1:1: 'sum(amount)' is a number: it is no condition
sum(amount)
^
segment: hint: a condition is a comparison: =, <, in, =~, …
!
wrong 'orders() > 1' --show 'late=30d' <<!
segment: --show late:1:1: '30d' is a duration: it is no value
30d
^
!
wrong 'orders() > 1' --show 'x=first("a	b")' <<!
segment: --show x:1:7: a text that is shown has no TAB and no end of line
first("a b")
      ^
!

# misused WHAT OPTION...: a wrong option
misused() {
	what=$1
	shift
	segment "$@" nowhere >printed 2>complaint
	ended=$?
	refuses 2 "$what" 'cat printed; cat complaint >&2; exit $ended' <<!
segment: $what
segment: hint: segment --help
!
}
misused '--show: needs --customers' --show 'a=1' 'amount > 1'
misused '--ids: needs --customers' --ids 'amount > 1'
misused '--status: needs --customers' --status all 'amount > 1'
misused '--refunds: needs --customers' --refunds net 'amount > 1'
misused '--unit: needs --customers' --unit order 'amount > 1'
misused '--ids: excludes --show' --customers --ids --show 'a=1' 'orders() > 1'
misused '--ids: not used with --rules' --customers --ids --rules rules
misused '--invert: not used with --rules' --customers -v --rules rules
misused '--as: needs --rules' --customers --as x 'orders() > 1'
misused "--show: not NAME=EXPR: 'amount'" --customers --show amount x
misused "--show: not NAME=EXPR: '=1'" --customers --show =1 'orders() > 1'
while IFS='|' read -r twice call; do
	refuses 2 "two columns '$twice': $call" "segment --customers $call" <<!
segment: the output would have two columns '$twice'
segment: hint: no command reads such a table: rename one column
!
done <<!
a|--show a=1 --show a=2 'orders() > 1' nowhere
customer_id|--show customer_id=1 'orders() > 1' nowhere
who|-r customer=who --show who=1 'orders() > 1' nowhere
segment|--rules rules --show segment=1 nowhere
segment|-r customer=segment --rules rules nowhere
customer_id|--rules rules --as customer_id nowhere
!
refuses 1 'a wrong rule' 'printf "a\tsum(amount\n" >wrong
    segment --customers --rules wrong shop.tsv' <<!
segment: wrong:1:13: expected ')', found the end
a sum(amount
            ^
!
refuses 1 'a column that is not there' \
    'segment --customers "any(medium = \"tv\")" shop.tsv 2>&1 |
    sed "s/:.the header.*perhaps/: …/" >&2; exit 1' <<!
segment: shop.tsv:1: no column 'medium'
segment: hint: … media
!
refuses 1 'the sums of orders need their column' \
    'cut -f 1-4 shop.tsv | segment --customers "any(order_amount > 1)" 2>&1 |
    head -n 1 >&2; exit 1' <<!
segment: stdin:1: no column 'amount'
!
awk -F '\t' -v OFS='\t' 'NR == 19 { $5 = "1e3" } { print }' shop.tsv >bad
for expr in 'any(media = "tv")' 'any(amount > 1)' 'any(order_amount > 1)'; do
	refuses 1 "a column in every row: $expr" \
	    'segment --customers "$expr" bad 2>&1 | head -n 1 >&2; exit 1' <<!
segment: bad:19: amount: not a decimal number: '1e3'
!
done
refuses 1 'a column of an aggregate, also in lines that do not count' \
    'awk "NR == 13 { sub(/2000/, \"x\") } { print }" shop.tsv >bad
    segment --customers "any(cost > 1)" bad 2>&1 | head -n 1 >&2; exit 1' <<!
segment: bad:13: cost: not a decimal number: 'x'
!
refuses 1 'what cannot be computed of a line' 'segment --customers \
    "sum(amount * 999999999999 where cost > 9999) > 1" shop.tsv' <<!
segment: shop.tsv:2: expression:1:5: too large: 'amount * 999999999999'
segment: hint: numbers are below 9,223,372,036,854
!
refuses 1 'what cannot be computed of a customer' 'segment --customers \
    "sum(amount) * 999999999 > 1" shop.tsv' <<!
segment: customer 'aoi': expression:1:1: too large: 'sum(amount) * 999999999'
segment: hint: numbers are below 9,223,372,036,854
!
refuses 1 'a sum too large' 'segment --customers \
    "sum(amount * 1000000000) > 1" shop.tsv' <<!
segment: amount * 1000000000: sum too large: customer 'aoi'
segment: hint: a sum must stay below 9223372036854 on either side of 0
!
refuses 1 'what cannot be computed of a purchase' 'segment --customers \
    "first(amount * 999999999999) > 1" shop.tsv' <<!
segment: customer 'aoi': expression:1:7: too large: 'amount * 999999999999'
segment: hint: numbers are below 9,223,372,036,854
!
refuses 1 'what cannot be computed at the end' 'segment --customers \
    "any(as_of - order_date < 9 and amount * 9999999999 > 1)" shop.tsv' <<!
segment: expression:1:32: too large: 'amount * 9999999999'
segment: hint: numbers are below 9,223,372,036,854
!
awk 'BEGIN {
	OFS = "\t"
	print "customer_id", "order_id", "order_date", "amount", "quantity"
	for (i = 0; i < 2; i++)
		print "d", "x", "2024-01-01", "999999999999", 1
	for (i = 0; i < 10; i++)
		print "e", "y" i, "2024-01-02", 1, "999999999999"
	for (i = 0; i < 99999; i++)
		print "c" int(i / 2) % 7, int(i / 2), "2024-01-01", 1, i % 3
}' >many
# too_large WORDS EXPR [OPTION...]
too_large() {
	words=$1 expr=$2
	shift 2
	segment "$@" --customers "$expr" many >printed 2>complaint
	ended=$?
	refuses 1 "$words, in $expr" \
	    'cat printed; cat complaint >&2; exit $ended' <<!
segment: $words
segment: hint: a sum must stay below 9223372036854 on either side of 0
!
}
too_large 'amount * 9: sum too large' 'sum(amount * 9 where as_of > 0001-01-01) > 1'
too_large 'order_amount * 3: sum too large' 'sum(order_amount * 3) > 1'
too_large "quantity: sum too large: customer 'e'" 'first(quantity) > 1' \
    --unit day
refuses 4 'more than 4096 aggregates' 'segment --customers "$(awk "BEGIN {
    for (i = 0; i < 4097; i++) printf \"any(amount = %d) or \", i
    print \"1 > 2\" }")" shop.tsv' <<!
segment: more than 4096 aggregates
!
refuses 4 'more than 64 values' 'segment --customers "$(awk "BEGIN {
    for (i = 0; i < 65; i++) printf \"sum(amount + %d) + \", i
    print \"0 > 1\" }")" shop.tsv' <<!
segment: more than 64 values are taken of an order
segment: hint: any(), all() and the like count 64 as one
!
gives 'but 300 conditions' 'segment -N --customers "$(awk "BEGIN {
    for (i = 0; i < 300; i++) printf \"any(amount = %d) or \", i * 10
    print \"1 > 2\" }")" shop.tsv | paste -s -d " " -' <<!
aoi mai yui emi ken
!
# a and b come to 10000 twice, once with two lines; b was written to
given large <<!
order_id	customer_id	order_date	amount
1	a	2024-01-01	4000
2	a	2024-01-02	10000
1	a	2024-01-01	6000
3	b	2024-01-01	10000
4	b	2024-01-02	10000
5	c	2024-01-01	10000
6	c	2024-01-02	9999
!
printf 'customer_id\nb\n' >mailed.tsv
t=large
picks 'a' 'purchases(order_amount >= 10000) >= 2
    and customer_id not in @mailed.tsv:customer_id'
done_testing
