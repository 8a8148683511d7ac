#ifndef PATTERN_H
#define PATTERN_H

#include <stddef.h>

#include "text.h"

/*
 * Regular expressions of PCRE2 over valid UTF-8, not anchored. A pattern is
 * shared; each worker searches with a matcher of its own, which remembers
 * what it found in texts that come again.
 */
struct pattern;
struct matcher;

enum { PATTERN_WHAT = 200 };
/* NULL if it is no pattern: *at says where in it, what says why. */
struct pattern *pattern_new(struct text regex, int caseless, size_t *at,
    char what[PATTERN_WHAT]);

struct matcher *matcher_new(const struct pattern *);
void matcher_free(struct matcher *);	/* NULL is fine */
/* Of n texts, each none (s NULL) or with 16 bytes to read, whether the pattern
 * is found. Returns how many went well: at the next one a limit was reached. */
size_t matcher_search(struct matcher *, const struct text *, size_t n,
    unsigned char *found);

#endif
