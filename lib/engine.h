#ifndef ENGINE_H
#define ENGINE_H

#include <stdint.h>

#include "block.h"

/*
 * The engine: one pass over the input by all processors. It reads the files
 * one after another, cuts them into blocks of whole rows and gives each block
 * to one of its workers; it alone knows threads.
 *
 * A row fault ends the run: engine_run reports the one that stands first in
 * the input, for any number of threads, and does not return.
 */
struct wanted {
	struct text name;
	const char *role;	/* NULL: a column named by the user */
	int needed;		/* absent: refused */
};

struct engine {
	char **files;		/* none: standard input */
	int n_files;
	const char *header;	/* names, if the input has no header line */
	int threads;		/* 0: the processors available */
	int passes_header;	/* every header must equal the first */
	int eager;		/* hand on what has come, for filters */
	int rejects;		/* rows with a fault may go there, rejects.h */
	const struct wanted *wanted;
	size_t n_wanted;
	void *context;
	/* after the first header was read, before any block; may be NULL */
	void (*begin)(void *context, const struct layout *);
	/* by any worker 0 … threads-1; blocks in no order. Where it leaves a
	 * fault in the block it may be called again, with fewer of its rows:
	 * what it keeps must be as it was */
	void (*work)(void *context, int worker, struct block *);
	/* in the order of the input, one at a time; may be NULL */
	void (*emit)(void *context, int worker, struct block *);
	/* made by engine_run: where each file's rows begin */
	struct start { const char *file; uint64_t row, line; } *starts;
	size_t n_starts;
};

/* The number of workers that engine_run will use at most. */
int engine_threads(const struct engine *);
/* Returns the number of lines read, headers apart. */
uint64_t engine_run(struct engine *);

/* 'FILE:LINE' of a row of the whole input, after engine_run; free() it. */
char *engine_place(const struct engine *, uint64_t row);

#endif
