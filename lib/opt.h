#ifndef OPT_H
#define OPT_H

#include <stdint.h>

/*
 * Option tables: one row an option, from which parsing, the synopsis, --help
 * and completion are made.
 *
 * A command's calls (its different outputs) are numbered from 0, the default
 * one, and are chosen by rows with .call; they exclude one another. A row
 * with .only is used in those calls alone (CALL(n) | CALL(m)): in another it
 * is misuse. Options are checked before any input is read, and an option that
 * cannot be repeated may be given once.
 */
enum opt_kind { OPT_END_ROW, OPT_IS_FLAG, OPT_IS_TEXT, OPT_IS_LIST,
	OPT_IS_INT, OPT_IS_DATE, OPT_IS_CHOICE };

struct list { const char **v; int n; };		/* of a repeated option */

struct opt {
	enum opt_kind kind;
	int letter;			/* or 0 */
	const char *name;
	void *to;
	const char *arg, *help;		/* arg of a choice: its words, a|b */
	int least, most;
	int call;			/* this option chooses the call */
	unsigned only;			/* calls that use it; 0: all */
};
#define CALL(n) (1u << (n))

/* Constructors check their target's type. FLAG: int, set to 1. INT: int.
 * DATE: int32_t, a day. CHOICE: int, the place of the word in "net|drop".
 * Fields may follow: OPT_FLAG(0, "list", &l, "…", .only = CALL(MOVES)). */
#define OPT_FLAG(letter_, name_, to_, help_, ...) \
	{ .kind = OPT_IS_FLAG, .letter = letter_, .name = name_, \
	  .to = _Generic((to_), int *: (to_)), .help = help_, __VA_ARGS__ }
#define OPT_TEXT(letter_, name_, to_, arg_, help_, ...) \
	{ .kind = OPT_IS_TEXT, .letter = letter_, .name = name_, \
	  .to = (void *)_Generic((to_), const char **: (to_)), \
	  .arg = arg_, .help = help_, __VA_ARGS__ }
#define OPT_LIST(letter_, name_, to_, arg_, help_, ...) \
	{ .kind = OPT_IS_LIST, .letter = letter_, .name = name_, \
	  .to = _Generic((to_), struct list *: (to_)), \
	  .arg = arg_, .help = help_, __VA_ARGS__ }
#define OPT_INT(letter_, name_, to_, least_, most_, arg_, help_, ...) \
	{ .kind = OPT_IS_INT, .letter = letter_, .name = name_, \
	  .to = _Generic((to_), int *: (to_)), .least = least_, \
	  .most = most_, .arg = arg_, .help = help_, __VA_ARGS__ }
#define OPT_DATE(letter_, name_, to_, help_, ...) \
	{ .kind = OPT_IS_DATE, .letter = letter_, .name = name_, \
	  .to = _Generic((to_), int32_t *: (to_)), .arg = "DATE", \
	  .help = help_, __VA_ARGS__ }
#define OPT_CHOICE(letter_, name_, to_, words_, help_, ...) \
	{ .kind = OPT_IS_CHOICE, .letter = letter_, .name = name_, \
	  .to = _Generic((to_), int *: (to_)), .arg = words_, \
	  .help = help_, __VA_ARGS__ }
#define OPT_END { .kind = OPT_END_ROW }

struct command {
	const char *purpose;		/* as in the manual's NAME */
	const char *operands;		/* "[FILE ...]" */
	const struct opt *options;
};

/* Parses; the operands are argv[0 … *argc - 1] of the returned array. The
 * call that was chosen goes to *call (may be NULL). --help and --version
 * print and exit. */
char **opt_parse(int *argc, char **argv, const struct command *, int *call);
int opt_given(const struct opt *options, const void *to);
/* For opt_parse: the call that was chosen; --help and --version, then exit. */
int opt_call(const struct opt *options, const unsigned char *given);
_Noreturn void opt_help(const struct command *);
_Noreturn void opt_version(void);
/* A wrong value or combination: exit 2, '--NAME: WHAT'. */
_Noreturn void opt_misused(const char *name, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

#endif
