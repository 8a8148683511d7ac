/* pattern.c - texts that come again, that are long, that take too long */
#include <stdio.h>
#include <string.h>

#include "base.h"
#include "lookup.h"
#include "pattern.h"

enum { TEXTS = 5000, LONGEST = 90, ROOM = LONGEST + 16 };

static int n;

static void
ok(int good, const char *name)
{
	printf("%sok %d - %s\n", good ? "" : "not ", ++n, name);
}

/* Texts of all lengths, many times; a 'b' stands in every seventh. */
static struct text *
texts(void)
{
	struct text *t = mem_new(TEXTS, sizeof *t);

	for (size_t i = 0; i < TEXTS; i++) {
		const size_t len = i % 1237 % LONGEST + 1;
		char *s = mem_new(ROOM, 1);
		memset(s, 'a', len);
		s[(i % 1237) / LONGEST % len] = i % 1237 % 7 ? 'c' : 'b';
		t[i] = (struct text){ s, len };
	}
	return t;
}

int
main(void)
{
	unsigned char found[TEXTS];
	char what[PATTERN_WHAT];
	size_t at;
	struct text *t = texts();
	int good = 1;

	struct pattern *p = pattern_new(TEXT("B"), 1, &at, what);
	struct matcher *m = matcher_new(p);
	for (int round = 0; round < 2; round++) {
		good &= matcher_search(m, t, TEXTS, found) == TEXTS;
		for (size_t i = 0; i < TEXTS; i++)
			good &= found[i] == (i % 1237 % 7 == 0);
	}
	ok(good, "the same is found in a text that comes again");
	t[7].s = NULL;
	ok(matcher_search(m, t, 8, found) == 8 && !found[7], "not in none");

	struct lookup *l = lookup_new(IS_TEXT);
	for (size_t i = 0; i < TEXTS; i += 2)
		if (t[i].s && i % 1237 % 7 == 0)
			lookup_add_text(l, t[i]);
	lookup_find(l, &(struct vec){ .data = t }, TEXTS, found);
	good = 1;
	for (size_t i = 0; i < TEXTS; i++)
		good &= found[i] == (t[i].s && memchr(t[i].s, 'b', t[i].len));
	ok(good, "a list has what was added");
	int64_t numbers[] = { 0, NONE, -5, 7 };
	l = lookup_new(IS_NUMBER);
	lookup_add_number(l, 0);
	lookup_add_number(l, -5);
	lookup_find(l, &(struct vec){ .data = numbers }, 4, found);
	ok(!memcmp(found, "\1\0\1\0", 4), "numbers, and never none");

	char slow[64] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab";
	const struct text two[] = { t[0], { slow, 47 } };
	m = matcher_new(pattern_new(TEXT("^(a|aa)+$"), 0, &at, what));
	ok(matcher_search(m, two, 2, found) == 1, "steps have a limit");
	ok(!pattern_new(TEXT("a(b"), 0, &at, what) && at == 3,
	    "what is no pattern");
	ok(!pattern_new(TEXT("\\C"), 0, &at, what), "no half characters");
	printf("1..%d\n", n);
	return 0;
}
