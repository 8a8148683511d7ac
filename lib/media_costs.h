#ifndef MEDIA_COSTS_H
#define MEDIA_COSTS_H

#include "days.h"
#include "labels.h"

/*
 * What media cost, from a small table with the columns media and cost and
 * perhaps month (YYYY-MM). Rows of one medium and month are not yet summed.
 */
struct media_costs {
	size_t n;
	int has_months;
	uint32_t *media;	/* codes of labels */
	int32_t *month;		/* as date_month() numbers them, or 0 */
	int64_t *cost;		/* millionths */
	int *decimals;
};

/* Its media become labels. A wrong file ends the program; NULL: no costs. */
struct media_costs *media_costs_read(const char *file, struct labels *,
    int needs_months);
/* Months are whole: a span that begins or ends within one is misuse, unless it
 * ends on the as-of date; of NO_DAY it is not known yet. */
void media_costs_check(const struct media_costs *, struct span, int32_t as_of);
/* The rows of the span's months, if they have months; else all. Where the
 * span is open it is from the earliest of the dates to the as-of date; without
 * dates there are no rows. */
struct media_costs media_costs_of(const struct media_costs *, struct span,
    const struct col *dates, int32_t as_of);
/* Of the most precise cost. */
int media_costs_decimals(const struct media_costs *);

#endif
