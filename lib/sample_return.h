#ifndef SAMPLE_RETURN_H
#define SAMPLE_RETURN_H

#include <stdint.h>

#include "sample.h"

/*
 * Orders that will be sent back, each known by a number until it is taken;
 * without their lines, which are filled again.
 */
struct returns {
	struct sample_order *order;
	uint32_t *free;			/* numbers to be used again */
	uint32_t n, free_n, room;
};

uint32_t return_keep(struct returns *, const struct sample_order *);
void return_take(struct returns *, uint32_t i, struct sample_order *);
void return_free(struct returns *);

#endif
