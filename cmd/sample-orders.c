/* sample-orders - make a table of orders as a shop would have it */
#include "base.h"
#include "date.h"
#include "opt.h"
#include "out.h"
#include "sample.h"
#include "sample_csv.h"
#include "sample_tsv.h"

enum { TSV, ECCUBE4, SHOPIFY };
enum { PLAIN, BENCH };
enum { SHORT, LONG };
enum { LINES_LIMIT = 2147483647, DAYS_LIMIT = 36525, PER_ORDER_LIMIT = 1000 };

static int lines = 1000, seed = 1, days = 1095, per_order;
static int format = TSV, preset = PLAIN, ids = SHORT, headless;
static int32_t from;
static const char *output;

static const struct opt options[] = {
	OPT_INT(0, "lines", &lines, 0, LINES_LIMIT, "N",
	    "so many order lines [1000]"),
	OPT_INT(0, "seed", &seed, 0, LINES_LIMIT, "N",
	    "another seed, another shop [1]"),
	OPT_DATE(0, "from", &from, "the first day [2023-01-01]"),
	OPT_INT(0, "days", &days, 1, DAYS_LIMIT, "N",
	    "so many days [1095]"),
	OPT_CHOICE(0, "format", &format, "tsv|eccube4|shopify",
	    "the strict TSV, or a shop's CSV export [tsv]"),
	OPT_CHOICE(0, "preset", &preset, "plain|bench",
	    "all that befalls a shop, or purchases alone [plain]"),
	OPT_INT(0, "lines-per-order", &per_order, 0, PER_ORDER_LIMIT, "N",
	    "exactly so many; 0 is a natural mix [0]"),
	OPT_CHOICE(0, "ids", &ids, "short|long",
	    "O0000000001, or 36 bytes [short]"),
	OPT_FLAG('N', "no-output-header", &headless, "print no header line"),
	OPT_TEXT('o', "output", &output, "FILE",
	    "write to FILE, all or nothing"),
	OPT_END
};
static const struct command command = {
	"make a table of orders as a shop would have it", "", options
};

static void
check(int operands)
{
	if (operands > 0)
		die_hint(MISUSED, "sample-orders --help", "reads no file");
	if (output && !*output)
		opt_misused("output", "names no file");
	if (!opt_given(options, &from))
		from = date_number(2023, 1, 1);
	if (from > LAST_DAY - (days - 1))
		opt_misused("days", "ends after the year 9999");
	if (format != TSV && preset == BENCH)
		opt_misused("preset", "bench is a TSV");
	if (format != TSV && ids == LONG)
		opt_misused("ids", "a CSV has the shop's own");
}

static void
write_tsv(struct sample *shop, struct out *out)
{
	struct sample_tsv tsv = { .out = out, .day = NO_DAY,
		.plain = preset == PLAIN, .long_ids = ids == LONG,
		.seed = (uint64_t)seed };
	const struct sample_order *order;

	if (!headless)
		sample_tsv_head(&tsv);
	while ((order = sample_next(shop)))
		sample_tsv_order(&tsv, order);
	sample_tsv_end(&tsv);
}

static void
write_csv(struct sample *shop, struct out *out)
{
	struct sample_csv csv = { .out = out, .seed = (uint64_t)seed,
		.shop = format == ECCUBE4 ? CSV_ECCUBE4 : CSV_SHOPIFY };
	const struct sample_order *order;

	sample_csv_start(&csv, headless);
	while ((order = sample_next(shop)))
		sample_csv_order(&csv, order);
	sample_csv_end(&csv);
}

int
main(int argc, char **argv)
{
	opt_parse(&argc, argv, &command, NULL);
	check(argc);
	struct sample *shop = sample_new(&(struct sample_plan){
		.lines = lines, .seed = (uint64_t)seed, .from = from,
		.days = days, .per_order = per_order,
		.events = preset == PLAIN, .refunds = format == TSV,
		.whole = format != TSV });
	struct out *out = out_open(output);

	(format == TSV ? write_tsv : write_csv)(shop, out);
	out_close(out);
	sample_free(shop);
	return out_done();
}
