#ifndef SELDOM_H
#define SELDOM_H

#include <stddef.h>
#include <stdint.h>

/* What seldom happens has its place beside the records, under their lock. A
 * sum that left int64_t lacks carry * 2^64; slot -1 is the amount. */
struct spill { uint32_t number; int slot, carry; };
struct clash { uint32_t number, customer, line; };	/* another customer */
struct seldom {
	struct spill *spill;
	struct clash *clash;
	size_t spills, clashes, clash_room;
};

void seldom_spill(struct seldom *, struct spill);
/* What came of all that was carried: 0 where the sum is what it says. */
int seldom_carried(const struct seldom *, uint32_t number, int slot);
void seldom_clash(struct seldom *, struct clash);
/* Clashes by number and customer, the first line of each. */
void seldom_sort(struct seldom *);
void seldom_release(struct seldom *);

#endif
