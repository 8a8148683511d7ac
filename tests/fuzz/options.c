/* options.c - command lines: what is asked for or a message, and no file that
 * was not named */
#include <stdlib.h>
#include <string.h>

#include "world.h"

/*
 * The input: a command and its arguments, one a line; behind an empty line
 * what any file is that they name. Standard input is this table.
 */
static const char table[] =
    "order_id\tcustomer_id\torder_date\tamount\tmedia\tstatus\n"
    "1\ta\t2024-01-31\t100\ttv\tpaid\n"
    "2\tb\t2024-02-29 10:11:12\t-3.25\tweb\t\n"
    "2\tb\t2024-02-29\t30\tweb\tshipped\n"
    "3\ta\t2023-12-31T23:59\t20.5\ttv\tpaid\n"
    "4\t\t2024-01-01\t1\ttv\tcancelled\n"
    "5\tlonger-than-sixteen-bytes\t2024-03-31\t0\ttv\tpending\n";
enum { WORDS = 20 };

/* Numbers that only take long: as many dates, days or lines as they say */
static int
takes_long(const char *command, const char *word)
{
	const int many = !strcmp(command, "cpm")
	    || !strcmp(command, "sample-orders");
	int digits = 0;

	for (; many && *word; word++) {
		digits = *word >= '0' && *word <= '9' ? digits + 1 : 0;
		if (digits > 3)
			return 1;
	}
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	char *copy = malloc(len + 1), *argv[WORDS + 1];
	struct bytes rest = { copy, len };
	int n = 0, stop = 0;

	memcpy(copy, data, len);
	copy[len] = '\0';
	while (n < WORDS && rest.len > 0) {
		const struct bytes word = world_part(&rest, '\n');
		if (word.len == 0)
			break;
		argv[n] = (char *)word.s;
		argv[n++][word.len] = '\0';
	}
	argv[n] = NULL;
	program *p = n > 0 ? world_program(argv[0]) : NULL;
	for (int i = 1; i < n; i++)
		stop |= takes_long(argv[0], argv[i]);
	if (p && !stop) {
		const char *name = argv[0];
		struct ended e = world_run(&(struct world){
			.input = { table, sizeof table - 1 }, .file = rest },
		    p, argv);
		if (e.status || !memmem(e.out.s, e.out.len, name, strlen(name)))
			world_check(&e, name);
		world_forget(&e);
	}
	free(copy);
	return 0;
}
