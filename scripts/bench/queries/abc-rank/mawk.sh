export LC_ALL=C
mawk -F '\t' -v OFS='\t' '
NR > 1 { amount[$2] += $6 }
END { for (id in amount) { total += amount[id]; printf "%s\t%.0f\n", id, amount[id] }
	printf "\t%.0f\n", total }' "$1" |
    sort -t "$(printf '\t')" -k 2,2nr -k 1,1 |
    mawk -F '\t' -v OFS='\t' '
function shown(i) {
	for (i = 1; i <= ties; i++)
		printf "%d\t%s\t%.0f\t%.6f\t%.0f\t%.6f\t%s\n", rank, id[i], amount,
		    amount / total, sum, sum / total,
		    ahead < 0.7 * total ? "A" : ahead < 0.9 * total ? "B" : "C"
}
NR == 1 { total = $2; next }
$2 != amount {
	shown()
	amount = $2
	ties = 0
	rank = NR - 1
	ahead = sum
}
{
	id[++ties] = $1
	sum += amount
}
END { shown() }'
