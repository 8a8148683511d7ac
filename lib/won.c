/* won.c - customers as they were won */
#include "won.h"

struct won
won_in(const struct orders *o, struct span span, int slot,
    struct labels *labels)
{
	struct won w = { .o = o, .labels = labels,
		.first_date = col_between(orders_won_date(o), span.from,
		    span.to) };

	labels_sort(labels);
	if (slot >= 0)
		w.key = orders_first_label(o, slot, labels);
	return w;
}
