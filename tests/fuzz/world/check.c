/* check.c - what holds of every run, and the words of the harnesses */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "world.h"

void
world_must(int holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "fuzz: %s\n", what);
	abort();
}

int
world_same(struct bytes a, struct bytes b)
{
	return a.len == b.len && (a.len == 0 || !memcmp(a.s, b.s, a.len));
}

uint64_t
world_choice(const uint8_t *data, size_t len)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < len; i++)
		h = (h ^ data[i]) * 1099511628211u;
	return h ^ h >> 29;
}

struct bytes
world_part(struct bytes *rest, char mark)
{
	const char *at = rest->len ? memchr(rest->s, mark, rest->len) : NULL;
	struct bytes part = { rest->s, at ? (size_t)(at - rest->s)
	    : rest->len };
	const size_t taken = part.len + (at != NULL);

	*rest = (struct bytes){ rest->s + taken, rest->len - taken };
	return part;
}

/* 'NAME: …' and LF, of characters that can be shown; status 0: none. */
static void
check_message(const struct ended *e, const char *name)
{
	const size_t n = strlen(name);

	if (e->status == 0)
		return;
	world_must(e->status >= 1 && e->status <= 4, "no such exit status");
	world_must(e->err.len > n + 2 && !memcmp(e->err.s, name, n)
	    && !memcmp(e->err.s + n, ": ", 2), "the message names no program");
	world_must(e->err.s[e->err.len - 1] == '\n', "the message has no end");
	for (size_t i = 0; i < e->err.len; i++) {
		const unsigned char c = (unsigned char)e->err.s[i];
		world_must(c == '\n' || (c >= ' ' && c != 0x7f),
		    "the message holds what cannot be shown");
	}
	world_must(e->status != 4 || strcmp(e->err.s + n, ": out of memory\n"),
	    "out of memory");
}

/* Lines with as many TABs as the first one, without CR and NUL. */
static void
check_table(struct bytes t)
{
	size_t tabs = 0, first = 0, lines = 0;

	for (size_t i = 0; i < t.len; i++) {
		world_must(t.s[i] != '\r' && t.s[i] != '\0',
		    "CR or NUL in the output");
		tabs += t.s[i] == '\t';
		if (t.s[i] != '\n')
			continue;
		first = lines++ ? first : tabs;
		world_must(tabs == first, "rows of different lengths");
		tabs = 0;
	}
	world_must(t.len == 0 || t.s[t.len - 1] == '\n',
	    "the output ends within a line");
}

void
world_alike(const struct ended *a, const struct ended *b, const char *what)
{
	if (a->status == b->status && world_same(a->out, b->out)
	    && world_same(a->err, b->err) && world_same(a->files, b->files))
		return;
	fprintf(stderr, "status %d:\n%s%s%sstatus %d:\n%s%s%s", a->status,
	    a->out.s, a->err.s, a->files.s, b->status, b->out.s, b->err.s,
	    b->files.s);
	world_must(0, what);
}

void
world_check(const struct ended *e, const char *name)
{
	check_message(e, name);
	check_table(e->out);
}
