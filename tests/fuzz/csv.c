/* csv.c - a shop's export: a strict TSV that rfm's reader takes, or a message
 * behind the rows ahead of the fault; the same for any reads */
#include <string.h>

#include "world.h"

enum { ARGUMENTS = 6 };
static const char map[] =
    "order=o\ncustomer=c|m\ndate=d\nproduct=p\nquantity=q\nprice=y\n"
    "discount=x\nkind=k\nkind:1=goods\nkind:2=shipping\nkind:3=discount\n"
    "status=s\nstatus:1=paid\nstatus:2=cancelled\nstatus?z=returned\n"
    "refund=r\nfill=o\nkeep=n\n"
    "optional=customer,quantity,discount,kind,status,status?,refund\n";

/* The first byte of the input chooses one; the export follows. */
static const char *const calls[][ARGUMENTS] = {
	{ "from-cart" },
	{ "from-cart", "--profile", "eccube4", "--fees", "all" },
	{ "from-cart", "--profile", "shopify", "--fees", "all" },
	{ "from-cart", "--map", "map", "--fees", "all" },
	{ "from-cart", "--map", "map", "--null", "\\N", "-N" },
	{ "from-cart", "--map", "map", "--encoding", "cp932" },
	{ "from-cart", "--map", "map", "--encoding", "euc-jp" },
	{ "from-cart", "--map", "map", "--encoding", "utf-16" },
	{ "from-cart", "--map", "map", "--encoding", "utf-8" },
	{ "from-cart", "--map", "map", "--encoding", "iso-2022-jp" },
};
enum { CALLS = sizeof calls / sizeof *calls };

static struct ended
run(const struct world *w, const char *const *call)
{
	char *argv[ARGUMENTS + 1], word[ARGUMENTS][64];
	int n = 0;

	for (; n < ARGUMENTS && call[n]; n++)
		argv[n] = strcpy(word[n], call[n]);
	argv[n] = NULL;
	struct ended e = world_run(w, world_program(call[0]), argv);
	world_check(&e, call[0]);
	return e;
}

/* Each row is one that segment reads, its date and amount too. */
static void
check_read_back(struct bytes table)
{
	char name[] = "segment", expr[] = "line =~ /^[1-9]/ or amount = 0";
	char dated[] = "line =~ /^[1-9]/ or amount = 0 or order_date is none";
	const size_t header = strcspn(table.s, "\n");
	char *argv[] = { name, memmem(table.s, header, "\torder_date\t", 12)
	    ? dated : expr, NULL };
	const struct world w = { .input = table, .no_file = 1 };
	struct ended e = world_run(&w, world_program(name), argv);

	world_alike(&(struct ended){ .out = table, .err.s = "",
	    .files.s = "" }, &e,
	    "what is converted is not read");
	world_forget(&e);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	const uint64_t choice = world_choice(data, len);

	if (len == 0)
		return 0;
	struct world w = { .input = { (const char *)data + 1, len - 1 },
		.file = { map, sizeof map - 1 } };
	const char *const *call = calls[*data % CALLS];
	struct ended one = run(&w, call);
	if (one.status == 0 && *data % CALLS != 4)
		check_read_back(one.out);
	w.reads = 1 + choice % 20;
	struct ended more = run(&w, call);
	world_alike(&one, &more,
	    "how it is read changes what comes out");
	world_forget(&one);
	world_forget(&more);
	return 0;
}
