#ifndef ROWS_H
#define ROWS_H

#include "block.h"

/*
 * Rows of a block as they are to be written, gathered by a worker until its
 * block's turn comes.
 */
struct rows { char *bytes; size_t len, room; uint32_t n; };

void rows_clear(struct rows *);
/* Of n rows from row on: those for which chosen is 1. */
void rows_keep(struct rows *, const struct block *, uint32_t row, uint32_t n,
    const unsigned char *chosen);
/* All of them, each with one more field: words[of[i]]. */
void rows_label(struct rows *, const struct block *, uint32_t row, uint32_t n,
    const struct text *words, const uint32_t *of);

#endif
