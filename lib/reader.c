/* reader.c - files as blocks of whole lines */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "layout.h"
#include "reader.h"
#include "rejects.h"
#include "scan.h"

#ifndef BLOCK_BYTES
#define BLOCK_BYTES (512 * 1024)	/* fits a second-level cache */
#endif
#define LINE_MOST ((size_t)0xf0000000)	/* offsets are 32 bits */

static void
make_room(struct block *b, size_t room)
{
	if (b->room >= room)
		return;
	b->text = mem_grow(b->text, room + SCAN_PADDING, 1);
	b->room = room;
}

/* The bytes of the line that the last block could not finish. */
static void
take_carry(struct reader *r, struct block *b)
{
	make_room(b, BLOCK_BYTES + r->carry_len);
	if (r->carry_len)
		memcpy(b->text, r->carry, r->carry_len);
	b->len = r->carry_len;
	r->carry_len = 0;
}

static void
leave_carry(struct reader *r, struct block *b, size_t from)
{
	const size_t len = b->len - from;

	if (r->carry_room < len) {
		r->carry_room = len * 2;
		r->carry = mem_grow(r->carry, r->carry_room, 1);
	}
	if (len)
		memcpy(r->carry, b->text + from, len);
	r->carry_len = len;
	b->len = from;
}

static size_t
bom_length(const struct block *b)
{
	return b->len >= 3 && !memcmp(b->text, "\xef\xbb\xbf", 3) ? 3 : 0;
}

static void
end_file(struct reader *r, struct block *b)
{
	input_close(&r->in);
	r->open = 0;
	r->file++;
	/* a BOM alone is no line */
	if (b->len > (r->at_start ? bom_length(b) : 0)
	    && b->text[b->len - 1] != '\n')
		b->text[b->len++] = '\n';
}

/* How much to read now: to the block's end, and beyond it only for a line
 * that is longer. */
static size_t
room_left(struct block *b)
{
	if (b->len + 1 >= b->room)
		make_room(b, b->room * 2);
	const size_t room = b->room < LINE_MOST ? b->room : LINE_MOST;
	const size_t left = room - b->len - 1;
	const int within = b->len < BLOCK_BYTES;

	return within && left > BLOCK_BYTES - b->len ? BLOCK_BYTES - b->len
	    : left;
}

/* A failure waits until the lines ahead of it are dealt with. */
static void
end_by_failure(struct reader *r, struct block *b, size_t line_end)
{
	r->failure = b->fault;
	b->fault.status = DONE;
	b->len = line_end;
	r->open = 0;
}

/* A line with NUL is refused, however long it is (/dev/zero never ends): what
 * was read of it will do, unless the lines behind it are asked for too. */
static int
refused_already(const struct reader *r, const struct block *b)
{
	return b->len + 1 >= b->room && !(r->e->rejects && rejects_on())
	    && memchr(b->text, '\0', b->len);
}

/* Reads until the block is full and holds the end of a line, or the file
 * ends. Long lines double the room, so each byte is looked at once. */
static void
fill(struct reader *r, struct block *b)
{
	size_t line_end = 0;	/* behind the last LF */

	take_carry(r, b);
	while (b->len < BLOCK_BYTES || !line_end) {
		if (!line_end && refused_already(r, b)) {
			end_file(r, b);
			return;
		}
		const size_t want = room_left(b);
		if (want == 0)
			fault_set(&b->fault, LIMIT, "%s: a line longer than "
			    "3.75 GiB", r->in.name);
		const size_t n = want == 0 ? 0 : input_read(&r->in,
		    b->text + b->len, want, &b->fault);
		if (b->fault.status) {
			end_by_failure(r, b, line_end);
			return;
		}
		if (n == 0) {
			end_file(r, b);
			return;
		}
		const char *lf = memrchr(b->text + b->len, '\n', n);
		if (lf)
			line_end = (size_t)(lf - b->text) + 1;
		b->len += n;
		if (r->e->eager && line_end && n < want)
			break;
	}
	leave_carry(r, b, line_end);
}

static void
check_same_header(const struct reader *r, struct block *b)
{
	const struct layout *l = r->layout;

	if (!r->e->passes_header || b->fault.status)
		return;
	if (l->header_len != r->first->header_len
	    || memcmp(l->header, r->first->header, l->header_len)) {
		fault_set(&b->fault, REFUSED, "the header differs from that of "
		    "%s", r->first->file);
		fault_hint(&b->fault, "rows pass as they are: one header "
		    "must do for all");
	}
}

static int
header_line(struct reader *r, struct block *b, struct text *line)
{
	if (r->e->header) {
		*line = layout_header(r->e->header);
		r->line = 1;
		return 1;
	}
	const char *lf = memchr(b->text + b->start, '\n', b->len - b->start);
	if (!lf)
		return 0;
	line->s = b->text + b->start;
	line->len = (size_t)(lf - line->s);
	b->start += line->len + 1;
	r->line = 2;
	return 1;
}

/* The header line is taken off the file's first block. */
static void
take_header(struct reader *r, struct block *b)
{
	struct text line;
	char place[300] = "";

	b->start = bom_length(b);
	if (!header_line(r, b, &line)) {
		fault_set(&b->fault, REFUSED, "%s: no header line", r->in.name);
		fault_hint(&b->fault, "it is empty: did what should write it "
		    "fail?");
		return;
	}
	r->layout = layout_new(r->in.name, line, r->e->wanted, r->e->n_wanted,
	    &b->fault);
	if (!r->first && !b->fault.status)
		r->first = r->layout;
	check_same_header(r, b);
	if (!b->fault.status)
		return;
	snprintf(place, sizeof place, r->e->header ? "%.250s: --header"
	    : "%.250s:1", r->in.name);
	fault_place(&b->fault, place);
}

static void
open_next(struct reader *r, struct block *b)
{
	input_open(&r->in, r->e->n_files ? r->e->files[r->file] : NULL,
	    &b->fault);
	r->open = 1;
	r->at_start = 1;
	if (!b->fault.status)
		fcntl(r->in.fd, F_SETPIPE_SZ, 1 << 20);
}

/* Opens and reads until there are rows, the input ends, or a fault. */
static int
advance(struct reader *r, struct block *b)
{
	const int files = r->e->n_files ? r->e->n_files : 1;

	b->start = b->len = 0;
	b->fault = r->failure;
	if (b->fault.status)
		return 1;
	if (!r->open && r->file >= files)
		return 0;
	if (!r->open)
		open_next(r, b);
	if (!b->fault.status)
		fill(r, b);
	/* a failure ahead of the header line leaves nothing to look at */
	if (r->failure.status && b->len == 0)
		b->fault = r->failure;
	if (!b->fault.status && r->at_start)
		take_header(r, b);
	r->at_start = 0;
	return 1;
}

int
reader_next(struct reader *r, struct block *b)
{
	do
		if (!advance(r, b))
			return 0;
	while (!b->fault.status && b->len == b->start);
	b->layout = r->layout;
	b->number = r->number++;
	b->line = r->line;
	r->line = 0;
	if (b->fault.status)
		b->len = b->start;
	return 1;
}
