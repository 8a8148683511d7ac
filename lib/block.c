/* block.c - a block of the strict TSV: rows, fields, the first fault */
#include <stdlib.h>
#include <string.h>

#include "block.h"
#include "scan.h"

void
fault_odd(struct fault *f, const char *odd, const char *end)
{
	if (*odd == '\0') {
		fault_set(f, REFUSED, "NUL byte in the line");
		fault_hint(f, "is it UTF-16 (iconv -f utf-16 -t utf-8), "
		    "compressed, or a spreadsheet's own file?");
	} else if (odd + 1 == end) {
		fault_set(f, REFUSED, "the line ends in CR LF");
		fault_hint(f, "convert it: tr -d '\\r'");
	} else {
		fault_set(f, REFUSED, "CR in the line");
		fault_hint(f, "from-cart makes strict TSV of CSV");
	}
}

static void
fault_count(struct fault *f, size_t fields, size_t columns)
{
	fault_set(f, REFUSED, "%zu field%s where the header has %zu", fields,
	    fields == 1 ? "" : "s", columns);
	fault_hint(f, "%s", fields == 1 && columns > 1
	    ? "TAB separates fields; an empty line is no row"
	    : columns == 1
	    ? "TAB separates fields; a list's column is named @FILE:COLUMN"
	    : "TAB separates fields, and nothing quotes it");
}

/* How many separators end the line that begins behind separator at - 1; its
 * LF is the last. */
static size_t
fields_of(const struct block *b, size_t at)
{
	size_t n = 1;

	for (; b->text[b->at[at]] != '\n'; at++)
		n++;
	return n;
}

/* Notes at a row what is wrong with the line there, if it is none. */
static int
check_line(struct block *b, size_t at, uint32_t row)
{
	const size_t fields = fields_of(b, at);
	const char *s = b->text + (uint32_t)((b->at + at)[-1] + 1);
	const char *end = b->text + b->at[at + fields - 1];
	const size_t len = (size_t)(end - s);
	const char *cr = memchr(s, '\r', len), *nul = memchr(s, '\0', len);
	const char *odd = !cr || (nul && nul < cr) ? nul : cr;

	if (odd)
		fault_odd(&b->fault, odd, end);
	else if (fields != b->layout->columns)
		fault_count(&b->fault, fields, b->layout->columns);
	else
		return 1;
	b->fault_row = b->n = row;
	b->fault_column = -1;
	return 0;
}

/* The first row that is no row is noted, walking line by line. */
static void
find_fault(struct block *b)
{
	size_t at = 0;

	for (uint32_t row = 0; at < b->separators; row++) {
		if (!check_line(b, at, row))
			return;
		at += b->layout->columns;
	}
}

struct text
block_line(const struct block *b, uint32_t row)
{
	const size_t at = (size_t)row * b->layout->columns;
	const uint32_t from = (b->at + at)[-1] + 1;

	return (struct text){ b->text + from,
		b->at[at + fields_of(b, at) - 1] - from };
}

int
block_view(const struct block *b, const struct view *v, struct block *to)
{
	enum { ROWS = 256 };
	size_t at = 0;

	*to = *b;
	to->at = b->at + v->at;
	to->row = b->row + v->row;
	to->line = b->line + v->row;
	to->fault.status = DONE;
	to->separators = b->separators - v->at;
	for (to->n = 0; to->n < ROWS && at < to->separators; to->n++) {
		if (!check_line(to, at, to->n))
			break;
		at += b->layout->columns;
	}
	if (to->n > 0)	/* a line that is no row waits */
		to->fault.status = DONE;
	to->fault_row = to->n;
	return v->at < b->separators;
}

void
block_view_done(const struct block *b, struct view *v, uint32_t lines)
{
	for (; lines > 0; lines--, v->row++)
		v->at += fields_of(b, v->at);
}

static int
rectangular(const struct block *b, struct scan found)
{
	const size_t columns = b->layout->columns;

	if (found.odd != b->len - b->start
	    || found.lines * columns != found.separators)
		return 0;
	for (size_t i = columns - 1; i < found.separators; i += columns)
		if (b->text[b->at[i]] != '\n')
			return 0;
	return 1;
}

void
block_cut(struct block *b)
{
	const size_t len = b->len - b->start;

	if (b->at_room < len + 1) {
		free(b->at_memory);
		b->at_room = b->room + 1;
		b->at_memory = mem_grow(NULL, b->at_room + SCAN_PADDING,
		    sizeof *b->at);
	}
	b->at = b->at_memory + 1;
	const struct scan found = scan(b->text + b->start, len, b->at);
	b->at[-1] = (uint32_t)b->start - 1;
	if (b->start)
		for (size_t i = 0; i < found.separators; i++)
			b->at[i] += (uint32_t)b->start;
	b->lines = found.lines;
	b->n = (uint32_t)found.lines;
	b->fault.status = DONE;
	b->fault_row = b->n;
	b->separators = found.separators;
	if (!rectangular(b, found))
		find_fault(b);
}

void
block_refuse(struct block *b, uint32_t row, int column, const char *what,
    const char *hint)
{
	char quoted[QUOTE_WIDTH];

	if (b->fault.status && (row > b->fault_row
	    || (row == b->fault_row && column >= b->fault_column)))
		return;
	const struct text v = block_field(b, row, column);
	const struct text name = b->layout->names[column];
	fault_set(&b->fault, REFUSED, "%.*s: %s: %s", (int)name.len, name.s,
	    what, text_quote(quoted, v.s, v.len));
	if (hint)
		fault_hint(&b->fault, "%s", hint);
	b->fault_row = row;
	b->fault_column = column;
	b->fault_what = what;
}

void
block_refuse_number(struct block *b, uint32_t row, int column)
{
	block_refuse(b, row, column, "not a decimal number", "as 1200, -500 or "
	    "0.25, with at most 12 digits and 6 decimals; from-cart reads "
	    "other spellings");
}

void
block_refuse_date(struct block *b, uint32_t row, int column)
{
	block_refuse(b, row, column, "not a date (YYYY-MM-DD)", "as 2024-01-05 "
	    "or 2024-01-05T09:30:00+09:00, a day that exists; from-cart reads "
	    "other spellings");
}

void
block_refuse_text(struct block *b, uint32_t row, int column)
{
	block_refuse(b, row, column, "not valid UTF-8",
	    "from-cart --encoding reads other encodings");
}
