# datamash compares numbers only: dates go in and out as such
export LC_ALL=C
sed 1d "$1" | cut -f 1-3,6 |
    sed -E 's/\t(....)-(..)-(..)\t/\t\1\2\3\t/' |
    datamash --sort --group 2 min 3 max 3 countunique 1 sum 4 |
    TZ=UTC mawk -F '\t' -v OFS='\t' '
function date(d) {
	return substr(d, 1, 4) "-" substr(d, 5, 2) "-" substr(d, 7, 2)
}
function days(d) {
	gsub(/-/, " ", d)
	return mktime(d " 0 0 0") / 86400
}
{
	first = date($2)
	last = date($3)
	print $1, first, last, $4, $5, days(last) - days(first),
	    days("2025-12-30") - days(last)
}'
