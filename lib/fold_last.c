/* fold_last.c - the latest day of all orders */
#include <stdatomic.h>

#include "fold.h"
#include "parts.h"

const struct shard *
fold_set(const struct fold *f, size_t i)
{
	return i < SHARDS ? &f->orders.shard[i] : &f->loose.shard[i - SHARDS];
}

struct last_day { const struct fold *f; atomic_int day; };

static void
last_day_set(void *last, size_t i)
{
	struct last_day *l = last;
	const struct shard *s = fold_set(l->f, i);
	int32_t day = NO_DAY;

	for (uint32_t n = 0; n < s->n; n++) {
		const struct order_record *r = shard_record(s, n);
		if (when_day(r->when) > day)
			day = when_day(r->when);
	}
	int known = atomic_load(&l->day);
	while (day > known
	    && !atomic_compare_exchange_weak(&l->day, &known, day))
		;
}

int32_t
fold_last_day(const struct fold *f)
{
	struct last_day l = { .f = f };

	atomic_init(&l.day, f->counts.last_day);
	parts_run(f->workers, FOLD_SETS, last_day_set, &l);
	return atomic_load(&l.day);
}
