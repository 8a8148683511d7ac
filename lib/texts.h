#ifndef TEXTS_H
#define TEXTS_H

#include "pool.h"
#include "text.h"

/*
 * Texts kept side by side, each with its length ahead of it, where long keys
 * point to (see key.h). Texts are not given back alone: to drop some, all
 * others are kept anew between texts_renew and texts_renewed, and what those
 * had is filled again.
 */
struct chunk { struct chunk *next; char bytes[(1 << 16) - sizeof(void *)]; };
struct texts {
	struct pool *pool;
	struct chunk *chunks, *old, *spare;
	char *at;
	size_t left;
};

const char *texts_keep(struct texts *, struct text);
/* One of before, as texts_keep gave it, once more. */
const char *texts_again(struct texts *, const char *kept);
void texts_renew(struct texts *);
void texts_renewed(struct texts *);

#endif
