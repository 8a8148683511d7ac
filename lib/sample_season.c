/* sample_season.c - the year, the week and the day of the simulated shop */
#include "date.h"
#include "sample_chance.h"
#include "sample_season.h"

/* summer gifts in June and July, winter gifts in December */
static const int month_percent[] =
	{ 92, 86, 100, 95, 97, 106, 122, 84, 92, 98, 112, 142 };
static const int weekday_percent[] = { 98, 95, 96, 95, 99, 106, 111 };
static const int hour_weight[] = { 22, 12, 7, 5, 4, 6, 12, 22, 34, 46, 56, 60,
	68, 58, 54, 54, 56, 60, 66, 76, 92, 100, 84, 46 };

int
season_percent(int32_t day, uint64_t key)
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
	return p < SEASON_MOST ? p : SEASON_MOST;
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
