#ifndef KEY_H
#define KEY_H

#include <stdint.h>
#include <string.h>

#include "mix.h"
#include "text.h"
#include "uuid.h"

/*
 * An id as two words, so that ids compare and hash without a loop. Up to 16
 * bytes are the words themselves, filled up with NUL, which no id holds. A
 * UUID is packed where customers and orders are found by it, see id_key().
 * A longer one is its hash and, once it is kept, where: the top byte is then
 * 0xff. No UTF-8 ends like these two, with a byte whose top bits are 11.
 */
struct key { uint64_t a, b; };
enum { KEY_INLINE = 16, KEY_ROOM = UUID_WIDTH };
#define KEY_LONG (UINT64_C(0xff) << 56)
#define KEY_UUID (UINT64_C(3) << 62)	/* up to KEY_LONG */

/* The first n (up to 8) bytes at s; 8 must be readable. */
static inline uint64_t
key_word(const char *s, size_t n)
{
	uint64_t w;

	memcpy(&w, s, sizeof w);
	return n >= 8 ? w : w & ((UINT64_C(1) << 8 * n) - 1);
}

struct key key_long(struct text t);	/* above KEY_INLINE bytes */
/* Sixteen bytes must be readable at t.s. */
static inline struct key
key_of(struct text t)
{
	if (t.len <= 8)
		return (struct key){ key_word(t.s, t.len), 0 };
	if (t.len <= KEY_INLINE)
		return (struct key){ key_word(t.s, 8),
			key_word(t.s + 8, t.len - 8) };
	return key_long(t);
}

static inline uint64_t
key_hash(struct key k)
{
	return mix(k.a, k.b >= KEY_LONG ? 0 : k.b);
}

/* Empty, or \N alone: no value. */
static inline int
key_none(struct key k)
{
	return k.b == 0 && (k.a == 0 || k.a == ('\\' | 'N' << 8));
}
static inline int
key_is_long(struct key k)
{
	return k.b >= KEY_LONG;
}
const char *key_place(const struct key *);	/* a long one's length, bytes */
/* Writes the id of one that is not long; up to KEY_ROOM bytes change. */
char *key_print(char *to, struct key);
/* Of kept keys, by the bytes of their ids: <0, 0, >0 */
int key_order(const struct key *, const struct key *);
/* The id of a key that a dictionary keeps; one that is not long is put into
 * room. */
struct text key_text(const struct key *, char room[KEY_ROOM]);
struct text key_kept(const struct key *);	/* where it is; of no UUID */
/* UTF-8? t is the id of k. Nearly all are short and ASCII. */
#define KEY_ASCII(k) (!(((k).a | (k).b) & UINT64_C(0x8080808080808080)))
int key_valid(struct key k, struct text t);

#endif
