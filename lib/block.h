#ifndef BLOCK_H
#define BLOCK_H

#include <stddef.h>
#include <stdint.h>

#include "base.h"
#include "text.h"

/*
 * A block: some rows of one file, cut into fields. What the engine hands to
 * its workers; it and its texts live until the worker returns.
 *
 * Rows 0 … n-1 are whole and have layout->columns fields each. Columns are
 * named by the order in which the command wanted them; -1 stands for one that
 * this file does not have, and its fields are empty.
 */
struct layout {			/* of one file */
	const char *file;	/* its name in messages */
	size_t columns;
	struct text *names;
	int *at;		/* of each wanted column: its place, or -1 */
	char *header;		/* the line, without its LF */
	size_t header_len;
};

struct block {
	const struct layout *layout;
	char *text;
	size_t len, room, start;	/* rows begin at start */
	uint32_t *at;		/* at[i]: where field i ends; at[-1] too */
	uint32_t *at_memory;
	size_t at_room;
	uint32_t n;
	uint64_t number;	/* of the block, from 0 */
	uint64_t row;		/* rows of the whole input ahead of row 0 */
	uint64_t line;		/* of row 0 in its file, from 1 */
	size_t lines, separators;	/* in it, faulty ones included */
	/* the first fault: rows ahead of fault_row are good; later rows are
	 * not to be used. fault_row is n and status DONE where there is none */
	struct fault fault;
	uint32_t fault_row;
	int fault_column;	/* of a value; else -1 */
	const char *fault_what;	/* of a value: what is wrong with it */
};

/* A field's bytes; column is a place in the file, not -1. */
static inline struct text
block_field(const struct block *b, uint32_t row, int column)
{
	return text_field(b->text, b->at + (size_t)row * b->layout->columns
	    + (size_t)column);
}

/* What is wrong with a CR or NUL in a line that ends at end; no place. */
void fault_odd(struct fault *, const char *odd, const char *end);
/* Cuts b's text into rows; notes the first row that is none. */
void block_cut(struct block *);
/* The bytes of a row; of row n, of the line that is none. */
struct text block_line(const struct block *, uint32_t row);
/* Rows of a block with faults, some at a time, as a block of their own: or,
 * if the next line is none, no row and its fault. 0 at the end. To go on,
 * block_view_done() says how many lines were dealt with. */
struct view { size_t at; uint32_t row; };	/* begins as { 0, 0 } */
int block_view(const struct block *, const struct view *, struct block *to);
void block_view_done(const struct block *, struct view *, uint32_t lines);
/* Notes a fault of a value unless one is noted that stands before it. what
 * says what is wrong: "not a decimal number"; hint may be NULL. */
void block_refuse(struct block *, uint32_t row, int column, const char *what,
    const char *hint);
/* The same of a field that is no number, no date, or not valid UTF-8. */
void block_refuse_number(struct block *, uint32_t row, int column);
void block_refuse_date(struct block *, uint32_t row, int column);
void block_refuse_text(struct block *, uint32_t row, int column);

#endif
