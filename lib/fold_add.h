#ifndef FOLD_ADD_H
#define FOLD_ADD_H

#include "fold.h"

/*
 * Inside the fold, under the lock of the set's records: a run as a record of
 * its own. The order it is in: see fold_order().
 */
uint32_t fold_add(struct fold *, unsigned set, const struct run *,
    const int64_t *slots, const struct block *);
/* Records of one order become one. */
void fold_settle(struct fold *, unsigned set);
/* The same if it makes much room. */
void fold_settle_early(struct fold *, unsigned set);
/* Ahead of all others: who has no id. */
void fold_add_nobody(struct fold *);
/* The text of a long id; of others it is not looked at. */
struct text fold_long_id(const struct block *, uint32_t row, int wanted,
    struct key);

#endif
