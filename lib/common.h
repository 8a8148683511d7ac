#ifndef COMMON_H
#define COMMON_H

#include <stdint.h>

#include "date.h"
#include "opt.h"
#include "roles.h"

/*
 * The options that mean the same in every command, and the roles.
 *
 * A command keeps one 'static struct common common = COMMON;' and puts the
 * groups of rows that it has the matter for behind its own in its table.
 */
struct common {
	const char *role_list, *status, *header, *null, *output, *rejects;
	int32_t as_of;
	int refunds_drop, unit_day, no_header, stats, japanese, threads;
	struct roles roles;	/* made by common_check */
};
#define COMMON { .as_of = NO_DAY, .null = "" }

#define OPTS_ROLES(c, ...) \
	OPT_TEXT('r', "roles", &(c).role_list, "LIST|@FILE", \
	    "columns of other names: role=column,…", __VA_ARGS__)
#define OPTS_AS_OF(c, ...) \
	OPT_DATE(0, "as-of", &(c).as_of, \
	    "orders dated later have not happened", __VA_ARGS__)
#define OPTS_ORDERS(c, ...) \
	OPT_TEXT(0, "status", &(c).status, "LIST", \
	    "the statuses that count, or all", __VA_ARGS__), \
	OPT_CHOICE(0, "refunds", &(c).refunds_drop, "net|drop", \
	    "refunds lower sums (net), or are left out", __VA_ARGS__), \
	OPT_CHOICE(0, "unit", &(c).unit_day, "order|day", \
	    "day: purchases of one date are one", __VA_ARGS__)
#define OPTS_TABLE(c) \
	OPT_TEXT('H', "header", &(c).header, "LIST", \
	    "the input has no header line: its columns"), \
	OPT_FLAG('N', "no-output-header", &(c).no_header, \
	    "print no header line"), \
	OPT_TEXT(0, "null", &(c).null, "TEXT", \
	    "print none as TEXT ('' or '\\N')"), \
	OPT_TEXT('o', "output", &(c).output, "FILE", \
	    "write FILE, complete or not at all"), \
	OPT_TEXT(0, "rejects", &(c).rejects, "FILE", \
	    "write rows with a fault to FILE, and go on"), \
	OPT_INT(0, "threads", &(c).threads, 1, 256, "N", \
	    "use at most N threads")
#define OPTS_STATS(c) \
	OPT_FLAG(0, "stats", &(c).stats, "counts on standard error")
#define OPTS_LANG(c, ...) \
	OPT_CHOICE(0, "lang", &(c).japanese, "en|ja", \
	    "language of labels", __VA_ARGS__)

/* Checks what parsing could not; to be called behind opt_parse. A wrong list
 * of roles is misuse; a wrong file of them is refused. It is read once, as it
 * may be a pipe. */
void common_check(struct common *);
/* Of an option that names a file to write: NULL, or a name. */
void common_check_file(const char *option, const char *path);
/* Names that the user gave, and made ones (parted by blanks, or NULL): two
 * columns of one name are misuse, as no command would read them. */
void common_check_columns(const struct text *given, size_t n,
    const char *made);

#endif
