#!/bin/sh
# faults - each command with memory, files, threads failing at every place, and
# signals at any moment: tests/fault has the kinds. A new program is a line
# more in the lists at the end
fault=${TOKUI_FAULT-$(pwd)/build/plain/fault.so}
if [ ! -f "$fault" ]; then
	echo '1..0 # SKIP faults cannot be injected into what is sanitized'
	exit
fi
. tests/lib.sh

here=$root/tests
head -n 6 "$here/shop.tsv" >a.tsv
sed -n '1p;7,10p' "$here/shop.tsv" >b.tsv
sed 3s/2023/x/ a.tsv >bad.tsv
cut -f 2 a.tsv >list
printf 'some\tamount > 1000\nother\tcustomer_id =~ /^a/\n' >rules
printf 'some\tsum(amount) > 1000\nother\tdistinct(media) = 1\n' >sums
cp "$here/bad/files/map" map
printf 'media\tmonth\tcost\ntv\t2023-10\t5\n' >costs
printf 'number,who,day,code,price,quantity,state\n' >a.csv
cp a.csv b.csv
printf '%s,ann,2024/1/%s,"tea ""x""",10,1,ok\n' 1 5 1 6 2 7 >>a.csv
printf '%s,太郎,2024-01-0%s,茶,"1,200",1,\n' 3 5 4 6 >>b.csv
sed 3s,2024/1,x, a.csv >bad.csv
iconv -f utf-8 -t cp932 b.csv >ja.csv
mkdir d

# meets KIND... : the call meets faults of these kinds
meets() {
	for kind; do
		gives "$kind: $call" "FAULT_ROWS=$rows FAULT_STATUS=$status \
FAULT_FILES='$files' FAULT_INPUT=$input \
LD_PRELOAD='$fault' FAULT=$kind $bin/$call" </dev/null
	done
}

# there: whether the program is, and knows the call's options
there() {
	[ -x "$bin/${call%% *}" ] || return
	"$bin/${call%% *}" --help >told
	for word in $call; do
		case $word in
		--*) grep -q -e "${word%%=*}" told || return ;;
		esac
	done
}

# each FUNCTION: for each line ROWS|CALL on standard input
each() {
	while IFS='|' read -r rows call; do
		files= input= status=
		if there; then
			"$1"
		fi
	done
}

# standard output
whole() {
	meets memory memory-gone calls full closed closed-ignored small \
	    interrupted again
}
# a named file
named() {
	files=d/out
	call="$call -o d/out"
	meets memory-gone calls full closed interrupted SIGINT SIGTERM SIGPIPE
}
threads() {
	meets threads thread
}
memory() {
	meets memory
}
refused() {
	status=$rows rows=
	meets memory calls small interrupted
}
reading() {
	input=${call##* }
	meets broken shrinks
}
# a fault in the input, ahead of where it can be read no more, or behind
refused_reading() {
	status=1
	reading
}

main="|rfm a.tsv b.tsv --threads 3
|cpm a.tsv b.tsv --threads 3
|ltv-by-media a.tsv b.tsv --threads 3
|repeat-cohort a.tsv b.tsv --threads 3
|abc-rank a.tsv b.tsv --threads 3
|segment --customers 'sum(amount) > 0' a.tsv b.tsv --threads 3
1|segment 'amount > 0' a.tsv b.tsv --threads 3
1|segment --rules rules a.tsv b.tsv --threads 3
1|from-cart --map map a.csv b.csv
1|sample-orders --lines 5"
each whole <<!
$main
!
each named <<!
$main
!
each threads <<!
|rfm a.tsv b.tsv --threads 3
|cpm a.tsv b.tsv a.tsv b.tsv --threads 8
|ltv-by-media a.tsv b.tsv --threads 3
|repeat-cohort a.tsv b.tsv --threads 3
|abc-rank a.tsv b.tsv --threads 3
|segment --customers 'sum(amount) > 0' a.tsv b.tsv --threads 3
1|segment 'amount > 0' a.tsv b.tsv --threads 3
!
each reading <<!
|rfm a.tsv
|cpm a.tsv
|ltv-by-media a.tsv
|repeat-cohort a.tsv
|abc-rank a.tsv
|segment --customers 'sum(amount) > 0' a.tsv
1|segment 'amount > 0' a.tsv
1|from-cart --map map a.csv
1|from-cart --map map --encoding cp932 ja.csv
!
each refused_reading <<!
|rfm bad.tsv
|abc-rank bad.tsv
1|segment 'order_date > 2020-01-01' bad.tsv
1|from-cart --map map bad.csv
!
each memory <<!
|rfm --summary a.tsv
|rfm --cross a.tsv
|rfm --moves-from 2023-10-15 a.tsv
|rfm --rule rank --grid r-rfm a.tsv
|cpm --portfolio a.tsv
|cpm --history 3 --lang ja a.tsv
|cpm --transitions a.tsv
|cpm --matrix a.tsv
|ltv-by-media --curve --total a.tsv
|ltv-by-media --period month --costs costs --profit --trial @list a.tsv
|abc-rank --by media --measure purchases --unit day a.tsv
|abc-rank --by product --measure margin --refunds drop --deciles a.tsv
|abc-rank --key media --value amount --concentration a.tsv
|repeat-cohort --by media a.tsv
|repeat-cohort --by product --wide rate --total a.tsv
|repeat-cohort --by media --ladder a.tsv
|repeat-cohort --within 30,90 --period week a.tsv
|segment --customers 'any(media = "tv") or distinct(media) > 1' --show 'm=first(media)' a.tsv
|segment --customers 'lines(as_of - order_date < 9 and amount > 0) > 0' --show 'm=max(media)' a.tsv
|segment --customers --ids 'any(media =~ /x/)' a.tsv
|segment --customers 'purchases() > 0' --show 'f=nth(1, media)' a.tsv
|segment --customers --rules sums a.tsv
1|segment 'customer_id in @list:customer_id and length(lower(media)) > 0' a.tsv
1|from-cart --map map --encoding cp932 ja.csv
1|from-cart --print-map eccube4
1|sample-orders --lines 3 --format eccube4
1|sample-orders --lines 3 --format shopify
|rfm --help
!
each refused <<!
1|rfm -r customer=nothing a.tsv
1|cpm bad.tsv
1|segment --rules bad.tsv a.tsv
2|rfm --nothing a.tsv
2|segment -f rules a.tsv
3|rfm nowhere
!
# little memory: done, or told so
little() {
	call="$call large.tsv"
	files=
	eval "$bin/$call" >whole
	for limit in 8 16 32 64 128; do
		gives "$limit MB: $call" "ulimit -v ${limit}000
		    $bin/$call >out 2>err
		    case \$? in
		    0) cmp out whole; cat err ;;
		    4) echo '${call%% *}: out of memory' | cmp - err ;;
		    *) cat err ;;
		    esac" </dev/null
	done
}
sample-orders --lines 60000 >large.tsv
each little <<!
|rfm
|cpm --threads 4
|ltv-by-media
|repeat-cohort --threads 4
|abc-rank
1|segment --threads 4 'amount > 0'
!
# two files
two() {
	files='d/out d/other'
	call="$call -o d/out"
	meets memory calls full closed interrupted SIGTERM
}
each two <<!
|rfm a.tsv --cuts-out d/other --stats
|rfm bad.tsv --rejects d/other
|cpm bad.tsv a.tsv --rejects d/other --threads 3
1|segment 'order_date > 2020-01-01' bad.tsv b.tsv --rejects d/other --threads 3
1|from-cart --map map bad.csv b.csv --rejects d/other
!
done_testing
