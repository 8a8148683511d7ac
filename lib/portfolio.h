#ifndef PORTFOLIO_H
#define PORTFOLIO_H

#include <limits.h>

#include "group.h"
#include "opt.h"
#include "threshold.h"

/*
 * Customers by stage and state: how long and how much they bought, and
 * whether they still do. A command keeps one 'static struct staging staging =
 * STAGING;' and puts OPTS_STAGING into its table.
 */
struct staging {
	int toddler_days, prime_days, lapse_days;
	const char *prime_amount;
	/* made by staging_check */
	struct threshold prime;
	const struct text *stages, *states, *segments;	/* names */
};
#define STAGING { .toddler_days = 90, .prime_days = 210, \
	.lapse_days = 240, .prime_amount = "7x" }
#define OPTS_STAGING(s) \
	OPT_INT(0, "toddler-days", &(s).toddler_days, 0, INT_MAX, "DAYS", \
	    "toddler: fewer from first to last purchase [90]"), \
	OPT_INT(0, "prime-days", &(s).prime_days, 0, INT_MAX, "DAYS", \
	    "trendy: fewer from first to last purchase [210]"), \
	OPT_INT(0, "lapse-days", &(s).lapse_days, 0, INT_MAX, "DAYS", \
	    "active: fewer since the last purchase [240]"), \
	OPT_TEXT(0, "prime-amount", &(s).prime_amount, "AMOUNT", \
	    "steady: less; 7x: times the average order [7x]")

/* What parsing could not check; the names' language. */
void staging_check(struct staging *, int japanese);
/* For --stats: what the prime amount is in money. */
const char *staging_line(const struct staging *, const struct orders *);

enum stage { FIRST, TODDLER, STEADY, TRENDY, PRIME, STAGES };
enum state { ACTIVE, LAPSED, STATES };
/* A segment is state * STAGES + stage: active before lapsed. */
enum { SEGMENTS = STATES * STAGES };

/* Customers as of a date; none in each column, first_date apart, for who had
 * not purchased by then. */
struct portfolio {
	struct totals of;
	struct col *first_date, *tenure, *recency, *stage, *state, *segment;
};
struct portfolio portfolio_at(const struct orders *, const struct staging *,
    int32_t date);
void portfolio_free(struct portfolio);

/* Those active then, by their stage then: all of them, who is now in a later
 * stage and active, and who is in a later stage, active or not. */
struct moves { struct sums base, moved, moved_any; };
struct moves portfolio_moves(const struct portfolio *then,
    const struct portfolio *now);

#endif
