#ifndef MOMENTS_H
#define MOMENTS_H

#include "orders.h"

/* Each customer's orders by moment. */
void moments_sort(struct orders *);
/* The same, and the purchases of one date as one, which has the moment of the
 * earliest. */
void moments_merge_days(struct orders *);

#endif
