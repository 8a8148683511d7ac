/* cart_columns.c - where a file has what a map speaks of */
#include <stdlib.h>
#include <string.h>

#include "cart_columns.h"
#include "spelling.h"

/* The place of a column; header->n if there is none of that name. */
static size_t
find(const struct record *header, struct text name)
{
	size_t i = 0;

	while (i < header->n && !text_same(header->field[i], name))
		i++;
	if (i == header->n)
		for (i = 0; i < header->n; i++)
			if (spelling_same_name(header->field[i], name))
				break;
	return i;
}

int
cart_columns_match(const struct names *names, const struct record *header)
{
	for (size_t i = 0; i < names->n; i++)
		if (find(header, names->v[i]) == header->n)
			return 0;
	return names->n > 0;
}

/* Fit for a message: control bytes visible, shortened, without quotes. */
static struct text
shown(struct text name)
{
	char quoted[QUOTE_WIDTH];
	const size_t len = strlen(text_quote(quoted, name.s, name.len));

	return (struct text){ mem_text(quoted + 1, len - 2), len - 2 };
}

char *
cart_columns_listed(const struct record *header)
{
	char *all = mem_text("", 0);
	char quoted[QUOTE_WIDTH];

	for (size_t i = 0; i < header->n; i++) {
		const int more = strlen(all) > 200;
		text_quote(quoted, header->field[i].s, header->field[i].len);
		char *next = mem_format("%s%s%s", all, i ? ", " : "",
		    more ? "…" : quoted);
		free(all);
		all = next;
		if (more)
			break;
	}
	return all;
}

static void
add(struct picks *p, size_t column, struct text constant)
{
	p->v = mem_grow(p->v, p->n + 1, sizeof *p->v);
	p->v[p->n++] = (struct pick){ column, constant };
}

struct place { const char *file; const struct record *header; };

static void
refuse_missing(const struct place *at, const char *role, struct text name,
    struct fault *fault)
{
	char quoted[QUOTE_WIDTH];
	const int near = text_closest(name, at->header->field, at->header->n);

	fault_set(fault, REFUSED, "%s:%zu: %s: no column %s", at->file,
	    at->header->line, role, text_quote(quoted, name.s, name.len));
	if (near >= 0) {
		const struct text t = at->header->field[near];
		fault_hint(fault, "perhaps %s; --map FILE says which columns "
		    "there are", text_quote(quoted, t.s, t.len));
	} else {
		char *all = cart_columns_listed(at->header);
		fault_hint(fault, "the header has %s; --map FILE says which "
		    "columns there are", all);
		free(all);
	}
}

static void
find_role(struct cart_columns *c, enum cart_role role, const struct place *at,
    struct fault *fault)
{
	const struct source *source = &c->map->source[role];

	for (size_t i = 0; i < source->n; i++) {
		const struct alternative *a = &source->v[i];
		const size_t column = a->constant ? 0
		    : find(at->header, a->text);
		if (a->constant || column < at->header->n)
			add(&c->role[role], column, a->constant ? a->text
			    : (struct text){ NULL, 0 });
	}
	if (source->n > 0 && c->role[role].n == 0 && !fault->status
	    && !(c->map->optional & 1u << role))
		refuse_missing(at, cart_role_names[role], source->v[0].text,
		    fault);
}

static void
find_flags(struct cart_columns *c, const struct place *at, struct fault *fault)
{
	const struct namings *flags = &c->map->flag;

	c->flag_word = mem_new(flags->n, sizeof *c->flag_word);
	for (size_t i = 0; i < flags->n; i++) {
		const size_t column = find(at->header, flags->v[i].value);
		if (column == at->header->n) {
			if (!fault->status
			    && !(c->map->optional & 1u << CART_ROLES))
				refuse_missing(at, "status",
				    flags->v[i].value, fault);
			continue;
		}
		add(&c->flag, column, (struct text){ NULL, 0 });
		c->flag_word[c->flag.n - 1] = flags->v[i].word;
	}
}

static void
find_kept(struct cart_columns *c, const struct place *at, struct fault *fault)
{
	const struct names *keep = &c->map->keep;

	for (size_t i = 0; i < keep->n; i++) {
		const size_t column = find(at->header, keep->v[i]);
		if (column < at->header->n)
			add(&c->keep, column, (struct text){ NULL, 0 });
		else if (!fault->status)
			refuse_missing(at, "keep", keep->v[i], fault);
	}
}

struct cart_columns *
cart_columns_new(const struct cart_map *map, const char *file,
    const struct record *header, struct fault *fault)
{
	const struct place at = { file, header };
	struct cart_columns *c = mem_new(1, sizeof *c);

	*c = (struct cart_columns){ .map = map, .n = header->n,
		.name = mem_new(header->n, sizeof *c->name) };
	for (size_t i = 0; i < header->n; i++)
		c->name[i] = shown(header->field[i]);
	for (int role = 0; role < CART_ROLES; role++)
		find_role(c, role, &at, fault);
	find_flags(c, &at, fault);
	find_kept(c, &at, fault);
	return c;
}

void
cart_columns_free(struct cart_columns *c)
{
	for (size_t i = 0; i < c->n; i++)
		free((char *)c->name[i].s);
	for (int role = 0; role < CART_ROLES; role++)
		free(c->role[role].v);
	free(c->flag.v);
	free(c->keep.v);
	free(c->flag_word);
	free(c->name);
	free(c);
}

int
cart_columns_have(const struct cart_columns *c, enum cart_role role)
{
	return c->role[role].n > 0
	    || (role == CART_AMOUNT && c->role[CART_PRICE].n > 0)
	    || (role == CART_STATUS && c->flag.n > 0);
}

struct text
cart_columns_pick(const struct cart_columns *c, enum cart_role role,
    const struct record *r, size_t *column)
{
	const struct picks *p = &c->role[role];

	for (size_t i = 0; i < p->n; i++) {
		const struct pick *pick = &p->v[i];
		const struct text t = pick->constant.s ? pick->constant
		    : r->field[pick->column];
		*column = pick->constant.s ? c->n : pick->column;
		if (!text_none(t))
			return t;
	}
	*column = p->n && !p->v[0].constant.s ? p->v[0].column : c->n;
	return (struct text){ "", 0 };
}

struct text
cart_columns_name(const struct cart_columns *c, enum cart_role role,
    size_t column)
{
	return column < c->n ? c->name[column]
	    : text_of(cart_role_names[role]);
}
