#ifndef CART_COLUMNS_H
#define CART_COLUMNS_H

#include "base.h"
#include "cart_map.h"
#include "record.h"

/*
 * A map applied to the header of one file: where each role's value stands.
 * Of two columns of one name the first counts. Columns are found by the exact
 * name, else by one that differs only as spelling_same_name() allows.
 */
struct pick { size_t column; struct text constant; };	/* .s NULL: column */
struct picks { struct pick *v; size_t n; };

struct cart_columns {
	const struct cart_map *map;
	struct text *name;		/* of the header, fit for a message */
	size_t n;
	struct picks role[CART_ROLES];	/* n 0: the file has none */
	struct picks flag, keep;	/* flag: in the order of map->flag */
	int *flag_word;
};

/* The columns of a file. A role of the map none of whose columns is there is
 * refused, unless it is optional. */
struct cart_columns *cart_columns_new(const struct cart_map *, const char *file,
    const struct record *header, struct fault *);
void cart_columns_free(struct cart_columns *);

/* Whether a column stands in the header under each of these names. */
int cart_columns_match(const struct names *, const struct record *header);

/* The role's value: the first that is not none. *column: the one it is from;
 * of none, the first one, so that a message has a name. */
struct text cart_columns_pick(const struct cart_columns *, enum cart_role,
    const struct record *, size_t *column);
int cart_columns_have(const struct cart_columns *, enum cart_role);
/* What a message calls such a column. */
struct text cart_columns_name(const struct cart_columns *, enum cart_role,
    size_t column);

/* The names of a header for a hint: not too many of them; free() it. */
char *cart_columns_listed(const struct record *header);

#endif
