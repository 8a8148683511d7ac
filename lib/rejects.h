#ifndef REJECTS_H
#define REJECTS_H

#include "block.h"

/*
 * --rejects: rows with a fault go to a file, a strict TSV, and the run goes
 * on. There is one such file in a program. Where every row was rejected there
 * is no output, but the file says why.
 */
void rejects_open(const char *path);	/* NULL: a fault ends the run */
int rejects_on(void);
/* In the order of the input, by one worker at a time: the row of a file with
 * these fields; and the row of a block's fault, or the line that is none. */
struct reject { const char *file; uint64_t line; struct text column, reason; };
void rejects_put(struct reject, const struct text *field, size_t n);
void rejects_put_row(const struct block *);
uint64_t rejects_count(void);
/* When so many rows were read, and are checked. */
void rejects_end(uint64_t rows);

#endif
