/* orders.c - a table of orders through the analyses: a strict TSV or a
 * message comes out, the same for any number of threads, blocks and reads */
#include <string.h>

#include "world.h"

enum { ARGUMENTS = 8 };

/* The first byte of the input chooses one; the table follows. */
static const char *const calls[][ARGUMENTS] = {
	{ "rfm" },
	{ "rfm", "--summary" },
	{ "rfm", "--cross", "--rule", "rank", "--bins", "3" },
	{ "rfm", "--moves-from", "2024-01-31", "--refunds", "drop" },
	{ "rfm", "--rule", "r-rfm", "--unit", "day" },
	{ "rfm", "--as-of", "2024-02-29", "--status", "all" },
	{ "rfm", "--since", "2024-01-15", "--null", "\\N", "-N" },
	{ "cpm" },
	{ "cpm", "--portfolio", "--unit", "day" },
	{ "cpm", "--transitions", "--lag", "1" },
	{ "cpm", "--matrix", "--lag", "2", "--status", "a,none" },
	{ "cpm", "--history", "4", "--prime-amount", "2.5x" },
	{ "rfm", "--as-of", "2024-01-01", "--rule", "rank:fm" },
	{ "rfm", "-H", "customer_id,order_date,amount,order_id" },
	{ "abc-rank" },
	{ "abc-rank", "--by", "order", "--summary" },
	{ "abc-rank", "--by", "product", "--measure", "purchases" },
	{ "abc-rank", "--key", "status", "--value", "amount", "--deciles" },
	{ "abc-rank", "--by", "media", "--concentration" },
	{ "repeat-cohort" },
	{ "repeat-cohort", "--wide", "ltv", "--total" },
	{ "repeat-cohort", "--ladder", "--by", "media" },
	{ "repeat-cohort", "--within", "30,60", "--period", "week" },
	{ "repeat-cohort", "--mode", "rolling", "--unit", "day" },
	{ "ltv-by-media" },
	{ "ltv-by-media", "--period", "month", "--margin", "0.6" },
	{ "ltv-by-media", "--curve", "--first-from", "2024-01-01" },
	{ "rfm", "--rejects", "rejected" },
	{ "abc-rank", "--by", "product", "--rejects", "rejected" },
	{ "rfm", "--cuts-out", "cuts", "--bins", "4", "--rule", "rank" },
};
enum { CALLS = sizeof calls / sizeof *calls };

static struct ended
run(const struct world *w, const char *const *call, const char *threads)
{
	char *argv[ARGUMENTS + 4], word[ARGUMENTS][64];
	int n = 0;

	for (; n < ARGUMENTS && call[n]; n++)
		argv[n] = strcpy(word[n], call[n]);
	argv[n++] = "--threads";
	argv[n++] = (char *)threads;
	argv[n] = NULL;
	struct ended e = world_run(w, world_program(call[0]), argv);
	world_check(&e, call[0]);
	/* 3: it is larger than this world */
	world_must(e.status == 0 || e.status == 3 || e.out.len == 0,
	    "a table that was not finished");
	return e;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	const uint64_t choice = world_choice(data, len);

	if (len == 0)
		return 0;
	struct world w = { .input = { (const char *)data + 1, len - 1 },
		.no_file = 1 };
	const char *const *call = calls[*data % CALLS];
	if (!world_program(call[0]))
		return 0;
	struct ended one = run(&w, call, "1");
	if (one.status == 3) {
		world_forget(&one);
		return 0;
	}
	w.block = 1 + choice % 90;
	w.reads = choice >> 8 & 1 ? 1 + (choice >> 9) % 60 : 0;
	struct ended more = run(&w, call, choice >> 16 & 3 ? "1" : "8");
	world_alike(&one, &more,
	    "threads, blocks or reads change what comes out");
	world_forget(&one);
	world_forget(&more);
	return 0;
}
