/* map_text.c - the words of a map */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base.h"
#include "map_text.h"

void
map_wrong(const struct map_place *p, const char *hint, const char *fmt, ...)
{
	char what[400];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof what, fmt, ap);
	va_end(ap);
	if (p->line > 0)
		die_hint(REFUSED, hint, "%s:%zu: %s", p->name, p->line, what);
	die_hint(REFUSED, hint, "%s: %s", p->name, what);
}

static int
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

struct text
map_trim(struct text t)
{
	while (t.len > 0 && blank(t.s[t.len - 1]))
		t.len--;
	while (t.len > 0 && blank(*t.s))
		t = (struct text){ t.s + 1, t.len - 1 };
	return t;
}

int
map_begins(struct text *t, const char *with)
{
	const size_t n = strlen(with);

	if (t->len < n || memcmp(t->s, with, n))
		return 0;
	*t = (struct text){ t->s + n, t->len - n };
	return 1;
}

int
map_cut(struct text t, char c, int last, struct text *before,
    struct text *behind)
{
	const char *at = last ? memrchr(t.s, c, t.len) : memchr(t.s, c, t.len);

	if (!at)
		return 0;
	*before = map_trim((struct text){ t.s, (size_t)(at - t.s) });
	*behind = map_trim((struct text){ at + 1,
	    t.len - (size_t)(at - t.s) - 1 });
	return 1;
}

/* Takes one alternative off the front of t: "a constant", or a column up to
 * a bar. */
static struct alternative
take_alternative(const struct map_place *p, struct text *t)
{
	struct alternative a = { .constant = t->len > 0 && *t->s == '"' };
	const char *end = memchr(t->s + a.constant, a.constant ? '"' : '|',
	    t->len - (size_t)a.constant);

	if (a.constant && !end)
		map_wrong(p, NULL, "a quote that does not close");
	const size_t len = end ? (size_t)(end - t->s) : t->len;
	a.text = (struct text){ t->s + a.constant, len - (size_t)a.constant };
	if (!a.constant)
		a.text = map_trim(a.text);
	*t = map_trim((struct text){ t->s + len + a.constant,
	    t->len - len - (size_t)a.constant });
	if (a.text.len == 0 || (t->len > 0 && *t->s != '|'))
		map_wrong(p, "COLUMN|COLUMN|…, or \"a constant\"",
		    "not a column or constant");
	return a;
}

struct source
map_source(const struct map_place *p, struct text t)
{
	struct source s = { 0 };

	for (;;) {
		s.v = mem_grow(s.v, s.n + 1, sizeof *s.v);
		s.v[s.n++] = take_alternative(p, &t);
		if (t.len == 0)
			return s;
		t = map_trim((struct text){ t.s + 1, t.len - 1 });
	}
}

struct names
map_names(const struct map_place *p, struct text t)
{
	struct names names;

	names.v = text_split(t, ',', &names.n);
	for (size_t i = 0; i < names.n; i++) {
		names.v[i] = map_trim(names.v[i]);
		if (names.v[i].len == 0)
			map_wrong(p, "NAME,NAME,…", "an empty name");
		for (size_t k = 0; k < i; k++)
			if (text_same(names.v[i], names.v[k]))
				map_wrong(p, NULL, "a name twice");
	}
	return names;
}
