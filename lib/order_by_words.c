/* order_by_words.c - rows sorted by the bits in which their words differ */
#include <stdlib.h>

#include "base.h"
#include "order.h"
#include "parts.h"

/* Some bits of a word side by side, in their order: a run of them a step. */
struct squeeze {
	struct { uint64_t bits; int by; } step[32];
	int steps;
};

static struct squeeze
squeeze_of(uint64_t bits)
{
	struct squeeze s = { .steps = 0 };
	int taken = 0;

	while (bits) {
		const int from = __builtin_ctzll(bits);
		const uint64_t rest = bits & (bits + (bits & -bits));
		s.step[s.steps].bits = bits ^ rest;
		s.step[s.steps++].by = from - taken;
		taken += __builtin_popcountll(bits ^ rest);
		bits = rest;
	}
	return s;
}

static uint64_t
squeezed(const struct squeeze *s, uint64_t word)
{
	uint64_t w = 0;

	for (int i = 0; i < s->steps; i++)
		w |= (word & s->step[i].bits) >> s->step[i].by;
	return w;
}

/* Rows that are sorted by some bits of their words: both fit into one. */
struct packing {
	const uint64_t *words;
	struct squeeze squeeze;
	int row_bits;
	struct words packed;
	uint32_t *rows;
};

static void
pack(void *packing, struct piece piece)
{
	const struct packing *p = packing;

	for (size_t i = piece.from; i < piece.to; i++)
		p->packed.v[i] = squeezed(&p->squeeze, p->words[p->rows[i]])
		    << p->row_bits | p->rows[i];
}

static void
unpack(void *packing, struct piece piece)
{
	const struct packing *p = packing;
	const uint64_t mask = (UINT64_C(1) << p->row_bits) - 1;

	for (size_t i = piece.from; i < piece.to; i++)
		p->rows[i] = (uint32_t)(p->packed.v[i] & mask);
}

static void
sort_rows(struct packing *p, uint64_t bits)
{
	p->squeeze = squeeze_of(bits);
	parts_rows(p->packed.n, pack, p);
	order_words(&p->packed, p->row_bits,
	    p->row_bits + __builtin_popcountll(bits));
	parts_rows(p->packed.n, unpack, p);
}

/* The lowest ones, at most so many. */
static uint64_t
lowest_bits(uint64_t bits, int most)
{
	uint64_t rest = bits;

	while (rest && most-- > 0)
		rest &= rest - 1;
	return bits ^ rest;
}

uint32_t *
order_by_words(const uint64_t *const *words, int n_words, size_t n)
{
	struct packing p = { .rows = mem_grow(NULL, n, sizeof *p.rows),
		.row_bits = n > 1 ? 64 - __builtin_clzll(n - 1) : 1,
		.packed = { mem_grow(NULL, n, sizeof(uint64_t)),
		    mem_grow(NULL, n, sizeof(uint64_t)), n } };

	for (size_t i = 0; i < n; i++)
		p.rows[i] = (uint32_t)i;
	for (int w = n_words - 1; w >= 0; w--) {
		uint64_t bits = 0;
		p.words = words[w];
		for (size_t i = 0; i < n; i++)
			bits |= p.words[i] ^ p.words[0];
		while (bits) {
			const uint64_t some = lowest_bits(bits,
			    64 - p.row_bits);
			sort_rows(&p, some);
			bits ^= some;
		}
	}
	free(p.packed.v);
	free(p.packed.other);
	return p.rows;
}
