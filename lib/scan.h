#ifndef SCAN_H
#define SCAN_H

#include <stddef.h>
#include <stdint.h>

/*
 * Where the separators of a block of strict TSV are. The one seam for SIMD:
 * each processor's way gives the same answer, and scan() takes the best one
 * that this processor has.
 */
struct scan {
	size_t separators;	/* TAB and LF; their offsets were written */
	size_t lines;		/* LF */
	size_t odd;		/* offset of the first CR or NUL, len if none */
};

enum { SCAN_PADDING = 64 };	/* readable bytes behind len */

/* at has room for len offsets and SCAN_PADDING more; len below 2^32. */
struct scan scan(const char *s, size_t len, uint32_t *at);

typedef struct scan scan_way(const char *s, size_t len, uint32_t *at);
/* All ways that this processor has, for tests; ended by NULL. */
scan_way *const *scan_ways(void);

#endif
