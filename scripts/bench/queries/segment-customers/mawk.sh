# 180 days before the as-of date is 2025-07-03
mawk -F '\t' -v OFS='\t' '
NR > 1 {
	if (!($1 in seen)) {
		seen[$1]
		purchases[$2]++
	}
	if ($3 > last[$2])
		last[$2] = $3
	amount[$2] += $6
}
END {
	for (id in last)
		if (purchases[id] >= 2 && amount[id] >= 30000 &&
		    last[id] >= "2025-07-03")
			print id, purchases[id], amount[id], last[id]
}' "$1"
