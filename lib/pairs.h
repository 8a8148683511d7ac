#ifndef PAIRS_H
#define PAIRS_H

#include "col.h"

/*
 * Moves between labels: how many rows go from each label to each. Both
 * columns have the same k names, and the code k for "none yet", see
 * pairs_then. Pairs that occur, "none" first, then by the order of the names,
 * rows without a label, "(none)", last.
 */
struct pairs { size_t n; struct col *from, *to, *customers; };
struct pairs pairs_count(const struct col *from, const struct col *to,
    size_t k);
/* The labels of an earlier date: k ("none") where the value is none. */
struct col *pairs_then(const struct col *label, size_t k,
    const struct col *value);
/* The first n of: k names, then "(none)" for rows without a label. */
struct col *pairs_names(const struct text *names, size_t k, size_t n);

/*
 * The cells of two scores: all pairs from bins down to 1, the second one
 * running faster; of is each row's cell.
 */
struct cells { size_t n; struct col *of, *first, *second; };
struct cells cells_of(const struct col *first, const struct col *second,
    int bins);

#endif
