#ifndef STATUSES_H
#define STATUSES_H

#include "text.h"

/* Statuses: whether a line counts. Bytes of a status that is neither among
 * --status nor known give STATUS_UNKNOWN. */
enum counts { LEFT_OUT, COUNTS, STATUS_UNKNOWN };
struct statuses { struct text *words; size_t n; int all, given; };
struct statuses statuses_parse(const char *list);
enum counts statuses_count(const struct statuses *, struct text);

#endif
