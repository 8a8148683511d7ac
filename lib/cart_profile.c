/* cart_profile.c - which shop system a header is of */
#include <stdlib.h>

#include "cart_columns.h"
#include "cart_profile.h"

static char *
joined(char *all, const char *separator, const char *name)
{
	char *next = mem_format("%s%s%s", all, *all ? separator : "", name);

	free(all);
	return next;
}

/* eccube4 (注文番号, 明細区分(ID)), shopify (Name, Lineitem name) */
static char *
described(const struct cart_profile *p, const struct names *match)
{
	char *all = mem_text("", 0);

	for (size_t i = 0; i < match->n; i++) {
		char *name = mem_text(match->v[i].s, match->v[i].len);
		all = joined(all, ", ", name);
		free(name);
	}
	char *text = mem_format("%s (%s)", p->name, all);
	free(all);
	return text;
}

const struct cart_map *
cart_profile_detect(const char *file, const struct record *header,
    struct fault *fault)
{
	const struct cart_map *found = NULL;
	char *known = mem_text("", 0), *fit = mem_text("", 0);
	int fits = 0;

	for (const struct cart_profile *p = cart_profiles; p->name; p++) {
		const struct cart_map *map = cart_map_parse(p->name,
		    text_of(p->text));
		char *text = described(p, &map->match);
		known = joined(known, ", ", text);
		free(text);
		if (!cart_columns_match(&map->match, header))
			continue;
		fit = joined(fit, ", ", p->name);
		found = map;
		fits++;
	}
	if (fits == 0) {
		char *all = cart_columns_listed(header);
		fault_set(fault, REFUSED, "%s:%zu: no profile has this header",
		    file, header->line);
		fault_hint(fault, "it has %s; the profiles: %s; --map FILE "
		    "reads any other", all, known);
		free(all);
	} else if (fits > 1) {
		fault_set(fault, REFUSED, "%s:%zu: several profiles have this "
		    "header: %s", file, header->line, fit);
		fault_hint(fault, "--profile NAME says which");
	}
	free(known);
	free(fit);
	return found;
}
