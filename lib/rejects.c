/* rejects.c - the file of rows that were refused */
#include <string.h>

#include "decimal.h"
#include "out.h"
#include "rejects.h"

static struct out *file;
static uint64_t count;

void
rejects_open(const char *path)
{
	if (!path)
		return;
	file = out_open(path);
	out_text(file, TEXT("file\tline\tcolumn\treason\trow\n"));
}

int
rejects_on(void)
{
	return file != NULL;
}

uint64_t
rejects_count(void)
{
	return count;
}

/* One character that cannot stand in a field, or must not be taken for one
 * that could not. */
static void
put_escaped(unsigned char c)
{
	static const char hex[] = "0123456789abcdef";
	static const char odd[] = "\t\r\n\\", letter[] = "trn\\";
	const char *at = c ? strchr(odd, c) : NULL;

	out_char(file, '\\');
	if (at || !c) {
		out_char(file, at ? letter[at - odd] : '0');
		return;
	}
	out_char(file, 'x');
	out_char(file, hex[c >> 4]);
	out_char(file, hex[c & 15]);
}

static void
put_text(struct text t)
{
	size_t valid = 0;	/* up to there it is UTF-8 */

	for (size_t i = 0; i < t.len; i++) {
		if (i >= valid)
			valid = i + utf8_valid(t.s + i, t.len - i);
		if (i >= valid || memchr("\t\r\n\\", t.s[i], 5))
			put_escaped((unsigned char)t.s[i]);
		else
			out_char(file, t.s[i]);
	}
}

void
rejects_put(struct reject r, const struct text *field, size_t n)
{
	char digits[DECIMAL_WIDTH];

	put_text(text_of(r.file));
	out_char(file, '\t');
	out_bytes(file, digits, whole_print(digits, (int64_t)r.line));
	out_char(file, '\t');
	put_text(r.column);
	out_char(file, '\t');
	put_text(r.reason);
	out_char(file, '\t');
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			put_escaped('\t');
		put_text(field[i]);
	}
	out_line(file);
	count++;
}

void
rejects_put_row(const struct block *b)
{
	const struct text row = block_line(b, b->fault_row);
	struct reject r = { b->layout->file, b->line + b->fault_row,
		TEXT(""), text_of(b->fault.text) };

	if (b->fault_column >= 0) {
		r.column = b->layout->names[b->fault_column];
		r.reason = text_of(b->fault_what);
	}
	rejects_put(r, &row, 1);
}

void
rejects_end(uint64_t rows)
{
	if (!file)
		return;
	out_close(file);
	file = NULL;
	if (count == 0 || count < rows)
		return;
	out_done();
	die_hint(REFUSED, "the file of --rejects says why", "every row was "
	    "rejected");
}
