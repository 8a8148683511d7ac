/* scan - every way of scanning against a plain loop */
#include <stdlib.h>
#include <string.h>

#include "scan.h"
#include "tap.h"

enum { LEN_MOST = 300, ROOM = LEN_MOST + SCAN_PADDING, UNTOUCHED = 77777777 };

static struct scan
plain(const char *s, size_t len, uint32_t *at)
{
	struct scan r = { .odd = len };

	for (size_t i = 0; i < len; i++) {
		if (s[i] == '\t' || s[i] == '\n')
			at[r.separators++] = (uint32_t)i;
		r.lines += s[i] == '\n';
		if ((s[i] == '\r' || s[i] == '\0') && r.odd == len)
			r.odd = i;
	}
	return r;
}

static int
agrees(scan_way *way, const char *s, size_t len)
{
	uint32_t expected[LEN_MOST + 1];
	/* not a byte more than is promised, so that sanitizers see it */
	uint32_t *at = malloc((len + SCAN_PADDING) * sizeof *at);
	char *copy = malloc(len + SCAN_PADDING);

	memcpy(copy, s, len + SCAN_PADDING);
	const struct scan want = plain(s, len, expected);
	const struct scan got = way(copy, len, at);
	const int same = got.separators == want.separators
	    && got.lines == want.lines && got.odd == want.odd
	    && (want.separators == 0 || !memcmp(at, expected,
		want.separators * sizeof *at));
	free(copy);
	free(at);
	return same;
}

static void
fill(char *s, const char *alphabet, int letters)
{
	for (size_t i = 0; i < ROOM; i++)
		s[i] = alphabet[random_below(letters)];
}

static void
check(scan_way *way, int number)
{
	static const struct { const char *letters; int n; } alphabets[] = {
		{ "\t\n\r\0a", 5 }, { "\t\n", 2 }, { "abcdefghijklmno\t", 16 },
		{ "\x0b\x0c\x08\x0e\x89\x8a\x8d\x80\xff\n", 10 }, { "\t", 1 },
		{ "\n", 1 }, { "\r", 1 }, { "\0", 1 }, { "a", 1 },
	};
	char s[ROOM], what[60];
	int wrong = 0;

	for (size_t len = 0; len <= LEN_MOST; len++)
		for (size_t i = 0; i < sizeof alphabets / sizeof *alphabets;
		    i++) {
			fill(s, alphabets[i].letters, alphabets[i].n);
			wrong += !agrees(way, s, len);
		}
	sprintf(what, "way %d: all lengths, what stands behind is not seen",
	    number);
	ok(wrong == 0, what);
	wrong = 0;
	for (int c = 0; c < 256; c++)
		for (size_t place = 0; place < 130; place++) {
			memset(s, 'a', ROOM);
			s[place] = (char)c;
			wrong += !agrees(way, s, 130);
		}
	sprintf(what, "way %d: every byte at every place", number);
	ok(wrong == 0, what);
}

int
main(void)
{
	scan_way *const *ways = scan_ways();
	int n = 0;

	for (; ways[n]; n++)
		check(ways[n], n);
	ok(n > 0, "there is a way");
	check(scan, n);
	return done();
}
