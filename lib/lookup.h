#ifndef LOOKUP_H
#define LOOKUP_H

#include <stdint.h>

#include "vec.h"

/*
 * A set of values of one type, and whether others are among them. Numbers are
 * millionths, dates are days; none is in no set.
 */
struct lookup;

struct lookup *lookup_new(enum type);
void lookup_add_number(struct lookup *, int64_t millionths_or_day);
void lookup_add_text(struct lookup *, struct text);	/* it is copied */

/* All values of a file: one a line, or of that column of a table. A value
 * that is not of the set's type is refused. */
void lookup_read(struct lookup *, const char *file, const char *column);
/* The set of texts that an option gives as LIST, with commas, or as
 * @FILE[:[COLUMN]]. An empty text in a list is misuse. */
struct lookup *lookup_option(const char *option, const char *value);

/* 16 bytes are readable at t.s. */
int lookup_has(const struct lookup *, struct text t);
/* Of n values of the set's type. */
void lookup_find(const struct lookup *, const struct vec *, size_t n,
    unsigned char *found);

#endif
