/* small.c - small tables that options name */
#include <stdlib.h>

#include "base.h"
#include "decimal.h"
#include "engine.h"
#include "input.h"
#include "small.h"

static void
begin(void *small, const struct layout *l)
{
	struct small *s = small;

	for (size_t c = 0; c < s->columns; c++)
		s->there[c] = l->at[c] >= 0;
}

static struct text
field(const struct block *b, uint32_t row, int column)
{
	return column < 0 ? (struct text){ "", 0 }
	    : block_field(b, row, column);
}

static void
keep(void *small, int worker, struct block *b)
{
	struct small *s = small;

	(void)worker;
	s->cells = mem_grow(s->cells, (s->rows + b->n) * s->columns,
	    sizeof *s->cells);
	for (uint32_t row = 0; row < b->n; row++, s->rows++)
		for (size_t c = 0; c < s->columns; c++) {
			const struct text t = field(b, row,
			    b->layout->at[c]);
			s->cells[s->rows * s->columns + c] = (struct text){
				mem_text(t.s, t.len),
				text_none(t) ? 0 : t.len };
		}
}

struct small *
small_read(const char *file, const char *const *names, size_t columns,
    size_t needed)
{
	struct small *s = mem_new(1, sizeof *s);
	struct wanted *wanted = mem_new(columns, sizeof *wanted);
	char *files[] = { mem_format("%s", file) };
	struct engine e = { .files = files, .n_files = 1, .threads = 1,
		.wanted = wanted, .n_wanted = columns, .context = s,
		.begin = begin, .work = keep };

	*s = (struct small){ .file = input_name(file), .names = names,
		.columns = columns,
		.there = mem_new(columns, sizeof *s->there) };
	for (size_t i = 0; i < columns; i++)
		wanted[i] = (struct wanted){ text_of(names[i]), NULL,
			i < needed };
	engine_run(&e);
	free(wanted);
	return s;
}

void
small_refuse(const struct small *s, size_t row, size_t column,
    const char *what, const char *hint)
{
	char quoted[QUOTE_WIDTH];
	const struct text t = small_cell(s, row, column);

	die_hint(REFUSED, hint, "%s:%zu: %s: %s: %s", s->file, row + 2,
	    s->names[column], what, text_quote(quoted, t.s, t.len));
}

int
small_decimal(const struct small *s, size_t row, size_t column, int64_t *v)
{
	const struct text t = small_cell(s, row, column);
	const int decimals = decimal_parse(t.s, t.len, v);

	if (t.len == 0)
		small_refuse(s, row, column, "no number",
		    "every line needs one");
	if (decimals < 0)
		small_refuse(s, row, column, "not a decimal number",
		    "as 1200, -500 or 0.25, with at most 12 digits and 6 "
		    "decimals");
	return decimals;
}

struct text
small_text(const struct small *s, size_t row, size_t column)
{
	const struct text t = small_cell(s, row, column);

	if (utf8_valid(t.s, t.len) < t.len)
		small_refuse(s, row, column, "not valid UTF-8",
		    "iconv -t utf-8 converts it");
	return t;
}
