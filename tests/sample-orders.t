#!/bin/sh
# sample-orders: deterministic, exact, plausible, small
PATH=${TOKUI_BIN:-bin}:$PATH
dir=$(mktemp -d "${TMPDIR:-/tmp}/sample-orders.XXXXXX") || exit 1
trap 'rm -rf "$dir"' EXIT
n=0

# bytes are the same on every machine; these change with the simulation
known_bench='657331660 6515472'
known_plain='577214217 2726838'
known_eccube4='3060799554 780861'
known_shopify='416691497 418422'

# check NAME COMMAND...: whether the command succeeds
check() {
	n=$((n + 1))
	name=$1
	shift
	if "$@" >"$dir/said" 2>&1; then
		echo "ok $n - $name"
	else
		echo "not ok $n - $name"
		sed 's/^/# /' "$dir/said"
	fi
}

# exits STATUS COMMAND...: the status, silent on standard output
exits() {
	want=$1
	shift
	"$@" >"$dir/out" 2>"$dir/err"
	got=$?
	echo "exit $got, not $want"
	[ "$got" -eq "$want" ] && [ ! -s "$dir/out" ] && [ -s "$dir/err" ]
}

# awk_holds FILE PROGRAM: rows as fields, exit status by the program
awk_holds() {
	awk -F '\t' "$2" "$1"
}

sample_bytes() {
	sample-orders "$@" | cksum
}

same() {
	echo "'$1' and '$2'"
	[ "$1" = "$2" ]
}

differ() {
	! same "$1" "$2"
}

sample-orders --lines 30000 >"$dir/plain"
sample-orders --preset bench --lines 100000 >"$dir/bench"

# determinism
check 'same options, same bytes' \
	same "$(sample_bytes --lines 30000)" "$(cksum <"$dir/plain")"
check 'another seed, other bytes' \
	differ "$(sample_bytes --lines 30000 --seed 2)" "$(cksum <"$dir/plain")"
check 'known bytes of bench' same "$(cksum <"$dir/bench")" "$known_bench"
check 'known bytes of plain' same "$(cksum <"$dir/plain")" "$known_plain"
check 'known bytes of eccube4' \
	same "$(sample_bytes --format eccube4)" "$known_eccube4"
check 'known bytes of shopify' \
	same "$(sample_bytes --format shopify)" "$known_shopify"

# lines
for lines in 0 1 2 999 12345; do
	check "$lines lines and a header" \
		same "$(sample-orders --lines $lines | wc -l | tr -d ' ')" \
		$((lines + 1))
done
check 'no header' same "$(sample-orders -N --lines 7 | wc -l | tr -d ' ')" 7
sample-orders --lines 3000 --lines-per-order 3 >"$dir/three"
check 'exactly three lines an order' awk_holds "$dir/three" \
	'NR > 1 { n[$1]++ } END { for (o in n) if (n[o] != 3) exit 1 }'
sample-orders --preset bench --lines 500 --lines-per-order 1 |
	cut -f 1-3,8- >"$dir/short"
sample-orders --preset bench --lines 5000 --lines-per-order 10 |
	cut -f 1-3,8- | uniq >"$dir/long"
check 'longer orders, else the same' cmp "$dir/short" "$dir/long"

# bench
check 'the columns of bench' same "$(head -n 1 "$dir/bench" | tr '\t' ' ')" \
	'order_id customer_id order_date product_id quantity amount cost media shop'
check 'every row of bench is well formed' awk_holds "$dir/bench" 'NR > 1 &&
	($1 !~ /^O[0-9]+$/ || length($1) != 11 || $2 !~ /^C[0-9]+$/ ||
	length($2) != 9 || $3 !~ /^202[3-5]-[01][0-9]-[0-3][0-9]$/ ||
	$4 !~ /^P[0-9]+$/ || length($4) != 6 ||
	$5 !~ /^[1-9][0-9]?$/ || $6 !~ /^[1-9][0-9]*$/ ||
	$7 !~ /^[1-9][0-9]*$/ || NF != 9) { print; exit 1 }'
