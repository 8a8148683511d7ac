#ifndef CART_DICT_H
#define CART_DICT_H

#include "dict.h"

/* A dictionary of one thread: a record by its id, zeroed behind its struct
 * key when it is new. */
struct cart_dict {
	struct pool pool;
	struct dict dict;
	size_t stride;
};

void cart_dict_init(struct cart_dict *, size_t stride);
void *cart_dict_find(struct cart_dict *, struct text id);
void cart_dict_release(struct cart_dict *);

#endif
