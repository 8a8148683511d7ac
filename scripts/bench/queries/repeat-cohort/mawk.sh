mawk -F '\t' -v OFS='\t' '
NR > 1 {
	month = substr($3, 1, 4) * 12 + substr($3, 6, 2) - 1
	if (!($2 in first) || month < first[$2])
		first[$2] = month
	cell = $2 OFS month
	amount[cell] += $6
	if (!($1 in seen)) {
		seen[$1]
		purchases[cell]++
	}
}
END {
	for (id in first)
		customers[first[id]]++
	for (cell in amount) {
		split(cell, part, OFS)
		cohort = first[part[1]]
		at = cohort OFS part[2]
		active[at]++
		orders[at] += purchases[cell]
		money[at] += amount[cell]
	}
	for (cohort in customers) {
		sum = 0
		for (month = cohort + 0; month < 2026 * 12; month++) {
			at = cohort OFS month
			sum += money[at]
			done = month < 2026 * 12 - 1
			printf "%04d-%02d\t%d\t%d\t%d\t%s\t%d\t%.0f\t%s\t%d\n",
			    cohort / 12, cohort % 12 + 1, customers[cohort],
			    month - cohort, active[at],
			    done ? active[at] / customers[cohort] : "",
			    orders[at], money[at],
			    done ? sprintf("%.6f", sum / customers[cohort]) : "", done
		}
	}
}' "$1" | sort -t "$(printf '\t')" -k 1,1 -k 3,3n
