#ifndef MEMBERS_H
#define MEMBERS_H

#include "col.h"

/*
 * The rows of each group: those that share a key and, behind it, another.
 * Group g's are row[from[g]] … row[from[g + 1] - 1], ascending. Groups stand
 * by key, then by the other; a row where one of the two is none is in none.
 */
struct members {
	size_t n;		/* groups, none of them empty */
	uint32_t *key, *then;	/* of each group */
	uint32_t *from;		/* n + 1 long */
	uint32_t *row;
};

/* Columns of whole numbers from 0 to 2^32 - 1; NULL: 0 in every row. */
struct members *members_by(const struct col *key, const struct col *then,
    size_t rows);
/* How many each group has. */
struct col *members_count(const struct members *);

#endif
