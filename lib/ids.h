#ifndef IDS_H
#define IDS_H

#include "block.h"
#include "key.h"

/* A row's ids, as they stand in the block. */
struct ids { struct text order, customer; };

/* Of the row whose first field ends at *end; a column that is not there (-1)
 * has empty ones. */
static inline struct text
id_ending(const char *text, const uint32_t *end, int column)
{
	static const char none[KEY_INLINE];

	return column < 0 ? (struct text){ none, 0 }
	    : text_field(text, end + column);
}

/* What customers and orders are found by: of a UUID not what key_of() gives. */
static inline struct key
id_key(struct text t)
{
	struct key k;

	return t.len == UUID_WIDTH && uuid_pack(t.s, &k.a, &k.b) ? k
	    : key_of(t);
}

/* By two loads that overlap: ids are seldom longer than 16 bytes, and eight
 * can be read wherever one stands. */
static inline int
id_same(struct text t, struct text u)
{
	const size_t n = t.len;

	if (n != u.len)
		return 0;
	if (n <= 8)
		return key_word(t.s, n) == key_word(u.s, n);
	return key_word(t.s, 8) == key_word(u.s, 8)
	    && key_word(t.s + n - 8, 8) == key_word(u.s + n - 8, 8)
	    && (n <= 16 || !memcmp(t.s, u.s, n));
}

#endif
