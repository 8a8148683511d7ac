/* ranking_class.c - A, B, C by the share that stands ahead */
#include <stdlib.h>

#include "opt.h"
#include "ranking.h"

static int64_t
percent(struct text t, int64_t before)
{
	int64_t v;

	if (decimal_parse(t.s, t.len, &v) < 0)
		opt_misused("classes", "not a decimal number: %s",
		    text_quoted(t));
	if (v <= 0 || v >= INT64_C(100) * MILLION)
		opt_misused("classes", "%s is not above 0 and below 100",
		    text_quoted(t));
	if (v <= before)
		opt_misused("classes", "%s is not above the one ahead of it",
		    text_quoted(t));
	return v;
}

struct classes
classes_parse(const char *list)
{
	static const struct text letters[CLASSES_MOST + 1] = { TEXT("A"),
		TEXT("B"), TEXT("C"), TEXT("D"), TEXT("E"), TEXT("F"),
		TEXT("G"), TEXT("H"), TEXT("I") };
	struct classes c = { .n = 0 };
	size_t n;
	struct text *words = text_split(text_of(list), ',', &n);

	if (n > CLASSES_MOST)
		opt_misused("classes", "more than %d percents", CLASSES_MOST);
	for (; c.n < (int)n; c.n++)
		c.percent[c.n] = percent(words[c.n], c.n ? c.percent[c.n - 1]
		    : 0);
	for (; c.names <= n; c.names++)
		c.name[c.names] = letters[c.names];
	c.name[c.names++] = TEXT("Z");
	c.name[c.names++] = TEXT("N");
	free(words);
	return c;
}

struct col *
ranking_class(const struct ranking *r, const struct classes *c)
{
	const wide whole = (wide)100 * MILLION;
	struct col *label = col_new(LABEL, r->n);
	wide least[CLASSES_MOST];	/* what must be ahead */

	for (int k = 0; k < c->n; k++)
		least[k] = wide_ceiling(c->percent[k] * r->total, whole);
	label->names = c->name;
	for (size_t i = 0; i < r->n; i++) {
		const int64_t value = r->value->v[i];
		const size_t tied = (size_t)r->rank->v[i] - 1;
		int k = 0;
		if (value <= 0)
			k = value ? c->n + 2 : c->n + 1;
		else if (tied > 0)
			while (k < c->n && r->cum->total[tied - 1] >= least[k])
				k++;
		label->code[i] = (uint8_t)k;
	}
	return label;
}

struct sums
ranking_wholes(const struct ranking *r, const struct classes *c)
{
	struct sums s = group_none(c->names);

	for (int k = 0; k <= c->n; k++)
		s.v[k] = r->total;
	return s;
}
