#ifndef FOLD_CHECK_H
#define FOLD_CHECK_H

#include "engine.h"
#include "fold.h"

/* Ends the program on a fault between lines: two customers in one order (the
 * one whose later line stands first), else an order's sum that is too large.
 * After fold_end. */
void fold_check(struct fold *, const struct engine *);
/* 'amount: sum too large: OF 'ID''; key is a struct key. */
void fold_note_sum(struct fault *, struct text column, const char *of,
    const void *key);
_Noreturn void fold_refuse_sum(const struct text *column, const char *of,
    const void *key);

#endif
