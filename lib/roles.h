#ifndef ROLES_H
#define ROLES_H

#include "engine.h"
#include "text.h"

/* What an analysis speaks of: which column plays each role, and whether the
 * user said so. */
enum role { CUSTOMER, ORDER, ORDER_DATE, AMOUNT, QUANTITY, COST, PRODUCT,
	CATEGORY, MEDIA, SHOP, STATUS, ROLES };
struct roles {
	struct text column[ROLES];
	int named[ROLES];
};
extern const char *const role_names[ROLES];

/* From --roles (NULL: the defaults). A wrong list is misuse; a wrong file is
 * refused. It is read here, and may be a pipe: so once. */
struct roles roles_parse(const char *list);
/* What the engine is to look for. A role that the user named is needed. */
struct wanted roles_wanted(const struct roles *, enum role, int needed);
/* Of each role that the user named: it is looked for even if nothing uses it,
 * as its absence is an error. Room for ROLES; the number of them. */
size_t roles_want_named(const struct roles *, struct wanted *);
/* The role that a column of that name plays, or ROLES. */
enum role roles_of(const struct roles *, struct text column);

#endif
