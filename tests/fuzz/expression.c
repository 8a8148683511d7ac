/* expression.c - conditions: a table passes through them, or they are refused;
 * what -v keeps is the rest; the same for any number of threads */
#include <stdlib.h>
#include <string.h>

#include "world.h"

/*
 * The input: an expression, or a file of rules behind a first byte of TAB; of
 * customers behind a VT, or, without --as-of, behind a BS; and perhaps a form
 * feed and a table in place of this one.
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
	char customers[] = "--customers", *show = malloc(text.len + 10);
	char *argv[10] = { name, "--threads", (char *)threads };
	int n = 3;

	memcpy(expr, text.s, text.len);
	expr[text.len] = '\0';
	memcpy(show, "--show=x=", 9);
	memcpy(show + 9, expr, text.len + 1);
	if (!option || *option != 'l')
		argv[n++] = as_of;
	if (option && *option == 'r')
		argv[n++] = rules;
	else if (option && *option != '-') {
		argv[n++] = customers;
		argv[n++] = show;
		argv[n++] = end;
		argv[n++] = option[1] == 'v' ? "purchases() > 0" : expr;
	} else {
		if (option)
			argv[n++] = (char *)option;
		argv[n++] = end;
		argv[n++] = expr;
	}
	struct ended e = world_run(w, world_program("segment"), argv);
	world_check(&e, "segment");
	free(expr);
	free(show);
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
	const char *way = len == 0 ? NULL : *data == '\t' ? "rules"
	    : *data == '\v' ? choice & 2 ? "cv" : "c"
	    : *data == '\b' ? choice & 2 ? "lv" : "l" : NULL;

	if (rest.len == 0)
		w.input = (struct bytes){ table, sizeof table - 1 };
	if (way)
		w.file = (struct bytes){ text.s + 1, text.len - 1 };
	const struct bytes expr = way ? w.file : text;
	struct ended one = run(&w, way, expr, "1");
	if (!way && one.status == 0 && choice & 1) {
		struct ended left = run(&w, "-v", text, "1");
		world_must(left.status == 0 && lines(one.out) + lines(left.out)
		    >= lines(w.input), "rows are lost");
		if (w.input.s == table)
			check_rest(w.input, one.out, left.out);
		world_forget(&left);
	}
	if (one.status == 3) {		/* how much fits depends on blocks */
		world_forget(&one);
		return 0;
	}
	w.block = 1 + choice % 90;
	struct ended more = run(&w, way, expr, choice >> 16 & 3 ? "1" : "8");
	world_alike(&one, &more,
	    "threads or blocks change what comes out");
	world_forget(&one);
	world_forget(&more);
	return 0;
}
