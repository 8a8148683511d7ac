#ifndef DECIMAL_H
#define DECIMAL_H

#include <stddef.h>
#include <stdint.h>

/*
 * Exact decimals: whole numbers of millionths, int64_t, in every module.
 * How many decimals a value was written with travels beside it (0 to 6).
 */
#define NONE INT64_MIN		/* no value */
enum { MILLION = 1000000, DECIMALS_MOST = 6, DECIMAL_WIDTH = 40 };
/* A finished sum of this many millionths or more is refused (either sign). */
#define SUM_LIMIT INT64_C(9223372036854000000)

typedef __int128 wide;		/* sums that may leave int64_t on the way */
#define TOTAL_NONE (-((wide)1 << 126))	/* no value: no sum is so large */

/* -?digits (at most 12), then perhaps '.' and 1 to 6 digits. Returns the
 * number of decimals written, -1 if text is no decimal. */
int decimal_parse(const char *text, size_t len, int64_t *value);
/* Writes value with that many decimals, none of the dropped digits above 0;
 * returns the length. -0 is never written. */
size_t decimal_print(char out[DECIMAL_WIDTH], int64_t value, int decimals);
/* The same of a sum of sums. */
size_t wide_print(char out[DECIMAL_WIDTH], wide value, int decimals);
/* The decimals that value needs: 2.50 needs 1. */
int decimal_needed(int64_t value);
/* A whole number; returns the length. */
size_t whole_print(char out[DECIMAL_WIDTH], int64_t value);

/* a / b rounded half away from zero, exact; b is not 0. */
wide wide_quotient(wide a, wide b);
/* A share, 6 decimals, and a mean of n values of that many decimals in sum's
 * unit, both in millionths; NONE if the denominator is 0. What does not fit
 * is refused: only sums that nearly cancel make such a quotient. */
int64_t share_of(wide part, wide whole);
int64_t mean_of(wide sum, wide n, int decimals);
/* The same of a sum of sums, whatever its size; TOTAL_NONE. */
wide wide_mean(wide sum, wide n, int decimals);
/* The decimals of a mean of money or quantity. */
int mean_decimals(int decimals);
/* floor(a / b) and ceiling(a / b), b above 0 */
wide wide_floor(wide a, wide b);
wide wide_ceiling(wide a, wide b);
/* 10 to the n-th, n from 0 to 18 */
int64_t power_of_ten(int n);

#endif
