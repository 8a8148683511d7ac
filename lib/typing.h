#ifndef TYPING_H
#define TYPING_H

#include "expr.h"

/*
 * The types of nodes. A column with a role has the role's type; any other
 * has that of its first use beside something that has a type, whatever the
 * order of the expressions; one that is never so used is a text.
 */
void typing_infer(struct names *, struct expr *, int n);
/* Ends the program at the first node whose operands do not go together. */
void typing_check(const struct names *, const struct expr *);
/* a number, a date, …: for messages */
extern const char *const type_names[];

static inline int
is_duration(enum type type)
{
	return type == IS_DURATION || type == IS_MONTHS;
}

static inline int
is_number(enum type type)
{
	return type == IS_NUMBER || type == IS_DAYS;
}

#endif
