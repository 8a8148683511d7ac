/* block - rows and fields, and the first row that is none */
#include <stdlib.h>
#include <string.h>

#include "block.h"
#include "scan.h"
#include "tap.h"

static struct text names[] = { TEXT("a"), TEXT("b"), TEXT("c") };
static struct layout layout = { .file = "t", .columns = 3, .names = names };

static struct block
block_of(const char *text, size_t len, size_t start)
{
	struct block b = { .layout = &layout, .len = start + len,
		.room = start + len, .start = start };

	b.text = malloc(b.room + SCAN_PADDING);
	memset(b.text, '\t', b.room + SCAN_PADDING);
	memcpy(b.text + start, text, len);
	return b;
}

static void
release(struct block *b)
{
	free(b->text);
	free(b->at_memory);
}

/* The rows ahead of the first that is none, by looking at each byte; their
 * fields must be b's. */
static int
agrees(const struct block *b, const char *text, size_t len)
{
	const size_t columns = b->layout->columns;
	uint32_t row = 0;
	size_t from = 0, line = 0, field = 0;
	int odd = 0, same = 1;

	for (size_t i = 0; i < len; i++) {
		odd |= text[i] == '\r' || text[i] == '\0';
		if (text[i] != '\n')
			continue;
		for (field = 0, line = from; line <= i; line++)
			field += text[line] == '\t' || text[line] == '\n';
		if (odd || field != columns)
			return same && b->n == row && b->fault_row == row
			    && b->fault.status == REFUSED;
		for (field = 0; field < columns; field++) {
			const size_t n = strcspn(text + from, "\t\n");
			const struct text t = block_field(b, row, (int)field);
			same &= row < b->n && t.len == n
			    && !memcmp(t.s, text + from, n);
			from += n + 1;
		}
		row++;
	}
	return same && b->n == row && b->fault_row == row && b->lines == row
	    && b->fault.status == DONE;
}

static void
check_random(void)
{
	/* rows, sometimes with one thing too many */
	static const char *const pieces[] = { "x\ty\tz\n", "\t\t\n",
		"\\N\tlong enough for more than one word\t\n", "1\t2\t3\n" };
	static const char *const faults[] = { "\n", "x\ty\n", "x\ty\tz\t\n",
		"x\ty\tz\r\n", "x\r\ty\tz\n", "x\ty\n", "\t\t\t\t\t\n" };
	char text[2000];
	int wrong = 0;

	for (int i = 0; i < 20000; i++) {
		size_t len = 0;
		for (int rows = random_below(20); rows > 0; rows--) {
			const char *s = random_below(60) ? pieces[
			    random_below(4)] : faults[random_below(7)];
			strcpy(text + len, s);
			len += strlen(s);
		}
		struct block b = block_of(text, len, (size_t)random_below(9));
		if (len > 0)
			block_cut(&b);
		wrong += len > 0 && !agrees(&b, text, len);
		release(&b);
	}
	ok(wrong == 0, "rows, fields and the first fault");
}

static void
says(const char *text, size_t len, const char *what)
{
	struct block b = block_of(text, len, 0);

	block_cut(&b);
	ok(b.fault.status == REFUSED && b.fault_row == 1 && b.n == 1
	    && !strcmp(b.fault.text, what), what);
	release(&b);
}

static void
check_refusals(void)
{
	struct block b = block_of("a\tb\tc\nd\te\tf\ng\th\ti\n", 18, 0);

	block_cut(&b);
	block_refuse(&b, 1, 1, "wrong", "do it");
	ok(!strcmp(b.fault.text, "b: wrong: 'e'")
	    && !strcmp(b.fault.hint, "do it"), "a value is refused");
	block_refuse(&b, 2, 0, "worse", NULL);
	block_refuse(&b, 1, 2, "worse", NULL);
	ok(!strcmp(b.fault.text, "b: wrong: 'e'"), "later ones do not matter");
	block_refuse(&b, 1, 0, "first", NULL);
	ok(!strcmp(b.fault.text, "a: first: 'd'") && !b.fault.hint[0],
	    "one ahead in the row does");
	block_refuse(&b, 0, 2, "ahead", NULL);
	ok(!strcmp(b.fault.text, "c: ahead: 'c'") && b.fault_row == 0
	    && b.fault_column == 2, "and one in a row ahead");
	release(&b);
}

int
main(void)
{
	check_random();
	says("x\ty\tz\nx\n", 8, "1 field where the header has 3");
	says("x\ty\tz\n\n", 7, "1 field where the header has 3");
	says("x\ty\tz\n\t\t\t\n", 10, "4 fields where the header has 3");
	says("x\ty\tz\n\t\t\r\n", 10, "the line ends in CR LF");
	says("x\ty\tz\n\r\t\t\n", 10, "CR in the line");
	says("x\ty\tz\n\0\t\t\n", 10, "NUL byte in the line");
	says("x\ty\tz\n\r\r\n", 9, "CR in the line");
	check_refusals();
	ok(text_none(TEXT("")) && text_none(TEXT("\\N"))
	    && !text_none(TEXT("\\n")) && !text_none(TEXT("\\N "))
	    && !text_none(TEXT(" ")), "none");
	return done();
}
