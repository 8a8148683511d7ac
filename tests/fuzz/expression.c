/* expression.c - conditions: a table passes through them, or they are refused;
 * what -v keeps is the rest; the same for any number of threads */
#include <stdlib.h>
#include <string.h>

#include "world.h"

/*
 * The input: an expression, or a file of rules behind a first byte of TAB;
 * and perhaps a form feed and a table in place of this one.
 */
static const char table[] =
    "order_id\tcustomer_id\torder_date\tamount\tmedia\tx\ty\n"
    "1\ta\t2024-01-31\t100\ttv\t2.50\t2024-02-29\n"
    "2\tb\t2024-02-29 10:11:12\t-3.25\tWeb\t\\N\t\n"
    "3\ta\t2023-12-31T23:59\t\tチラシ\t-0.000001\tT\n"
    "4\t\t0001-01-01\t999999999999\t\t0\t\xef\xbc\x91\n"
    "5\tlonger-than-sixteen-bytes\t9999-12-31\t0\ttv\t999999999999.999999\t7\n";

static struct ended
run(const struct world *w, const char *option, struct bytes text,
    const char *threads)
{
	char *expr = malloc(text.len + 1);
	char name[] = "segment", as_of[] = "--as-of=2024-03-31";
	char end[] = "--", rules[] = "--rules=rules";
	char *argv[10] = { name, as_of, "--threads", (char *)threads };
	int n = 4;

	memcpy(expr, text.s, text.len);
	expr[text.len] = '\0';
	if (option && *option == 'r')
		argv[n++] = rules;
	else {
		if (option)
			argv[n++] = (char *)option;
		argv[n++] = end;
		argv[n++] = expr;
	}
	struct ended e = world_run(w, world_program("segment"), argv);
	world_check(&e, "segment");
	free(expr);
	return e;
}

static size_t
lines(struct bytes t)
{
	size_t n = 0;

	for (size_t i = 0; i < t.len; i++)
		n += t.s[i] == '\n';
	return n;
}

/* What a condition keeps and what it does not are the table, in its order. */
static void
check_rest(struct bytes all, struct bytes kept, struct bytes rest)
{
	int row = 0;

	while (all.len > 0) {
		const struct bytes line = world_part(&all, '\n');
		const struct bytes a = kept, b = rest;
		const struct bytes k = world_part(&kept, '\n');
		if (world_same(line, k) && (row > 0 || 1)) {
			/* the header stands in both */
			if (row++ == 0)
				world_part(&rest, '\n');
			continue;
		}
		kept = a;
		rest = b;
		world_must(world_same(line, world_part(&rest, '\n')),
		    "a row is neither kept nor left");
		row++;
	}
	world_must(kept.len == 0 && rest.len == 0, "rows of no table");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	const uint64_t choice = world_choice(data, len);
	struct bytes rest = { (const char *)data, len };
	const struct bytes text = world_part(&rest, '\f');
	struct world w = { .input = rest, .file = text };
	const char *way = len > 0 && *data == '\t' ? "rules" : NULL;

	if (rest.len == 0)
		w.input = (struct bytes){ table, sizeof table - 1 };
	if (way)
		w.file = (struct bytes){ text.s + 1, text.len - 1 };
	struct ended one = run(&w, way, text, "1");
	if (!way && one.status == 0 && choice & 1) {
		struct ended left = run(&w, "-v", text, "1");
		world_must(left.status == 0 && lines(one.out) + lines(left.out)
		    >= lines(w.input), "rows are lost");
		if (w.input.s == table)
			check_rest(w.input, one.out, left.out);
		world_forget(&left);
	}
	w.block = 1 + choice % 90;
	struct ended more = run(&w, way, text, choice >> 16 & 3 ? "1" : "8");
	world_alike(&one, &more,
	    "threads or blocks change what comes out");
	world_forget(&one);
	world_forget(&more);
	return 0;
}
