/* group.c - one value per label */
#include "base.h"
#include "group.h"

struct sums
group_none(size_t names)
{
	return (struct sums){ names + 1, mem_new(names + 1, sizeof(wide)), 0 };
}

void
group_add(struct sums *s, const struct col *label, size_t row, wide v)
{
	s->v[label->code[row] == NO_LABEL ? s->n - 1 : label->code[row]] += v;
	s->all += v;
}

struct sums
group_count(const struct col *label, size_t names)
{
	struct sums s = group_none(names);

	for (size_t i = 0; i < label->n; i++)
		group_add(&s, label, i, 1);
	return s;
}

struct sums
group_sum(const struct col *label, size_t names, const struct col *values)
{
	struct sums s = group_none(names);

	for (size_t i = 0; i < label->n; i++)
		if (values->v[i] != NONE)
			group_add(&s, label, i, values->v[i]);
	return s;
}

void
group_append(struct sums *s, struct sums more, size_t n)
{
	s->v = mem_grow(s->v, s->n + n, sizeof *s->v);
	for (size_t g = 0; g < n; g++)
		s->v[s->n++] = more.v[g];
	s->all += more.all;
}

struct sums
group_cumulate(struct sums s, size_t n)
{
	struct sums cum = group_none(s.n - 1);
	wide sum = 0;

	cum.all = s.all;
	for (size_t g = 0; g < n; g++)
		cum.v[g] = sum += s.v[g];
	return cum;
}

struct col *
group_whole(struct sums s, size_t n)
{
	struct col *c = col_new(WHOLE, n);

	for (size_t g = 0; g < n; g++)
		c->v[g] = (int64_t)s.v[g];
	return c;
}

void
group_check(struct sums s, size_t n, const char *what)
{
	for (size_t g = 0; g < n; g++)
		if (s.v[g] >= SUM_LIMIT || s.v[g] <= -SUM_LIMIT)
			die_hint(REFUSED, "a sum must stay below "
			    "9223372036854 on either side of 0",
			    "%s: sum too large in one row", what);
}

struct col *
group_money(struct sums s, size_t n, int decimals)
{
	struct col *c = group_whole(s, n);

	group_check(s, n, "amount");
	c->type = DECIMAL;
	c->decimals = decimals;
	return c;
}

struct col *
group_total(struct sums s, size_t n, int decimals)
{
	struct col *c = col_new(TOTAL, n);

	c->decimals = decimals;
	for (size_t g = 0; g < n; g++)
		c->total[g] = s.v[g];
	return c;
}

/* A part, where sums nearly cancel, or what media brought by what they cost
 * may be any number of times the whole. */
static wide
share(wide part, wide whole)
{
	return wide_mean(part * MILLION, whole, DECIMALS_MOST);
}

struct col *
group_share(struct sums s, size_t n)
{
	struct col *c = col_new(TOTAL, n);

	c->decimals = DECIMALS_MOST;
	for (size_t g = 0; g < n; g++)
		c->total[g] = share(s.v[g], s.all);
	return c;
}

struct col *
group_rate(struct sums part, struct sums whole, size_t n)
{
	struct col *c = col_new(TOTAL, n);

	c->decimals = DECIMALS_MOST;
	for (size_t g = 0; g < n; g++)
		c->total[g] = share(part.v[g], whole.v[g]);
	return c;
}

struct col *
group_mean(struct sums s, struct sums counts, size_t n, int decimals)
{
	struct col *c = col_new(TOTAL, n);

	c->decimals = mean_decimals(decimals);
	for (size_t g = 0; g < n; g++)
		c->total[g] = wide_mean(s.v[g], counts.v[g], c->decimals);
	return c;
}

struct col *
group_mean_whole(struct sums s, struct sums counts, size_t n)
{
	struct col *c = col_new(DECIMAL, n);

	c->decimals = 2;
	for (size_t g = 0; g < n; g++)
		c->v[g] = mean_of(s.v[g] * MILLION, counts.v[g], c->decimals);
	return c;
}

/* The value of each group ahead of all its others. */
static struct col *
outermost(const struct col *label, size_t n, const struct col *values,
    int least)
{
	struct col *c = col_new(values->type, n);

	c->decimals = values->decimals;
	for (size_t g = 0; g < n; g++)
		c->v[g] = NONE;
	for (size_t i = 0; i < label->n; i++) {
		const size_t g = label->code[i];
		const int64_t v = values->v[i];
		if (g < n && v != NONE && (c->v[g] == NONE
		    || (least ? v < c->v[g] : v > c->v[g])))
			c->v[g] = v;
	}
	return c;
}

struct col *
group_least(const struct col *label, size_t n, const struct col *values)
{
	return outermost(label, n, values, 1);
}

struct col *
group_most(const struct col *label, size_t n, const struct col *values)
{
	return outermost(label, n, values, 0);
}
