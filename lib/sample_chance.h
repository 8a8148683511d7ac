#ifndef SAMPLE_CHANCE_H
#define SAMPLE_CHANCE_H

#include <stddef.h>
#include <stdint.h>

/*
 * Chance that falls the same on every machine: whole numbers only, and no
 * state. A key is a source of numbers, the n-th of which can be had at once;
 * so whatever is said of a customer, an order or a product by chance is said
 * again, without being kept, by asking its key again.
 */
static inline uint64_t
chance_mix(uint64_t x)
{
	x = (x ^ (x >> 31)) * UINT64_C(0x9a3c6f1d5e7b2489);
	x = (x ^ (x >> 30)) * UINT64_C(0xd6e8a54b7c31f92d);
	return x ^ (x >> 32);
}

/* The n-th number of a key, which may itself serve as a key. */
static inline uint64_t
chance_of(uint64_t key, uint64_t n)
{
	return chance_mix(key + (n + 1) * UINT64_C(0xb5ad4ece9a2d7c63));
}

/* From the upper half of r: 0 to n - 1. */
static inline uint32_t
chance_below(uint64_t r, uint32_t n)
{
	return (uint32_t)(((r >> 32) * n) >> 32);
}

/* Slots shared out in proportion to weights; slot_count a power of two. A
 * draw is one look at slots[number]. */
void chance_share(uint16_t *slots, size_t slot_count, const uint32_t *weights,
	size_t n);

/* How long until the next event, if mean is the usual time: spread as the
 * sum of two exponential times. */
uint32_t chance_wait(uint64_t r, uint32_t mean);

#endif
