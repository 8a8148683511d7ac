#ifndef CART_H
#define CART_H

#include "cart_map.h"
#include "out.h"

/*
 * A shop system's exports as order lines: files are read one after another,
 * and the lines are written as their rows come. A fault ends the program when
 * what stands before it has been written.
 */
struct cart_how {
	const struct cart_map *map;	/* NULL: the profile whose header */
	const char *encoding;		/* NULL: the map's, else auto */
	unsigned fees;			/* 1 << kind: written, not left out */
	const char *null;
	int no_header;
	struct out *out;
};

struct cart;
struct cart *cart_new(const struct cart_how *);
void cart_read(struct cart *, const char *path);
/* The output, and --rejects, are complete. */
void cart_end(struct cart *);	/* "-": stdin */
/* What became of each row, on standard error. */
void cart_print_counts(const struct cart *);

#endif
