#ifndef SELDOM_H
#define SELDOM_H

#include <stddef.h>
#include <stdint.h>

/* What seldom happens has its place beside the records, under their lock. */
struct spill { uint32_t number; int carry; };	/* amount += carry * 2^64 */
struct clash { uint32_t number, customer, line; };	/* another customer */
struct seldom {
	struct spill *spill;
	struct clash *clash;
	size_t spills, clashes, clash_room;
};

void seldom_spill(struct seldom *, uint32_t number, int carry);
void seldom_clash(struct seldom *, struct clash);
/* Clashes by number and customer, the first line of each. */
void seldom_sort(struct seldom *);
void seldom_release(struct seldom *);

#endif
