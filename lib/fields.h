#ifndef FIELDS_H
#define FIELDS_H

#include "block.h"
#include "vec.h"

/*
 * A column of some rows of a block as values of a type: numbers with their
 * decimals if out wants them, dates, or texts, which stay in the block. The
 * first value that does not parse is noted in the block; what stands in out
 * from its row on is nothing.
 */
void fields_read(struct block *, uint32_t row, uint32_t n, int column,
    enum type, struct vec *out);

#endif
