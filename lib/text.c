/* text.c - bytes with a length: comparing, checking, showing */
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "text.h"

struct text
text_of(const char *s)
{
	return (struct text){ s, strlen(s) };
}

int
text_same(struct text a, struct text b)
{
	return a.len == b.len && (a.len == 0 || !memcmp(a.s, b.s, a.len));
}

int
text_order(struct text a, struct text b)
{
	const size_t n = a.len < b.len ? a.len : b.len;
	const int c = n ? memcmp(a.s, b.s, n) : 0;

	return c ? c : (a.len > b.len) - (a.len < b.len);
}

/* Length of the one valid character at s (RFC 3629), 0 if there is none. */
static size_t
character(const unsigned char *s, size_t len)
{
	const unsigned c = s[0];

	if (c < 0x80)
		return 1;
	const size_t n = c < 0xc2 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3
	    : c < 0xf5 ? 4 : 0;
	if (n == 0 || n > len)
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	if ((c == 0xe0 && s[1] < 0xa0) || (c == 0xed && s[1] > 0x9f)
	    || (c == 0xf0 && s[1] < 0x90) || (c == 0xf4 && s[1] > 0x8f))
		return 0;
	return n;
}

size_t
utf8_valid(const char *s, size_t len)
{
	size_t i = 0;

	while (i < len) {
		uint64_t word;
		if (len - i >= sizeof word) {
			memcpy(&word, s + i, sizeof word);
			if (!(word & UINT64_C(0x8080808080808080))) {
				i += sizeof word;
				continue;
			}
		}
		const size_t n = character((const unsigned char *)s + i,
		    len - i);
		if (n == 0)
			return i;
		i += n;
	}
	return len;
}

size_t
utf8_length(const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += ((unsigned char)s[i] & 0xc0) != 0x80;
	return n;
}

struct text *
text_split(struct text t, char separator, size_t *n)
{
	struct text *parts = NULL;
	size_t room = 0;
	const char *s = t.s, *end = t.s + t.len;

	for (*n = 0;; s++) {
		const char *at = s < end
		    ? memchr(s, separator, (size_t)(end - s)) : NULL;
		const char *stop = at ? at : end;
		if (*n == room)
			parts = mem_grow(parts, room = 2 * room + 16,
			    sizeof *parts);
		parts[(*n)++] = (struct text){ s, (size_t)(stop - s) };
		if (!at)
			return parts;
		s = at;
	}
}

/* One character of s, control and invalid bytes made visible; its length in
 * s, that of what was written in *n. */
static size_t
show(char out[8], const char *s, size_t len, size_t *n)
{
	const unsigned char c = (unsigned char)*s;
	const size_t k = character((const unsigned char *)s, len);
	const char *name = c == '\t' ? "\\t" : c == '\n' ? "\\n"
	    : c == '\r' ? "\\r" : c == '\0' ? "\\0" : NULL;

	if (name)
		*n = (size_t)sprintf(out, "%s", name);
	else if (k == 0 || c < 0x20 || c == 0x7f)
		*n = (size_t)sprintf(out, "\\x%02x", c);
	else
		memcpy(out, s, *n = k);
	return k ? k : 1;
}

void
text_visible(char *out, const char *s, size_t len)
{
	for (size_t i = 0, n; i < len; out += n)
		i += show(out, s + i, len - i, &n);
	*out = '\0';
}

const char *
text_quote(char out[QUOTE_WIDTH], const char *s, size_t len)
{
	enum { SHOWN = 60 };
	size_t n = 0, i = 0, more;

	out[n++] = '\'';
	while (i < len && i < SHOWN && n <= QUOTE_WIDTH - 16) {
		i += show(out + n, s + i, len - i, &more);
		n += more;
	}
	sprintf(out + n, "%s'", i < len ? "…" : "");
	return out;
}

char *
text_quoted(struct text t)
{
	char quoted[QUOTE_WIDTH];

	return mem_format("%s", text_quote(quoted, t.s, t.len));
}

/* Edits (insert, delete, replace) that make a of b; INT_MAX above 32 bytes. */
static int
distance(struct text a, struct text b)
{
	int row[33], before, above;

	if (a.len > 32 || b.len > 32)
		return INT_MAX;
	for (size_t j = 0; j <= b.len; j++)
		row[j] = (int)j;
	for (size_t i = 1; i <= a.len; i++) {
		before = row[0];
		row[0] = (int)i;
		for (size_t j = 1; j <= b.len; j++) {
			above = row[j];
			int best = before + (a.s[i - 1] != b.s[j - 1]);
			if (above + 1 < best)
				best = above + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
			before = above;
		}
	}
	return row[b.len];
}

int
text_closest(struct text s, const struct text *names, size_t n)
{
	int best = -1, least = (int)(s.len < 6 ? 2 : s.len / 2) + 1;

	for (size_t i = 0; i < n; i++) {
		const int d = distance(s, names[i]);
		if (d < least) {
			least = d;
			best = (int)i;
		}
	}
	return best;
}
