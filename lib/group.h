#ifndef GROUP_H
#define GROUP_H

#include "col.h"

/*
 * Rows that share a label: one value per group. Groups are the label's
 * names, then one for the rows without a label. A none among the values adds
 * nothing. Sums live until exit.
 */
struct sums { size_t n; wide *v; wide all; };	/* n groups; of all rows */

struct sums group_count(const struct col *label, size_t names);
struct sums group_sum(const struct col *label, size_t names,
    const struct col *values);

/* Sums as a column of the first n groups; one too large is refused, naming
 * the column. decimals as of money, or IS_WHOLE. */
enum { IS_WHOLE = -1 };
struct col *group_col(struct sums, size_t n, int decimals, struct text name);
/* Each group's part of all. */
struct col *group_share(struct sums, size_t n);
/* Sums of money divided by counts, with the decimals of a mean. */
struct col *group_mean(struct sums, struct sums counts, size_t n,
    int decimals);

#endif
