#!/bin/sh
# what must hold on any table, whatever the numbers are; TOKUI_LINES says how
# many lines the large one has
. tests/lib.sh

# shuffled FILE: the header, and the lines in another order
shuffled() {
	head -n 1 "$1"
	tail -n +2 "$1" | awk 'BEGIN { srand(7) } { print rand() "\t" $0 }' |
		LC_ALL=C sort | cut -f 2-
}

# of_column NAME: that column of standard input, without the header
of_column() {
	awk -F '\t' -v name="$1" '
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i; next }
		{ print $at }'
}

# same FILE FILE …: all have the first one's bytes, which are some
same() {
	test -s "$1" || return
	for file in "$@"; do cmp "$1" "$file" || return; done
}

calls='rfm|rfm --summary|rfm --cross|rfm --moves-from 2024-06-30
rfm --moves-from 2024-06-30 --list|rfm --refunds drop --unit day
rfm --rule rank|rfm --rule r-rfm --grid r-rfm|rfm --since 2024-03-01 --status all
cpm|cpm --portfolio|cpm --history 5|cpm --transitions --history 5|cpm --matrix
cpm --unit day --refunds drop --prime-amount 2x
repeat-cohort|repeat-cohort --mode rolling --refunds drop
repeat-cohort --period week --mode cumulative|repeat-cohort --period all --unit day
repeat-cohort --wide ltv --total|repeat-cohort --ladder|repeat-cohort --within 30,90
segment --customers -f rule --show n=purchases() --show s=sum(amount)
segment --customers -v -f rule --show p=distinct(product_id) --refunds drop
segment --customers --rules rules --show d=nth(2,order_date) --unit day
segment --customers -f late --show a=max(order_amount) --show m=min(media)
abc-rank|abc-rank --by product|abc-rank --by order --measure purchases
abc-rank --measure quantity --summary|abc-rank --deciles --unit day
abc-rank --by product --measure purchases --unit day --refunds drop
abc-rank --by product --measure margin --as-of 2024-06-30
abc-rank --concentration --by order|abc-rank --key media --value amount'
# of these the first line of an order is one of its own
first='repeat-cohort --by media|repeat-cohort --by product --wide rate --total
repeat-cohort --by category --ladder|repeat-cohort --by shop --within 7,30 --unit day
ltv-by-media --total|ltv-by-media --period month --unit day|ltv-by-media --curve
ltv-by-media --margin 0.4 --trial TEA005,GFT013 --refunds drop
ltv-by-media --profit --costs spent --period month --total
abc-rank --by media --measure purchases|abc-rank --by shop --unit day'
customers='segment --customers -f rule --show m=first(media) --show p=nth(2,product_id)
segment --customers --rules rules --show m=last(media) --show p=first(product_id)'
given rule <<!
purchases() >= 2 and as_of - last(order_date) <= 400
	or any(product_id =~ /1$/ and amount > 3000)
!
given late <<!
lines(as_of - order_date <= 400 or order_amount > 9000) > 1
	and not all(media = "web" and order_amount > 0)
!
printf 'often\tpurchases() > 3\nbig\tmax(order_amount) > 9000\n' >rules

tables='small1 small2 small3'
# under TSan only threads matter: one table has as much of them as three
[ "${TOKUI_TABLES:-400}" -gt 20 ] || tables=small3

# each LAW [CALLS]: it holds for every call, as $call, on every small table,
# as $t
each() {
	echo "${2:-$calls}" | tr '|' '\n' | while read -r call; do
		for t in $tables; do
			"$1" || { echo "$call $t"; exit 1; }
		done
	done
}

# orders_shuffled FILE: the orders in another order, each one's lines in theirs
orders_shuffled() {
	head -n 1 "$1"
	tail -n +2 "$1" | awk -F '\t' -v OFS='\t' 'BEGIN { srand(7) }
		!($1 in at) { at[$1] = rand() }
		{ print at[$1], $1, NR, $0 }' |
		LC_ALL=C sort -t '	' -k 1,2 -k 3,3n | cut -f 4-
}

holds() { gives "$1" "$2" </dev/null; }

