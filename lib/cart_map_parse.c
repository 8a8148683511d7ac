/* cart_map_parse.c - the entries of a map */
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "cart_map.h"
#include "encoding.h"
#include "map_text.h"
#include "spelling.h"

enum entry { KEEP = CART_ROLES, MATCH, DATE_FORMAT, ENCODING, SEPARATOR,
	OPTIONAL, ENTRIES };
static const char *const other_names[] = { "keep", "match", "date_format",
	"encoding", "separator", "optional" };

struct parse {
	struct map_place at;
	struct cart_map *map;
	unsigned given;		/* 1 << entry */
};

static struct names
parse_keep(const struct parse *p, struct text t)
{
	const struct names keep = map_names(&p->at, t);

	for (size_t i = 0; i < keep.n; i++)
		for (int k = -1; k < CART_COLUMNS; k++)
			if (text_same(keep.v[i], text_of(k < 0 ? "line"
			    : cart_column_names[k])))
				map_wrong(&p->at, NULL, "keep: '%.*s' is the "
				    "name of a column that is made",
				    (int)keep.v[i].len, keep.v[i].s);
	return keep;
}

static unsigned
parse_optional(const struct parse *p, struct text t)
{
	char quoted[QUOTE_WIDTH];
	const struct names names = map_names(&p->at, t);
	unsigned all = 0;

	for (size_t i = 0; i < names.n; i++) {
		const int role = text_same(names.v[i], TEXT("status?"))
		    ? CART_ROLES : word_place(names.v[i], cart_role_names);
		if (role < 0)
			map_wrong(&p->at, NULL, "optional: no such role: %s",
			    text_quote(quoted, names.v[i].s, names.v[i].len));
		all |= 1u << role;
	}
	free(names.v);
	return all;
}

static char
parse_separator(const struct parse *p, struct text t)
{
	static const char *const names[] = { ",", ";", "tab", "TAB", "\\t",
		NULL };
	const int at = word_place(t, names);

	if (at < 0)
		map_wrong(&p->at, "one of , ; tab",
		    "separator: not one that is known");
	return ",;\t\t\t"[at];
}

static char *
parse_encoding(const struct parse *p, struct text t)
{
	char *name = mem_text(t.s, t.len);

	if (strlen(name) != t.len || !encoding_known(name))
		map_wrong(&p->at,
		    "utf-8, cp932, euc-jp, or what iconv -l lists",
		    "encoding: not one that is known");
	return name;
}

/* Rows belong together by one column. */
static struct source
parse_fill(const struct parse *p, struct text t)
{
	const struct source source = map_source(&p->at, t);

	if (source.n != 1 || source.v[0].constant)
		map_wrong(&p->at, "fill=COLUMN", "fill: not one column");
	return source;
}

static void
parse_value(struct parse *p, int entry, struct text value)
{
	struct cart_map *m = p->map;

	switch (entry) {
	case CART_FILL:
		m->source[entry] = parse_fill(p, value);
		break;
	case KEEP:
		m->keep = parse_keep(p, value);
		break;
	case MATCH:
		m->match = map_names(&p->at, value);
		break;
	case DATE_FORMAT:
		if (!spelling_format_valid(value))
			map_wrong(&p->at, "%Y %m %d once each, and %H %M %S",
			    "not a date_format");
		m->date_format = value;
		break;
	case ENCODING:
		m->encoding = parse_encoding(p, value);
		break;
	case SEPARATOR:
		m->separator = parse_separator(p, value);
		break;
	case OPTIONAL:
		m->optional = parse_optional(p, value);
		break;
	default:
		m->source[entry] = map_source(&p->at, value);
	}
}

