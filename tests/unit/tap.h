#ifndef TAP_H
#define TAP_H

/* The words of unit tests: ok, done; and numbers that look random. */
#include <stdint.h>
#include <stdio.h>

static int tests, failures;

static inline void
ok(int holds, const char *what)
{
	failures += !holds;
	printf("%sok %d - %s\n", holds ? "" : "not ", ++tests, what);
}

static inline int
done(void)
{
	printf("1..%d\n", tests);
	return failures > 0;
}

static inline uint64_t
random_bits(void)
{
	static uint64_t x = 88172645463325252;

	x ^= x << 13;
	x ^= x >> 7;
	x ^= x << 17;
	return x;
}

static inline int
random_below(int n)
{
	return (int)(random_bits() >> 33) % n;
}

#endif
