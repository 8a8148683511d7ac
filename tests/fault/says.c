/* says.c - what a message must be */
#include <stdio.h>
#include <string.h>

#include "end.h"

/* The last line; ahead of it there is nothing, or --stats. */
static const char *
last_line(const struct end *got)
{
	const char *s = got->err.s;
	const char *end = got->err.len > 1 ? memrchr(s, '\n',
	    got->err.len - 1) : NULL;

	return end && !strncmp(s, "lines\t", 6) ? end + 1 : s;
}

int
says_cannot(const struct end *got, const char *place, int error)
{
	char begin[400], end[200];
	const char *s = last_line(got);
	const size_t said = strlen(s);

	snprintf(begin, sizeof begin, "%s: %s%scannot ", setting.program, place,
	    *place ? ": " : "");
	snprintf(end, sizeof end, ": %s\n", strerror(error));
	const size_t len = strlen(end);
	return (*place ? !strncmp(s, begin, strlen(begin)) : !!strstr(s,
	    ": cannot ")) && said > len && strchr(s, '\n') == s + said - 1
	    && !strcmp(s + said - len, end);
}

int
says_not_written(const struct end *got, int error)
{
	int said = !setting.n_files && says_cannot(got, "stdout", error);

	for (int i = 0; i < setting.n_files; i++)
		said |= says_cannot(got, setting.file[i], error);
	return said;
}
