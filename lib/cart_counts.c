/* cart_counts.c - what became of each row */
#include "cart_counts.h"
#include "rejects.h"
#include "stats.h"

void
cart_counts_start(struct cart_counts *n)
{
	clock_gettime(CLOCK_MONOTONIC, &n->start);
}

void
cart_counts_print(const struct cart_counts *n)
{
	struct out *out = out_error();
	int64_t fees = 0;

	for (int kind = CART_GOODS + 1; kind < CART_REFUNDED; kind++)
		fees += n->written[kind];
	stats_put(out, "lines", n->lines);
	stats_put(out, "lines_rejected", rejects_count());
	stats_put(out, "rows_written", n->goods + fees + n->refunds);
	stats_put_run(out, n->start);
	stats_put(out, "lines_goods", n->goods);
	stats_put(out, "lines_fees", fees);
	for (int kind = CART_GOODS + 1; kind < CART_REFUNDED; kind++) {
		out_text(out, TEXT("lines_by_"));
		stats_put(out, cart_kind_names[kind], n->left_out[kind]);
	}
	stats_put(out, "lines_without_product", n->without_product);
	stats_put(out, "lines_without_amount", n->without_amount);
	stats_put(out, "refunds_written", n->refunds);
	stats_put(out, "refunds_left_out", n->refunds_left_out);
	out_close(out);
}
