#ifndef DESCENDING_H
#define DESCENDING_H

#include "col.h"

/* The rows that sort the values, the largest first, and those of one value by
 * the bytes of their keys; free() them. Fewer than 2^32 rows. */
uint32_t *descending_rows(const struct col *value, const struct col *key);

#endif
