/* sample_season.c - the year, the week and the day of the simulated shop */
#include <stdlib.h>

#include "base.h"
#include "date.h"
#include "decimal.h"
#include "sample_chance.h"
#include "sample_season.h"

/* summer gifts in June and July, winter gifts in December */
static const int month_percent[] =
	{ 92, 86, 100, 95, 97, 106, 122, 84, 92, 98, 112, 142 };
static const int weekday_percent[] = { 98, 95, 96, 95, 99, 106, 111 };
static const int hour_weight[] = { 22, 12, 7, 5, 4, 6, 12, 22, 34, 46, 56, 60,
	68, 58, 54, 54, 56, 60, 66, 76, 92, 100, 84, 46 };

static int
percent_of(int32_t day, uint64_t key)
{
	const struct civil c = date_civil(day);
	int p = month_percent[c.month - 1];

	p = p * weekday_percent[date_weekday(day) - 1] / 100;
	if (c.day == 25)
		p = p * 115 / 100;
	if (c.month == 12 && c.day > 24)
		p = p * 60 / 100;
	if (c.month == 1 && c.day < 4)
		p = p * 125 / 100;
	p = p * (90 + (int)chance_below(chance_of(key, (uint64_t)day), 21))
	    / 100;
	return p < UINT8_MAX ? p : UINT8_MAX;
}

void
season_plan(struct season *s, int32_t from, int days, uint64_t key)
{
	int64_t sum = 0;

	s->percent = mem_new((size_t)days, sizeof *s->percent);
	s->until = mem_new((size_t)days, sizeof *s->until);
	for (int64_t d = 0; d < days; d++) {
		s->percent[d] = (uint8_t)percent_of(from + (int32_t)d, key);
		sum += s->percent[d] * (200 + 300 * d / days);
		s->until[d] = sum;
	}
}

void
season_share(struct season *s, int days, int64_t whole)
{
	const int64_t total = s->until[days - 1];

	for (int d = 0; d < days; d++)
		s->until[d] = (int64_t)((wide)whole * s->until[d] / total);
}

void
season_free(struct season *s)
{
	free(s->percent);
	free(s->until);
}

void
clock_fill(struct clock *c)
{
	enum { HOURS = 24, STEPS = 256 };
	int total = 0, sum = 0, at = 0;

	for (int h = 0; h < HOURS; h++)
		total += hour_weight[h];
	for (int h = 0; h < HOURS; h++) {
		/* all steps whose share of the total falls into this hour */
		for (; at * total < (sum + hour_weight[h]) * STEPS; at++)
			c->minute[at] = (uint16_t)(60 * h + 60
			    * (at * total - sum * STEPS)
			    / (hour_weight[h] * STEPS));
		sum += hour_weight[h];
	}
	c->minute[STEPS] = 60 * HOURS;
}

int32_t
clock_second(const struct clock *c, uint32_t share)
{
	const uint32_t step = share >> 24, rest = share & 0xffffff;
	const uint32_t from = c->minute[step] * 60u;
	const uint32_t to = c->minute[step + 1] * 60u;

	return (int32_t)(from
	    + (uint32_t)((uint64_t)(to - from) * rest >> 24));
}
