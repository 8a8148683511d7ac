/* from-cart - convert a shop system's CSV export to order lines */
#include <string.h>

#include "base.h"
#include "cart.h"
#include "common.h"
#include "encoding.h"
#include "input.h"
#include "rejects.h"

enum { CONVERT, PRINT };

static const char *profile = "auto", *map_file, *print_map, *encoding, *fees;
static struct common common = COMMON;

static const struct opt options[] = {
	OPT_TEXT(0, "profile", &profile, "NAME",
	    "the shop system: auto, eccube4, shopify", .only = CALL(CONVERT)),
	OPT_TEXT(0, "map", &map_file, "FILE",
	    "what the columns mean, for any other", .only = CALL(CONVERT)),
	OPT_TEXT(0, "print-map", &print_map, "NAME",
	    "print a profile as such a file", .call = PRINT),
	OPT_TEXT(0, "encoding", &encoding, "NAME",
	    "auto, utf-8, cp932, euc-jp, …", .only = CALL(CONVERT)),
	OPT_TEXT(0, "fees", &fees, "LIST",
	    "keep what is no goods: all, or shipping,fee,…",
	    .only = CALL(CONVERT)),
	OPT_FLAG('N', "no-output-header", &common.no_header,
	    "print no header line", .only = CALL(CONVERT)),
	OPT_TEXT(0, "null", &common.null, "TEXT",
	    "print none as TEXT ('' or '\\N')", .only = CALL(CONVERT)),
	OPT_TEXT('o', "output", &common.output, "FILE",
	    "write FILE, complete or not at all"),
	OPT_TEXT(0, "rejects", &common.rejects, "FILE",
	    "write rows with a fault to FILE, and go on",
	    .only = CALL(CONVERT)),
	OPT_INT(0, "threads", &common.threads, 1, 256, "N",
	    "for likeness: one thread does it", .only = CALL(CONVERT)),
	OPT_FLAG(0, "stats", &common.stats, "counts on standard error",
	    .only = CALL(CONVERT)),
	OPT_END
};
static const struct command command = {
	"convert a shop system's CSV export to order lines", "[FILE ...]",
	options
};

static int
print_profile(int operands)
{
	const struct cart_profile *p = cart_profile(print_map);

	if (!p)
		opt_misused("print-map", "%s is not one of %s",
		    text_quoted(text_of(print_map)), cart_profile_names());
	if (operands > 0)
		opt_misused("print-map", "reads no FILE");
	struct out *out = out_open(common.output);
	out_text(out, text_of(p->text));
	out_close(out);
	return out_done();
}

/* NULL: the one that the header of each file tells */
static const struct cart_map *
choose_map(void)
{
	size_t len;

	if (map_file && opt_given(options, &profile))
		opt_misused("map", "excludes --profile");
	if (map_file) {
		const char *text = input_whole(map_file, &len);
		return cart_map_parse(input_name(map_file),
		    (struct text){ text, len });
	}
	if (!strcmp(profile, "auto"))
		return NULL;
	const struct cart_profile *p = cart_profile(profile);
	if (!p)
		opt_misused("profile", "%s is not one of auto, %s",
		    text_quoted(text_of(profile)), cart_profile_names());
	return cart_map_parse(p->name, text_of(p->text));
}

int
main(int argc, char **argv)
{
	int call;
	char **files = opt_parse(&argc, argv, &command, &call);

	common_check(&common);
	if (call == PRINT)
		return print_profile(argc);
	if (encoding && !encoding_known(encoding))
		opt_misused("encoding", "%s is not known",
		    text_quoted(text_of(encoding)));
	/* the options are checked before the map is read */
	const unsigned kept = cart_fees(fees);
	const struct cart_map *map = choose_map();
	const struct cart_how how = { .map = map, .encoding = encoding,
		.fees = kept, .null = common.null,
		.no_header = common.no_header,
		.out = out_open(common.output) };
	struct cart *cart = cart_new(&how);
	rejects_open(common.rejects);
	if (argc == 0)
		cart_read(cart, "-");
	for (int i = 0; i < argc; i++)
		cart_read(cart, files[i]);
	cart_end(cart);
	if (common.stats)
		cart_print_counts(cart);
	return out_done();
}
