# 180 days before the as-of date is 2025-07-03
mlr --itsvlite --onidx --ofs tab put -q '
if (is_absent(@seen[$order_id])) {
	@seen[$order_id] = 1;
	@purchases[$customer_id] += 1
}
if (is_absent(@last[$customer_id]) || $order_date > @last[$customer_id]) {
	@last[$customer_id] = $order_date
}
@amount[$customer_id] += $amount;
end {
	for (id, last in @last) {
		if (@purchases[id] >= 2 && @amount[id] >= 30000 &&
		    last >= "2025-07-03") {
			print id . "\t" . @purchases[id] . "\t" . @amount[id] .
			    "\t" . last
		}
	}
}' "$1"
