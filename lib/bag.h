#ifndef BAG_H
#define BAG_H

#include <stdint.h>

/*
 * A bag of codes, each with how often it came and its first row, behind one
 * word: 0 is empty, an odd word is one code that came once, any other is the
 * address of what bag_free() frees. Rows differ, or all are 0 and nothing is
 * counted: a code of the same row is the same one again.
 */
typedef int64_t bag;
enum { BAG_CODE_MOST = INT32_MAX };

struct bag_item { uint32_t code, count, row; };
struct bag_items { uint32_t n, room; struct bag_item v[]; };
#define BAG_FREE UINT32_MAX	/* the code of a place in v that is free */

static inline bag
bag_of(uint32_t code, uint64_t row)
{
	return (int64_t)(row << 32 | (uint64_t)code << 1 | 1);
}

/* All of more joins; bag_merge frees it too. */
void bag_join(bag *to, bag more);
void bag_merge(bag *to, bag more);
void bag_free(bag);

/* The items of a bag; a single one is put into room. Free places stand among
 * them. */
struct bag_view { const struct bag_item *v; uint32_t n; };
struct bag_view bag_view(bag, struct bag_item *room);

#endif
