/* members - every row with a group in it once, groups and rows in order */
#include <stdlib.h>

#include "members.h"
#include "tap.h"

static struct col *
column(size_t n, int values, int nones)
{
	struct col *c = col_new(WHOLE, n);

	for (size_t i = 0; i < n; i++)
		c->v[i] = random_below(100) < nones ? NONE
		    : random_below(2) ? random_below(values)
		    : (int64_t)UINT32_MAX - random_below(values);
	return c;
}

static int64_t
at(const struct col *c, uint32_t row)
{
	return c ? c->v[row] : 0;
}

/* Is group g of these rows, and behind the one before? */
static int
holds(const struct members *m, size_t g, const struct col *key,
    const struct col *then, unsigned char *seen)
{
	int right = m->from[g] < m->from[g + 1];

	for (uint32_t i = m->from[g]; i < m->from[g + 1]; i++) {
		right &= at(key, m->row[i]) == m->key[g]
		    && at(then, m->row[i]) == m->then[g];
		right &= i == m->from[g] || m->row[i - 1] < m->row[i];
		right &= !seen[m->row[i]]++;
	}
	return right && (g == 0 || m->key[g - 1] < m->key[g]
	    || (m->key[g - 1] == m->key[g] && m->then[g - 1] < m->then[g]));
}

static int
check(size_t n, const struct col *key, const struct col *then)
{
	const struct members *m = members_by(key, then, n);
	unsigned char *seen = calloc(n + 1, 1);
	const struct col *count = members_count(m);
	int right = m->from[0] == 0;

	for (size_t g = 0; g < m->n; g++) {
		right &= holds(m, g, key, then, seen);
		right &= count->v[g] == m->from[g + 1] - m->from[g];
	}
	for (size_t i = 0; i < n; i++)
		right &= seen[i] == (at(key, (uint32_t)i) != NONE
		    && at(then, (uint32_t)i) != NONE);
	free(seen);
	return right && count->n == m->n;
}

int
main(void)
{
	int both = 0, one = 0, nobody = 0;

	for (size_t n = 0; n < 200; n++) {
		both += !check(n, column(n, 3, 20), column(n, 4, 20));
		one += !check(n, column(n, 3, 10), NULL);
		one += !check(n, NULL, column(n, 3, 10));
		nobody += !check(n, column(n, 3, 100), column(n, 3, 0));
	}
	ok(both == 0, "by two columns, some of them none");
	ok(one == 0, "by one of them");
	ok(nobody == 0, "a column of none: no group");
	ok(members_by(NULL, NULL, 5)->n == 1 && check(5, NULL, NULL),
	    "by neither: all in one");
	ok(members_by(NULL, NULL, 0)->n == 0, "no rows: no group");
	ok(check(100000, column(100000, 500, 5), column(100000, 40, 5))
	    && check(100000, column(100000, 1000000, 0), NULL), "many");
	return done();
}
