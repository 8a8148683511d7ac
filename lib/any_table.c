/* any_table.c - sums by key over a table that need not be one of orders */
#include <stdlib.h>
#include <time.h>

#include "any_table.h"
#include "lines.h"
#include "out.h"
#include "rejects.h"
#include "stats.h"

enum { KEY, VALUE, LESS, COLUMNS };

struct worker { struct tally_batch *batch; int decimals; };
struct pass {
	const struct any_table *table;
	struct tally tally;
	struct worker *workers;
};

/* None is 0. */
static int64_t
read_number(struct block *b, uint32_t row, int column, int *decimals)
{
	int64_t v = 0;
	const int written = lines_decimal(b, row, column, &v);

	*decimals = written > *decimals ? written : *decimals;
	return written < 0 ? 0 : v;
}

static void
add_row(struct pass *p, struct worker *w, struct block *b, uint32_t row)
{
	const int *at = b->layout->at;
	const struct text key = lines_text(b, row, at[KEY]);
	int decimals = 0;
	wide value = read_number(b, row, at[VALUE], &decimals);

	if (p->table->less.name.s)
		value -= read_number(b, row, at[LESS], &decimals);
	if (p->table->key_needed && text_none(key))
		return;
	if (decimals > w->decimals)
		w->decimals = decimals;
	tally_add(w->batch, key, value, (uint32_t)(b->row + row));
}

static void
work(void *pass, int worker, struct block *b)
{
	struct pass *p = pass;
	struct worker *w = &p->workers[worker];

	if (b->row + b->n > UINT32_MAX)
		die(LIMIT, "more than 4294967295 lines");
	if (!w->batch)
		w->batch = tally_batch_new();
	const int decimals = w->decimals;
	for (uint32_t row = 0; row < b->fault_row; row++)
		add_row(p, w, b, row);
	if (b->fault.status) {
		w->decimals = decimals;
		tally_drop(w->batch);
		return;
	}
	tally_post(&p->tally, w->batch, (size_t)worker);
}

static size_t
want(struct wanted wanted[COLUMNS + ROLES], const struct any_table *t,
    const struct common *common)
{
	size_t n = 0;

	wanted[n++] = t->key;
	wanted[n++] = t->value;
	if (t->less.name.s)
		wanted[n++] = t->less;
	return n + roles_want_named(&common->roles, wanted + n);
}

struct items
any_table_items(struct any_table *t, const struct common *common,
    char **files, int n_files)
{
	struct pass p = { .table = t };
	struct wanted wanted[COLUMNS + ROLES];
	struct engine e = { .files = files, .n_files = n_files,
		.header = common->header, .threads = common->threads,
		.wanted = wanted, .context = &p, .work = work,
		.rejects = 1 };
	const int workers = engine_threads(&e);

	clock_gettime(CLOCK_MONOTONIC, &t->start);
	e.n_wanted = want(wanted, t, common);
	p.workers = mem_new((size_t)workers, sizeof *p.workers);
	tally_begin(&p.tally);
	t->lines = engine_run(&e);
	struct items items = tally_items(&p.tally, t->value_name, "key");
	for (int i = 0; i < workers; i++) {
		if (p.workers[i].decimals > items.value->decimals)
			items.value->decimals = p.workers[i].decimals;
		tally_batch_free(p.workers[i].batch);
	}
	free(p.workers);
	return items;
}

void
any_table_stats(const struct any_table *t, const struct common *common,
    size_t rows)
{
	struct out *out;

	if (!common->stats)
		return;
	out = out_error();
	stats_put(out, "lines", t->lines);
	stats_put(out, "lines_rejected", rejects_count());
	stats_put(out, "rows_written", rows);
	stats_put_run(out, t->start);
	out_close(out);
}
