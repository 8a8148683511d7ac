#ifndef RECORD_H
#define RECORD_H

#include <stddef.h>

#include "base.h"
#include "text.h"

/*
 * The records of a CSV text (RFC 4180): quotes, newlines in quotes, and blanks
 * kept; empty lines are no records. The only user of libcsv.
 *
 * Text is fed as it comes; each record that is complete goes to the function
 * that was given, with the number of the line on which it begins. Behind a
 * fault nothing more is handed over.
 */
struct record {
	size_t line;
	struct text *field;	/* until the next record; may be changed */
	size_t n;
};
struct records;

/* name: of the file, for messages. separator 0: the one of , ; TAB that
 * stands most often in the first line. */
struct records *records_new(const char *name, char separator,
    void (*each)(void *data, struct record *, struct fault *), void *data);
void records_feed(struct records *, struct text, struct fault *);
void records_end(struct records *, struct fault *);
void records_free(struct records *);

/* The line behind the last byte that was fed. */
size_t records_line(const struct records *);

#endif
