/* record.c - the records of a CSV text */
#include <csv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "record.h"

/* A quote that never closes would take all that follows into memory. */
enum { RECORD_MOST = 256 << 20, SEPARATORS = 3 };
static const char separators[SEPARATORS] = { ',', ';', '\t' };

struct first_line {		/* as far as it was seen */
	size_t count[SEPARATORS];
	int begun, in_quotes;
};

struct records {
	const char *name;
	void (*each)(void *, struct record *, struct fault *);
	void *data;
	struct csv_parser csv;
	struct fault *fault;
	struct record record;
	size_t room;		/* of record.field */
	char *bytes;		/* of the fields, each ended by NUL */
	size_t len, bytes_room;
	int last_end;		/* CR: a LF behind it is no line of its own */
	int separated;
	struct first_line first;
	char *held;		/* text before the separator is known */
	size_t held_len;
};

static int
no_blank(unsigned char c)
{
	(void)c;
	return 0;
}

struct records *
records_new(const char *name, char separator,
    void (*each)(void *, struct record *, struct fault *), void *data)
{
	struct records *r = mem_new(1, sizeof *r);

	*r = (struct records){ .name = name, .each = each, .data = data,
		.record.line = 1, .separated = separator != 0 };
	csv_init(&r->csv, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
	csv_set_space_func(&r->csv, no_blank);
	csv_set_blk_size(&r->csv, 1 << 16);
	csv_set_delim(&r->csv, (unsigned char)separator);
	return r;
}

void
records_free(struct records *r)
{
	csv_free(&r->csv);
	free(r->record.field);
	free(r->bytes);
	free(r->held);
	free(r);
}

/* Lines that end in s: with LF, CR LF or CR. */
static size_t
line_ends(const char *s, size_t len)
{
	size_t n = 0;

	if (len == 0)
		return 0;
	for (const char *p = s; (p = memchr(p, '\n', len - (size_t)(p - s)));
	    p++)
		n += p == s || p[-1] != '\r';
	for (const char *p = s; (p = memchr(p, '\r', len - (size_t)(p - s)));
	    p++)
		n++;
	return n;
}

size_t
records_line(const struct records *r)
{
	return r->record.line + line_ends(r->bytes, r->len)
	    + line_ends((const char *)r->csv.entry_buf, r->csv.entry_pos)
	    + line_ends(r->held, r->held_len);
}

static void
too_long(struct records *r)
{
	fault_set(r->fault, LIMIT, "%s:%zu: a record longer than %d MiB",
	    r->name, r->record.line, RECORD_MOST >> 20);
	fault_hint(r->fault, "is there a quote that does not close?");
}

static void
on_field(void *s, size_t len, void *data)
{
	struct records *r = data;
	struct record *record = &r->record;

	if (r->fault->status)
		return;
	if (r->len + len >= RECORD_MOST) {
		too_long(r);
		return;
	}
	if (record->n == r->room) {
		r->room = 2 * r->room + 64;
		record->field = mem_grow(record->field, r->room,
		    sizeof *record->field);
	}
	if (r->bytes_room - r->len < len + 1) {
		r->bytes_room = 2 * r->len + len + 4096;
		r->bytes = mem_grow(r->bytes, r->bytes_room, 1);
	}
	if (len > 0)
		memcpy(r->bytes + r->len, s, len);
	r->bytes[r->len + len] = '\0';
	r->len += len + 1;
	record->field[record->n++].len = len;
}

static void
on_end(int end, void *data)
{
	struct records *r = data;
	struct record *record = &r->record;
	const char *s = r->bytes;

	if (r->fault->status)
		return;
	const int second_half = record->n == 0 && end == '\n'
	    && r->last_end == '\r';
	r->last_end = second_half ? 0 : end;
	for (size_t i = 0; i < record->n; s += record->field[i++].len + 1)
		record->field[i].s = s;
	const size_t lines = !second_half + line_ends(r->bytes, r->len);
	if (record->n > 0)
		r->each(r->data, record, r->fault);
	record->line += lines;
	record->n = r->len = 0;
}

static void
parse(struct records *r, const char *s, size_t len)
{
	if (csv_parse(&r->csv, s, len, on_field, on_end, r) == len) {
		if (r->csv.entry_pos > RECORD_MOST && !r->fault->status)
			too_long(r);
		return;
	}
	if (r->fault->status)
		return;
	if (csv_error(&r->csv) != CSV_EPARSE)
		die_memory();
	fault_set(r->fault, REFUSED, "%s:%zu: a quote inside a field",
	    r->name, r->record.line);
	fault_hint(r->fault, "a field that holds quotes stands in quotes, and "
	    "they are doubled: \"5\"\" disk\"");
}

/* Looks at more of the first line; whether it ends there. */
static int
first_line_ends(struct first_line *f, struct text t)
{
	for (size_t i = 0; i < t.len; i++) {
		const char c = t.s[i];
		const int end = !f->in_quotes && (c == '\n' || c == '\r');
		if (end && f->begun)
			return 1;
		f->begun |= !end;
		f->in_quotes ^= c == '"';
		for (int k = 0; k < SEPARATORS; k++)
			f->count[k] += !f->in_quotes && c == separators[k];
	}
	return 0;
}

static void
separate(struct records *r)
{
	int most = 0;

	for (int k = 1; k < SEPARATORS; k++)
		if (r->first.count[k] > r->first.count[most])
			most = k;
	csv_set_delim(&r->csv, (unsigned char)separators[most]);
	r->separated = 1;
	const struct text held = { r->held, r->held_len };
	r->held_len = 0;
	parse(r, held.s, held.len);
}

static void
hold(struct records *r, struct text t)
{
	const int ends = first_line_ends(&r->first, t);

	if (r->held_len + t.len > RECORD_MOST) {
		too_long(r);
		return;
	}
	r->held = mem_grow(r->held, r->held_len + t.len, 1);
	memcpy(r->held + r->held_len, t.s, t.len);
	r->held_len += t.len;
	if (ends)
		separate(r);
}

void
records_feed(struct records *r, struct text t, struct fault *fault)
{
	const char *nul = memchr(t.s, '\0', t.len);

	r->fault = fault;
	if (nul)
		t.len = (size_t)(nul - t.s);
	if (r->separated)
		parse(r, t.s, t.len);
	else if (t.len > 0)
		hold(r, t);
	if (!nul || fault->status)
		return;
	fault_set(fault, REFUSED, "%s:%zu: NUL byte in the line", r->name,
	    records_line(r));
	fault_hint(fault, "is it UTF-16? --encoding utf-16le");
}

void
records_end(struct records *r, struct fault *fault)
{
	r->fault = fault;
	if (!r->separated)
		separate(r);
	if (!fault->status && csv_fini(&r->csv, on_field, on_end, r)
	    && !fault->status) {
		fault_set(fault, REFUSED, "%s:%zu: a quote that does not close",
		    r->name, r->record.line);
		fault_hint(fault, "quotes stand in pairs; the record begins in "
		    "this line");
	}
}
