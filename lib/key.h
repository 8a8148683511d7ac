#ifndef KEY_H
#define KEY_H

#include <stdint.h>
#include <string.h>

#include "text.h"

/*
 * An id as two words, so that ids compare and hash without a loop. Up to 16
 * bytes are the words themselves, filled up with NUL, which no id holds.
 * A longer one is its hash and, once it is kept, where: the top byte is then
 * 0xff, which ends no UTF-8.
 */
struct key { uint64_t a, b; };
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__,
	"the words of a key are its bytes, the first one lowest");
enum { KEY_INLINE = 16 };
#define KEY_LONG (UINT64_C(0xff) << 56)
#define KEY_HIGH UINT64_C(0x8080808080808080)	/* bytes beyond ASCII */

static inline uint64_t
key_mix(uint64_t a, uint64_t b)
{
	const unsigned __int128 p = (unsigned __int128)
	    (a ^ UINT64_C(0x9e3779b97f4a7c15))
	    * (b ^ UINT64_C(0xd6e8feb86659fd93));

	return (uint64_t)p ^ (uint64_t)(p >> 64);
}

/* The first n (up to 8) bytes at s; 8 must be readable. */
static inline uint64_t
key_word(const char *s, size_t n)
{
	uint64_t w;

	memcpy(&w, s, sizeof w);
	return n >= 8 ? w : w & ((UINT64_C(1) << 8 * n) - 1);
}

/* Sixteen bytes must be readable at t.s. */
static inline struct key
key_of(struct text t)
{
	struct key k;

	if (t.len <= 8)
		return (struct key){ key_word(t.s, t.len), 0 };
	if (t.len <= KEY_INLINE)
		return (struct key){ key_word(t.s, 8),
			key_word(t.s + 8, t.len - 8) };
	k.a = t.len;
	for (size_t i = 0; i + 16 <= t.len; i += 16)
		k.a = key_mix(k.a ^ key_word(t.s + i, 8),
		    key_word(t.s + i + 8, 8));
	/* the end, overlapping what was taken */
	k.a = key_mix(k.a ^ key_word(t.s + t.len - 16, 8),
	    key_word(t.s + t.len - 8, 8));
	k.b = KEY_LONG;
	return k;
}

static inline uint64_t
key_hash(struct key k)
{
	return key_mix(k.a, k.b >= KEY_LONG ? 0 : k.b);
}

static inline int
key_is_long(struct key k)
{
	return k.b >= KEY_LONG;
}

/* Valid UTF-8? Short ids of ASCII, nearly all, need no second look. */
static inline int
key_valid(struct key k, struct text t)
{
	if (!key_is_long(k) && !((k.a | k.b) & KEY_HIGH))
		return 1;
	return utf8_valid(t.s, t.len) == t.len;
}

#endif
