#ifndef PERIOD_H
#define PERIOD_H

#include "col.h"

/*
 * Periods have numbers, one after another: months, weeks from Monday to
 * Sunday (ISO 8601), or all time as one, which has always ended.
 */
enum period { BY_MONTH, BY_WEEK, ALL_TIME };

int32_t period_of(enum period, int32_t day);
/* Of all time 0, which is ahead of all days. */
int32_t period_start(enum period, int32_t number);
/* Has it ended by the end of that day? */
int period_ended(enum period, int32_t number, int32_t day);

/* Those of the days from one to another, where they are asked for often. */
struct periods { int32_t from, *number; };	/* of from, and so on */
struct periods periods_new(enum period, int32_t from, int32_t to);

/* The periods of dates, or none. */
struct col *period_numbers(enum period, const struct col *dates);
/* 2024-02, the Monday 2024-02-26, or all. */
struct col *period_names(enum period, const uint32_t *numbers, size_t n);

#endif
