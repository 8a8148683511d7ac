/* filter.c - rows through rules, in the order of the input */
#include <stdlib.h>

#include "eval.h"
#include "filter.h"
#include "out.h"
#include "rejects.h"
#include "rows.h"
#include "stats.h"

struct worker {
	struct eval *eval;
	struct rows rows;
};

struct pass {
	const struct filter *filter;
	struct text *words;	/* the rules' names, and none behind them */
	struct worker *workers;
	struct out *out;
	uint64_t written;
};

static void
refuse_column(const struct pass *p, const struct layout *table)
{
	const struct text name = text_of(p->filter->as);

	for (size_t i = 0; i < table->columns; i++)
		if (text_same(table->names[i], name))
			die_hint(REFUSED, "--as NAME",
			    "%s%s: the table has a column '%s'", table->file,
			    p->filter->common->header ? ": --header" : ":1",
			    name.s);
}

static void
begin(void *context, const struct layout *table)
{
	const struct pass *p = context;

	if (p->words)
		refuse_column(p, table);
	if (p->filter->common->no_header)
		return;
	out_bytes(p->out, table->header, table->header_len);
	if (p->words) {
		out_char(p->out, '\t');
		out_text(p->out, text_of(p->filter->as));
	}
	out_char(p->out, '\n');
}

/* Of each row the first rule that holds, or the number of rules. */
static void
first_rules(const struct eval *e, uint32_t rules, uint32_t *first,
    uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		first[i] = rules;
	for (uint32_t k = rules; k-- > 0;) {
		const unsigned char *holds = eval_truths(e, (int)k);
		for (uint32_t i = 0; i < n; i++)
			first[i] = holds[i] ? k : first[i];
	}
}

static void
work(void *context, int worker, struct block *b)
{
	const struct pass *p = context;
	const struct rules *rules = &p->filter->rules;
	struct worker *w = &p->workers[worker];
	uint32_t first[EVAL_ROWS], n;

	if (!w->eval)
		w->eval = eval_new(p->filter->names, rules->exprs, rules->n);
	rows_clear(&w->rows);
	for (uint32_t row = 0; row < b->fault_row; row += n) {
		n = eval_rows(w->eval, b, row);
		if (!p->words) {
			rows_keep(&w->rows, b, row, n, eval_truths(w->eval, 0));
			continue;
		}
		first_rules(w->eval, (uint32_t)rules->n, first, n);
		rows_label(&w->rows, b, row, n, p->words, first);
	}
}

static void
emit(void *context, int worker, struct block *b)
{
	struct pass *p = context;
	const struct rows *rows = &p->workers[worker].rows;

	/* what was not worked on leaves the rows of another block */
	if (b->n > 0) {
		out_bytes(p->out, rows->bytes, rows->len);
		p->written += rows->n;
	}
	out_flush(p->out);
}

static struct text *
words_of(const struct rules *rules, const char *null)
{
	struct text *words = mem_new((size_t)rules->n + 1, sizeof *words);

	if (!rules->names)
		return NULL;
	for (int i = 0; i < rules->n; i++)
		words[i] = rules->names[i];
	words[rules->n] = text_of(null);
	return words;
}

static void
put_stats(const struct pass *p, uint64_t lines, struct timespec start)
{
	struct out *out = out_error();

	stats_put(out, "lines", lines);
	stats_put(out, "lines_rejected", rejects_count());
	stats_put(out, "rows_written", p->written);
	stats_put_run(out, start);
	out_close(out);
}

void
filter_run(const struct filter *f, char **files, int n_files)
{
	struct pass p = { .filter = f,
		.words = words_of(&f->rules, f->common->null) };
	struct engine e = { .files = files, .n_files = n_files,
		.header = f->common->header, .threads = f->common->threads,
		.passes_header = 1, .eager = 1, .context = &p,
		.begin = begin, .work = work, .emit = emit, .rejects = 1 };
	struct timespec start;

	clock_gettime(CLOCK_MONOTONIC, &start);
	e.wanted = names_wanted(f->names, &e.n_wanted);
	p.workers = mem_new((size_t)engine_threads(&e), sizeof *p.workers);
	p.out = out_open(f->common->output);
	rejects_open(f->common->rejects);
	const uint64_t lines = engine_run(&e);
	out_close(p.out);
	if (f->common->stats)
		put_stats(&p, lines, start);
}
