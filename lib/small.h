#ifndef SMALL_H
#define SMALL_H

#include <stdint.h>

#include "text.h"

/* A small strict TSV that an option names (a grid, cuts, costs), read whole:
 * the cells of the wanted columns, of which the first ones are needed. Ends
 * the program if it is refused. Lives until exit. */
struct small {
	const char *file;
	const char *const *names;	/* of the columns */
	size_t rows, columns;
	unsigned char *there;		/* the file has that column */
	struct text *cells;		/* row by row */
};

struct small *small_read(const char *file, const char *const *names,
    size_t columns, size_t needed);
static inline struct text
small_cell(const struct small *s, size_t row, size_t column)
{
	return s->cells[row * s->columns + column];
}
/* A decimal, and its decimals; another text, none too, is refused. */
int small_decimal(const struct small *, size_t row, size_t column, int64_t *);
/* A text that is valid UTF-8. */
struct text small_text(const struct small *, size_t row, size_t column);
/* FILE:LINE: COLUMN: what: 'value', exit 1; hint may be NULL. */
_Noreturn void small_refuse(const struct small *, size_t row, size_t column,
    const char *what, const char *hint);

#endif
