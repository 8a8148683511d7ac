#ifndef TAKES_H
#define TAKES_H

#include "aggregates.h"
#include "asking.h"
#include "eval.h"
#include "labels.h"

/*
 * What is taken of lines for aggregates: of each line a value, computed by
 * expressions, for a slot of its order.
 */
enum take_kind {
	TAKE_BIT,		/* P, for one of the slot's bits */
	TAKE_COUNT,		/* 1 if P, and X is not none */
	TAKE_SUM, TAKE_LEAST, TAKE_MOST,	/* X if P */
	TAKE_VALUE,		/* a bag of X if P, by codes of labels */
	TAKE_DECIMALS,		/* those of a reading */
	TAKE_EXCERPT,		/* of the first line, if P; see excerpt.h */
	TAKE_EXCERPTS		/* a bag of all lines' */
};

struct take {
	enum take_kind kind;
	int x, p;		/* places among the expressions; -1: none */
	int negated;		/* not P */
	int reading;
	const int *columns;	/* of excerpts */
	int n_columns;
	int slot, bit;		/* made by takes_add */
};

/* Slots, and how many bits of the latest one for bits are in use. */
struct rooms { struct slots slots; int bits, bits_slot; };

struct takes {
	struct names names;	/* of the expressions' readings */
	struct expr *exprs;
	int n_exprs;
	struct take *v;
	int n;
	struct labels *labels;
};

/* The expression's place among those that are computed; it is read. -1 if
 * there is none. */
int takes_expr(struct takes *, struct expr *);
/* Its slot and bit; what is taken already is not taken again. words: of a
 * sum, for messages. */
struct take takes_add(struct takes *, struct rooms *, struct take,
    struct text words);

/* Values of n rows that were computed, to[0], to[stride], …: kinds up to
 * VALUE. Bits join those that stand there. */
void take_values(const struct takes *, const struct take *,
    const struct eval *, size_t n, int worker, int64_t *to, size_t stride);

#endif
