/* common.c - the options of every command; roles and statuses */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common.h"
#include "input.h"

const char *const role_names[ROLES] = { "customer", "order", "date", "amount",
	"quantity", "cost", "product", "category", "media", "shop", "status" };
static const char *const default_columns[ROLES] = { "customer_id", "order_id",
	"order_date", "amount", "quantity", "cost", "product_id", "category",
	"media", "shop", "status" };

void
common_check(const struct common *c)
{
	if (strcmp(c->null, "") && strcmp(c->null, "\\N"))
		opt_misused("null", "'%s' is not read as none; "
		    "'' and '\\N' are", c->null);
	if (c->header && !*c->header)
		opt_misused("header", "names no column");
}

static _Noreturn void
wrong_role(const char *file, struct text entry, const char *what)
{
	char quoted[QUOTE_WIDTH];

	text_quote(quoted, entry.s, entry.len);
	if (file)
		die_hint(REFUSED, "role=column, an entry a line",
		    "%s: %s: %s", file, what, quoted);
	opt_misused("roles", "%s: %s", what, quoted);
}

static void
parse_entry(struct roles *r, struct text entry, const char *file)
{
	const char *equals = memchr(entry.s, '=', entry.len);
	enum role role = 0;

	if (!equals)
		wrong_role(file, entry, "not role=column");
	const struct text name = { entry.s, (size_t)(equals - entry.s) };
	const struct text column = { equals + 1, entry.len - name.len - 1 };
	while (role < ROLES && !text_same(text_of(role_names[role]), name))
		role++;
	if (role == ROLES)
		wrong_role(file, name, "no such role");
	if (r->named[role])
		wrong_role(file, name, "role given twice");
	if (column.len == 0)
		wrong_role(file, entry, "names no column");
	r->column[role] = column;
	r->named[role] = 1;
}

struct roles
roles_parse(const char *list)
{
	struct roles r = { 0 };
	size_t n, len;

	for (int i = 0; i < ROLES; i++)
		r.column[i] = text_of(default_columns[i]);
	if (!list)
		return r;
	const char *file = *list == '@' ? list + 1 : NULL;
	struct text whole = file ? (struct text){ input_whole(file, &len), 0 }
	    : text_of(list);
	if (file)
		whole.len = len;
	struct text *entries = text_split(whole, file ? '\n' : ',', &n);
	for (size_t i = 0; i < n; i++)
		if (!file || entries[i].len)
			parse_entry(&r, entries[i], file);
	free(entries);
	return r;
}

struct wanted
roles_wanted(const struct roles *r, enum role role, int needed)
{
	return (struct wanted){ r->column[role], role_names[role],
		needed || r->named[role] };
}

enum role
roles_of(const struct roles *r, struct text column)
{
	enum role role = 0;

	while (role < ROLES && !text_same(r->column[role], column))
		role++;
	return role;
}

struct statuses
statuses_parse(const char *list)
{
	struct statuses s = { .given = list != NULL };

	if (!list)
		return s;
	s.all = !strcmp(list, "all");
	s.words = text_split(text_of(list), ',', &s.n);
	for (size_t i = 0; i < s.n; i++)
		if (s.words[i].len == 0)
			opt_misused("status", "an empty word; none is "
			    "written 'none'");
	return s;
}

enum counts
statuses_count(const struct statuses *s, struct text status)
{
	static const struct text out[] = { { "cancelled", 9 },
		{ "returned", 8 }, { "void", 4 } };
	static const struct text in[] = { { "pending", 7 }, { "paid", 4 },
		{ "shipped", 7 }, { "delivered", 9 }, { "", 0 } };

	if (s->all)
		return COUNTS;
	if (text_none(status))
		status = s->given ? text_of("none") : (struct text){ "", 0 };
	for (size_t i = 0; i < s->n; i++)
		if (text_same(s->words[i], status))
			return COUNTS;
	if (s->given)
		return LEFT_OUT;
	for (size_t i = 0; i < sizeof in / sizeof *in; i++)
		if (text_same(in[i], status))
			return COUNTS;
	for (size_t i = 0; i < sizeof out / sizeof *out; i++)
		if (text_same(out[i], status))
			return LEFT_OUT;
	return STATUS_UNKNOWN;
}
