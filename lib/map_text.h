#ifndef MAP_TEXT_H
#define MAP_TEXT_H

#include "cart_map.h"
#include "text.h"

/*
 * The words of a map. What is wrong with one ends the program with REFUSED,
 * naming the place; line 0: the map as a whole. hint may be NULL.
 */
struct map_place { const char *name; size_t line; };
_Noreturn void map_wrong(const struct map_place *, const char *hint,
    const char *fmt, ...) __attribute__((format(printf, 3, 4)));

struct text map_trim(struct text);
/* Whether t begins so; then it is taken off. */
int map_begins(struct text *t, const char *with);
/* Cuts at the first c, or the last one; 0 if there is none. */
int map_cut(struct text, char c, int last, struct text *before,
    struct text *behind);

/* COLUMN|COLUMN|"a constant" */
struct source map_source(const struct map_place *, struct text);
/* NAME,NAME, each once; free() the array */
struct names map_names(const struct map_place *, struct text);

#endif
