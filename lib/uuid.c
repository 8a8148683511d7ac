/* uuid.c - UUIDs as two words, and back */
#include <string.h>

#include "uuid.h"

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__,
	"the first digit of a word is its lowest byte");

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))
enum { VERSION = 12, BELOW = 58, TOP = 62 };	/* bits of a; of b; of b */
#define SWAPPED(word, at) ((word) >> (at) & 15)

static uint64_t
four(const char *s)
{
	uint32_t w;

	memcpy(&w, s, sizeof w);
	return w;
}

/* The value of eight digits; of what is none a bit of *wrong is set. */
static uint64_t
value(uint64_t digits, uint64_t *wrong)
{
	const uint64_t letter = digits >> 6 & EACH(1);
	uint64_t v = (digits & EACH(15)) + 9 * letter;

	/* 0x30 or 0x60 above; below 10 or, of letters, from 10 to 15 */
	*wrong |= (digits & EACH(0xf0)) ^ (EACH(0x30) + 0x30 * letter);
	*wrong |= ((v + EACH(6)) ^ letter << 4) & EACH(16);
	*wrong |= v & EACH(16);
	v = __builtin_bswap64(v);
	v = (v | v >> 4) & UINT64_C(0x00ff00ff00ff00ff);
	v = (v | v >> 8) & UINT64_C(0x0000ffff0000ffff);
	return (v | v >> 16) & UINT32_MAX;
}

int
uuid_pack(const char s[UUID_WIDTH], uint64_t *a, uint64_t *b)
{
	uint64_t wrong = 0, high, low;

	if (s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-')
		return 0;
	high = value(four(s) | four(s + 4) << 32, &wrong) << 32
	    | value(four(s + 9) | four(s + 14) << 32, &wrong);
	low = value(four(s + 19) | four(s + 24) << 32, &wrong) << 32
	    | value(four(s + 28) | four(s + 32) << 32, &wrong);
	if (wrong || SWAPPED(high, VERSION) == 15 || low >> TOP != 2)
		return 0;
	const uint64_t differ = SWAPPED(high, VERSION) ^ SWAPPED(low, BELOW);
	*a = high ^ differ << VERSION;
	*b = (low ^ differ << BELOW) | UINT64_C(1) << TOP;
	return 1;
}

static void
put(char *to, uint64_t v)
{
	v = (v | v << 16) & UINT64_C(0x0000ffff0000ffff);
	v = (v | v << 8) & UINT64_C(0x00ff00ff00ff00ff);
	v = (v | v << 4) & EACH(15);
	v += EACH('0') + ('a' - 10 - '0') * ((v + EACH(6)) >> 4 & EACH(1));
	v = __builtin_bswap64(v);
	memcpy(to, &v, sizeof v);
}

void
uuid_print(char to[UUID_WIDTH], uint64_t a, uint64_t b)
{
	const uint64_t differ = SWAPPED(a, VERSION) ^ SWAPPED(b, BELOW);
	char digits[32];

	a ^= differ << VERSION;
	b = (b ^ differ << BELOW) ^ UINT64_C(1) << TOP;
	put(digits, a >> 32);
	put(digits + 8, a & UINT32_MAX);
	put(digits + 16, b >> 32);
	put(digits + 24, b & UINT32_MAX);
	memcpy(to, digits, 8);
	memcpy(to + 9, digits + 8, 4);
	memcpy(to + 14, digits + 12, 4);
	memcpy(to + 19, digits + 16, 4);
	memcpy(to + 24, digits + 20, 12);
	to[8] = to[13] = to[18] = to[23] = '-';
}
