#ifndef OUT_H
#define OUT_H

#include <stddef.h>
#include <stdint.h>

#include "text.h"

/*
 * The border out: bytes to standard output or to a named file. A named file
 * is written beside itself and takes its place in out_close(), complete and
 * synced; until then, and on any failure, it is as it was. Whatever cannot be
 * written ends the program with IO_FAILED.
 */
struct out {
	char *bytes;		/* not yet written */
	size_t len, room;
	int fd;
	const char *name;	/* for messages */
	char *beside, *target;	/* NULL when written directly */
};

struct out *out_open(const char *path);		/* NULL: standard output */
struct out *out_error(void);			/* standard error */
struct out *out_memory(void);			/* keeps its bytes */
/* All is written and on disk, but a file has not yet taken its place: for a
 * second file, which must stay as it was if the first one fails. */
void out_sync(struct out *);
void out_close(struct out *);			/* and free */

void out_bytes(struct out *, const char *s, size_t len);
void out_flush(struct out *);

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
