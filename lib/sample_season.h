#ifndef SAMPLE_SEASON_H
#define SAMPLE_SEASON_H

#include <stdint.h>

/*
 * When a shop sells: how much on a day, and at what time of it.
 */

/* By day, from 0: sales in percent of a usual day, as the month, the weekday,
 * pay-day, the year's end and some chance make them; and how much of a whole
 * has been sold by the day's end, as these and the shop's growth have it: its
 * last day is two and a half times its first. */
struct season {
	uint8_t *percent;
	int64_t *until;
};
void season_plan(struct season *, int32_t from, int days, uint64_t key);
void season_share(struct season *, int days, int64_t whole);
void season_free(struct season *);

/* The second of the day by which that share of its orders has come; share
 * from 0 to 2^32 - 1, and later for a greater share. */
struct clock { uint16_t minute[257]; };
void clock_fill(struct clock *);
int32_t clock_second(const struct clock *, uint32_t share);

#endif
