/* detect.c - encodings by their bytes */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "detect.h"

static int n;

/* expected NULL: more must be seen */
static void
is(const char *name, const char *expected, const char *found)
{
	const int good = expected && found ? !strcmp(expected, found)
	    : expected == found;

	printf("%sok %d - %s\n", good ? "" : "not ", ++n, name);
}

/* あ, then letters up to before, then s; all of it is shown. */
static const char *
behind(size_t before, const char *s, int last)
{
	const size_t len = before + strlen(s);
	char *bytes = mem_new(len + 1, 1);

	memset(bytes, 'a', before);
	memcpy(bytes, "\343\201\202", 3);
	memcpy(bytes + before, s, strlen(s));
	const char *found = detect_encoding((struct text){ bytes, len }, 0,
	    last);
	free(bytes);
	return found;
}

static const char *
of(const char *s, int start, int last)
{
	return detect_encoding(text_of(s), start, last);
}

int
main(void)
{
	is("UTF-8 to the end", "UTF-8", of("\343\201\202", 0, 1));
	is("UTF-8 so far", NULL, of("\343\201\202", 0, 0));
	is("CP932 at once", "CP932", of("\202\240", 0, 0));
	is("cut at the end of a file", "UTF-8", of("\343\201", 0, 1));
	is("no beginning of a character", "CP932", of("\202", 0, 1));
	is("too long a form", "CP932", of("\340\237", 0, 0));
	is("a surrogate", "CP932", of("\355\240", 0, 0));
	is("beyond the last character", "CP932", of("\364\220", 0, 0));
	is("four bytes, cut", NULL, of("\360\237\230", 0, 0));
	is("the window is full", "UTF-8", behind(DETECT_WINDOW, "", 0));
	is("a byte short", NULL, behind(DETECT_WINDOW - 1, "", 0));
	is("its last byte counts", "CP932",
	    behind(DETECT_WINDOW - 1, "\202\240", 0));
	is("a byte behind it does not", "UTF-8",
	    behind(DETECT_WINDOW, "\202\240", 0));
	is("a character cut at its end is no fault", "UTF-8",
	    behind(DETECT_WINDOW - 1, "\343\201\202", 0));
	is("mark of UTF-8", "UTF-8", of("\357\273\277\202\240", 1, 0));
	is("mark of UTF-16LE", "UTF-16LE", of("\377\376a", 1, 0));
	is("mark of UTF-16BE", "UTF-16BE", of("\376\377a", 1, 0));
	is("no mark but at the start", "CP932", of("\377\376a", 0, 0));
	is("too little for a mark", NULL, of("\357", 1, 0));
	printf("1..%d\n", n);
	return 0;
}
