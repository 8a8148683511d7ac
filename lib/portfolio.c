/* portfolio.c - in which stage and state customers are */
#include "parts.h"
#include "portfolio.h"

#define T(s) { s, sizeof(s) - 1 }

static const struct text stages[][STAGES] = {
	{ T("first"), T("toddler"), T("steady"), T("trendy"), T("prime") },
	{ T("初回"), T("よちよち"), T("コツコツ"), T("流行"), T("優良") },
};
static const struct text states[][STATES] = {
	{ T("active"), T("lapsed") }, { T("現役"), T("離反") },
};
static const struct text segments[][SEGMENTS] = {
	{ T("first-active"), T("toddler-active"), T("steady-active"),
	  T("trendy-active"), T("prime-active"),
	  T("first-lapsed"), T("toddler-lapsed"), T("steady-lapsed"),
	  T("trendy-lapsed"), T("prime-lapsed") },
	{ T("初回現役客"), T("よちよち現役客"), T("コツコツ現役客"),
	  T("流行現役客"), T("優良現役客"),
	  T("初回離反客"), T("よちよち離反客"), T("コツコツ離反客"),
	  T("流行離反客"), T("優良離反客") },
};

void
staging_check(struct staging *s, int japanese)
{
	s->stages = stages[japanese];
	s->states = states[japanese];
	s->segments = segments[japanese];
	if (!threshold_parse(text_of(s->prime_amount), &s->prime))
		opt_misused("prime-amount", "%s is no decimal and no multiple "
		    "(7x)", text_quoted(text_of(s->prime_amount)));
}

const char *
staging_line(const struct staging *s, const struct orders *o)
{
	const struct average aov = orders_totals(o, o->as_of).average;
	const int decimals = s->prime.multiple ? mean_decimals(o->decimals)
	    : DECIMALS_MOST;

	return orders_stats_line("prime_amount",
	    threshold_money(s->prime, aov, decimals), decimals);
}

/* The definition; least is the smallest amount that is prime. */
static enum stage
stage_of(const struct staging *s, const struct portfolio *p, size_t who,
    int64_t least)
{
	const int64_t tenure = p->tenure->v[who];

	if (p->of.purchases->v[who] == 1)
		return FIRST;
	if (tenure < s->toddler_days)
		return TODDLER;
	if (p->of.amount->v[who] < least)
		return STEADY;
	return tenure < s->prime_days ? TRENDY : PRIME;
}

struct placing {
	const struct staging *s;
	const struct portfolio *p;
	int64_t least;
};

static void
place_rows(void *placing, struct piece piece)
{
	const struct placing *at = placing;
	const struct portfolio *p = at->p;

	for (size_t who = piece.from; who < piece.to; who++) {
		if (p->of.purchases->v[who] == NONE) {
			p->stage->code[who] = p->state->code[who]
			    = p->segment->code[who] = NO_LABEL;
			continue;
		}
		const enum stage stage = stage_of(at->s, p, who, at->least);
		const enum state state = p->recency->v[who]
		    < at->s->lapse_days ? ACTIVE : LAPSED;
		p->stage->code[who] = (uint8_t)stage;
		p->state->code[who] = (uint8_t)state;
		p->segment->code[who] = (uint8_t)(state * STAGES + stage);
	}
}

static struct col *
labels(const struct text *names, size_t n)
{
	struct col *c = col_new(LABEL, n);

	c->names = names;
	return c;
}

struct portfolio
portfolio_at(const struct orders *o, const struct staging *s, int32_t date)
{
	struct portfolio p = { .of = orders_totals(o, date) };

	p.first_date = orders_first_date(o);
	p.tenure = col_days(p.first_date, p.of.last_date);
	p.recency = col_until(p.of.last_date, date);
	p.stage = labels(s->stages, o->customers);
	p.state = labels(s->states, o->customers);
	p.segment = labels(s->segments, o->customers);
	parts_rows(o->customers, place_rows, &(struct placing){ s, &p,
	    threshold_least(s->prime, p.of.average) });
	return p;
}

void
portfolio_free(struct portfolio p)
{
	totals_free(p.of);
	col_free(p.first_date);
	col_free(p.tenure);
	col_free(p.recency);
	col_free(p.stage);
	col_free(p.state);
	col_free(p.segment);
}

struct moves
portfolio_moves(const struct portfolio *then, const struct portfolio *now)
{
	struct moves m = { group_none(STAGES), group_none(STAGES),
		group_none(STAGES) };

	for (size_t who = 0; who < then->stage->n; who++) {
		if (then->state->code[who] != ACTIVE)
			continue;
		const int later = now->stage->code[who]
		    > then->stage->code[who];
		group_add(&m.base, then->stage, who, 1);
		group_add(&m.moved_any, then->stage, who, later);
		group_add(&m.moved, then->stage, who,
		    later && now->state->code[who] == ACTIVE);
	}
	return m;
}
