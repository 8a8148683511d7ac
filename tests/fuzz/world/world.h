#ifndef WORLD_H
#define WORLD_H

#include <stddef.h>
#include <stdint.h>

/*
 * A program's world, in memory. It runs as a function; its files, standard
 * input and what it writes are bytes here; its end comes back to the caller,
 * as status and messages. Then all is as before the run: static objects hold
 * what they held, and memory that lives until exit is free.
 *
 * A megabyte fills the disk: the rest is lost, and closing says so, with status
 * 3. (A write that fails may end a program in any thread, which cannot be done
 * here.) What no program may do ends the fuzzing: to open a file that was not
 * named, to end in a thread while the main one goes on, to run out of memory.
 */
struct bytes { const char *s; size_t len; };
struct world {
	struct bytes input;	/* standard input */
	struct bytes file;	/* what any other name opens */
	int no_file;		/* no other name opens anything */
	size_t block;		/* bytes of a block; 0: half a megabyte */
	size_t reads;		/* most bytes of a read; 0: any */
};

struct ended {
	int status;
	/* until world_forget; files: what was written to any */
	struct bytes out, err, files;
};
typedef int program(int argc, char **argv);

/* argv ends with NULL; its words may be moved. */
struct ended world_run(const struct world *, program *, char **argv);
void world_forget(struct ended *);

/* By name, all commands there are. NULL: no such command. */
program *world_program(const char *name);

/* Ends the fuzzing unless it holds, saying what does not. */
void world_must(int holds, const char *what);
/* What every end has: a message of a known form where the status is not 0,
 * and no other one; a strict TSV or nothing on standard output. */
void world_check(const struct ended *, const char *name);
/* Both ended so, with the same bytes. */
void world_alike(const struct ended *, const struct ended *, const char *what);
int world_same(struct bytes, struct bytes);

/* A number made of the bytes, to choose by. */
uint64_t world_choice(const uint8_t *data, size_t len);

/* The next part of *rest, up to mark, which is taken too. */
struct bytes world_part(struct bytes *rest, char mark);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

#endif
