#ifndef PRINTER_H
#define PRINTER_H

#include "col.h"

/*
 * How a column is printed: what need not be asked again in each row is asked
 * once. For one thread at a time, as it remembers what it has printed.
 */
enum { LABEL_SHORT = 32 };
struct printer {
	/* Puts the cell of a row there and returns its end. */
	char *(*put)(char *to, struct printer *, size_t row);
	const struct col *col;
	struct text none;
	struct days_printed *days;
	char (*label)[LABEL_SHORT];
};

/* None is at most two bytes. The days of all columns are remembered in one
 * place: free() it. */
struct printer printer_new(const struct col *, struct text none,
    struct days_printed *);
struct days_printed *days_printed_new(void);
void printer_free(struct printer *);
/* How many bytes a put of one of these rows needs at most. */
size_t printer_room(const struct printer *, size_t from, size_t to);

#endif
