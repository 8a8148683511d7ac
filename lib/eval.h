#ifndef EVAL_H
#define EVAL_H

#include "block.h"
#include "expr.h"

/*
 * The evaluator of one worker: it computes all expressions over some rows at
 * a time, node by node, each over all the rows.
 *
 *	for (uint32_t row = 0; row < b->fault_row; row += n)
 *		n = eval_rows(e, b, row);	… eval_truths(e, 0)
 *
 * The columns of every row are parsed and every part of the expressions is
 * computed, whatever their logic would skip. What cannot be computed is noted
 * in the block as what cannot be parsed is.
 */
#ifndef EVAL_ROWS
#define EVAL_ROWS 1024		/* at a time; so they stay in the cache */
#endif

struct eval;

struct eval *eval_new(const struct names *, const struct expr *, int n);
void eval_free(struct eval *);
/* How many rows, from row on, were done; 0 if the first has a fault. */
uint32_t eval_rows(struct eval *, struct block *, uint32_t row);
/* Of these rows, for which the expression is true; until the next call. */
const unsigned char *eval_truths(const struct eval *, int expr);

/* Values from elsewhere than a block: put those of each reading into its
 * place, then compute. How many rows went well is returned; of the next one
 * there is a fault. */
struct vec *eval_place(struct eval *, int reading);
size_t eval_compute(struct eval *, size_t n);
const struct fault *eval_fault(const struct eval *);
/* The values of an expression, or of a reading. */
const struct vec *eval_values(const struct eval *, int expr);

#endif
