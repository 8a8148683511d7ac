# datamash compares numbers only: dates go in and out as such
export LC_ALL=C
sed 1d "$1" | cut -f 1-3,6 |
    sed -E 's/\t(....)-(..)-(..)\t/\t\1\2\3\t/' |
    datamash --sort --group 2 max 3 countunique 1 sum 4 |
    TZ=UTC mawk -F '\t' -v OFS='\t' '
function days(y, m, d) { return mktime(y " " m " " d " 0 0 0") / 86400 }
{
	y = substr($2, 1, 4)
	m = substr($2, 5, 2)
	d = substr($2, 7, 2)
	print $1, y "-" m "-" d, days(2025, 12, 30) - days(y, m, d), $3, $4
}'
