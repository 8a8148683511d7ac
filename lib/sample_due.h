#ifndef SAMPLE_DUE_H
#define SAMPLE_DUE_H

#include <stddef.h>
#include <stdint.h>

/*
 * Who is due on which day: about 4 bytes for each entry that is still to
 * come. Entries of a day come back in no particular order.
 */
struct due;

struct due *due_new(int days);
void due_put(struct due *, int day, uint32_t entry);
/* All entries of a day, which is empty then; theirs until the next call. */
uint32_t *due_take(struct due *, int day, size_t *n);
void due_free(struct due *);

#endif
