#!/bin/sh
# output - what is written, complete or not at all, by every program; a new
# program is a line more in the list at the end
. tests/lib.sh

awk 'BEGIN {
	print "customer_id\torder_date\tamount"
	for (i = 1; i <= 20000; i++)
		print "customer" i "\t2024-01-01\t" i
}' >large.tsv
head -n 40 large.tsv >some.tsv
sample-orders --format shopify --lines 40 >some.csv
sample-orders --format shopify --lines 5000 >large.csv
mkdir d e

fails() {
	refuses "$1" "$cmd: $2" "$3" <<!
$cmd: $2
!
}

# writes WHAT COMMAND: then d/out is complete, and nothing is beside it
writes() {
	gives "$cmd: $1" "$2; cmp d/out whole; ls -A d e" <<!
d:
out

e:
!
}

# keeps WHAT COMMAND: whatever it says, d/out is as it was
keeps() {
	rm -f d/.out*
	echo old >d/out
	gives "$cmd: $1" "{ $2; } >/dev/null 2>&1; cat d/out; ls -A d" <<!
old
out
!
}

output() {
	eval "$some" >whole
	fails 3 'stdout: cannot write: No space left on device' \
	    "$some >/dev/full"
	fails 3 'stdout: cannot write: No space left on device' \
	    "$large >/dev/full"
	fails 3 'stdout: cannot write: Bad file descriptor' "$some >&-"
	fails 3 '/dev/stdout: cannot write: Is a directory' \
	    "$some -o /dev/stdout >&-"
	gives "$cmd: standard error is closed" "$some 2>&- | cmp whole -" <<!
!
	gives "$cmd: | head is silent" \
	    "{ $large; echo \$? >status; } | wc -c | awk '{ print (\$1 > 2^17) }'
	    { $large; echo \$? >>status; } | head -n 1 | wc -l | tr -d ' '
	    cat status" <<!
1
1
0
141
!
	rm -f d/out
	writes '-o: a new file' "$some -o d/out"
	gives "$cmd: -o: its mode is the usual one" "rm d/out; umask 027
	    $some -o d/out; ls -l d/out | cut -c 1-10" <<!
-rw-r-----
!
	echo old >d/out
	writes '-o: a file that is there' "$some --output=d/out"
	gives "$cmd: -o: its mode stays" "chmod 604 d/out; umask 077
	    $some -o d/out; ls -l d/out | cut -c 1-10" <<!
-rw----r--
!
	ln -s ../d/out e/link
	ln -s e/link link
	echo old >d/out
	gives "$cmd: -o: links are followed" "$some -o link; cmp d/out whole
	    ls -A d e; ls -l link e/link | sed 's/.* -> //'" <<!
d:
out

e:
link
../d/out
e/link
!
	rm d/out
	gives "$cmd: -o: links to what is not there yet" \
	    "$some -o link; cmp d/out whole; ls -l link | sed 's/.* -> //'" <<!
e/link
!
	rm link e/link
	ln -s loop loop
	fails 3 'loop: cannot write: Too many levels of symbolic links' \
	    "$some -o loop"
	rm loop
	mkfifo d/pipe
	gives "$cmd: -o: a pipe" "$some -o d/pipe & cmp d/pipe whole; wait
	    ls -l d/pipe | cut -c 1; rm d/pipe" <<!
p
!
	gives "$cmd: -o /dev/stdout, /dev/null" "$some -o /dev/stdout |
	    cmp - whole; $some -o /dev/null" <<!
!
	gives "$cmd: -o: a file that others print to" \
	    "{ echo a; $some -o /dev/stdout; echo b; } >t
	    { echo a; cat whole; echo b; } | cmp - t" <<!
!
	gives "$cmd: -o: a descriptor that others print to" \
	    "{ echo a >&3; $some -o /dev/fd/3; echo b >&3; } 3>t
	    { echo a; cat whole; echo b; } | cmp - t" <<!
!
	fails 3 '/dev/full: cannot write: No space left on device' \
	    "$some -o /dev/full"
	fails 3 'd: cannot write: Is a directory' "$some -o d"
	fails 3 'no/where: cannot write: No such file or directory' \
	    "$some -o no/where"
	keeps '-o: a wrong option' "$some -o d/out --nothing"
	keeps '-o: no more room' "ulimit -f 1; trap '' XFSZ; $large -o d/out"
	keeps '-o: killed at the limit' \
	    "ulimit -c 0; (ulimit -f 1; $large -o d/out)"
	fails 3 'd/out: cannot write: File too large' \
	    "ulimit -f 1; trap '' XFSZ; $large -o d/out"
	rm d/.out* 2>/dev/null
	chmod 555 d
	fails 3 'd/out: cannot write: Permission denied' \
	    "$obeys $some -o d/out"
	chmod 755 d
	chmod 444 d/out
	fails 3 'd/out: cannot write: Permission denied' \
	    "$obeys $some -o d/out"
	chmod 644 d/out
}

