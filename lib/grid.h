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

struct grid grid_default(int japanese);		/* bins 5, r and f */
/* That of R's package rfm 0.3.0; unmatched: none. */
struct grid grid_r_rfm(void);
/* A strict TSV: name r_from r_to f_from f_to m_from m_to. */
struct grid grid_read(const char *file);

/* The name's place per customer; NO_LABEL where no range holds, and where
 * there is no score. */
struct col *grid_label(const struct grid *, const struct col *r,
    const struct col *f, const struct col *m);

#endif
