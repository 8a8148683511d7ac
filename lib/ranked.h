#ifndef RANKED_H
#define RANKED_H

#include "any_table.h"
#include "keyed.h"

/*
 * What is ranked and by what: customers, products … by what their orders come
 * to, or the texts of a column of any table by the sum of another column. A
 * command keeps one 'static struct ranked ranked;' and puts OPTS_RANKED into
 * its table.
 */
struct ranked {
	int by, measure;	/* places in the words below */
	const char *key, *value;
	/* made by ranked_check */
	struct text key_name, value_name;
	/* made by ranked_read */
	struct any_table table;
	struct orders *orders;	/* NULL: any table */
};
#define OPTS_RANKED(r) \
	OPT_CHOICE(0, "by", &(r).by, \
	    "customer|product|category|media|shop|order", \
	    "what to rank [customer]"), \
	OPT_TEXT(0, "key", &(r).key, "COLUMN", \
	    "rank the texts of a column of any table"), \
	OPT_CHOICE(0, "measure", &(r).measure, \
	    "amount|margin|quantity|purchases", "by what to rank [amount]"), \
	OPT_TEXT(0, "value", &(r).value, "COLUMN", \
	    "rank by the sum of a column of any table")

/* Which of them, and of the options of orders, exclude one another; what the
 * columns of the keys and the values are called. */
void ranked_check(struct ranked *, const struct common *,
    const struct opt *);
struct items ranked_read(struct ranked *, const struct common *, char **files,
    int n_files);
/* --stats, if it was asked for: behind the output, with its rows. */
void ranked_stats(const struct ranked *, const struct common *, size_t rows);

#endif