static void
parse_naming(const struct parse *p, struct namings *n, struct text entry,
    const char *const *words)
{
	char quoted[QUOTE_WIDTH];
	struct text value, word;

	if (!map_cut(entry, '=', 1, &value, &word))
		map_wrong(&p->at, "VALUE=WORD", "not an entry");
	const int place = word_place(word, words);
	const int kind = words == cart_kind_names;
	if (place < 0 || (kind && place == CART_REFUNDED))
		map_wrong(&p->at, kind
		    ? "goods shipping fee discount tax points" : "pending "
		    "paid shipped delivered cancelled returned void",
		    "no such word: %s", text_quote(quoted, word.s, word.len));
	if (cart_map_word(n, value) >= 0)
		map_wrong(&p->at, NULL, "given twice: %s",
		    text_quote(quoted, value.s, value.len));
	n->v = mem_grow(n->v, n->n + 1, sizeof *n->v);
	n->v[n->n++] = (struct naming){ value, place };
}

static int
entry_named(struct text name)
{
	const int role = word_place(name, cart_role_names);

	for (int i = KEEP; i < ENTRIES; i++)
		if (text_same(name, text_of(other_names[i - KEEP])))
			return i;
	return role < 0 ? ENTRIES : role;
}

static _Noreturn void
unknown(const struct parse *p, struct text name)
{
	struct text names[ENTRIES];
	char quoted[QUOTE_WIDTH];

	for (int i = 0; i < ENTRIES; i++)
		names[i] = text_of(i < KEEP ? cart_role_names[i]
		    : other_names[i - KEEP]);
	const int near = text_closest(name, names, ENTRIES);
	char *hint = near < 0 ? NULL : mem_format("perhaps %s", names[near].s);
	map_wrong(&p->at, hint, "no such entry: %s",
	    text_quote(quoted, name.s, name.len));
}

static void
parse_line(struct parse *p, struct text t)
{
	struct text name, value;
	struct cart_map *m = p->map;

	if (t.len == 0 || *t.s == '#')
		return;
	if (map_begins(&t, "status:"))
		parse_naming(p, &m->status, t, cart_status_names);
	else if (map_begins(&t, "status?"))
		parse_naming(p, &m->flag, t, cart_status_names);
	else if (map_begins(&t, "kind:"))
		parse_naming(p, &m->kind, t, cart_kind_names);
	else if (!map_cut(t, '=', 0, &name, &value))
		map_wrong(&p->at, "NAME=VALUE", "not an entry");
	else {
		const int entry = entry_named(name);
		if (entry == ENTRIES)
			unknown(p, name);
		if (p->given & 1u << entry)
			map_wrong(&p->at, NULL, "given twice: '%.*s'",
			    (int)name.len, name.s);
		p->given |= 1u << entry;
		parse_value(p, entry, value);
	}
}

static void
check(struct parse *p)
{
	const unsigned amount = p->given & 1u << CART_AMOUNT;

	p->at.line = 0;
	if (!amount && !(p->given & 1u << CART_PRICE))
		map_wrong(&p->at, "price=COLUMN, or amount=COLUMN",
		    "says no price and no amount");
	if (amount && (p->given & (1u << CART_PRICE | 1u << CART_DISCOUNT)))
		map_wrong(&p->at, NULL,
		    "amount stands instead of price and discount");
	if (p->map->status.n > 0 && !(p->given & 1u << CART_STATUS))
		map_wrong(&p->at, "status=COLUMN", "status:… without status=");
	if (p->map->kind.n > 0 && !(p->given & 1u << CART_KIND))
		map_wrong(&p->at, "kind=COLUMN", "kind:… without kind=");
}

struct cart_map *
cart_map_parse(const char *name, struct text t)
{
	struct parse p = { .at.name = name, .map = mem_new(1, sizeof *p.map) };
	size_t n;

	if (t.len >= 3 && !memcmp(t.s, "\xef\xbb\xbf", 3))
		t = (struct text){ t.s + 3, t.len - 3 };
	struct text *lines = text_split(t, '\n', &n);
	for (size_t i = 0; i < n; i++) {
		p.at.line = i + 1;
		if (utf8_valid(lines[i].s, lines[i].len) < lines[i].len)
			map_wrong(&p.at, "iconv -f cp932 -t utf-8",
			    "not UTF-8");
		parse_line(&p, map_trim(lines[i]));
	}
	free(lines);
	check(&p);
	return p.map;
}
