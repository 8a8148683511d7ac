/* border.c - the border in: what the engine hands over and refuses is what a
 * plain loop over the bytes does, for any number of threads, any blocks and
 * any reads */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine.h"
#include "scan.h"
#include "world.h"

/*
 * The input: a byte that chooses; then the table, with one column that is
 * needed and one that may be absent. A field of the first that begins with !
 * is refused, as a value that does not parse.
 */
static const struct wanted wanted[] = { { { "a", 1 }, "customer", 1 },
	{ { "b", 1 }, NULL, 0 } };
enum { WANTED = 2, WORKERS = 8 };

static struct {
	int threads, passes_header, eager;
	const char *header;
} how;
static struct gathered { char *s; size_t len; } of_worker[WORKERS];

static void
add(struct gathered *g, const char *s, size_t len)
{
	g->s = realloc(g->s, g->len + len + 1);
	memcpy(g->s + g->len, s, len);
	g->len += len;
}

/* What stands of a row: both fields, and its line. */
static void
add_row(struct gathered *g, struct text a, struct text b, uint64_t line)
{
	char number[32];

	add(g, a.s, a.len);
	add(g, "\t", 1);
	add(g, b.s, b.len);
	add(g, number, (size_t)sprintf(number, "\t%llu\n",
	    (unsigned long long)line));
}

static int
refused(struct text t)
{
	return t.len > 0 && *t.s == '!';
}

static void
work(void *context, int worker, struct block *b)
{
	const int *at = b->layout->at;
	struct gathered *g = &of_worker[worker];

	(void)context;
	g->len = 0;
	for (uint32_t row = 0; row < b->fault_row; row++) {
		const struct text t = block_field(b, row, at[0]);
		if (refused(t))
			block_refuse(b, row, at[0], "begins with !", NULL);
		else
			add_row(g, t, at[1] < 0 ? (struct text){ "-", 1 }
			    : block_field(b, row, at[1]), b->line + row);
	}
}

static void
emit(void *context, int worker, struct block *b)
{
	(void)context;
	if (b->n > 0)
		(void)!write(1, of_worker[worker].s, of_worker[worker].len);
}

static int
run(int argc, char **argv)
{
	struct engine e = { .files = argv + 1, .n_files = argc - 1,
		.threads = how.threads, .header = how.header,
		.passes_header = how.passes_header, .eager = how.eager,
		.wanted = wanted, .n_wanted = WANTED, .work = work,
		.emit = emit };

	base_start(argv);
	memset(of_worker, 0, sizeof of_worker);	/* of the run before */
	engine_run(&e);
	return 0;
}

/* ---- the plain loop */

static int
next_line(struct bytes *rest, struct text *line)
{
	if (rest->len == 0)
		return 0;
	const struct bytes part = world_part(rest, '\n');
	*line = (struct text){ part.s, part.len };
	return 1;
}

static size_t
split(struct text line, struct text *fields, size_t most)
{
	struct bytes rest = { line.s, line.len };
	size_t n = 0;

	for (;;) {
		const size_t left = rest.len;
		const struct bytes f = world_part(&rest, '\t');
		if (n < most)
			fields[n] = (struct text){ f.s, f.len };
		n++;
		if (f.len == left)
			return n;
	}
}

static int
is_odd(struct text line)
{
	return memchr(line.s, '\r', line.len) || memchr(line.s, '\0', line.len);
}

/* The place of the column, -1; -2 if it stands twice. */
static int
place(const struct text *names, size_t n, struct text name)
{
	int at = -1;

	for (size_t i = 0; i < n; i++)
		if (text_same(names[i], name))
			at = at == -1 ? (int)i : -2;
	return at;
}

struct plain { struct gathered rows; uint64_t fault; };	/* its line; 0: none */

static struct plain
plainly(struct bytes input)
{
	enum { MOST = 1 << 12 };
	static struct text names[MOST], fields[MOST];
	struct plain p = { .fault = 0 };
	struct text line;
	uint64_t number = 1;

	if (input.len >= 3 && !memcmp(input.s, "\xef\xbb\xbf", 3))
		input = (struct bytes){ input.s + 3, input.len - 3 };
	if (how.header)
		line = TEXT("a\tb");
	else if (!next_line(&input, &line)) {
		p.fault = 1;	/* without a line, but no matter */
		return p;
	} else
		number++;
	const size_t n = split(line, names, MOST);
	const int a = place(names, n, wanted[0].name);
	const int b = place(names, n, wanted[1].name);
	if (is_odd(line) || a < 0 || b == -2) {
		p.fault = 1;
		return p;
	}
	for (; next_line(&input, &line); number++) {
		if (is_odd(line) || split(line, fields, MOST) != n
		    || refused(fields[a])) {
			p.fault = number;
			return p;
		}
		add_row(&p.rows, fields[a], b < 0 ? (struct text){ "-", 1 }
		    : fields[b], number);
	}
	return p;
}

/* ---- the two */

static void
compare(const struct world *w, const struct plain *expected)
{
	char *argv[] = { "border", NULL };
	char at[64];

	struct ended e = world_run(w, run, argv);
	world_check(&e, "border");
	world_must(world_same(e.out, (struct bytes){ expected->rows.s,
	    expected->rows.len }), "other rows");
	world_must((expected->fault > 0) == (e.status == 1)
	    && (e.status == 1 || e.status == 0), "another end");
	if (expected->fault > 1) {
		sprintf(at, "border: stdin:%llu: ",
		    (unsigned long long)expected->fault);
		world_must(!strncmp(e.err.s, at, strlen(at)),
		    "another line is refused");
	}
	world_forget(&e);
}

static void
check_scans(struct bytes t)
{
	uint32_t *at[2];
	char *s = malloc(t.len + SCAN_PADDING);
	struct scan first = { 0 };

	memcpy(s, t.s, t.len);
	for (int i = 0; i < 2; i++)
		at[i] = malloc((t.len + SCAN_PADDING) * sizeof **at);
	for (scan_way *const *way = scan_ways(); *way; way++) {
		memset(s + t.len, way == scan_ways() ? '\n' : 0, SCAN_PADDING);
		const struct scan r = (*way)(s, t.len, at[1]);
		if (way == scan_ways()) {
			first = r;
			memcpy(at[0], at[1], r.separators * sizeof **at);
		}
		world_must(r.separators == first.separators && r.lines
		    == first.lines && r.odd == first.odd && !memcmp(at[0],
		    at[1], r.separators * sizeof **at),
		    "ways of scanning differ");
	}
	free(s);
	free(at[0]);
	free(at[1]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	const uint64_t choice = world_choice(data, len);

	if (len == 0)
		return 0;
	struct world w = { .input = { (const char *)data + 1, len - 1 } };
	how.header = *data & 1 ? "a,b" : NULL;
	how.passes_header = *data >> 1 & 1;
	how.eager = *data >> 2 & 1;
	how.threads = 1;
	check_scans(w.input);
	struct plain expected = plainly(w.input);
	compare(&w, &expected);
	w.block = 1 + choice % 70;
	w.reads = choice >> 8 & 1 ? 1 + (choice >> 9) % 40 : 0;
	how.threads = choice >> 16 & 3 ? 1 : WORKERS;
	compare(&w, &expected);
	free(expected.rows.s);
	return 0;
}
