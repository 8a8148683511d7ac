/* scale.c - scores by the worst value that gets them */
#include <stdlib.h>

#include "order.h"
#include "parts.h"
#include "scale.h"

static void
give(struct scale *s, int score, int64_t worst)
{
	s->worst[score] = worst;
	s->given[score] = 1;
}

struct scale
scale_cuts(const int64_t *cuts, int bins, int low_is_good)
{
	struct scale s = { .bins = bins, .low_is_good = low_is_good };

	for (int i = 1; i < bins; i++)
		give(&s, low_is_good ? bins + 1 - i : i + 1, cuts[i - 1]);
	return s;
}

struct taking {
	const struct col *c;
	int64_t *v;
	size_t at[PIECES_MOST];		/* of each piece: values, then place */
};

static void
count_rows(void *taking, struct piece p)
{
	struct taking *t = taking;
	size_t n = 0;

	for (size_t i = p.from; i < p.to; i++)
		n += t->c->v[i] != NONE;
	t->at[p.number] = n;
}

static void
take_rows(void *taking, struct piece p)
{
	const struct taking *t = taking;
	size_t at = t->at[p.number];

	for (size_t i = p.from; i < p.to; i++)
		if (t->c->v[i] != NONE)
			t->v[at++] = t->c->v[i];
}

/* The values that are not none, ascending; free() them. */
static int64_t *
ascending(const struct col *c, size_t *n)
{
	struct taking t = { .c = c, .v = mem_grow(NULL, c->n, sizeof *t.v) };

	parts_rows(c->n, count_rows, &t);
	*n = 0;
	for (int i = 0; i < PIECES_MOST; i++) {
		const size_t more = t.at[i];
		t.at[i] = *n;
		*n += more;
	}
	parts_rows(c->n, take_rows, &t);
	order_values(t.v, *n);
	return t.v;
}

struct scale
scale_rank(const struct col *c, int bins, int low_is_good)
{
	struct scale s = { .bins = bins, .low_is_good = low_is_good };
	size_t n;
	int64_t *v = ascending(c, &n);

	for (int k = 2; k <= bins; k++) {
		/* so many must be worse */
		size_t i = ((size_t)(k - 1) * n + (size_t)bins - 1)
		    / (size_t)bins;
		if (low_is_good)
			while (i < n && v[n - 1 - i] == v[n - i])
				i++;
		else
			while (i < n && v[i] == v[i - 1])
				i++;
		if (i < n)
			give(&s, k, v[low_is_good ? n - 1 - i : i]);
	}
	free(v);
	return s;
}

struct scale
scale_r_rfm(const struct col *c, int bins, int low_is_good)
{
	const int64_t one = c->type == DECIMAL ? MILLION : 1;
	struct scale s = { .bins = bins, .low_is_good = low_is_good };
	size_t n;
	int64_t *v = ascending(c, &n);

	for (int i = 1; i < bins && n > 0; i++) {
		const size_t h = (n - 1) * (size_t)i;
		const size_t at = h / (size_t)bins;
		const wide part = (wide)(h % (size_t)bins);
		/* bins times the break, so that it is whole */
		wide b = (wide)bins * (v[at] + (wide)one);
		if (part)
			b += part * ((wide)v[at + 1] - v[at]);
		const int64_t least = (int64_t)wide_ceiling(b, bins);
		if (low_is_good)
			give(&s, bins + 1 - i, least - 1);
		else
			give(&s, i + 1, least);
	}
	free(v);
	return s;
}

/* How good a value is: more is better, for recency too, and there is no sign,
 * as processors then count without a branch what is reached. */
static uint64_t
goodness(int64_t v, int low_is_good)
{
	return (uint64_t)v ^ (low_is_good ? INT64_MAX : UINT64_C(1) << 63);
}

struct scoring_rows {
	const struct col *values;
	struct col *scores;
	int bins, low_is_good;
	uint64_t least[BINS_MOST - 1];
};

/* How good a value must be for each score, so that counting what it reaches
 * gives the score: one without a worst value is passed over, and one above
 * bins, as nothing is so good, never reached. */
static void
thresholds(const struct scale *s, uint64_t least[BINS_MOST - 1])
{
	uint64_t next = UINT64_MAX;

	for (int k = BINS_MOST; k > 1; k--) {
		const uint64_t worst = goodness(s->worst[k], s->low_is_good);
		if (k <= s->bins && s->given[k] && worst < next)
			next = worst;
		least[k - 2] = next;
	}
}

static inline void
score_by(const struct scoring_rows *s, struct piece p, int cuts)
{
	const int64_t *v = s->values->v;
	uint8_t *scores = s->scores->code;

	for (size_t i = p.from; i < p.to; i++) {
		const uint64_t good = goodness(v[i], s->low_is_good);
		unsigned score = 1;
#pragma GCC unroll 8
		for (int k = 0; k < cuts; k++)
			score += good >= s->least[k];
		scores[i] = v[i] == NONE ? 0 : (uint8_t)score;
	}
}

static void
score_rows(void *scoring, struct piece p)
{
	/* of its own: no score that is written could be in it */
	const struct scoring_rows s = *(const struct scoring_rows *)scoring;

	if (s.bins <= 5)	/* as mostly */
		score_by(&s, p, 4);
	else
		score_by(&s, p, BINS_MOST - 1);
}

struct col *
scale_score(const struct scale *s, const struct col *c)
{
	struct scoring_rows r = { .values = c, .scores = col_new(SCORE, c->n),
		.bins = s->bins, .low_is_good = s->low_is_good };

	thresholds(s, r.least);
	parts_rows(c->n, score_rows, &r);
	return r.scores;
}