for seed in 1 2 3; do
	sample-orders --seed $seed --lines $((seed * 400)) >small$seed
	shuffled small$seed >small$seed.shuffled
	orders_shuffled small$seed >small$seed.orders
done
sample-orders --lines "${TOKUI_LINES:-200000}" >large
printf 'media\tmonth\tcost\ntv\t2024-01\t90000\ntv\t2023-02\t7000.5
radio\t2024-02\t500\n\t2023-12\t3\nnowhere\t2023-03\t4\n' >spent
for t in small1 small2 small3 large; do
	holds "$t has guests, refunds and several lines an order" \
		'of_column customer_id <$t | grep -qx "" &&
		of_column amount <$t | grep -q ^- &&
		of_column order_id <$t | uniq -d | grep -q .'
done

shuffle() {
	$call $t | LC_ALL=C sort >a
	$call $t.shuffled | LC_ALL=C sort >b
	same a b
}
holds 'the order of lines changes the order of rows only' 'each shuffle'
shuffle_orders() {
	$call $t >a
	$call $t.orders >b
	same a b
}
holds 'so does the order of orders' 'each shuffle_orders "$first"'
shuffle_customers() {
	$call $t | LC_ALL=C sort >a
	$call $t.orders | LC_ALL=C sort >b
	same a b
}
holds 'and but for the rows that of customers' \
    'each shuffle_customers "$customers"'
# half of what are UUIDs are no more
capitals() {
	awk -F '\t' -v OFS='\t' '{ for (i = 1; i <= 2; i++)
		if ($i ~ /^[0-7]/) $i = toupper($i) } 1'
}
renamed() {
	sample-orders --lines 20000 --ids "$1" | $2 | $call - |
	    cut -f 2- >"$1.$2"
}
rename() {
	for call in rfm \
	    'segment --customers purchases()>1 --show a=sum(amount)'; do
		renamed short cat && renamed long cat && renamed long capitals &&
		    same short.cat long.cat && same short.cat long.capitals ||
		    return
	done
}
holds 'other ids change nothing else' rename
sample-orders --lines "${TOKUI_LINES:-200000}" --lines-per-order 8 --ids long |
    capitals >apart
shuffled apart >apart.shuffled
t=apart
for call in rfm 'rfm --as-of 2025-06-30' 'repeat-cohort --unit day' \
    'segment --customers -f rule --show p=distinct(product_id)' \
    'abc-rank --by order' 'abc-rank --by product --measure purchases' \
    'abc-rank --by product --refunds drop'; do
	holds "so it does where the lines of an order stand far apart: $call" \
	    shuffle
