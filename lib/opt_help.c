/* opt_help.c - what an option table says of itself */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "opt.h"
#include "out.h"

static void
print(struct out *o, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	if (vasprintf(&s, fmt, ap) < 0)
		die(LIMIT, "out of memory");
	va_end(ap);
	out_bytes(o, s, strlen(s));
	free(s);
}

/* One item of the synopsis, broken before column 79 */
static void
synopsis_item(struct out *o, size_t *column, const char *item)
{
	const size_t indent = strlen("usage:  ") + strlen(base_program());

	if (*column + 1 + strlen(item) > 78) {
		print(o, "\n%*s", (int)indent - 1, "");
		*column = indent - 1;
	}
	print(o, " %s", item);
	*column += 1 + strlen(item);
}

static void
synopsis(struct out *o, const struct command *c)
{
	size_t column = strlen("usage: ") + strlen(base_program());

	print(o, "usage: %s", base_program());
	for (const struct opt *p = c->options; p->kind != OPT_END_ROW; p++) {
		char *item = mem_format("[%s%s%s%s%s]", p->letter ? "-" : "--",
		    p->letter ? (char[]){ (char)p->letter, 0 } : p->name,
		    p->arg ? " " : "", p->arg ? p->arg : "",
		    p->kind == OPT_IS_LIST ? " ..." : "");
		synopsis_item(o, &column, item);
		free(item);
	}
	if (*c->operands)
		synopsis_item(o, &column, c->operands);
	print(o, "\n");
}

void
opt_help(const struct command *c)
{
	struct out *o = out_open(NULL);

	synopsis(o, c);
	print(o, "%s - %s\n\n", base_program(), c->purpose);
	for (const struct opt *p = c->options; p->kind != OPT_END_ROW; p++) {
		char *flag = mem_format("  %c%c%c --%s%s%s",
		    p->letter ? '-' : ' ', p->letter ? p->letter : ' ',
		    p->letter ? ',' : ' ', p->name,
		    p->arg ? " " : "", p->arg ? p->arg : "");
		print(o, strlen(flag) > 29 ? "%s\n%31s%s\n" : "%-31s%s%s\n",
		    flag, "", p->help);
		free(flag);
	}
	print(o, "  -h, --help                   print this\n");
	print(o, "      --version                print the version\n");
	out_close(o);
	exit(DONE);
}

void
opt_version(void)
{
	struct out *o = out_open(NULL);

	print(o, "%s (tokui) %s\n", base_program(), TOKUI_VERSION);
	out_close(o);
	exit(DONE);
}