check 'dates ascend' awk_holds "$dir/bench" \
	'NR > 1 { if ($3 < last) exit 1; last = $3 }'
check 'lines of an order stand together' awk_holds "$dir/bench" \
	'$1 != last { if (seen[$1]++) exit 1; last = $1 }'
check 'an order has one customer, date, medium and shop' \
	awk_holds "$dir/bench" '{ k = $2 FS $3 FS $8 FS $9 }
	($1 in what) && what[$1] != k { exit 1 } { what[$1] = k }'
check '55 to 65 percent buy once' awk_holds "$dir/bench" '
	NR > 1 && $1 != last { n[$2]++; last = $1 }
	END { for (c in n) { all++; once += n[c] == 1 }
	print once / all; exit !(once / all > .55 && once / all < .65) }'
check 'a few buy often' awk_holds "$dir/bench" '
	NR > 1 && $1 != last { n[$2]++; last = $1 }
	END { for (c in n) { all++; many += n[c] > 20 }
	print many / all; exit !(many / all > .01 && many / all < .06) }'
check 'about 0.12 customers a line' awk_holds "$dir/bench" '
	NR > 1 && !seen[$2]++ { n++ }
	END { print n / NR; exit !(n / NR > .11 && n / NR < .13) }'
check 'about 2.2 lines an order' awk_holds "$dir/bench" '
	NR > 1 && !seen[$1]++ { n++ }
	END { print NR / n; exit !(NR / n > 2.15 && NR / n < 2.3) }'
check '20 media, 5 shops, up to 2,000 products' awk_holds "$dir/bench" '
	NR > 1 { m += !media[$8]++; s += !shop[$9]++; p += !product[$4]++ }
	END { print m, s, p; exit !(m == 20 && s == 5 && p > 1900 && p <= 2000) }'
check '60 to 70 bytes a line' awk_holds "$dir/bench" '
	{ n += length($0) + 1 } END { print n / NR; exit n / NR < 60 || n / NR > 70 }'

# plain
check 'the columns of plain' same "$(head -n 1 "$dir/plain" | tr '\t' ' ')" \
	"$(echo order_id customer_id order_date product_id category quantity \
	amount cost media shop status)"
check 'days ascend in plain' awk_holds "$dir/plain" 'NR > 1 {
	day = substr($3, 1, 10); if (day < last) exit 1; last = day }'
check 'every status, and no other' awk_holds "$dir/plain" 'NR > 1 { s[$11]++ }
	END { n = split("pending paid shipped delivered cancelled returned void",
	want, " "); for (i = 1; i <= n; i++) { if (!s[want[i]]) exit 1
	delete s[want[i]] } for (w in s) exit 1 }'
check 'guests: 2 to 6 percent of lines' awk_holds "$dir/plain" '
	NR > 1 && $2 == "" { n++ }
	END { print n / NR; exit !(n / NR > .02 && n / NR < .06) }'
check 'refunds follow the order they return' awk_holds "$dir/plain" '
	NR > 1 { o = substr($1, 2) }
	/^O/ { at[o] = $3 }
	/^R/ { n++; if (!(o in at) || at[o] >= $3 || $7 >= 0) exit 1 }
	END { print n; exit !(n / NR > .01 && n / NR < .05) }'
check 'few lines stand apart from their order' awk_holds "$dir/plain" '
	NR > 1 && $1 != last { apart += seen[$1]++ > 0; last = $1 }
	END { print apart; exit !(apart > 0 && apart / NR < .03) }'
check 'trials lead to subscriptions' awk_holds "$dir/plain" '
	$4 ~ /^TRIAL-/ && $2 != "" { tried[$2] = $3 }
	$4 ~ /^SUB-/ { n++; if ($2 in tried && tried[$2] > $3) exit 1
	if (!($2 in tried)) lost++ }
	END { print n, lost; exit !(n > 500 && lost == 0) }'

