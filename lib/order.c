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

void
order_words(struct words *w, int first, int end)
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

struct adding { const uint64_t *from; uint64_t *to, by; };

static void
add_rows(void *adding, struct piece p)
{
	const struct adding *a = adding;

	for (size_t i = p.from; i < p.to; i++)
		a->to[i] = a->from[i] + a->by;
}

/* Counted from the least, most have few bits. */
void
order_values(int64_t *v, size_t n)
{
	uint64_t *const own = (uint64_t *)v;
	struct words w = { own, mem_grow(NULL, n, sizeof *w.other), n };
	int64_t least = n ? *v : 0, most = least;

	for (size_t i = 1; i < n; i++) {
		least = v[i] < least ? v[i] : least;
		most = v[i] > most ? v[i] : most;
	}
	const uint64_t base = (uint64_t)least, range = (uint64_t)most - base;
	parts_rows(n, add_rows, &(struct adding){ own, own, -base });
	order_words(&w, 0, range ? 64 - __builtin_clzll(range) : 0);
	parts_rows(n, add_rows, &(struct adding){ w.v, own, base });
	free(w.v == own ? w.other : w.v);
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

	order_words(&w, 32, 64);
	h = (struct halving){ w.v, mem_grow(NULL, n, sizeof *h.lower) };
	parts_rows(n, halve, &h);
	free(w.v);
	free(w.other);
	return h.lower;
}
