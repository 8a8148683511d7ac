#ifndef TABLE_H
#define TABLE_H

#include "col.h"
#include "common.h"
#include "out.h"

/* Named columns of one length, on their way out. */
struct table;

/* Fields end at one without a column. */
struct field { struct text name; const struct col *col; };
/* A field whose name has a number in it: "mature_%d". */
struct field field_of(const char *name, int number, const struct col *)
	__attribute__((format(printf, 1, 0)));
struct table *table_new(size_t rows, const struct field *fields);
void table_add(struct table *, const struct field *more);
/* Writes it as a strict TSV and closes it; the number of rows. */
size_t table_write(const struct table *, const struct common *, struct out *);
/* Where the command's output goes, opened before any input is read. */
struct out *table_out(const struct common *);

#endif
