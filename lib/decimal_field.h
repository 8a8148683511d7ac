#ifndef DECIMAL_FIELD_H
#define DECIMAL_FIELD_H

#include <string.h>

#include "decimal.h"

/* Eight characters, their digits' values in *v if all are digits (by
 * halves: D. Lemire, "Faster parsing of eight digits", 2018). */
static inline int
eight_digits(uint64_t w, int64_t *v)
{
	const uint64_t zeros = UINT64_C(0x3030303030303030);

	if (((w & UINT64_C(0xf0f0f0f0f0f0f0f0)) ^ zeros)
	    | (((w + UINT64_C(0x0606060606060606))
		& UINT64_C(0xf0f0f0f0f0f0f0f0)) ^ zeros))
		return 0;
	w -= zeros;
	w = w * 10 + (w >> 8);
	*v = (int64_t)(((w & UINT64_C(0xff000000ff)) * 0x000f424000000064
	    + (w >> 16 & UINT64_C(0xff000000ff)) * 0x0000271000000001) >> 32);
	return 1;
}

/* decimal_parse() of a field, where eight bytes can be read whatever its
 * length: short whole numbers, nearly all that a shop writes, stand at the end
 * of eight places, with '0' ahead of them. */
static inline int
decimal_field(const char *s, size_t len, int64_t *value)
{
	const unsigned ahead = (unsigned)(8 - len) * 8;
	uint64_t w;

	if (len - 1 < 8) {
		memcpy(&w, s, sizeof w);
		w = w << ahead | UINT64_C(0x3030303030303030) >> 1
		    >> (63 - ahead);
		if (eight_digits(w, value)) {
			*value *= MILLION;
			return 0;
		}
	}
	return decimal_parse(s, len, value);
}

#endif
