#ifndef DAYS_H
#define DAYS_H

#include <stddef.h>

#include "col.h"
#include "date.h"
#include "opt.h"

/* Numbers of days, strictly ascending, as options list them: 30,60,90. */
struct days { size_t n; int *v; };
/* Of the option of that name; anything else is misuse. */
struct days days_parse(const char *option, const char *list);
/* step, twice step, … up to last; and all days of both lists. */
struct days days_every(int step, int last);
struct days days_both(struct days, struct days);
/* The days over and over: n rows. */
struct col *days_col(struct days, size_t n);

/* Customers first won from one day to another; NO_DAY: no bound. */
struct span { int32_t from, to; };
#define SPAN { NO_DAY, NO_DAY }
#define OPTS_SPAN(s) \
	OPT_DATE(0, "first-from", &(s).from, \
	    "customers first won on that day or later"), \
	OPT_DATE(0, "first-to", &(s).to, \
	    "customers first won on that day or earlier")
/* To be called behind opt_parse. */
void span_check(struct span);

#endif
