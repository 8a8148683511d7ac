#ifndef EXCERPT_H
#define EXCERPT_H

#include "labels.h"

/*
 * Excerpts: some fields of a line kept as one label, as they stand in the
 * file.
 */
#define NO_EXCERPT ((uint32_t)INT32_MAX)	/* of one field that is none */

struct excerpt_room { char *s; size_t room; };	/* of a worker */

/* Its code; the columns are places in the file. */
uint32_t excerpt_code(struct labels *, int worker, struct excerpt_room *,
    const struct block *, uint32_t row, const int *columns, int n);
/* The i-th of its n fields; s is NULL for none. */
struct text excerpt_field(const struct labels *, uint32_t code, int i, int n);

#endif
