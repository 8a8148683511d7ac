#ifndef SAMPLE_WORDS_H
#define SAMPLE_WORDS_H

#include "out.h"
#include "sample_shop.h"
#include "text.h"

/*
 * The words of a CSV export, as fields ready to be written: in the export's
 * encoding, in quotes where it needs them. Invented people, places and goods;
 * some of the characters are those that CP932 has beyond JIS X 0208 (NEC and
 * IBM extensions).
 */
enum { FAMILIES = 16, GIVEN = 16, PLACES = 12, MEMOS = 8, PAYMENTS = 5,
	STATES = 10, ROW_KINDS = 7, SEXES = 3, GOODS_NAMES = CATEGORIES * ITEMS
	* SIZES + 2 * COURSES };

struct words {
	struct text family[FAMILIES], family_kana[FAMILIES];
	struct text given[GIVEN], given_kana[GIVEN];	/* even: women's */
	struct text prefecture[PLACES], street[PLACES];
	struct text memo[MEMOS];			/* 0: none */
	/* by the numbers that EC-CUBE gives them */
	struct text payment[PAYMENTS + 1], state[STATES], kind[ROW_KINDS];
	struct text sex[SEXES];
	struct text building, carrier, any_time;
	struct text goods[GOODS_NAMES];
	char *bytes;
	size_t used;
};
extern const int place_number[PLACES], place_zip[PLACES];

/* special: the bytes, besides quote and newlines, that put a field into
 * quotes. joint: between the name of a product and its size. */
struct words_style { const char *encoding, *special, *joint; };
struct words *words_new(const struct words_style *);
void words_free(struct words *);
/* A line of names, encoded */
void words_head(struct out *, const struct words_style *, const char *names);
struct text words_goods(const struct words *, const struct goods *);

#endif
