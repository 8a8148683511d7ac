mlr --itsvlite --onidx --ofs tab put -q '
begin {
	@day = strptime("2025-12-30", "%Y-%m-%d")
}
if (is_absent(@seen[$order_id])) {
	@seen[$order_id] = 1;
	@purchases[$customer_id] += 1
}
if (is_absent(@last[$customer_id])) {
	@first[$customer_id] = $order_date;
	@last[$customer_id] = $order_date
} elif ($order_date > @last[$customer_id]) {
	@last[$customer_id] = $order_date
} elif ($order_date < @first[$customer_id]) {
	@first[$customer_id] = $order_date
}
@amount[$customer_id] += $amount;
end {
	for (id, last in @last) {
		print id . "\t" . @first[id] . "\t" . last .
		    "\t" . @purchases[id] . "\t" . @amount[id] .
		    "\t" . ((strptime(last, "%Y-%m-%d") -
			strptime(@first[id], "%Y-%m-%d")) // 86400) .
		    "\t" . ((@day - strptime(last, "%Y-%m-%d")) // 86400)
	}
}' "$1"
