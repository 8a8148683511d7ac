/* sample_chance.c - shares and waiting times in whole numbers */
#include "sample_chance.h"

void
chance_share(uint16_t *slots, size_t slot_count, const uint32_t *weights,
    size_t n)
{
	uint64_t total = 0, sum = 0;
	size_t at = 0;

	for (size_t i = 0; i < n; i++)
		total += weights[i];
	for (size_t i = 0; i < n; i++) {
		sum += weights[i];
		const size_t end = (size_t)(sum * slot_count / total);
		while (at < end)
			slots[at++] = (uint16_t)i;
	}
}

/* -log2 of 32 bits as a fraction, times 65536, straight between the powers
 * of two: 1.5 on average, and the same everywhere, which log() is not. */
static uint64_t
halvings(uint32_t bits)
{
	const int zeros = __builtin_clz(bits | 1);
	const uint32_t rest = (uint32_t)((uint64_t)bits << (zeros + 1)) >> 16;

	return ((uint64_t)zeros << 16) + 65536 - rest;
}

uint32_t
chance_wait(uint64_t r, uint32_t mean)
{
	const uint64_t both = halvings((uint32_t)r)
	    + halvings((uint32_t)(r >> 32));

	return (uint32_t)(both * mean / (3 * 65536));
}