# interrupted SIGNAL: while it waits for input
interrupted() {
	mkfifo pipe
	# whoever runs the tests may ignore the signal: then so would we
	eval "exec perl -e '\$SIG{\$_} = q(DEFAULT) for qw(HUP INT TERM);
		exec @ARGV' $call -o d/out pipe" &
	job=$!
	exec 3>pipe
	tries=0
	while [ "$(ls -A d | wc -l)" = 1 ] && [ $tries -lt 50 ]; do
		sleep 0.1
		tries=$((tries + 1))
	done
	ls -A d | wc -l
	kill -s "$1" $job
	(exec 3>&-; sleep 20; kill -s KILL $job) >/dev/null 2>&1 &
	wait $job
	kill $! 2>/dev/null
	exec 3>&-
	rm pipe
}

input() {
	cp "$input" d/out
	writes '-o: the input itself' "$some >whole; $call d/out -o d/out"
	keeps '-o: the input is refused' \
	    "echo x >t; $some -o d/out nowhere; $call -o d/out t"
	keeps '-o: --stats cannot be written' \
	    "$some -o d/out --stats 2>/dev/full"
	keeps '--rejects: --stats cannot be written' \
	    "$some --rejects d/out --stats 2>/dev/full"
	keeps '-o: --rejects is a directory' \
	    "mkdir t.d; $some -o d/out --rejects t.d"
	cp "$input" t
	fails 2 't: is standard output too' "$call t >>t"
	fails 2 'stdin: is standard output too' "$call - <t >>t"
	gives "$cmd: what is read is not written to" "cmp $input t" <<!
!
	for signal in TERM HUP INT; do
		keeps "-o: SIG$signal" "interrupted $signal"
	done
	echo old >d/out
	gives "$cmd: there was something beside" \
	    "interrupted TERM 2>/dev/null | tr -d ' '" <<!
2
!
}

while IFS='|' read -r call input large; do
	cmd=${call%% *}
	some="$call $input"
	large="$call $large"
	output
	[ "$cmd" = sample-orders ] || input
done <<!
rfm|some.tsv|large.tsv
cpm|some.tsv|large.tsv
repeat-cohort -r media=customer_id --by media|some.tsv|large.tsv
ltv-by-media -r media=customer_id|some.tsv|large.tsv
abc-rank|some.tsv|large.tsv
segment 'amount > 0'|some.tsv|large.tsv
segment --customers 'sum(amount) > 0'|some.tsv|large.tsv
from-cart|some.csv|large.csv
sample-orders|--lines 40|--lines 20000
!

# --- other files that rfm writes

cmd=rfm
rfm some.tsv --cuts-out whole >/dev/null
rm -f d/out
writes '--cuts-out: a new file' 'rfm some.tsv --cuts-out d/out >/dev/null'
writes '--cuts-out with -o' 'rfm some.tsv --cuts-out d/out -o t'
fails 3 '/dev/full: cannot write: No space left on device' \
    'rfm some.tsv --cuts-out /dev/full'
keeps '--cuts-out: the input is refused' \
    'rfm some.tsv nowhere --cuts-out d/out'
keeps '--cuts-out: standard output fails' \
    'rfm some.tsv --cuts-out d/out >/dev/full'
keeps '--cuts-out: --stats cannot be written' \
    'rfm some.tsv --cuts-out d/out --stats 2>/dev/full'
keeps '-o: --cuts-out fails' 'rfm some.tsv --cuts-out /dev/full -o d/out'
done_testing