done
# What customers come to is kept while lines are read; --stats lists orders.
# So where all are purchases of one date each, and where the last line is of
# an order that is there already, of another date, below 0 or without an order.
# ending FILE COMMAND: a line of it once more at the end, changed
ending() { awk -F '\t' -v OFS='\t' 'NR == 1 || $7 !~ /^-/
	NR > 5 && $2 != "" && $7 > 0 && $11 == "delivered" { line = $0 }
	END { $0 = line; '"$2"'; print }' $1; }
for n in 1 2 3; do
	ending small$n '' >plain$n
	shuffled plain$n >plain$n.shuffled
	ending small$n '$3 = "2023-12-30"' >plain$n.date
	ending small$n '$7 = -$7' >plain$n.below
	ending small$n '$1 = ""; $3 = "2024-09-09"; $7 = "0.50"' >plain$n.loose
done
standing='rfm|rfm --cross|rfm --as-of 2024-06-30|rfm --since 2024-03-01
rfm --since 2024-03-01 --as-of 2024-10-10 --refunds drop|rfm --status all
cpm|cpm --portfolio|cpm --as-of 2024-06-30|cpm --status all
abc-rank|abc-rank --measure purchases|abc-rank --deciles --as-of 2024-06-30'
lists() {
	for more in '' .shuffled .date .below .loose; do
		$call $t$more >a
		$call --stats $t$more >b 2>/dev/null
		same a b || return
	done
}
of_small=$tables
tables=$(echo $tables | sed 's/small/plain/g')
holds 'what customers come to is what their orders come to' \
    'each lists "$standing"'
chosen='purchases() >= 2 and as_of - last(order_date) <= 400'
list='segment --customers --show o=orders() --show a=sum(amount)
	--show f=first(order_date) --show w=last(weekday(order_date))'
of_lines() {
	for more in '' .shuffled .date .below .loose; do
		$list $call "$chosen" $t$more >a
		$list $call "$chosen and lines() > 0" $t$more >b
		same a b || return
	done
}
holds 'so it is where customers are chosen' \
    'each of_lines "|--as-of 2024-06-30|-v|--unit day|--status all"'
tables=$of_small

holds 'they were shuffled, the same lines' 'for t in small1 small2 small3; do
	LC_ALL=C sort $t >a
	for u in $t.shuffled $t.orders; do
		cmp -s $t $u && exit
		LC_ALL=C sort $u >b
		same a b || exit
	done
done'

threads() {
	$call --threads 1 $t >a
	for n in 2 3 8 64; do
		$call --threads $n $t >b
		same a b || return
	done
}
holds 'any number of threads gives the same bytes' \
    'each threads; each threads "$first"; each threads "$customers"'
t=large
for call in rfm 'rfm --summary' 'rfm --moves-from 2024-06-30' 'rfm --rule rank' \
    cpm 'cpm --portfolio' 'cpm --transitions --history 3' \
    'repeat-cohort --mode cumulative' 'repeat-cohort --ladder' \
    'repeat-cohort --by product' 'repeat-cohort --by media --within 30' \
    'segment --customers -f rule --show m=first(media)' \
    'segment --customers -f late --show p=last(product_id)' \
    abc-rank \
    'abc-rank --by product --refunds drop' 'abc-rank --by order' \
    'abc-rank --by media --measure purchases --unit day' \
    'abc-rank --by product --measure purchases --as-of 2024-10-31' \
    'abc-rank --key customer_id --value amount' \
    'ltv-by-media --total' 'ltv-by-media --period month --margin 0.5' \
    'ltv-by-media -r media=customer_id --horizons 1,90'; do
	holds "so it does on a large table: $call" threads
done

pipe() {
	$call $t >a
	cat $t | $call >b
	cat $t | $call - >c
	same a b c
}
holds 'a pipe gives the same bytes as the file' 'each pipe'
call=rfm
holds 'so it does on a large table' pipe

while read -r call; do
	gives "read to its end, whatever is asked: $call" 'rm -f read
	    { sample-orders --lines 20000 && echo all >read; } |
	    eval "$call" >a; cat read' <<!
all
!
done <<!
segment "1 = 2"
segment --customers "1 = 2"
rfm --as-of 0001-01-01
cpm --as-of 0001-01-01 --matrix
ltv-by-media --first-from 9999-01-01
repeat-cohort --first-from 9999-01-01 --ladder
abc-rank --as-of 0001-01-01 --concentration
abc-rank --key shop --value amount
!

holds 'halves read one after the other are the whole' '
	head -n 1 small3 | tee one >two
	tail -n +2 small3 | head -n 150 >>one
	tail -n +152 small3 >>two
	rfm small3 >a; rfm one two >b; cat two | rfm one - >c
	same a b c'

holds 'amounts times 100 have the same ranks' '
	awk -F "\t" -v OFS="\t" "NR > 1 && \$7 { \$7 = \$7 \"00\" } 1" small2 >times
	! cmp -s small2 times &&
	for rule in rank rank:m; do
		rfm --rule $rule small2 | of_column rfm >a
		rfm --rule $rule times | of_column rfm >b
		same a b || exit
	done'

rules='--rule=rank --rule=r-rfm --cuts=f=2,3,4,5'
axes='recency_days:r purchases:f amount:m'

# scored AXIS FILE: value, score
scored() {
	of_column "${1%:*}" <"$2" >values
	of_column "${1#*:}" <"$2" | paste values -
}

holds 'customers of the same value have the same score' '
	for rule in $rules; do
		rfm $rule small3 >a
		for axis in $axes; do scored $axis a | sort -u | cut -f 1 | uniq -d; done
	done'

holds 'a better value has no lower score' '
	for rule in $rules; do
		rfm $rule small3 >a
		scored recency_days:r a | sort -k 1,1nr | cut -f 2 | sort -nc
		scored purchases:f a | sort -k 1,1n | cut -f 2 | sort -nc
		scored amount:m a | sort -k 1,1n | cut -f 2 | sort -nc
	done'

holds 'what --cuts-out wrote, --cuts-in scores the same' '
	for rule in $rules; do for t in small1 small2 large; do
		rfm $rule --cuts-out cuts $t >a
		rfm --cuts-in cuts $t >b
		same a b || exit
	done; done'

total() { awk '{ sum += $1 } END { printf "%d\n", sum }'; }

holds 'the summary has the sums of the rows' '
	rfm small3 >a
	rfm --summary small3 >b
	wc -l <a | awk "{ print \$1 - 1 }" >c
	of_column customers <b | total | cmp - c &&
	for name in purchases amount; do
		of_column $name <a | total >c
		of_column $name <b | total | cmp - c || exit
	done'

holds 'the portfolio has the sums of the rows' '
	cpm small3 >a
	cpm --portfolio small3 >b
	cpm --history 1 small3 >c
	cut -f 1,2,4 b | sed 1d >d
	cut -f 2- c | sed 1d | cmp - d &&
	for name in amount; do
		of_column $name <a | total >c
		of_column $name <b | total | cmp - c || exit
	done
	of_column segment <a | LC_ALL=C sort | uniq -c |
		awk "{ print \$2 \"\\t\" \$1 }" >c
	cut -f 1,2 b | sed 1d | awk "\$2" | LC_ALL=C sort | cmp - c'

holds 'the matrix has the segments of both dates' '
	of_matrix() {
		sed 1d a | awk -F "\t" -v at=$1 "{ n[\$at] += \$3 }
		END { for (i in n) if (i != \"none\") print i \"\\t\" n[i] }" |
		LC_ALL=C sort
	}
	of_portfolio() {
		cpm --portfolio --as-of $1 small3 | cut -f 1,2 | sed 1d |
		awk "\$2" | LC_ALL=C sort
	}
	cpm --matrix --as-of 2024-12-31 --lag 5 small3 >a
	of_matrix 1 >b; of_portfolio 2024-07-31 >c; same b c
	of_matrix 2 >b; of_portfolio 2024-12-31 >c; same b c'

cohorts() { repeat-cohort "$@" small3; }
holds 'the cohorts have the customers and purchases of the rows' '
	rfm small3 >a
	cohorts >b
	of_column purchases <a | total >c
	of_column purchases <b | total | cmp - c &&
	for n in 1 2 3; do of_column purchases <a |
		awk -v n=$n "\$1 >= n { m++ } END { print n, m }"; done >c
	cohorts --ladder | awk "NR > 1 && NR < 5 { print \$1, \$2 }" |
		cmp - c &&
	wc -l <a | awk "{ print \$1 - 1 }" >c
	segment "k = 0" b | of_column customers | total | cmp - c'

holds 'a medium, shop, product, category: parts that make up the whole' '
	cohorts -N | cut -f 1-4,6,7,9 | LC_ALL=C sort >a
	for by in media shop product category; do
		cohorts -N --by $by | awk -F "\t" -v OFS="\t" "
			{ key = \$2 OFS \$4; of[key] = \$10; n[key] += \$3
			active[key] += \$5; bought[key] += \$7
			sum[key] += \$8 } END { for (key in n) {
			split(key, part, OFS)
			print part[1], n[key], part[2], active[key],
			    bought[key], sum[key], of[key] } }" |
			LC_ALL=C sort >b
		same a b || exit
	done'

holds 'the wide table is the long one' '
	for what in active:4 rate:5 amount:7 ltv:8; do
		cohorts -N --by shop | cut -f 1-4,$((${what#*:} + 1)),10 |
			awk -F "\t" "\$6 { print \$1, \$2, \$4, \$5 }" |
			LC_ALL=C sort >a
		cohorts -N --by shop --wide ${what%:*} | awk -F "\t" "{
			for (i = 4; i <= NF; i++) if (\$i != \"\")
			print \$1, \$2, i - 4, \$i }" | LC_ALL=C sort >b
		same a b || exit
	done'

holds 'all have been active; who came back is on the second rung' '
	cohorts --mode rolling | segment "k = 0 and active != customers" |
		sed 1d
	cohorts --ladder | sed -n 2p | cut -f 3 >a
	cohorts --period all --mode cumulative | of_column active | cmp - a
	cohorts --period all --within 0,1,2,3,5,10,20,30,60,90,120,180 |
		awk -F "\t" "NR > 1 { for (i = 4; i < NF; i += 3)
		if (\$i < n || \$(i - 1) > \$2) print; else n = \$i }" >b
	cat b'

# money COLUMN: the sum of that column of standard input, without (all)
money() { grep -v '^(all)' | of_column "$1" | total; }
holds 'media have the customers, purchases and amounts of the rows' '
	rfm small3 >a
	ltv-by-media --total small3 >b
	grep -c . a | awk "{ print \$1 - 1 }" >c
	money customers <b | cmp - c &&
	for what in amount; do
		money $what <a >c
		money $what <b | cmp - c || exit
	done
	sed 1d b | awk -F "\t" "\$1 == \"(all)\" { print m, \$2 } { m += \$2 }" |
		awk "\$1 != \$2"'

# of_media OPTIONS: the column $what, summed by medium
of_media() {
	ltv-by-media $1 --profit --costs spent small3 >a
	of_column $what <a >b
	sed 1d a | cut -f 1 | paste - b | awk -F '\t' '{ n[$1] += $2 }
		END { for (i in n) print i, n[i] }' | LC_ALL=C sort
}
holds 'months make up a medium' '
	for what in customers f2_mature first_amount amount mature_30 cost; do
		of_media >c
		of_media "--period month" >d
		same c d || exit
	done'

holds 'the curve is the horizons' '
	ltv-by-media -N --horizons 30,120,720 small3 | awk -F "\t" "{
		for (i = 8; i < NF; i += 2) print \$1, \$i, \$(i + 1) }" >a
	ltv-by-media -N --curve small3 | awk -F "\t" "\$2 == 30 ||
		\$2 == 120 || \$2 == 720 { print \$1, \$3, \$4 }" >b
	same a b'

holds 'a margin of 1 is a profit without costs' '
	awk -F "\t" -v OFS="\t" "NR > 1 { \$8 = 0 } 1" small3 >free
	ltv-by-media --period month --margin 1 --costs spent free >a
	ltv-by-media --period month --profit --costs spent free >b
	same a b'

holds 'what rfm prints, segment reads' '
	rfm large >a
	segment "purchases >= 1 and last_date is not none" a >b
	same a b &&
	awk -F "\t" "NR == 1 || \$10 == \"champion\"" a >b
	rfm large | segment "segment = \"champion\"" >c
	same b c'

holds 'what rfm and cpm know, segment finds' '
	rfm large | segment -N "purchases >= 3 and amount >= 10000 and
	    recency_days <= 400" | cut -f 1,2,4,5 >a
	segment -N --customers "purchases() >= 3 and sum(amount) >= 10000 and
	    as_of - last(order_date) <= 400" --show "l=last(order_date)" \
	    --show "n=purchases()" --show "a=sum(amount)" large >b
	same a b &&
	cpm --unit day large | segment -N "tenure_days > 0" | cut -f 1-4 >a
	segment -N --customers --unit day "last(order_date) > first(order_date)" \
	    --show "f=first(order_date)" --show "l=last(order_date)" \
	    --show "n=purchases()" large >b
	same a b'

holds 'with --as-of of the last day the same is found' '
	rfm --stats large 2>&1 >a | grep ^as_of | cut -f 2 >day
	for rule in rule late; do
		segment --customers -f $rule large >a
		segment --customers -f $rule --as-of $(cat day) large >b
		same a b || exit
	done'

done_testing
