/* common.c - the options of every command */
#include <stdlib.h>
#include <string.h>

#include "common.h"
#include "parts.h"
#include "statuses.h"

void
common_check_file(const char *option, const char *path)
{
	if (path && !*path)
		opt_misused(option, "names no file");
}

void
common_check(struct common *c)
{
	parts_set_threads(c->threads);
	statuses_parse(c->status);
	c->roles = roles_parse(c->role_list);
	common_check_file("output", c->output);
	common_check_file("rejects", c->rejects);
	if (strcmp(c->null, "") && strcmp(c->null, "\\N"))
		opt_misused("null", "%s is not read as none; '' and '\\N' "
		    "are", text_quoted(text_of(c->null)));
	if (c->header && !*c->header)
		opt_misused("header", "names no column");
	if (c->header && c->header[strcspn(c->header, "\n\r")])
		opt_misused("header", "a line's end in a name");
}

static _Noreturn void
twice(struct text name)
{
	char quoted[QUOTE_WIDTH];

	die_hint(MISUSED, "no command reads such a table: rename one column",
	    "the output would have two columns %s",
	    text_quote(quoted, name.s, name.len));
}

void
common_check_columns(const struct text *given, size_t n, const char *made)
{
	size_t n_made = 0;
	struct text *names = made ? text_split(text_of(made), ' ', &n_made)
	    : NULL;

	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < i; k++)
			if (text_same(given[k], given[i]))
				twice(given[i]);
		for (size_t k = 0; k < n_made; k++)
			if (text_same(names[k], given[i]))
				twice(given[i]);
	}
	free(names);
}
