/* rules.c - named conditions from a file; conditions without a name */
#include <string.h>

#include "rules.h"

static struct source *
keep(struct source s)
{
	struct source *kept = mem_new(1, sizeof *kept);

	*kept = s;
	return kept;
}

static struct rules
whole(struct names *names, struct source s)
{
	const struct source *source = keep(s);
	struct rules r = { .exprs = mem_new(1, sizeof *r.exprs), .n = 1 };

	r.exprs[0] = expr_parse(names, source, 0, source->text.len);
	return r;
}

struct rules
rules_of(struct names *names, const char *expression)
{
	return whole(names, source_of(expression));
}

struct rules
rules_of_file(struct names *names, const char *path)
{
	return whole(names, source_read(path, MISUSED));
}

static void
add_line(struct rules *r, struct names *names, const struct source *source,
    struct text line)
{
	const size_t at = (size_t)(line.s - source->text.s);
	const char *tab = memchr(line.s, '\t', line.len);
	const struct text name = { line.s, tab ? (size_t)(tab - line.s) : 0 };

	if (line.len == 0 || *line.s == '#')
		return;
	if (!tab)
		source_refuse(source, at, "name, TAB, expression",
		    "no TAB in the line");
	if (memchr(name.s, '\r', name.len))
		source_refuse(source, at, NULL, "CR in the rule's name");
	if (text_none(name))
		source_refuse(source, at, "name, TAB, expression",
		    "the rule has no name");
	r->names = mem_grow(r->names, (size_t)r->n + 1, sizeof *r->names);
	r->exprs = mem_grow(r->exprs, (size_t)r->n + 1, sizeof *r->exprs);
	r->names[r->n] = name;
	r->exprs[r->n++] = expr_parse(names, source, at + name.len + 1,
	    at + line.len);
}

struct rules
rules_read(struct names *names, const char *path)
{
	const struct source *source = keep(source_read(path, REFUSED));
	struct rules r = { .names = mem_new(1, sizeof *r.names) };
	size_t n;
	struct text *lines = text_split(source->text, '\n', &n);

	for (size_t i = 0; i < n; i++)
		add_line(&r, names, source, lines[i]);
	return r;
}

static void
check_shown(struct text name, const char *shown)
{
	if (!name.s || name.len == 0 || name.len
	    != strcspn(name.s, "=\t\n\r"))
		opt_misused("show", "not NAME=EXPR: %s",
		    text_quoted(text_of(shown)));
}

void
rules_show(struct rules *r, struct names *names, const char *shown)
{
	const char *equals = strchr(shown, '=');
	const struct text name = { equals ? shown : NULL,
		equals ? (size_t)(equals - shown) : 0 };
	const int n = r->n + r->n_shown;

	check_shown(name, shown);
	r->shown = mem_grow(r->shown, (size_t)r->n_shown + 1,
	    sizeof *r->shown);
	r->shown[r->n_shown++] = name;
	const struct source *source = keep(source_named(mem_format(
	    "--show %.*s", (int)name.len, name.s), equals + 1));
	r->exprs = mem_grow(r->exprs, (size_t)n + 1, sizeof *r->exprs);
	r->exprs[n] = expr_parse(names, source, 0, source->text.len);
	r->exprs[n].any_type = 1;
}

void
rules_invert(struct rules *r)
{
	struct expr *x = r->exprs;
	struct node not = x->nodes[x->n - 1];

	not.op = OP_NOT;
	not.a = x->n - 1;
	not.b = -1;
	x->nodes = mem_grow(x->nodes, (size_t)x->n + 1, sizeof not);
	x->nodes[x->n++] = not;
}
