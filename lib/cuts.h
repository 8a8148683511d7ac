#ifndef CUTS_H
#define CUTS_H

#include "orders.h"
#include "out.h"
#include "scale.h"

/*
 * Cut points as the user writes them, and as files carry them from one table
 * to another. Axes are 0 r, 1 f, 2 m: recency_days, purchases, amount.
 */
enum { R, F, M, AXES };
extern const char axis_letters[AXES + 1];

struct cuts {
	int given;		/* how many; 0: not said */
	int multiples;		/* v are millionths of an average order */
	int64_t v[BINS_MOST];
};

/* 'r=30,90,…': into cuts[axis]. A wrong text is misuse. */
void cuts_parse(const char *text, struct cuts cuts[AXES]);
/* The scale of the cuts; multiples are of that average, compared exactly. */
struct scale cuts_scale(const struct cuts *, int axis, struct average);

/* A file axis score worst customers: written, and closed, with the
 * scores of all customers by axis; and read, into scales for that many
 * bins. */
void cuts_write(struct out *, const struct col *const values[AXES],
    const struct col *const scores[AXES], int bins);
void cuts_read(const char *file, int bins, struct scale scales[AXES]);

#endif
