#ifndef INPUT_H
#define INPUT_H

#include <stddef.h>
#include <sys/types.h>

#include "base.h"

/*
 * The border in: files and standard input as bytes, read once and in order.
 * Nothing is mapped: a file that shrinks while it is read is a short file.
 */
struct input { int fd; const char *name; };

/* "-" or NULL is standard input, called stdin in messages. MISUSED where
 * standard output goes to the same file. */
void input_open(struct input *, const char *path, struct fault *);
/* Up to room bytes; 0 at the end, and on failure, which is in the fault. */
size_t input_read(struct input *, char *to, size_t room, struct fault *);
void input_close(struct input *);

/* What messages call it. */
const char *input_name(const char *path);

/* A small file whole (a list, a grid, a map), ended by NUL and newline-safe;
 * ends the program with IO_FAILED if it cannot be read. free() it. */
char *input_whole(const char *path, size_t *len);

#endif
