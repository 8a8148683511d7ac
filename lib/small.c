/* small.c - small tables that options name */
#include <stdlib.h>

#include "base.h"
#include "engine.h"
#include "small.h"

static void
keep(void *small, int worker, struct block *b)
{
	struct small *s = small;

	(void)worker;
	s->cells = mem_grow(s->cells, (s->rows + b->n) * s->columns,
	    sizeof *s->cells);
	for (uint32_t row = 0; row < b->n; row++, s->rows++)
		for (size_t c = 0; c < s->columns; c++) {
			const struct text t = block_field(b, row,
			    b->layout->at[c]);
			s->cells[s->rows * s->columns + c] = (struct text){
				mem_text(t.s, t.len),
				text_none(t) ? 0 : t.len };
		}
}

struct small *
small_read(const char *file, const char *const *names, size_t columns)
{
	struct small *s = mem_new(1, sizeof *s);
	struct wanted *wanted = mem_new(columns, sizeof *wanted);
	char *files[] = { mem_format("%s", file) };
	struct engine e = { .files = files, .n_files = 1, .threads = 1,
		.wanted = wanted, .n_wanted = columns, .context = s,
		.work = keep };

	*s = (struct small){ .file = file, .names = names,
		.columns = columns };
	for (size_t i = 0; i < columns; i++)
		wanted[i] = (struct wanted){ text_of(names[i]), NULL, 1 };
	engine_run(&e);
	free(wanted);
	return s;
}

void
small_refuse(const struct small *s, size_t row, size_t column,
    const char *what)
{
	char quoted[QUOTE_WIDTH];
	const struct text t = small_cell(s, row, column);

	die(REFUSED, "%s:%zu: %s: %s: %s", s->file, row + 2,
	    s->names[column], what, text_quote(quoted, t.s, t.len));
}
