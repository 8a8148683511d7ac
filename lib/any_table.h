#ifndef ANY_TABLE_H
#define ANY_TABLE_H

#include "common.h"
#include "tally.h"

/* A table of any kind: a column summed by the texts of another one. */
struct any_table {
	struct wanted key, value;
	struct wanted less;	/* subtracted from value; no name: nothing */
	int key_needed;		/* rows that have none are left out */
	struct text value_name;	/* for messages */
	/* made here */
	uint64_t lines;
	struct timespec start;
};

struct items any_table_items(struct any_table *, const struct common *,
    char **files, int n_files);
/* --stats, if it was asked for. */
void any_table_stats(const struct any_table *, const struct common *,
    size_t rows);

#endif
