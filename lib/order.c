/* order.c - sorting words by counting digits, eleven bits at a time */
#include <stdlib.h>

#include "base.h"
#include "order.h"
#include "parts.h"

enum { DIGIT = 11, BUCKETS = 1 << DIGIT, PIECES = 8, FEW = 1 << 16 };

/* The words are moved by pieces side by side, each to its own places. */
struct pass {
	const uint64_t *from;
	uint64_t *to;
	size_t n, pieces;
	int shift;
	size_t (*at)[BUCKETS];	/* of each piece: words, then places */
};

static size_t
start_of(const struct pass *p, size_t piece)
{
	return p->n * piece / p->pieces;
}

static void
count(void *pass, size_t piece)
{
	const struct pass *p = pass;
	const size_t end = start_of(p, piece + 1);
	size_t *at = p->at[piece];

	for (size_t b = 0; b < BUCKETS; b++)
		at[b] = 0;
	for (size_t i = start_of(p, piece); i < end; i++)
		at[p->from[i] >> p->shift & (BUCKETS - 1)]++;
}

/* 0 if all words have the same digit. */
static int
give_places(struct pass *p)
{
	size_t sum = 0, most = 0;

	for (size_t b = 0; b < BUCKETS; b++) {
		const size_t before = sum;
		for (size_t piece = 0; piece < p->pieces; piece++) {
			const size_t n = p->at[piece][b];
			p->at[piece][b] = sum;
			sum += n;
		}
		if (sum - before > most)
			most = sum - before;
	}
	return most < p->n;
}

static void
move(void *pass, size_t piece)
{
	const struct pass *p = pass;
	const size_t end = start_of(p, piece + 1);
	size_t *at = p->at[piece];

	for (size_t i = start_of(p, piece); i < end; i++)
		p->to[at[p->from[i] >> p->shift & (BUCKETS - 1)]++]
		    = p->from[i];
}

/* Words on the way, and room for as many. */
struct words { uint64_t *v, *other; size_t n; };

static struct words
words_new(size_t n)
{
	return (struct words){ mem_grow(NULL, n, sizeof(uint64_t)),
		mem_grow(NULL, n, sizeof(uint64_t)), n };
}

static void
words_free(struct words w)
{
	free(w.v);
	free(w.other);
}

/* By the bits from first up to the end; equal ones stay as they were. */
static void
sort(struct words *w, int first, int end)
{
	struct pass p = { .n = w->n, .pieces = w->n < FEW ? 1 : PIECES };

	p.at = mem_grow(NULL, p.pieces, sizeof *p.at);
	for (p.shift = first; p.shift < end; p.shift += DIGIT) {
		p.from = w->v;
		p.to = w->other;
		parts_run(p.pieces, count, &p);
		if (!give_places(&p))
			continue;
		parts_run(p.pieces, move, &p);
		w->other = w->v;
		w->v = p.to;
	}
	free(p.at);
}

void
order_values(int64_t *v, size_t n)
{
	const uint64_t sign = UINT64_C(1) << 63;
	struct words w = words_new(n);

	for (size_t i = 0; i < n; i++)
		w.v[i] = (uint64_t)v[i] ^ sign;
	sort(&w, 0, 64);
	for (size_t i = 0; i < n; i++)
		v[i] = (int64_t)(w.v[i] ^ sign);
	words_free(w);
}

struct halving { const uint64_t *pairs; uint32_t *lower; };

static void
halve(void *halving, struct piece p)
{
	const struct halving *h = halving;

	for (size_t i = p.from; i < p.to; i++)
		h->lower[i] = (uint32_t)h->pairs[i];
}

uint32_t *
order_pairs(uint64_t *pairs, size_t n)
{
	struct words w = { pairs, mem_grow(NULL, n, sizeof *w.other), n };
	struct halving h;

	sort(&w, 32, 64);
	h = (struct halving){ w.v, mem_grow(NULL, n, sizeof *h.lower) };
	parts_rows(n, halve, &h);
	words_free(w);
	return h.lower;
}

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
	sort(&p->packed, p->row_bits, p->row_bits + __builtin_popcountll(bits));
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
		.packed = words_new(n) };

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
	words_free(p.packed);
	return p.rows;
}
