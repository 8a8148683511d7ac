TZ=UTC mawk -F '\t' -v OFS='\t' '
function days(date) {
	if (!(date in known)) {
		known[date] = date
		gsub(/-/, " ", known[date])
		known[date] = mktime(known[date] " 0 0 0") / 86400
	}
	return known[date]
}
NR > 1 {
	if (!($1 in seen)) {
		seen[$1]
		purchases[$2]++
	}
	if (!($2 in last))
		first[$2] = last[$2] = $3
	else if ($3 > last[$2])
		last[$2] = $3
	else if ($3 < first[$2])
		first[$2] = $3
	amount[$2] += $6
}
END {
	for (id in last)
		print id, first[id], last[id], purchases[id], amount[id],
		    days(last[id]) - days(first[id]),
		    days("2025-12-30") - days(last[id])
}' "$1"
