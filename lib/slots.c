/* slots.c - values of lines coming to one of the order */
#include "slots.h"

void
slots_none(const struct slots *s, int64_t *to)
{
	static const int64_t none[] = { [SLOT_SUM] = 0,
		[SLOT_LEAST] = INT64_MAX, [SLOT_MOST] = INT64_MIN,
		[SLOT_FIRST] = -1 };

	for (int i = 0; i < s->n; i++)
		to[i] = none[s->kind[i]];
}

static int
replaces(enum slot_kind kind, int64_t old, int64_t new)
{
	switch (kind) {
	case SLOT_LEAST:
		return new < old;
	case SLOT_MOST:
		return new > old;
	default:	/* rows go beyond 2^31 */
		return (uint64_t)new < (uint64_t)old;
	}
}

uint64_t
slots_merge(const struct slots *s, int64_t *to, const int64_t *more)
{
	uint64_t left = 0;

	for (int i = 0; i < s->n; i++)
		if (s->kind[i] == SLOT_SUM)
			left |= (uint64_t)__builtin_add_overflow(to[i],
			    more[i], &to[i]) << i;
		else if (replaces(s->kind[i], to[i], more[i]))
			to[i] = more[i];
	return left;
}

int
slots_fit(const struct slots *s, const int64_t *to, const int64_t *more)
{
	int64_t sum;

	for (int i = 0; i < s->n; i++)
		if (s->kind[i] == SLOT_SUM
		    && __builtin_add_overflow(to[i], more[i], &sum))
			return 0;
	return 1;
}
