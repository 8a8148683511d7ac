#ifndef GRID_H
#define GRID_H

#include "col.h"

/*
 * Grids: names for ranges of the scores r, f and m. The first range that
 * holds names the customer.
 */
struct range { unsigned char label, from[3], to[3]; };	/* r, f, m */
struct grid {
	const struct text *names;	/* in the order of summaries */
	size_t n_names;
	const struct range *ranges;
	size_t n_ranges;
};

/* The grid of --grid: a strict TSV name r_from r_to f_from f_to m_from m_to,
 * or r-rfm, that of R's package rfm 0.3.0; without a name the default one by
 * r and f. That has 5 bins: with others there are no names. */
struct grid grid_choose(const char *name, int bins, int japanese);

/* The name's place per customer; NO_LABEL where no range holds, and where
 * there is no score. */
struct col *grid_label(const struct grid *, const struct col *r,
    const struct col *f, const struct col *m);

#endif
