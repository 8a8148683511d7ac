/* group.c - one value per label */
#include "base.h"
#include "group.h"

static size_t
group_of(const struct col *label, size_t names, size_t row)
{
	return label->code[row] == NO_LABEL ? names : label->code[row];
}

static struct sums
sums_new(size_t names)
{
	return (struct sums){ names + 1, mem_new(names + 1, sizeof(wide)), 0 };
}

struct sums
group_count(const struct col *label, size_t names)
{
	struct sums s = sums_new(names);

	for (size_t i = 0; i < label->n; i++)
		s.v[group_of(label, names, i)]++;
	s.all = label->n;
	return s;
}

struct sums
group_sum(const struct col *label, size_t names, const struct col *values)
{
	struct sums s = sums_new(names);

	for (size_t i = 0; i < label->n; i++)
		if (values->v[i] != NONE)
			s.v[group_of(label, names, i)] += values->v[i];
	for (size_t g = 0; g < s.n; g++)
		s.all += s.v[g];
	return s;
}

struct col *
group_col(struct sums s, size_t n, int decimals, struct text name)
{
	struct col *c = col_new(decimals == IS_WHOLE ? WHOLE : DECIMAL, n);

	c->decimals = decimals;
	for (size_t g = 0; g < n; g++) {
		if (s.v[g] >= SUM_LIMIT || s.v[g] <= -SUM_LIMIT)
			die(REFUSED, "%.*s: sum too large", (int)name.len,
			    name.s);
		c->v[g] = (int64_t)s.v[g];
	}
	return c;
}

struct col *
group_share(struct sums s, size_t n)
{
	struct col *c = col_new(DECIMAL, n);

	c->decimals = DECIMALS_MOST;
	for (size_t g = 0; g < n; g++)
		c->v[g] = share_of(s.v[g], s.all);
	return c;
}

struct col *
group_mean(struct sums s, struct sums counts, size_t n, int decimals)
{
	struct col *c = col_new(DECIMAL, n);

	c->decimals = mean_decimals(decimals);
	for (size_t g = 0; g < n; g++)
		c->v[g] = mean_of(s.v[g], counts.v[g], c->decimals);
	return c;
}
