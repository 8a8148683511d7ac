/* table.c - columns as a strict TSV */
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "date.h"
#include "table.h"
#include "parts.h"
#include "rejects.h"

enum { DATES = 4096, SHEETS = 16, SHEET = 4096,
	CELL = DECIMAL_WIDTH + 1 };

struct table {
	size_t rows, columns;
	struct field *v;
};

/* Dates repeat: their texts are kept by the lowest bits of the day. */
struct dates { int32_t day[DATES]; char text[DATES][DATE_WIDTH]; };

struct field
field_of(const char *name, int number, const struct col *c)
{
	return (struct field){ text_of(mem_format(name, number)), c };
}

void
table_add(struct table *t, const struct field *more)
{
	size_t n = 0;

	while (more[n].col)
		n++;
	t->v = mem_grow(t->v, t->columns + n, sizeof *t->v);
	memcpy(t->v + t->columns, more, n * sizeof *t->v);
	t->columns += n;
}

struct table *
table_new(size_t rows, const struct field *fields)
{
	struct table *t = mem_new(1, sizeof *t);

	t->rows = rows;
	table_add(t, fields);
	return t;
}

struct out *
table_out(const struct common *common)
{
	struct out *out = out_open(common->output);

	rejects_open(common->rejects);
	return out;
}

/* A cell is written at the given place, its end returned. There is room for
 * the short cells of a row; put_long makes it again behind itself. */
static char *
put_text(char *to, struct text t)
{
	memcpy(to, t.s, t.len);
	return to + t.len;
}

static char *
put_date(char *to, struct dates *dates, int32_t day)
{
	const size_t at = (size_t)day % DATES;

	if (dates->day[at] != day) {
		dates->day[at] = day;
		date_print(dates->text[at], day);
	}
	memcpy(to, dates->text[at], DATE_WIDTH);
	return to + DATE_WIDTH;
}

static char *
put_number(char *to, const struct col *c, size_t row, struct text none,
    struct dates *dates)
{
	if (c->v[row] == NONE)
		return put_text(to, none);
	if (c->type == DAY)
		return put_date(to, dates, (int32_t)c->v[row]);
	return to + (c->type == WHOLE ? whole_print(to, c->v[row])
	    : decimal_print(to, c->v[row], c->decimals));
}

/* Labels and long ids */
static char *
put_long(struct out *o, size_t row_room, char *to, struct text t)
{
	out_took(o, (size_t)(to - (o->bytes + o->len)));
	return put_text(out_room(o, t.len + row_room), t);
}

static char *
put_id(struct out *o, size_t row_room, char *to, const struct key *k)
{
	char room[KEY_INLINE];

	if (key_is_long(*k))
		return put_long(o, row_room, to, key_text(k, room));
	memcpy(to, k, KEY_INLINE);
	return to + key_short_length(*k);
}

static char *
put_value(struct out *o, size_t row_room, char *to, const struct col *c,
    size_t row, struct text none, struct dates *dates)
{
	switch (c->type) {
	case SCORE:
		if (c->code[row] == 0)
			return put_text(to, none);
		*to = (char)('0' + c->code[row]);
		return to + 1;
	case LABEL:
		return put_long(o, row_room, to, c->code[row] == NO_LABEL
		    ? none : c->names[c->code[row]]);
	case TEXTS:
		return key_none(c->keys[row]) ? put_text(to, none)
		    : put_id(o, row_room, to, &c->keys[row]);
	case TOTAL:
		return c->total[row] == TOTAL_NONE ? put_text(to, none)
		    : to + wide_print(to, c->total[row], c->decimals);
	default:
		return put_number(to, c, row, none, dates);
	}
}

static void
put_row(struct out *o, const struct table *t, size_t row, struct text none,
    struct dates *dates)
{
	const size_t columns = t->columns;
	const size_t room = columns * CELL;
	char *to = out_room(o, room);

	for (size_t i = 0; i < columns; i++) {
		to = put_value(o, room, to, t->v[i].col, row, none, dates);
		*to++ = i + 1 < columns ? '\t' : '\n';
	}
	out_took(o, (size_t)(to - (o->bytes + o->len)));
}

/* Some rows, formatted by one of the workers. */
struct sheet {
	const struct table *t;
	const struct common *common;
	size_t from, to;
	struct out *out;
	struct dates dates;
};

static void
format(void *sheets, size_t i)
{
	struct sheet *p = (struct sheet *)sheets + i;
	const struct text none = text_of(p->common->null);

	for (size_t row = p->from; row < p->to; row++)
		put_row(p->out, p->t, row, none, &p->dates);
}

static struct sheet *
sheets_new(const struct table *t, const struct common *common)
{
	struct sheet *p = mem_new(SHEETS, sizeof *p);

	for (int i = 0; i < SHEETS; i++) {
		p[i] = (struct sheet){ .t = t, .common = common,
			.out = out_memory() };
		memset(p[i].dates.day, 0xff, sizeof p[i].dates.day);
	}
	return p;
}

static void
write_rows(const struct table *t, const struct common *common, struct out *o)
{
	struct sheet *p = sheets_new(t, common);

	for (size_t row = 0; row < t->rows;) {
		for (int i = 0; i < SHEETS; i++) {
			p[i].from = row;
			row = row + SHEET < t->rows ? row + SHEET : t->rows;
			p[i].to = row;
			p[i].out->len = 0;
		}
		parts_run(t->rows > SHEET ? SHEETS : 1, format, p);
		for (int i = 0; i < SHEETS; i++)
			out_bytes(o, p[i].out->bytes, p[i].out->len);
	}
	for (int i = 0; i < SHEETS; i++) {
		free(p[i].out->bytes);
		free(p[i].out);
	}
	free(p);
}

size_t
table_write(const struct table *t, const struct common *common,
    struct out *o)
{
	for (size_t i = 0; i < t->columns && !common->no_header; i++) {
		out_text(o, t->v[i].name);
		out_char(o, i + 1 < t->columns ? '\t' : '\n');
	}
	write_rows(t, common, o);
	out_close(o);
	rejects_close();
	return t->rows;
}
