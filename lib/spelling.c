/* spelling.c - numbers and names as shops spell them */
#include <string.h>

#include "decimal.h"
#include "spelling.h"

enum { NUMBER = 64, NAME = 256 };

/* What the character at s folds to, or 0; *len is set to its length. */
static char
folded(const unsigned char *s, size_t left, size_t *len)
{
	*len = 1;
	if (*s == '\t' || *s == '\n' || *s == '\r')
		return ' ';
	if (*s < 0x80)
		return (char)*s;
	if (left >= 2 && s[0] == 0xc2) {
		*len = 2;
		return s[1] == 0xa0 ? ' ' : s[1] == 0xa5 ? '\\' : 0;
	}
	if (left < 3)
		return 0;
	*len = 3;
	const unsigned c = (s[0] & 0xfu) << 12 | (s[1] & 0x3fu) << 6
	    | (s[2] & 0x3fu);
	if (s[0] >> 4 != 0xe)
		*len = 1;
	else if (c >= 0xff01 && c <= 0xff5e)
		return (char)(c - 0xff01 + '!');
	else if (c == 0x3000)
		return ' ';
	else if (c == 0xffe5)
		return '\\';
	else if (c == 0x2212)
		return '-';
	return 0;
}

size_t
spelling_fold(char *out, size_t room, struct text t)
{
	const unsigned char *s = (const unsigned char *)t.s;
	size_t n = 0, len;

	for (size_t i = 0; i < t.len; i += len) {
		const char c = folded(s + i, t.len - i, &len);
		if (c == ' ' && n == 0)
			continue;
		if (n + len > room)
			return room;
		if (c)
			out[n++] = c;
		else {
			memcpy(out + n, s + i, len);
			n += len;
		}
	}
	while (n > 0 && out[n - 1] == ' ')
		n--;
	return n;
}

/* Takes the commas out of s; 0 if they do not stand before each three digits
 * of the whole part. */
static size_t
without_commas(char *s, size_t len)
{
	const char *point = memchr(s, '.', len);
	const size_t whole = point ? (size_t)(point - s) : len;
	size_t n = 0;

	if (!memchr(s, ',', len))
		return len;
	/* a first group of none or four digits */
	if (whole % 4 == 0)
		return 0;
	for (size_t i = 0; i < len; i++) {
		const int due = i < whole && (whole - i) % 4 == 0;
		if ((s[i] == ',') != due)
			return 0;
		if (s[i] != ',')
			s[n++] = s[i];
	}
	return n;
}

int
spelling_number(struct text t, int64_t *value)
{
	char s[NUMBER], *p = s;
	size_t len = spelling_fold(s, sizeof s, t);
	int minus = 0, yen = 0;

	if (len == sizeof s)
		return 0;
	for (; len > 0; p++, len--) {
		if (*p == '-' && !minus)
			minus = 1;
		else if (*p == '\\' && !yen)
			yen = 1;
		else
			break;
	}
	if (len == 0 || *p == '-')
		return 0;
	len = without_commas(p, len);
	if (decimal_parse(p, len, value) < 0)
		return 0;
	if (minus)
		*value = -*value;
	return 1;
}

static size_t
name_key(char out[NAME], struct text t)
{
	const size_t len = spelling_fold(out, NAME, t);
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		if (out[i] != ' ')
			out[n++] = out[i] >= 'A' && out[i] <= 'Z'
			    ? (char)(out[i] - 'A' + 'a') : out[i];
	return len == NAME ? NAME : n;
}

int
spelling_same_name(struct text a, struct text b)
{
	char s[NAME], t[NAME];

	if (text_same(a, b))
		return 1;
	const size_t m = name_key(s, a), n = name_key(t, b);
	return m == n && m < NAME && !memcmp(s, t, m);
}

int
spelling_is_damaged(struct text t)
{
	const char *e = memchr(t.s, 'E', t.len), *end = t.s + t.len;

	if (!e || e == t.s || end - e < 4 || e[1] != '+')
		return 0;
	if (e - t.s > 1 && (e - t.s < 3 || t.s[1] != '.'))
		return 0;
	for (const char *p = t.s; p < end; p++)
		if ((*p < '0' || *p > '9') && p != t.s + 1 && p != e
		    && p != e + 1)
			return 0;
	return 1;
}

int
spelling_is_blank(struct text t)
{
	char c;

	return spelling_fold(&c, 1, t) == 0;
}
