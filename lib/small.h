#ifndef SMALL_H
#define SMALL_H

#include "text.h"

/* A small strict TSV that an option names (a grid, cuts, costs), read whole:
 * the cells of the wanted columns. Ends the program if it is refused. Lives
 * until exit. */
struct small {
	const char *file;
	const char *const *names;	/* of the columns */
	size_t rows, columns;
	struct text *cells;		/* row by row */
};

struct small *small_read(const char *file, const char *const *names,
    size_t columns);
static inline struct text
small_cell(const struct small *s, size_t row, size_t column)
{
	return s->cells[row * s->columns + column];
}
/* FILE:LINE: COLUMN: what: 'value', exit 1 */
_Noreturn void small_refuse(const struct small *, size_t row, size_t column,
    const char *what);

#endif
