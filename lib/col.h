#ifndef COL_H
#define COL_H

#include <stddef.h>
#include <stdint.h>

#include "decimal.h"
#include "key.h"

/*
 * A column: values of one type, made once and never changed. Operations give
 * a new column as long as their arguments and cannot fail; a none among the
 * arguments gives none. col_free() when memory matters; else they live until
 * exit.
 */
enum col_type {
	WHOLE,		/* counts and days between dates */
	DAY,		/* see date.h */
	DECIMAL,	/* millionths, printed with col->decimals */
	TOTAL,		/* the same, over sums: it may leave int64_t */
	SCORE,		/* 1 to 9 in bytes; 0 is none */
	LABEL,		/* place in names, in bytes; NO_LABEL is none */
	TEXTS		/* ids as keys, see key.h; 0 is none */
};
enum { NO_LABEL = 255, LABELS_MOST = 250 };

struct col {
	enum col_type type;
	size_t n;
	int decimals;
	int64_t *v;		/* WHOLE, DAY, DECIMAL */
	wide *total;		/* TOTAL; TOTAL_NONE is none */
	uint8_t *code;		/* SCORE, LABEL */
	const struct text *names;
	struct key *keys;	/* TEXTS */
};

struct col *col_new(enum col_type, size_t n);
void col_free(struct col *);
/* For a column of texts; what it is of is kept until exit. */
struct key col_key(struct text);
/* The n rows that were chosen, each with 1; not of scores and labels. */
struct col *col_chosen(const struct col *, const unsigned char *chosen,
    size_t n);
/* The dates from one to the other; the rest is none. NO_DAY: no bound. */
struct col *col_between(const struct col *dates, int32_t from, int32_t to);
/* The totals where truth is not 0; the rest is none. */
struct col *col_where(const struct col *totals, const struct col *truth);
/* 0, 1, 2 …, each of them times over. */
struct col *col_places(size_t n, size_t times);
/* Of each row of places, the value there. */
struct col *col_at(const struct col *, const struct col *places);
/* Days from each date to day; none where there is no date. */
struct col *col_until(const struct col *dates, int32_t day);
/* Days from each date to the other. */
struct col *col_days(const struct col *from, const struct col *to);
/* The last days of the n - 1 months before the day's own, and the day; fewer
 * where that would be before the year 1. */
struct col *col_month_ends(int32_t day, int n);
/* Dates, numbers or texts, each of them times over: a a b b c c. */
struct col *col_each(const struct col *, size_t times);
/* k names, over and over: n rows. */
struct col *col_names(const struct text *names, size_t k, size_t n);
/* The digits of some scores, side by side: 5, 4, 3 is 543. */
struct col *col_digits(const struct col *const *scores, int n_scores);

#endif
