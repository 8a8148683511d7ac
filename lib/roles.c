/* roles.c - which columns play the roles */
#include <stdlib.h>
#include <string.h>

#include "input.h"
#include "opt.h"
#include "roles.h"

const char *const role_names[ROLES] = { "customer", "order", "date", "amount",
	"quantity", "cost", "product", "category", "media", "shop", "status" };
static const char *const default_columns[ROLES] = { "customer_id", "order_id",
	"order_date", "amount", "quantity", "cost", "product_id", "category",
	"media", "shop", "status" };

/* Of --roles; of a file where one was named, with its line. */
struct place { const char *file; size_t line; };

static _Noreturn void
wrong_role(struct place at, struct text entry, const char *what)
{
	char quoted[QUOTE_WIDTH];

	text_quote(quoted, entry.s, entry.len);
	if (at.file)
		die_hint(REFUSED, "role=column, an entry a line",
		    "%s:%zu: %s: %s", at.file, at.line, what, quoted);
	opt_misused("roles", "%s: %s", what, quoted);
}

static void
parse_entry(struct roles *r, struct text entry, struct place file)
{
	const char *equals = memchr(entry.s, '=', entry.len);
	enum role role = 0;

	if (file.file && entry.s[entry.len - 1] == '\r')
		wrong_role(file, entry, "the line ends in CR LF");
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

static struct text
bom_dropped(struct text t)
{
	const int bom = t.len >= 3 && !memcmp(t.s, "\xef\xbb\xbf", 3);

	return (struct text){ t.s + 3 * bom, t.len - 3 * (size_t)bom };
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
	const char *name = file ? input_name(file) : NULL;
	struct text whole = file ? (struct text){ input_whole(file, &len), 0 }
	    : text_of(list);
	if (file)
		whole = bom_dropped((struct text){ whole.s, len });
	struct text *entries = text_split(whole, file ? '\n' : ',', &n);
	for (size_t i = 0; i < n; i++)
		if (!file || (entries[i].len && entries[i].s[0] != '#'))
			parse_entry(&r, entries[i],
			    (struct place){ name, i + 1 });
	free(entries);
	return r;
}

struct wanted
roles_wanted(const struct roles *r, enum role role, int needed)
{
	return (struct wanted){ r->column[role], role_names[role],
		needed || r->named[role] };
}

size_t
roles_want_named(const struct roles *r, struct wanted *wanted)
{
	size_t n = 0;

	for (enum role role = 0; role < ROLES; role++)
		if (r->named[role])
			wanted[n++] = roles_wanted(r, role, 1);
	return n;
}

enum role
roles_of(const struct roles *r, struct text column)
{
	enum role role = 0;

	while (role < ROLES && !text_same(r->column[role], column))
		role++;
	return role;
}
