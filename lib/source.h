#ifndef SOURCE_H
#define SOURCE_H

#include <stddef.h>

#include "base.h"
#include "text.h"

/*
 * The text that expressions stand in, and how to point into it:
 *
 *	segment: expression:1:11: expected a value, found the end
 *	amount >=
 *	         ^
 *
 * Lines and characters are counted from 1. Places are offsets into the text.
 */
struct source {
	const char *name;	/* "expression", "--show NAME", a file's */
	struct text text;
	enum status status;	/* of a program ended by a fault in it */
};

struct source source_of(const char *expression);
struct source source_named(const char *name, const char *expression);
/* The file whole, a BOM dropped. */
struct source source_read(const char *path, enum status);

/* Ends the program with such a message; hint may be NULL. */
_Noreturn void source_refuse(const struct source *, size_t at,
    const char *hint, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* NAME:LINE:CHARACTER; free() it. */
char *source_place(const struct source *, size_t at);

#endif
