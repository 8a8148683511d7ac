#ifndef OUT_H
#define OUT_H

#include <stddef.h>
#include <stdint.h>

#include "text.h"

/*
 * The border out: bytes to standard output or to a named file. Named files
 * are written beside themselves and take their places in out_done(), complete
 * and synced; until then, and on any failure, they are as they were. Whatever
 * cannot be written ends the program with IO_FAILED.
 */
struct out {
	char *bytes;		/* not yet written */
	size_t len, room;
	int fd;
	const char *name;	/* for messages */
	struct out_file *file;	/* NULL when written directly */
};

struct out *out_open(const char *path);		/* NULL: standard output */
struct out *out_error(void);			/* standard error */
struct out *out_memory(void);			/* keeps its bytes */
void out_close(struct out *);			/* and free */
/* The files that are closed take their places. Last of all: DONE, the
 * program's status. */
int out_done(void);

void out_bytes(struct out *, const char *s, size_t len);
void out_flush(struct out *);
/* Ends a line, and many of them are written: whole, as others may write to
 * the same place. */
void out_line(struct out *);

/* Room for len bytes at the returned place; then out_took what was used. */
char *out_room(struct out *, size_t len);
static inline void
out_took(struct out *o, size_t len)
{
	o->len += len;
}

static inline void
out_char(struct out *o, char c)
{
	*out_room(o, 1) = c;
	o->len++;
}

static inline void
out_text(struct out *o, struct text t)
{
	out_bytes(o, t.s, t.len);
}

#endif
