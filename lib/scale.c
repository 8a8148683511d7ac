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

/* The values that are not none, ascending; free() them. */
static int64_t *
ascending(const struct col *c, size_t *n)
{
	int64_t *v = mem_grow(NULL, c->n, sizeof *v);

	*n = 0;
	for (size_t i = 0; i < c->n; i++)
		if (c->v[i] != NONE)
			v[(*n)++] = c->v[i];
	order_values(v, *n);
	return v;
}

struct scale
scale_rank(const struct col *c, int bins, int low_is_good)
{
	struct scale s = { .bins = bins, .low_is_good = low_is_good };
	size_t n, worse = 0;
	int64_t *v = ascending(c, &n);

	/* from the worst value on: a score is given where it is first met */
	for (size_t i = 0; i < n; i++) {
		const size_t at = low_is_good ? n - 1 - i : i;
		if (i > 0 && v[at] != v[low_is_good ? at + 1 : at - 1])
			worse = i;
		const int score = 1 + (int)((size_t)bins * worse / n);
		for (int k = score; k > 1 && !s.given[k]; k--)
			give(&s, k, v[at]);
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
