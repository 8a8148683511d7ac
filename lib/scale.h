#ifndef SCALE_H
#define SCALE_H

#include "col.h"
#include "orders.h"

/*
 * Scores from 1 to bins, bins the best, by a scale: for each score the worst
 * value that still gets it. Every rule comes down to one, so a score depends
 * on the value alone, and one scale can be applied to another table.
 */
enum { BINS_MOST = 9 };
struct scale {
	int bins;
	int low_is_good;	/* recency */
	/* of scores 2 … bins; a score without one is never given */
	int64_t worst[BINS_MOST + 1];
	unsigned char given[BINS_MOST + 1];
};

/* bins - 1 cuts, strictly ascending, in the column's unit. */
struct scale scale_cuts(const int64_t *cuts, int bins, int low_is_good);
/* Score = 1 + floor(bins * W / N), W of N values strictly worse. */
struct scale scale_rank(const struct col *, int bins, int low_is_good);
/* As R's package rfm: type-7 quantiles i/bins, plus 1, are the breaks;
 * lower <= value < upper (definitions: Hyndman and Fan 1996). */
struct scale scale_r_rfm(const struct col *, int bins, int low_is_good);

/* Scores; a none value has none. */
struct col *scale_score(const struct scale *, const struct col *);

#endif
