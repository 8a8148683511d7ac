/* cart_counts.c - what became of each row */
#include <sys/resource.h>

#include "cart_counts.h"
#include "decimal.h"
#include "out.h"

void
cart_counts_start(struct cart_counts *n)
{
	clock_gettime(CLOCK_MONOTONIC, &n->start);
}

static void
put(struct out *out, const char *name, int64_t value)
{
	char digits[DECIMAL_WIDTH];

	out_text(out, text_of(name));
	out_char(out, '\t');
	out_bytes(out, digits, whole_print(digits, value));
	out_char(out, '\n');
}

static void
put_seconds(struct out *out, struct timespec start)
{
	char digits[DECIMAL_WIDTH];
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	const int64_t thousandths = (now.tv_sec - start.tv_sec) * 1000
	    + (now.tv_nsec - start.tv_nsec) / 1000000;
	out_text(out, TEXT("seconds\t"));
	out_bytes(out, digits, decimal_print(digits, thousandths * 1000, 3));
	out_char(out, '\n');
}

void
cart_counts_print(const struct cart_counts *n)
{
	struct out *out = out_error();
	struct rusage usage;
	int64_t fees = 0;

	for (int kind = CART_GOODS + 1; kind < CART_REFUNDED; kind++)
		fees += n->written[kind];
	getrusage(RUSAGE_SELF, &usage);
	put(out, "lines", n->lines);
	put(out, "rows_written", n->goods + fees + n->refunds);
	put_seconds(out, n->start);
	put(out, "peak_bytes", (int64_t)usage.ru_maxrss * 1024);
	put(out, "lines_goods", n->goods);
	put(out, "lines_fees", fees);
	for (int kind = CART_GOODS + 1; kind < CART_REFUNDED; kind++) {
		out_text(out, TEXT("lines_by_"));
		put(out, cart_kind_names[kind], n->left_out[kind]);
	}
	put(out, "lines_without_product", n->without_product);
	put(out, "lines_without_amount", n->without_amount);
	put(out, "refunds_written", n->refunds);
	put(out, "refunds_left_out", n->refunds_left_out);
	out_close(out);
}
