/* table.c - columns as a strict TSV */
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "date.h"
#include "engine.h"
#include "table.h"

enum { COLUMNS_MOST = 64, DATES = 4096, PIECES = 16, PIECE = 4096 };

struct table {
	size_t rows, columns;
	struct { struct text name; const struct col *col; } v[COLUMNS_MOST];
};

/* Dates repeat: their texts are kept by the lowest bits of the day. */
struct dates { int32_t day[DATES]; char text[DATES][DATE_WIDTH]; };

struct table *
table_new(size_t rows)
{
	struct table *t = mem_new(1, sizeof *t);

	t->rows = rows;
	return t;
}

void
table_add(struct table *t, struct text name, const struct col *c)
{
	if (t->columns == COLUMNS_MOST)
		die(LIMIT, "more than %d columns", COLUMNS_MOST);
	t->v[t->columns].name = name;
	t->v[t->columns++].col = c;
}

struct out *
table_out(const struct common *common)
{
	return out_open(common->output);
}

static void
put_date(struct out *o, struct dates *dates, int32_t day)
{
	const size_t at = (size_t)day % DATES;

	if (dates->day[at] != day) {
		dates->day[at] = day;
		date_print(dates->text[at], day);
	}
	out_bytes(o, dates->text[at], DATE_WIDTH);
}

static void
put_label(struct out *o, const struct col *c, size_t row, struct text none)
{
	if (c->code[row] == NO_LABEL)
		out_text(o, none);
	else
		out_text(o, c->names[c->code[row]]);
}

static void
put_text(struct out *o, const struct col *c, size_t row)
{
	char room[16];

	out_text(o, c->text(c->of, row, room));
}

static void
put_value(struct out *o, const struct col *c, size_t row, struct text none,
    struct dates *dates)
{
	const int coded = c->type == SCORE ? c->code[row] == 0 : 0;

	if (coded || (c->v && c->v[row] == NONE)) {
		out_text(o, none);
		return;
	}
	switch (c->type) {
	case WHOLE:
		out_took(o, whole_print(out_room(o, DECIMAL_WIDTH), c->v[row]));
		break;
	case DECIMAL:
		out_took(o, decimal_print(out_room(o, DECIMAL_WIDTH),
		    c->v[row], c->decimals));
		break;
	case DAY:
		put_date(o, dates, (int32_t)c->v[row]);
		break;
	case SCORE:
		out_char(o, (char)('0' + c->code[row]));
		break;
	case LABEL:
		put_label(o, c, row, none);
		break;
	case TEXTS:
		put_text(o, c, row);
		break;
	}
}

/* Some rows, formatted by one of the workers. */
struct piece {
	const struct table *t;
	const struct common *common;
	size_t from, to;
	struct out *out;
	struct dates dates;
};

static void
format(void *pieces, size_t i)
{
	struct piece *p = (struct piece *)pieces + i;
	const struct text none = text_of(p->common->null);

	for (size_t row = p->from; row < p->to; row++)
		for (size_t c = 0; c < p->t->columns; c++) {
			put_value(p->out, p->t->v[c].col, row, none,
			    &p->dates);
			out_char(p->out, c + 1 < p->t->columns ? '\t' : '\n');
		}
}

static struct piece *
pieces_new(const struct table *t, const struct common *common)
{
	struct piece *p = mem_new(PIECES, sizeof *p);

	for (int i = 0; i < PIECES; i++) {
		p[i] = (struct piece){ .t = t, .common = common,
			.out = out_memory() };
		memset(p[i].dates.day, 0xff, sizeof p[i].dates.day);
	}
	return p;
}

static void
write_rows(const struct table *t, const struct common *common, struct out *o)
{
	struct piece *p = pieces_new(t, common);

	for (size_t row = 0; row < t->rows;) {
		for (int i = 0; i < PIECES; i++) {
			p[i].from = row;
			row = row + PIECE < t->rows ? row + PIECE : t->rows;
			p[i].to = row;
			p[i].out->len = 0;
		}
		engine_parts(t->rows > PIECE ? common->threads : 1, PIECES,
		    format, p);
		for (int i = 0; i < PIECES; i++)
			out_bytes(o, p[i].out->bytes, p[i].out->len);
	}
	for (int i = 0; i < PIECES; i++) {
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
	return t->rows;
}
