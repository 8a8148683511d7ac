/* detect.c - which encoding bytes are in */
#include <string.h>

#include "detect.h"

/* Whether t is the beginning of a UTF-8 character and no more: filled up with
 * the least or the largest byte there may be, it is one. */
static int
is_cut(struct text t)
{
	char whole[4];

	if (t.len == 0 || t.len > 3)
		return 0;
	for (size_t n = t.len + 1; n <= 4; n++)
		for (int filler = 0x80; filler <= 0xbf; filler += 0x3f) {
			memset(whole, filler, sizeof whole);
			memcpy(whole, t.s, t.len);
			/* one character, not a short one and more */
			if (utf8_valid(whole, n) == n
			    && utf8_length(whole, n) == 1)
				return 1;
		}
	return 0;
}

static const char *
marked(struct text t)
{
	if (t.len >= 3 && !memcmp(t.s, "\xef\xbb\xbf", 3))
		return "UTF-8";
	if (t.len >= 2 && !memcmp(t.s, "\xff\xfe", 2))
		return "UTF-16LE";
	if (t.len >= 2 && !memcmp(t.s, "\xfe\xff", 2))
		return "UTF-16BE";
	return NULL;
}

const char *
detect_encoding(struct text t, int start, int last)
{
	const char *by_mark = start ? marked(t) : NULL;

	if (by_mark)
		return by_mark;
	if (start && t.len < 3 && !last)
		return NULL;
	if (t.len >= DETECT_WINDOW) {
		t.len = DETECT_WINDOW;
		last = 1;
	}
	const size_t valid = utf8_valid(t.s, t.len);
	const struct text rest = { t.s + valid, t.len - valid };
	if (rest.len > 0 && !is_cut(rest))
		return "CP932";
	return last ? "UTF-8" : NULL;
}
