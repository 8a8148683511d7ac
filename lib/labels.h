#ifndef LABELS_H
#define LABELS_H

#include "block.h"
#include "col.h"
#include "dict.h"

/*
 * Labels: the distinct texts of a column (media, products), kept once, while
 * the input streams by, by all workers. Each has a code; codes depend on who
 * came first, so no result may depend on them: labels_sort() gives each code
 * its place among all labels, by bytes.
 *
 * None is the label '(none)', and is one with a text spelled so.
 */
struct labels;

struct labels *labels_new(void);
/* By any worker, numbered below THREADS_MOST. 16 bytes are readable at its
 * text. */
uint32_t labels_code(struct labels *, int worker, struct text);
/* Ahead of the workers, a text from elsewhere. */
uint32_t labels_add(struct labels *, struct text);
/* The code of a block's field, which is refused if it is not UTF-8; and those
 * of its first n fields of a column, to code[row]. */
uint32_t labels_field(struct labels *, int worker, struct block *,
    uint32_t row, int column);
void labels_column(struct labels *, int worker, struct block *, int column,
    uint32_t n, uint32_t *code);

/* The label of a code. */
struct text labels_text(const struct labels *, uint32_t code);

/* After the last label has come. */
void labels_sort(struct labels *);
size_t labels_count(const struct labels *);
uint32_t labels_place(const struct labels *, uint32_t code);
const struct key *labels_key(const struct labels *, size_t place);
/* The labels at these places. */
struct col *labels_names(const struct labels *, const uint32_t *place,
    size_t n);
/* NONE if there is no such label. */
int64_t labels_find(const struct labels *, struct text);

#endif
