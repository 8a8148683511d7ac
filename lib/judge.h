#ifndef JUDGE_H
#define JUDGE_H

#include "gather.h"

/*
 * Expressions of customers, computed for some customers at a time: the
 * aggregates first, then what is made of them. Of one worker.
 */
struct judge {
	const struct names *names;	/* see judge_names */
	const struct needs *needs;
	const struct orders *o;
	struct eval *eval;
	struct gather gather;
	struct vec room;
	char (*ids)[KEY_ROOM];
};

/* What expressions of customers read: each aggregate is the reading of its
 * number; behind them the id. */
struct names judge_names(const struct needs *, struct expr *, int n);
struct judge judge_new(const struct needs *, const struct orders *,
    const struct names *, const struct expr *, int n, int by_day);
void judge_free(struct judge *);
/* For n customers from the given one on, at most EVAL_ROWS; then the values
 * are eval_values(j->eval, expr). How many went well is returned;
 * j->gather.fault is that of the next one. */
size_t judge_compute(struct judge *, size_t who, size_t n);

#endif
