#ifndef GROUP_H
#define GROUP_H

#include "col.h"

/*
 * Rows that share a label: one value per group. Groups are the label's
 * names, then one for the rows without a label. A none among the values adds
 * nothing. Sums live until exit.
 */
struct sums { size_t n; wide *v; wide all; };	/* n groups; of all rows */

struct sums group_none(size_t names);		/* all sums 0 */
void group_add(struct sums *, const struct col *label, size_t row, wide);
struct sums group_count(const struct col *label, size_t names);
struct sums group_sum(const struct col *label, size_t names,
    const struct col *values);
/* The first n groups of more, behind those of the sums (at first {0}). */
void group_append(struct sums *, struct sums more, size_t n);

/* The sum of the group and those ahead of it. */
struct sums group_cumulate(struct sums, size_t n);

/* Ends the program if one of the first n sums, of what it says, is too
 * large. */
void group_check(struct sums, size_t n, const char *what);
/* Sums of the first n groups as a column; an amount too large is refused. */
struct col *group_whole(struct sums, size_t n);
struct col *group_money(struct sums, size_t n, int decimals);
/* The same as a column of totals over finished sums: none is too large. */
struct col *group_total(struct sums, size_t n, int decimals);
/* Each group's part of all; and part / whole, group by group. */
struct col *group_share(struct sums, size_t n);
struct col *group_rate(struct sums part, struct sums whole, size_t n);
/* Sums of money divided by counts, with the decimals of a mean; and sums of
 * days or counts. */
struct col *group_mean(struct sums, struct sums counts, size_t n,
    int decimals);
struct col *group_mean_whole(struct sums, struct sums counts, size_t n);
/* The smallest and the largest value of each of the first n groups. */
struct col *group_least(const struct col *label, size_t n,
    const struct col *values);
struct col *group_most(const struct col *label, size_t n,
    const struct col *values);

#endif
