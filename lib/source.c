/* source.c - the text of expressions, and pointing into it */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input.h"
#include "source.h"

enum { WHOLE = 180, AROUND = 60 };	/* bytes of a line that are shown */

static void
check(const struct source *s)
{
	const size_t valid = utf8_valid(s->text.s, s->text.len);
	const char *nul = memchr(s->text.s, '\0', s->text.len);

	if (valid < s->text.len)
		source_refuse(s, valid, NULL, "not valid UTF-8");
	if (nul)
		source_refuse(s, (size_t)(nul - s->text.s), NULL, "NUL byte");
}

struct source
source_named(const char *name, const char *expression)
{
	const struct source s = { name, text_of(expression), MISUSED };

	check(&s);
	return s;
}

struct source
source_of(const char *expression)
{
	return source_named("expression", expression);
}

struct source
source_read(const char *path, enum status status)
{
	struct source s = { input_name(path), { 0 }, status };

	s.text.s = input_whole(path, &s.text.len);
	if (s.text.len >= 3 && !memcmp(s.text.s, "\xef\xbb\xbf", 3)) {
		s.text.s += 3;
		s.text.len -= 3;
	}
	check(&s);
	return s;
}

static size_t
line_start(const struct source *s, size_t at)
{
	while (at > 0 && s->text.s[at - 1] != '\n')
		at--;
	return at;
}

char *
source_place(const struct source *s, size_t at)
{
	const size_t start = line_start(s, at);
	size_t line = 1;

	for (size_t i = 0; i < at; i++)
		line += s->text.s[i] == '\n';
	return mem_format("%s:%zu:%zu", s->name, line,
	    utf8_length(s->text.s + start, at - start) + 1);
}

/* A byte of the line as it can be shown: no control bytes, and where the text
 * is not UTF-8, ASCII only. */
static char
shown(char c, int valid)
{
	const unsigned char u = (unsigned char)c;

	return u < 0x20 || u == 0x7f ? ' ' : !valid && u > 0x7f ? '?' : c;
}

/* Whether a terminal shows the character that begins here two cells wide:
 * Han, kana, hangul, full-width forms, emoji. */
static int
is_wide(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;
	const unsigned c = u[0] < 0xe0 ? 0 : u[0] < 0xf0
	    ? (u[0] & 0xfu) << 12 | (u[1] & 0x3fu) << 6 | (u[2] & 0x3fu)
	    : (u[0] & 7u) << 18 | (u[1] & 0x3fu) << 12 | (u[2] & 0x3fu) << 6;

	return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf)
	    || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff)
	    || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60)
	    || (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x3fffd);
}

static int
continues(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

static void
put(char *to, size_t *n, const char *s)
{
	const size_t len = strlen(s);

	memcpy(to + *n, s, len);
	*n += len;
}

/* The line and, below it, a caret; of a long line the part around the
 * place. */
static char *
picture(const struct source *s, size_t at)
{
	size_t from = line_start(s, at), to = at, n = 0;
	const char *t = s->text.s;
	const int valid = utf8_valid(t, s->text.len) == s->text.len;

	while (to < s->text.len && t[to] != '\n')
		to++;
	const int cut = to - from > WHOLE;
	const int tail = cut && to - at > AROUND;
	const int head = cut && at - from > AROUND;
	if (tail)
		for (to = at + AROUND; valid && continues(t[to]); to--)
			;
	if (head)
		for (from = at - AROUND; valid && continues(t[from]); from++)
			;
	char *lines = mem_new(4 * (to - from) + 16, 1);
	put(lines, &n, head ? "…" : "");
	for (size_t i = from; i < to; i++)
		lines[n++] = shown(t[i], valid);
	put(lines, &n, tail ? "…\n" : "\n");
	put(lines, &n, head ? " " : "");
	for (size_t i = from; i < at; i++)
		if (!valid || !continues(t[i]))
			put(lines, &n, valid && is_wide(t + i) ? "  " : " ");
	lines[n] = '^';
	return lines;
}

void
source_refuse(const struct source *s, size_t at, const char *hint,
    const char *fmt, ...)
{
	char what[256];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof what, fmt, ap);
	va_end(ap);
	die_hint(s->status, hint, "%s: %s\n%s", source_place(s, at), what,
	    picture(s, at));
}
