/* block.c - a block of the strict TSV: rows, fields, the first fault */
#include <stdlib.h>

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
end_at(struct block *b, uint32_t row)
{
	b->fault_row = row;
	b->fault_column = -1;
	b->n = row;
}

static void
fault_count(struct fault *f, size_t fields, size_t columns)
{
	fault_set(f, REFUSED, "%zu field%s where the header has %zu", fields,
	    fields == 1 ? "" : "s", columns);
	fault_hint(f, "%s", fields == 1 && columns > 1
	    ? "TAB separates fields; an empty line is no row"
	    : "TAB separates fields, and nothing quotes it");
}

/* Finds the first row that is no row, walking line by line. */
static void
find_fault(struct block *b, struct scan found)
{
	const size_t columns = b->layout->columns;
	size_t i = 0;
	const uint32_t *at = b->at;
	const char *odd = b->text + b->start + found.odd;

	for (uint32_t row = 0; i < found.separators; row++) {
		size_t fields = 1;
		for (; b->text[at[i]] != '\n'; i++)
			fields++;
		const char *end = b->text + at[i++];
		if (odd < end) {
			fault_odd(&b->fault, odd, end);
			end_at(b, row);
			return;
		}
		if (fields != columns) {
			fault_count(&b->fault, fields, columns);
			end_at(b, row);
			return;
		}
	}
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
	if (!rectangular(b, found))
		find_fault(b, found);
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
