/* opt.c - option tables over getopt_long: parsing */
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "date.h"
#include "opt.h"
#include "text.h"

enum { OPTIONS_MOST = 64, LONG_ONLY = 256, HELP = 1000, VERSION };

static unsigned char given[OPTIONS_MOST];

static size_t
count(const struct opt *o)
{
	size_t n = 0;

	while (o[n].kind != OPT_END_ROW)
		n++;
	return n;
}

void
opt_misused(const char *name, const char *fmt, ...)
{
	char what[300];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof what, fmt, ap);
	va_end(ap);
	char *hint = mem_format("%s --help", base_program());
	die_hint(MISUSED, hint, "--%s: %s", name, what);
}

static int
choice(const struct opt *p, const char *value)
{
	size_t n;
	int found = -1;
	struct text *words = text_split(text_of(p->arg), '|', &n);

	for (size_t i = 0; i < n; i++)
		if (text_same(words[i], text_of(value)))
			found = (int)i;
	free(words);
	if (found < 0)
		opt_misused(p->name, "%s is not one of %s",
		    text_quoted(text_of(value)), p->arg);
	return found;
}

static int
integer(const struct opt *p, const char *value)
{
	int64_t v = 0;
	size_t i;

	for (i = 0; value[i] >= '0' && value[i] <= '9' && i < 10; i++)
		v = v * 10 + (value[i] - '0');
	if (i == 0 || value[i] || v < p->least || v > p->most)
		opt_misused(p->name, "%s is not a whole number from %d to %d",
		    text_quoted(text_of(value)), p->least, p->most);
	return (int)v;
}

static void
set(const struct opt *p, const char *value)
{
	struct list *l = p->to;

	switch (p->kind) {
	case OPT_IS_FLAG:
		*(int *)p->to = 1;
		break;
	case OPT_IS_TEXT:
		*(const char **)p->to = value;
		break;
	case OPT_IS_LIST:
		l->v = mem_grow(l->v, (size_t)l->n + 1, sizeof *l->v);
		l->v[l->n++] = value;
		break;
	case OPT_IS_INT:
		*(int *)p->to = integer(p, value);
		break;
	case OPT_IS_DATE:
		*(int32_t *)p->to = date_day(value, strlen(value));
		if (*(int32_t *)p->to == NO_DAY)
			opt_misused(p->name, "not a date (YYYY-MM-DD): %s",
			    text_quoted(text_of(value)));
		break;
	default:
		*(int *)p->to = choice(p, value);
	}
}

/* An option that getopt_long does not know, or not so */
static _Noreturn void
unknown(const struct command *c, int why, const char *word)
{
	struct text names[OPTIONS_MOST + 2] = { TEXT("help"),
		TEXT("version") };
	const size_t n = count(c->options) + 2;
	char *hint = mem_format("%s --help", base_program());
	const char letter[] = { '-', (char)optopt, 0 };
	char quoted[QUOTE_WIDTH];

	if (why == ':')
		die_hint(MISUSED, hint, "%s: needs a value", word);
	/* of a cluster getopt has not yet left the word */
	if ((optopt > 0 && optopt < LONG_ONLY) || strncmp(word, "--", 2)
	    || !word[2])
		die_hint(MISUSED, hint, "unknown option %s",
		    text_quote(quoted, letter, 2));
	const struct text w = { word + 2, strcspn(word + 2, "=") };
	for (size_t i = 0; i < n; i++) {
		if (i >= 2)
			names[i] = text_of(c->options[i - 2].name);
		if (text_same(names[i], w))
			die_hint(MISUSED, hint, "--%.*s: takes no value",
			    (int)w.len, w.s);
	}
	const int near = text_closest(w, names, n);
	if (near >= 0)
		hint = mem_format("perhaps --%s", names[near].s);
	die_hint(MISUSED, hint, "unknown option %s",
	    text_quote(quoted, word, w.len + 2));
}

/* getopt_long takes any beginning of a name; a script that relied on one
 * would break when an option is added. */
static void
refuse_shortened(const struct command *c, const char *name, const char *word)
{
	const char *equals = strchr(word, '=');
	const size_t len = equals ? (size_t)(equals - word) : strlen(word);

	if (!strncmp(word, "--", 2)
	    && (len - 2 != strlen(name) || strncmp(word + 2, name, len - 2)))
		unknown(c, '?', word);
}

static void
tables(const struct command *c, struct option *longs, char *shorts)
{
	size_t i;

	*shorts++ = ':';
	for (i = 0; c->options[i].kind != OPT_END_ROW; i++) {
		const struct opt *p = &c->options[i];
		const int arg = p->kind != OPT_IS_FLAG && p->arg;
		longs[i] = (struct option){ p->name, arg, NULL,
		    LONG_ONLY + (int)i };
		if (p->letter) {
			*shorts++ = (char)p->letter;
			if (arg)
				*shorts++ = ':';
		}
	}
	longs[i++] = (struct option){ "help", 0, NULL, HELP };
	longs[i++] = (struct option){ "version", 0, NULL, VERSION };
	longs[i] = (struct option){ 0 };
	*shorts++ = 'h';
	*shorts = '\0';
}

static size_t
row_of(const struct opt *o, int code)
{
	size_t i = 0;

	if (code >= LONG_ONLY)
		return (size_t)code - LONG_ONLY;
	while (o[i].letter != code)
		i++;
	return i;
}

char **
opt_parse(int *argc, char **argv, const struct command *c, int *call)
{
	struct option longs[OPTIONS_MOST + 3];
	char shorts[3 * OPTIONS_MOST];
	int code;

	base_start(argv);
	/* no environment variable changes what a program does */
	unsetenv("POSIXLY_CORRECT");
	tables(c, longs, shorts);
	opterr = 0;
	for (;;) {
		int index = -1;
		code = getopt_long(*argc, argv, shorts, longs, &index);
		if (code == -1)
			break;
		/* the word taken stands before optind, and its value between */
		if (index >= 0)
			refuse_shortened(c, longs[index].name, argv[optind - 1
			    - (optarg == argv[optind - 1])]);
		if (code == '?' || code == ':')
			unknown(c, code, argv[optind - 1]);
		if (code == 'h' || code == HELP)
			opt_help(c);
		if (code == VERSION)
			opt_version();
		const size_t i = row_of(c->options, code);
		if (given[i] && c->options[i].kind != OPT_IS_LIST)
			opt_misused(c->options[i].name, "given twice");
		given[i] = 1;
		set(&c->options[i], optarg);
	}
	const int chosen = opt_call(c->options, given);
	if (call)
		*call = chosen;
	*argc -= optind;
	return argv + optind;
}

int
opt_given(const struct opt *options, const void *to)
{
	size_t i = 0;

	while (options[i].to != to)
		i++;
	return given[i];
}
