#ifndef PARTS_H
#define PARTS_H

#include <stddef.h>

/* Runs part(context, i) for i = 0 … n-1, on at most threads threads, in no
 * order; returns when all are done. For work on columns, after the pass. */
void parts_run(int threads, size_t n, void (*part)(void *, size_t),
    void *context);

/* How many threads: as many as --threads says, 0 for the processors there
 * are; and no more than these. */
enum { THREADS_MOST = 256 };
int parts_threads(int threads);

#endif