# ids, days
sample-orders --ids long --lines 5000 >"$dir/ids"
check 'ids of 36 bytes' awk_holds "$dir/ids" 'NR > 1 &&
	(length($1) != 36 || ($2 != "" && length($2) != 36)) { exit 1 }'
check 'as many orders with long ids' same \
	"$(cut -f 1 "$dir/ids" | sort -u | wc -l)" \
	"$(sample-orders --lines 5000 | cut -f 1 | sort -u | wc -l)"
sample-orders --from 2020-02-28 --days 2 --lines 400 >"$dir/days"
check 'the days asked for' same \
	"$(cut -f 3 "$dir/days" | cut -c 1-10 | sed 1d | sort -u | xargs)" \
	'2020-02-28 2020-02-29'

# CSV
sample-orders --format eccube4 --lines 5000 >"$dir/eccube4.csv"
check 'CP932 decodes' eval \
	'iconv -f CP932 -t UTF-8 "$dir/eccube4.csv" >"$dir/eccube4.utf8"'
check 'EC-CUBE: the header' eval 'head -n 1 "$dir/eccube4.utf8" |
	grep -q "^注文ID,注文番号,会員ID,お名前(姓),.*,出荷メール送信日$"'
check 'EC-CUBE: two columns of one name' same "$(head -n 1 "$dir/eccube4.utf8" |
	tr ',' '\n' | grep -c '^送料$')" 2
check 'EC-CUBE: 5,000 lines of goods or few more' awk_holds \
	"$dir/eccube4.utf8" '{ n += gsub(/,1,商品,/, "") }
	END { print n; exit !(n >= 5000 && n < 5020) }'
for word in 送料 手数料 割引 ポイント 髙 ① ㈱ '"至急"' '""青汁""' 返品; do
	check "EC-CUBE: $word occurs" grep -q "$word" "$dir/eccube4.utf8"
done
check 'EC-CUBE: newlines in fields' grep -q '"要冷蔵$' "$dir/eccube4.utf8"
sample-orders --format shopify --lines 5000 >"$dir/shopify.csv"
check 'Shopify: the header' eval 'head -n 1 "$dir/shopify.csv" |
	grep -q "^Name,Email,Financial Status,.*,Lineitem name,.*,Payment References$"'
check 'Shopify: sparse rows follow' \
	grep -q '^#[0-9]*,[^,]*,,,,,,,,,,,,,,20' "$dir/shopify.csv"
for word in paid pending voided refunded partially_refunded; do
	check "Shopify: $word occurs" grep -q ",$word," "$dir/shopify.csv"
done

# borders
memory='memory: 3 million lines in 32 MB of addresses'
if (ulimit -v 32768 && sample-orders --lines 1) >/dev/null 2>&1; then
	check "$memory" eval \
	'(ulimit -v 32768 && exec sample-orders --lines 3000000 >/dev/null)'
else
	check "$memory # SKIP this build needs more to start" true
fi
if [ -w /dev/full ]; then
	check 'a full disk' exits 3 sh -c 'sample-orders >/dev/full'
	check 'a full disk, CSV' \
		exits 3 sh -c 'sample-orders --format shopify >/dev/full'
else
	check 'a full disk # SKIP no /dev/full' true
	check 'a full disk, CSV # SKIP no /dev/full' true
fi
for wrong in '--lines x' '--lines -1' '--days 0' '--from 2023-02-29' \
	'--format csv' '--preset tiny' '--lines-per-order 1001' '--ids odd' \
	'--unknown' 'operand' '--format eccube4 --preset bench' \
	'--format shopify --ids long' '--from 9999-12-31 --days 2'; do
	# shellcheck disable=SC2086
	check "misuse: $wrong" exits 2 sample-orders $wrong
done
check 'the last day that there is' eval \
	'sample-orders --lines 9 --from 9999-12-31 --days 1 | grep -q 9999-12-31'
sample-orders --lines 50 -o "$dir/file"
check '-o writes what is printed' eval \
	'sample-orders --lines 50 | cmp - "$dir/file"'

echo "1..$n"
