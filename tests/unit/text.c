/* text - UTF-8, splitting, quoting, likeness */
#include <stdlib.h>
#include <string.h>

#include "text.h"
#include "tap.h"

static size_t
encode(unsigned char *s, unsigned c)
{
	const size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	static const unsigned char first[] = { 0, 0, 0xc0, 0xe0, 0xf0 };

	for (size_t i = n - 1; i > 0; i--, c >>= 6)
		s[i] = (unsigned char)(0x80 | (c & 0x3f));
	s[0] = (unsigned char)(first[n] | c);
	return n;
}

static void
check_characters(void)
{
	unsigned char s[4];
	int wrong = 0;

	for (unsigned c = 0; c <= 0x1fffff; c++) {
		const size_t n = encode(s, c);
		const int exists = c <= 0x10ffff && (c < 0xd800 || c > 0xdfff);
		wrong += utf8_valid((char *)s, n) != (exists ? n : 0);
		for (size_t cut = 1; cut < n; cut++)
			wrong += utf8_valid((char *)s, cut) != 0;
	}
	ok(wrong == 0, "every character, whole and cut");
}

/* 128 ASCII, 1920 of two bytes, 61440 of three */
static void
check_sequences(void)
{
	char s[3];
	int two = 0, three = 0;

	for (int i = 0; i < 1 << 16; i++) {
		memcpy(s, &i, 2);
		two += utf8_valid(s, 2) == 2;
	}
	for (int i = 0; i < 1 << 24; i++) {
		memcpy(s, &i, 3);
		three += utf8_valid(s, 3) == 3;
	}
	ok(two == 128 * 128 + 1920, "all sequences of two bytes");
	ok(three == 128 * 128 * 128 + 2 * 128 * 1920 + 61440,
	    "all sequences of three bytes");
}

static void
check_places(void)
{
	char s[44];
	int wrong = 0;

	for (size_t len = 0; len <= 40; len++)
		for (size_t at = 0; at < len; at++) {
			memset(s, 'a', sizeof s);
			s[at] = (char)0x80;
			wrong += utf8_valid(s, len) != at;
			memcpy(s + at, "\xe3\x81\x82", 3);
			wrong += utf8_valid(s, len) != (at + 3 <= len ? len
			    : at);
		}
	ok(wrong == 0, "a fault at every place");
	ok(utf8_length("a\xc3\xa9\xe3\x81\x82\xf0\x9f\x98\x80", 10) == 4
	    && utf8_length("", 0) == 0, "characters are counted");
}

static void
splits(const char *text, size_t parts, const char *joined)
{
	char got[100] = "";
	size_t n;
	struct text *v = text_split(text_of(text), ',', &n);

	for (size_t i = 0; i < n; i++)
		sprintf(got + strlen(got), "[%.*s]", (int)v[i].len, v[i].s);
	ok(n == parts && !strcmp(got, joined), joined);
	free(v);
}

static void
quotes(const char *s, size_t len, const char *expected)
{
	char out[QUOTE_WIDTH + 1];

	memset(out, '#', sizeof out);
	text_quote(out, s, len);
	ok(!strcmp(out, expected) && out[QUOTE_WIDTH] == '#', expected);
}

static void
check_quotes(void)
{
	char s[300], expected[400] = "'";

	quotes("", 0, "''");
	quotes("1,200", 5, "'1,200'");
	quotes("a\tb\nc\rd\0e", 9, "'a\\tb\\nc\\rd\\0e'");
	quotes("\x01\x1f\x7f", 3, "'\\x01\\x1f\\x7f'");
	quotes("\xe3\x81\x82\xff\xe3\x81", 6,
	    "'\xe3\x81\x82\\xff\\xe3\\x81'");
	memset(s, 'x', sizeof s);
	memset(expected + 1, 'x', 60);
	strcpy(expected + 61, "'");
	quotes(s, 60, expected);
	strcpy(expected + 61, "…'");
	quotes(s, 61, expected);
	quotes(s, 300, expected);
	for (int fill = 0; fill < 256; fill++) {
		char out[QUOTE_WIDTH + 1];
		memset(s, fill, sizeof s);
		for (size_t len = 0; len < sizeof s; len++)
			if (strlen(text_quote(out, s, len)) >= QUOTE_WIDTH)
				failures++;
	}
	ok(failures == 0, "whatever it is, it has room");
}

static void
check_closest(void)
{
	char s[300];
	const struct text names[] = { TEXT("order_id"), TEXT("customer"),
		TEXT("date"), TEXT("amount") };

	ok(text_closest(TEXT("customer_id"), names, 4) == 1, "customer_id");
	ok(text_closest(TEXT("amout"), names, 4) == 3, "amout");
	ok(text_closest(TEXT("dat"), names, 4) == 2, "dat");
	ok(text_closest(TEXT("product_category"), names, 4) == -1
	    && text_closest(TEXT(""), names, 0) == -1, "nothing like it");
	ok(text_closest(TEXT("a name that is longer than all that is looked "
	    "at"), names, 4) == -1, "too long");
	memset(s, 'x', sizeof s);
	ok(text_closest((struct text){ s, sizeof s }, names, 4) == -1,
	    "far too long");
}

int
main(void)
{
	check_characters();
	check_sequences();
	check_places();
	splits("", 1, "[]");
	splits(",", 2, "[][]");
	splits("a", 1, "[a]");
	splits("a,,bc,", 4, "[a][][bc][]");
	check_quotes();
	check_closest();
	ok(text_order(TEXT("a"), TEXT("ab")) < 0
	    && text_order(TEXT("b"), TEXT("ab")) > 0
	    && text_order(TEXT("\xff"), TEXT("a")) > 0
	    && text_order(TEXT(""), TEXT("")) == 0, "text sorts by bytes");
	ok(text_same(TEXT("ab"), TEXT("ab")) && !text_same(TEXT("ab"),
	    TEXT("abc")) && text_same((struct text){ NULL, 0 }, TEXT("")),
	    "text is the same or not");
	return done();
}
