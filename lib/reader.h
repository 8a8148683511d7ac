#ifndef READER_H
#define READER_H

#include "engine.h"
#include "input.h"

/*
 * Files as a sequence of blocks of whole lines, each of one file. One caller
 * at a time; a block's room is used again when it is handed in again.
 */
struct reader {
	struct engine *e;
	int file;		/* which is open, or next */
	int open, at_start;
	uint64_t line;		/* of a file's first row; 0: goes on */
	struct input in;
	const struct layout *layout;	/* of the open file */
	const struct layout *first;
	char *carry;		/* a line's beginning, for the next block */
	size_t carry_len, carry_room;
	uint64_t number;
	struct fault failure;	/* of reading, behind the last block */
};

/* Fills b with the next block. 0 at the end of the input. A fault of a header
 * or of reading comes as a block without rows, its place in its text; nothing
 * is to be read after it. */
int reader_next(struct reader *, struct block *b);

#endif
