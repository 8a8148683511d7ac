/* orders.c - from files to the orders of all customers */
#include <stdlib.h>
#include <time.h>

#include "engine.h"
#include "fold_check.h"
#include "ledger.h"
#include "out.h"
#include "rejects.h"
#include "standing.h"
#include "stats.h"

struct orders_stats {
	struct engine engine;
	uint64_t lines;
	struct line_counts of_lines;
	struct ledger_counts of_orders;
	struct timespec start;
};

/* The columns to look for; the number of them. */
static size_t
want(struct wanted *wanted, const struct common *common,
    const struct statuses *statuses, const struct asking *asking)
{
	static const enum role used[WANTS] = { [WANT_CUSTOMER] = CUSTOMER,
		[WANT_DATE] = ORDER_DATE, [WANT_AMOUNT] = AMOUNT,
		[WANT_ORDER] = ORDER, [WANT_STATUS] = STATUS };
	const struct roles *roles = &common->roles;
	size_t n = WANTS;

	for (int i = 0; i < WANTS; i++)
		wanted[i] = roles_wanted(roles, used[i],
		    (int)(asking->needs >> i & 1));
	/* words that no line can have would leave all lines out */
	if (statuses->given && !statuses->all)
		wanted[WANT_STATUS].needed = 1;
	/* without amounts none would be told from a purchase, and dropped */
	if (common->refunds_drop)
		wanted[WANT_AMOUNT].needed = 1;
	for (size_t i = 0; i < asking->n_wanted; i++)
		wanted[n++] = asking->wanted[i];
	return n + roles_want_named(roles, wanted + n);
}

static void
read_lines(struct fold *f, struct engine *e, struct orders *o)
{
	fold_begin(f, engine_threads(e));
	o->stats->lines = engine_run(e);
	fold_end(f);
	fold_check(f, e);
	o->stats->of_lines = f->counts;
	if (f->asking->folded)
		f->asking->folded(f->asking->orders_context, f);
}

struct orders *
orders_read(const struct common *common, char **files, int n_files,
    const struct asking *asking)
{
	struct orders *o = mem_new(1, sizeof *o);
	struct fold *f = mem_new(1, sizeof *f);
	const struct roles *roles = &common->roles;
	const struct statuses statuses = statuses_parse(common->status);
	struct wanted *wanted = mem_new(WANTS + asking->n_wanted + ROLES,
	    sizeof *wanted);
	struct asking own = *asking;
	struct engine *e;

	/* counts of orders, or of dates, need the orders */
	own.standing &= !common->stats && !common->unit_day;
	o->stats = mem_new(1, sizeof *o->stats);
	e = &o->stats->engine;
	*e = (struct engine){ .files = files, .n_files = n_files,
		.header = common->header, .threads = common->threads,
		.wanted = wanted, .context = f, .work = fold_block,
		.rejects = 1 };
	clock_gettime(CLOCK_MONOTONIC, &o->stats->start);
	e->n_wanted = want(wanted, common, &statuses, asking);
	f->statuses = &statuses;
	f->asking = &own;
	f->as_of = common->as_of;
	f->counted = common->stats && common->as_of != NO_DAY;
	read_lines(f, e, o);
	o->customer_column = roles->column[CUSTOMER];
	o->amount_column = roles->column[AMOUNT];
	if (standing_holds(f))
		ledger_stand(o, f);
	else
		ledger_fill(o, f, (struct ledger_options){
		    .refunds_drop = common->refunds_drop,
		    .unit_day = common->unit_day, .since = asking->since },
		    &o->stats->of_orders);
	return o;
}

char *
orders_place(const struct orders *o, uint64_t row)
{
	return engine_place(&o->stats->engine, row);
}

static uint64_t
same_day_second(const struct orders *o)
{
	uint64_t count = 0;

	for (size_t who = 0; who < o->customers; who++) {
		int32_t first = INT32_MAX;
		int on_first = 0;
		for (uint32_t i = o->from[who]; i < o->from[who + 1]; i++) {
			const int32_t day = when_day(o->v[i].when);
			if (o->v[i].refund || day > first)
				continue;
			on_first = day == first ? on_first + 1 : 1;
			first = day;
		}
		count += on_first > 1;
	}
	return count;
}

static void
put_orders(struct out *out, const struct orders *o)
{
	uint64_t refunds = 0;

	for (size_t i = 0; i < o->n; i++)
		refunds += o->v[i].refund;
	stats_put(out, "orders", o->n);
	stats_put(out, "purchases", o->n - refunds);
	stats_put(out, "refunds", refunds);
	stats_put(out, "customers", o->customers);
	stats_put(out, "customers_refunds_only",
	    o->stats->of_orders.refunds_only);
	stats_put(out, "same_day_second", same_day_second(o));
}

const char *
orders_stats_line(const char *name, int64_t money, int decimals)
{
	char text[DECIMAL_WIDTH];
	const size_t len = money == NONE ? 0
	    : decimal_print(text, money, decimals);

	return mem_format("%s\t%.*s\n", name, (int)len, text);
}

void
orders_stats(const struct orders *o, const struct common *common, size_t rows,
    const char *more)
{
	const struct orders_stats *s = o->stats;
	const uint64_t later = s->of_lines.after_as_of
	    + s->of_orders.after_as_of;
	struct out *out;

	if (!common->stats)
		return;
	out = out_error();
	stats_put(out, "lines", s->lines);
	stats_put(out, "lines_rejected", rejects_count());
	stats_put(out, "lines_by_status", s->of_lines.by_status);
	stats_put(out, "lines_after_as_of", later);
	stats_put(out, "lines_kept",
	    s->lines - rejects_count() - s->of_lines.by_status - later);
	stats_put(out, "lines_guest", s->of_lines.guests);
	put_orders(out, o);
	out_text(out, TEXT("as_of\t"));
	if (o->as_of != NO_DAY) {
		date_print(out_room(out, DATE_WIDTH), o->as_of);
		out_took(out, DATE_WIDTH);
	}
	out_char(out, '\n');
	stats_put(out, "rows_written", rows);
	stats_put_run(out, s->start);
	if (more)
		out_text(out, text_of(more));
	out_close(out);
}
