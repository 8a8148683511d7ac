#ifndef RANKING_H
#define RANKING_H

#include "group.h"

/*
 * Items by value: the largest first, those of one value by the bytes of their
 * keys. Items of one value have one rank, one share and one class, and what
 * is cumulated is cumulated with all of them.
 */
struct ranking {
	size_t n;
	struct col *key, *value;	/* in this order */
	struct col *rank;		/* the smallest place of the value */
	struct col *cum;		/* TOTAL, to the last of the value */
	wide total;			/* of the values above 0 */
};

/* Of a column of distinct keys and one of DECIMAL, none of them none. */
struct ranking ranking_new(const struct col *key, const struct col *value);

/* The parts of the total that the items, and these with all ahead of them,
 * have; none where the value is not above 0, as cum is. */
struct col *ranking_share(const struct ranking *);
struct col *ranking_cum_share(const struct ranking *);

/* Classes, of --classes: percents of the total, at most 8. A wrong list is
 * misuse. */
enum { CLASSES_MOST = 8, CLASS_NAMES = CLASSES_MOST + 3 };
struct classes {
	int n;
	int64_t percent[CLASSES_MOST];	/* millionths */
	struct text name[CLASS_NAMES];	/* n + 1 letters, Z and N */
	size_t names;
};
struct classes classes_parse(const char *list);

/* By what stands ahead of the value: A while it is less than the first
 * percent of the total; Z for 0, N below. The names are those of classes. */
struct col *ranking_class(const struct ranking *, const struct classes *);
/* What the values of a class are a share of: nothing for Z and N. */
struct sums ranking_wholes(const struct ranking *, const struct classes *);

/* Ten groups of as many items as can be, by place; with fewer than ten items
 * those that there are. */
struct col *ranking_decile(const struct ranking *, size_t *groups);

/* How unequal the values are, of those not below 0: a row, if there is any
 * item at all. */
struct concentration {
	struct col *items, *total, *gini, *top20_share, *items_for_80;
};
struct concentration ranking_concentration(const struct ranking *);

#endif
