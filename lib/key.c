/* key.c - ids as two words, and back */
#include "key.h"

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__,
	"the words of a key are its bytes, the first one lowest");

struct key
key_long(struct text t)
{
	struct key k = { t.len, KEY_LONG };

	for (size_t i = 0; i + 16 <= t.len; i += 16)
		k.a = mix(k.a ^ key_word(t.s + i, 8),
		    key_word(t.s + i + 8, 8));
	/* the end, overlapping what was taken */
	k.a = mix(k.a ^ key_word(t.s + t.len - 16, 8),
	    key_word(t.s + t.len - 8, 8));
	return k;
}

const char *
key_place(const struct key *k)
{
	return (const char *)(uintptr_t)(k->b & ~KEY_LONG);
}

static size_t
short_length(struct key k)
{
	return k.b ? KEY_INLINE - (size_t)__builtin_clzll(k.b) / 8
	    : k.a ? 8 - (size_t)__builtin_clzll(k.a) / 8 : 0;
}

char *
key_print(char *to, struct key k)
{
	if (k.b >= KEY_UUID) {
		uuid_print(to, k.a, k.b);
		return to + UUID_WIDTH;
	}
	memcpy(to, &k, KEY_INLINE);
	return to + short_length(k);
}

struct text
key_text(const struct key *k, char room[KEY_ROOM])
{
	struct text t = { room, 0 };

	if (key_is_long(*k)) {	/* it stands behind its length */
		const char *at = key_place(k);
		memcpy(&t.len, at, sizeof t.len);
		t.s = at + sizeof t.len;
		return t;
	}
	t.len = (size_t)(key_print(room, *k) - room);
	return t;
}

struct text
key_kept(const struct key *k)
{
	char unused[KEY_ROOM];
	const struct text t = key_text(k, unused);

	return key_is_long(*k) ? t : (struct text){ (const char *)k, t.len };
}

/* The first byte counts most, and what fills up a short id the least. */
int
key_order(const struct key *x, const struct key *y)
{
	char room[KEY_ROOM], other[KEY_ROOM];
	const uint64_t a = __builtin_bswap64(x->a), b = __builtin_bswap64(y->a);
	const uint64_t c = __builtin_bswap64(x->b), d = __builtin_bswap64(y->b);

	if (x->b >= KEY_UUID || y->b >= KEY_UUID)
		return text_order(key_text(x, room), key_text(y, other));
	return a != b ? (a < b ? -1 : 1) : (c > d) - (c < d);
}

int
key_valid(struct key k, struct text t)
{
	/* what is that long and no long key is packed, and was looked at */
	return KEY_ASCII(k) || (t.len == UUID_WIDTH && !key_is_long(k))
	    || utf8_valid(t.s, t.len) == t.len;
}
