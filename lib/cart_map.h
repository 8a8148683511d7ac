#ifndef CART_MAP_H
#define CART_MAP_H

#include "text.h"

/*
 * What the columns of a shop system's export mean: a map, read from a text of
 * entries, one a line (the manual of from-cart has the syntax). A fault in it
 * ends the program with REFUSED. Maps live until exit, as must their text.
 */
enum cart_role { CART_ORDER, CART_CUSTOMER, CART_DATE, CART_PRODUCT,
	CART_PRODUCT_NAME, CART_CATEGORY, CART_QUANTITY, CART_AMOUNT,
	CART_COST, CART_MEDIA, CART_SHOP, CART_STATUS,
	CART_COLUMNS,			/* up to here in the output, so */
	CART_PRICE = CART_COLUMNS, CART_DISCOUNT, CART_KIND, CART_REFUND,
	CART_FILL, CART_ROLES };
extern const char *const cart_role_names[CART_ROLES + 1];	/* ends: NULL */
extern const char *const cart_column_names[CART_COLUMNS];

enum cart_kind { CART_GOODS, CART_REFUNDED = 6, CART_KINDS };
enum { CART_STATUSES = 7 };
extern const char *const cart_kind_names[CART_KINDS + 1];
extern const char *const cart_status_names[CART_STATUSES + 1];

/* Where a role's value comes from: the first that is not none. */
struct alternative { struct text text; int constant; };
struct source { struct alternative *v; size_t n; };
struct names { struct text *v; size_t n; };

/* What a value (of a flag: a column that is not none) is called here: a place
 * in cart_kind_names or cart_status_names. */
struct naming { struct text value; int word; };
struct namings { struct naming *v; size_t n; };

struct cart_map {
	struct source source[CART_ROLES];
	struct namings status, kind, flag;
	struct names keep, match;
	unsigned optional;	/* 1 << role (CART_ROLES: of a flag): whose
				 * columns may be absent */
	struct text date_format;	/* len 0: the usual ones */
	char *encoding;			/* NULL: not said */
	char separator;			/* 0: not said */
};

/* name: for messages. */
struct cart_map *cart_map_parse(const char *name, struct text);
/* The word that names the value; -1 if there is none. */
int cart_map_word(const struct namings *, struct text value);

/* The maps that are part of the program, by name; the last one's is NULL. */
struct cart_profile { const char *name, *text; };
extern const struct cart_profile cart_profiles[];
const struct cart_profile *cart_profile(const char *name);	/* or NULL */
char *cart_profile_names(void);		/* "eccube4, shopify"; free() it */

/* --fees, a list of kinds or all, as 1 << kind; what is wrong is misuse. */
unsigned cart_fees(const char *list);

/* The place of word in names, which end with NULL; -1 if it is not there. */
int word_place(struct text word, const char *const *names);

#endif
