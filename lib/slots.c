/* slots.c - values of lines coming to one of the order */
#include "bag.h"
#include "slots.h"

void
slots_none(const struct slots *s, int64_t *to)
{
	static const int64_t none[] = { [SLOT_SUM] = 0,
		[SLOT_LEAST] = INT64_MAX, [SLOT_MOST] = INT64_MIN,
		[SLOT_FIRST] = -1, [SLOT_BITS] = 0, [SLOT_BAG] = 0 };

	for (int i = 0; i < s->n; i++)
		to[i] = none[s->kind[i]];
}

int
slots_join(enum slot_kind kind, int64_t *to, int64_t more)
{
	switch (kind) {
	case SLOT_SUM:
		return __builtin_add_overflow(*to, more, to);
	case SLOT_LEAST:
		*to = more < *to ? more : *to;
		break;
	case SLOT_MOST:
		*to = more > *to ? more : *to;
		break;
	case SLOT_BITS:
		*to |= more;
		break;
	case SLOT_BAG:
		bag_merge(to, more);
		break;
	default:	/* rows go beyond 2^31 */
		*to = (uint64_t)more < (uint64_t)*to ? more : *to;
	}
	return 0;
}

uint64_t
slots_merge(const struct slots *s, int64_t *to, const int64_t *more)
{
	uint64_t left = 0;

	for (int i = 0; i < s->n; i++)
		left |= (uint64_t)slots_join(s->kind[i], &to[i], more[i]) << i;
	return left;
}

void
slots_free(const struct slots *s, const int64_t *v)
{
	for (int i = 0; i < s->n; i++)
		if (s->kind[i] == SLOT_BAG)
			bag_free(v[i]);
}

void
slots_extend(const struct slots *s, int64_t *to, const int64_t *more)
{
	for (int i = 0; i < s->n; i++)
		if (s->kind[i] == SLOT_LEAST || s->kind[i] == SLOT_MOST)
			slots_join(s->kind[i], &to[i], more[i]);
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
