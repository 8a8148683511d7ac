/* out.c - the border out: buffered, checked, complete or not at all */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base.h"
#include "out.h"
#include "out_file.h"

enum { FLUSH_AT = 1 << 18, LINES_AT = 1 << 16, LARGE = 1 << 15 };

struct out *
out_open(const char *path)
{
	struct out *o = mem_new(1, sizeof *o);

	o->fd = 1;
	o->name = path ? path : "stdout";
	if (path)
		o->fd = out_file_open(path, &o->file);
	return o;
}

struct out *
out_error(void)
{
	struct out *o = mem_new(1, sizeof *o);

	o->fd = 2;
	o->name = "stderr";
	return o;
}

struct out *
out_memory(void)
{
	struct out *o = mem_new(1, sizeof *o);

	o->fd = -1;
	return o;
}

static void
put(const struct out *o, const char *s, size_t len)
{
	const int error = base_write(o->fd, s, len);

	if (error)
		out_file_failed(o->name, error);
}

void
out_flush(struct out *o)
{
	put(o, o->bytes, o->len);
	o->len = 0;
}

void
out_line(struct out *o)
{
	out_char(o, '\n');
	if (o->len >= LINES_AT && o->fd >= 0)
		out_flush(o);
}

char *
out_room(struct out *o, size_t len)
{
	if (o->len >= FLUSH_AT && o->fd >= 0)
		out_flush(o);
	if (o->room - o->len < len) {
		o->room = o->len + len + FLUSH_AT;
		o->bytes = mem_grow(o->bytes, o->room, 1);
	}
	return o->bytes + o->len;
}

void
out_bytes(struct out *o, const char *s, size_t len)
{
	if (len == 0)
		return;
	if (len >= LARGE && o->fd >= 0) {
		out_flush(o);
		put(o, s, len);
		return;
	}
	memcpy(out_room(o, len), s, len);
	o->len += len;
}

void
out_close(struct out *o)
{
	out_flush(o);
	if (o->file)
		out_file_complete(o->file, o->fd);
	/* a message may follow on standard error; what close says is the
	 * same of a copy. EINTR on Linux: it is closed */
	if (close(o->fd == 2 ? dup(2) : o->fd) && errno != EINTR)
		out_file_failed(o->name, errno);
	free(o->bytes);
	free(o);
}

int
out_done(void)
{
	out_file_place_all();
	return DONE;
}
