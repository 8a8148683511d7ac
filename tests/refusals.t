#!/bin/sh
# refusals - what the programs refuse of options and files, and in which words;
# bad.t has tables at fault. A new program is a line more in the lists at the end
. tests/lib.sh

# each FUNCTION: runs it for each line CALL|FILE on standard input
each() {
	while IFS='|' read -r call file; do
		cmd=${call%% *}
		"$1"
	done
}

here=$dir/in
bare="env -i ${ASAN_OPTIONS:+ASAN_OPTIONS=$ASAN_OPTIONS}"
long=$(printf '%061d' 0)
given orders <<!
order_id	customer_id	order_date	amount	status	media
o1	ann	2024-01-01	10	paid	tv
o2	bob	2024-01-02	20		
!
sample-orders --lines 9 --format shopify >cart.csv

# --- every program: options, and where it runs

# misused WHAT ARGUMENTS [HINT]
misused() {
	refuses 2 "$cmd: $1" "$call $2" <<!
$cmd: $1
$cmd: hint: ${3:-$cmd --help}
!
}

options() {
	gives "$cmd --help" "$cmd --help >t; head -n 1 t | cut -d ' ' -f 1,2
	    $cmd -h | cmp t -; $cmd --help -N --nothing | cmp t -
	    grep -c -e ' --version  ' t" <<!
usage: $cmd
1
!
	gives "$cmd --version" "$cmd --version | sed 's/[0-9.]*\$//'" <<!
$cmd (tokui) 
!
	for option in --help --version; do
		refuses 3 "$cmd $option: disk full" \
		    "$cmd $option >/dev/full" <<!
$cmd: stdout: cannot write: No space left on device
!
	done
	misused "unknown option '--xyzzy'" --xyzzy
	misused "unknown option '--xyzzy'" --xyzzy=at-all
	misused "unknown option '-q'" -q
	misused "unknown option '-q'" -Nq
	misused "unknown option '--no-output-headers'" --no-output-headers \
	    'perhaps --no-output-header'
	misused "unknown option '--outpu'" --outpu=x 'perhaps --output'
	misused "unknown option '--no-ou'" --no-ou
	misused "unknown option '--versio'" --versio 'perhaps --version'
	misused "--version: takes no value" --version=1
	misused "--help: takes no value" --help=1
	misused "unknown option '-q'" '--no-output-header -qh'
	misused "--no-output-header: given twice" '-NN'
	misused "--no-output-header: given twice" '-N --no-output-header'
	misused "--output: given twice" '-o t --output=u'
	misused "--no-output-header: takes no value" --no-output-header=1
	misused "-o: needs a value" -o
	misused "--output: needs a value" --output
	misused "--output: names no file" "-o ''"
	misused "unknown option '--new\\nline'" "'--new
line'"
	gives "$cmd: options stand anywhere" "$call $file -N >one
	    $cmd -N ${call#"$cmd"} $file | cmp one -; $call $file >two
	    sed 1d two | cmp one -" <<!
!
	gives "$cmd: no environment" "$bare $bin/$call $file | cmp two -
	    HOME= $call $file | cmp two -
	    TZ=Asia/Tokyo LC_ALL=C $call $file | cmp two -" <<!
!
	gives "$cmd: POSIXLY_CORRECT changes nothing" \
	    "POSIXLY_CORRECT=1 $call $file -N | cmp one -" <<!
!
	gives "$cmd: a directory that is locked, or gone" "mkdir locked gone
	    (cd locked; chmod 0 .; $call $file | cmp $here/two -)
	    (cd gone; rmdir ../gone; $call $file | cmp $here/two -)
	    rmdir locked" <<!
!
}

# --- programs that read files

unread() {
	refuses "$1" "$cmd: $2" "$call $3" <<!
$cmd: $2
!
}

files() {
	unread 3 'nowhere: cannot open: No such file or directory' nowhere
	unread 3 'no?where: cannot open: No such file or directory' \
	    "\"\$(printf 'no\\001where')\""
	unread 3 '.: cannot read: Is a directory' .
	unread 3 'stdin: cannot read: Is a directory' '<.'
	unread 3 'stdin: cannot read: Bad file descriptor' '<&-'
	gives "$cmd: standard input is closed but not read" \
	    "$call $file >one; $call $file <&- | cmp one -" <<!
!
	touch secret
	chmod 0 secret
	refuses 3 "$cmd: a file that is not ours" "$obeys $call secret" <<!
$cmd: secret: cannot open: Permission denied
!
}

# --- programs that read tables of orders

# faulty PLACE WHAT HINT ARGUMENTS
faulty() {
	refuses 1 "$cmd: $2" "$call $4" <<!
$cmd: $1: $2
$cmd: hint: $3
!
}

common() {
	while IFS='|' read -r option what; do
		misused "$what" "$option nowhere"
	done <<!
--as-of 2024-02-30|--as-of: not a date (YYYY-MM-DD): '2024-02-30'
--as-of 2024-01-01T10:00|--as-of: not a date (YYYY-MM-DD): '2024-01-01T10:00'
--as-of ''|--as-of: not a date (YYYY-MM-DD): ''
--refunds gross|--refunds: 'gross' is not one of net|drop
--unit ''|--unit: '' is not one of order|day
--lang de|--lang: 'de' is not one of en|ja
--threads 0|--threads: '0' is not a whole number from 1 to 256
--threads 257|--threads: '257' is not a whole number from 1 to 256
--threads 1x|--threads: '1x' is not a whole number from 1 to 256
--threads 18446744073709551617|--threads: '18446744073709551617' is not a whole number from 1 to 256
--null none|--null: 'none' is not read as none; '' and '\N' are
--status ''|--status: an empty word; none is written 'none'
--status paid,,void|--status: an empty word; none is written 'none'
-H ''|--header: names no column
-r foo=bar|--roles: no such role: 'foo'
-r customer|--roles: not role=column: 'customer'
-r customer=|--roles: names no column: 'customer='
-r date=a,date=b|--roles: role given twice: 'date'
--lang $long|--lang: '${long%0}…' is not one of en|ja
--threads $long$long$long$long$long|--threads: '${long%0}…' is not a whole number from 1 to 256
--refunds 'a	b'|--refunds: 'a\tb' is not one of net|drop
!
	misused "--as-of: given twice" \
	    '--as-of 2024-01-01 --as-of=2024-01-01 nowhere'
	printf 'customer=customer_id\n\nfoo=bar\n' >roles
	faulty roles:3 "no such role: 'foo'" 'role=column, an entry a line' \
	    '-r @roles nowhere'
	faulty stdin:3 "no such role: 'foo'" 'role=column, an entry a line' \
	    '-r @- nowhere <roles'
	unread 3 'nowhere: cannot open: No such file or directory' '-r @nowhere'
	# a pipe is read once: the default column must not come back
	gives "$call: roles from a pipe" 'sed "1s/customer_id/who/
	    1s/$/	customer_id/; 2,\$s/$/	other/" orders >renamed
	$call -r customer=who renamed >listed
	echo customer=who | $call -r @- renamed | cmp listed -' <<!
!
}

each options <<!
rfm|$here/orders
cpm|$here/orders
repeat-cohort|$here/orders
ltv-by-media|$here/orders
abc-rank|$here/orders
abc-rank --key status --value amount|$here/orders
segment 'amount > 0'|$here/orders
segment --customers 'sum(amount) > 0'|$here/orders
from-cart|$here/cart.csv
sample-orders --lines 9|
!
each files <<!
rfm|orders
cpm|orders
repeat-cohort|orders
ltv-by-media|orders
abc-rank|orders
abc-rank --key status --value amount|orders
segment 'amount > 0'|orders
segment --customers 'sum(amount) > 0'|orders
from-cart|cart.csv
!
each common <<!
rfm
cpm
repeat-cohort
ltv-by-media
abc-rank
!

# --- names of columns in hints

printf 'a\377\t\033[1m\t%s\t%s\tdat\001e\n' "$long" \
    "x$(printf '%021d' 0 | sed 's/0/あ/g')" >odd
refuses 1 'names of columns: odd bytes, and long ones' 'rfm odd' <<!
rfm: odd:1: no column 'customer_id'
rfm: hint: the header has: a\xff, \x1b[1m, ${long%0}, x$(printf '%019d' 0 |
    sed 's/0/あ/g'), dat\x01e; --roles customer=COLUMN
!
refuses 1 'names of columns: one that is like it' \
    'rfm -r customer=a,date=date odd' <<!
rfm: odd:1: no column 'a'
rfm: hint: the header has: a\xff, \x1b[1m, ${long%0}, x$(printf '%019d' 0 |
    sed 's/0/あ/g'), dat\x01e; --roles customer=a\xff
!

# --- a name of the program that is longer than any message

many=$(printf '%0100d' 0 | tr 0 n)
refuses 3 'the name of the program is cut' \
    'perl -e "exec { q($bin/rfm) } q(n) x 5000, q(nowhere)"' <<!
$many: nowhere: cannot open: No such file or directory
!
refuses 1 'and in a hint' \
    'perl -e "exec { q($bin/rfm) } q(n) x 5000, q(odd)" 2>&1 >/dev/null |
    cut -c 1-107 >&2; exit 1' <<!
$many: odd:1
$many: hint:
!
done_testing
