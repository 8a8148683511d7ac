/* statuses.c - which lines count */
#include <string.h>

#include "block.h"
#include "opt.h"
#include "statuses.h"

struct statuses
statuses_parse(const char *list)
{
	struct statuses s = { .given = list != NULL };

	if (!list)
		return s;
	s.all = !strcmp(list, "all");
	s.words = text_split(text_of(list), ',', &s.n);
	for (size_t i = 0; i < s.n; i++)
		if (s.words[i].len == 0)
			opt_misused("status", "an empty word; none is "
			    "written 'none'");
	return s;
}

enum counts
statuses_count(const struct statuses *s, struct text status)
{
	static const struct text out[] = { { "cancelled", 9 },
		{ "returned", 8 }, { "void", 4 } };
	static const struct text in[] = { { "pending", 7 }, { "paid", 4 },
		{ "shipped", 7 }, { "delivered", 9 }, { "", 0 } };

	if (s->all)
		return COUNTS;
	if (text_none(status))
		status = s->given ? text_of("none") : (struct text){ "", 0 };
	for (size_t i = 0; i < s->n; i++)
		if (text_same(s->words[i], status))
			return COUNTS;
	if (s->given)
		return LEFT_OUT;
	for (size_t i = 0; i < sizeof in / sizeof *in; i++)
		if (text_same(in[i], status))
			return COUNTS;
	for (size_t i = 0; i < sizeof out / sizeof *out; i++)
		if (text_same(out[i], status))
			return LEFT_OUT;
	return STATUS_UNKNOWN;
}
