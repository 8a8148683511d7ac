#ifndef MOMENTS_H
#define MOMENTS_H

#include "fold.h"
#include "orders.h"

/* Each customer's orders by moment; those of one moment by their ids, then by
 * their lines, if record says what each order came of (see fold_order; else
 * NULL). */
void moments_sort(struct orders *, const struct fold *,
    const uint32_t *record);
/* Of sorted orders, the purchases of one date as one, which has the moment
 * and the first line of the earliest. */
void moments_merge_days(struct orders *);

#endif
