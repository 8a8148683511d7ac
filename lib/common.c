/* common.c - the options of every command */
#include <string.h>

#include "common.h"
#include "parts.h"
#include "statuses.h"

void
common_check(struct common *c)
{
	parts_set_threads(c->threads);
	statuses_parse(c->status);
	c->roles = roles_parse(c->role_list);
	if (c->output && !*c->output)
		opt_misused("output", "names no file");
	if (c->rejects && !*c->rejects)
		opt_misused("rejects", "names no file");
	if (strcmp(c->null, "") && strcmp(c->null, "\\N"))
		opt_misused("null", "'%s' is not read as none; "
		    "'' and '\\N' are", c->null);
	if (c->header && !*c->header)
		opt_misused("header", "names no column");
	if (c->header && c->header[strcspn(c->header, "\n\r")])
		opt_misused("header", "a line's end in a name");
}
