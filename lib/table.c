/* table.c - columns as a strict TSV */
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "table.h"
#include "parts.h"
#include "printer.h"
#include "rejects.h"

enum { SHEET = 4096 };

struct table {
	size_t rows, columns;
	struct field *v;
};

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

/* The rows are cut into sheets, which are printed side by side, each on the
 * desk of a thread, and written in their order. */
struct desk {
	struct printer *printers;
	struct days_printed *days;
	struct out *out;
};
struct printing { const struct table *t; struct desk *desks; struct out *out; };

static struct desk
desk_new(const struct table *t, struct text none)
{
	const struct desk d = { mem_new(t->columns, sizeof *d.printers),
		days_printed_new(), out_memory() };

	for (size_t i = 0; i < t->columns; i++)
		d.printers[i] = printer_new(t->v[i].col, none, d.days);
	return d;
}

static void
desk_free(struct desk d, size_t columns)
{
	for (size_t i = 0; i < columns; i++)
		printer_free(&d.printers[i]);
	free(d.printers);
	free(d.days);
	free(d.out->bytes);
	free(d.out);
}

static void
print_row(struct out *o, size_t room, struct printer *p, size_t columns,
    size_t row)
{
	char *const from = out_room(o, room), *to = from;

	for (const struct printer *end = p + columns; p < end; p++) {
		to = p->put(to, p, row);
		*to++ = '\t';
	}
	to[-1] = '\n';
	out_took(o, (size_t)(to - from));
}

static void
print_sheet(void *printing, size_t desk, size_t sheet)
{
	const struct printing *p = printing;
	const struct desk *d = &p->desks[desk];
	const size_t columns = p->t->columns, from = sheet * SHEET;
	const size_t to = p->t->rows - from < SHEET ? p->t->rows : from + SHEET;
	size_t room = columns;		/* for what stands between */

	for (size_t i = 0; i < columns; i++)
		room += printer_room(&d->printers[i], from, to);
	for (size_t row = from; row < to; row++)
		print_row(d->out, room, d->printers, columns, row);
}

static void
write_sheet(void *printing, size_t desk)
{
	const struct printing *p = printing;
	struct out *sheet = p->desks[desk].out;

	out_bytes(p->out, sheet->bytes, sheet->len);
	sheet->len = 0;
}

static void
write_rows(const struct table *t, const struct common *common, struct out *o)
{
	const size_t sheets = (t->rows + SHEET - 1) / SHEET;
	const size_t threads = (size_t)parts_threads(common->threads);
	const size_t desks = sheets < threads ? sheets : threads;
	struct printing p = { t, mem_new(desks, sizeof *p.desks), o };

	for (size_t i = 0; i < desks; i++)
		p.desks[i] = desk_new(t, text_of(common->null));
	parts_in_order(sheets, print_sheet, write_sheet, &p);
	for (size_t i = 0; i < desks; i++)
		desk_free(p.desks[i], t->columns);
	free(p.desks);
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
