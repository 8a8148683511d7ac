#ifndef SAMPLE_SEASON_H
#define SAMPLE_SEASON_H

#include <stdint.h>

/*
 * When a shop sells: how much on a day, and at what time of it.
 */

/* A day's sales, 100 being usual: month, weekday, pay-day, year's end, and
 * some chance. Never above SEASON_MOST. */
enum { SEASON_MOST = 255 };
int season_percent(int32_t day, uint64_t key);

/* The second of the day by which that share of its orders has come; share
 * from 0 to 2^32 - 1, and later for a greater share. */
struct clock { uint16_t minute[257]; };
void clock_fill(struct clock *);
int32_t clock_second(const struct clock *, uint32_t share);

#endif
