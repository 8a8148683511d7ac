/* sample_put.c - numbers and texts written by hand */
#include <string.h>

#include "date.h"
#include "sample_put.h"

char *
digits_put(char *to, uint64_t v, int width)
{
	char back[20];
	int n = 0;

	do
		back[n++] = (char)('0' + v % 10);
	while ((v /= 10) > 0);
	while (width-- > n)
		*to++ = '0';
	while (n > 0)
		*to++ = back[--n];
	return to;
}

char *
whole_put(char *to, int64_t v)
{
	if (v < 0)
		*to++ = '-';
	return digits_put(to, (uint64_t)(v < 0 ? -v : v), 1);
}

char *
clock_put(char *to, int32_t second)
{
	to = digits_put(to, (uint64_t)second / 3600, 2);
	*to++ = ':';
	to = digits_put(to, (uint64_t)second / 60 % 60, 2);
	*to++ = ':';
	return digits_put(to, (uint64_t)second % 60, 2);
}

char *
date_put(char *to, int32_t day)
{
	date_print(to, day);
	return to + DATE_WIDTH;
}

char *
word_put(char *to, const char *word)
{
	while (*word)
		*to++ = *word++;
	return to;
}

char *
text_put(char *to, struct text t)
{
	memcpy(to, t.s, t.len);
	return to + t.len;
}
