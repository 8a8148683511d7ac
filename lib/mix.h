#ifndef MIX_H
#define MIX_H

#include <stdint.h>

/* Two words as one that looks random: hashes are made of this. */
static inline uint64_t
mix(uint64_t a, uint64_t b)
{
	const unsigned __int128 p = (unsigned __int128)
	    (a ^ UINT64_C(0x9e3779b97f4a7c15))
	    * (b ^ UINT64_C(0xd6e8feb86659fd93));

	return (uint64_t)p ^ (uint64_t)(p >> 64);
}

#endif
