#ifndef PARTS_H
#define PARTS_H

#include <stddef.h>

/*
 * The parts of a work side by side, on at most as many threads as --threads
 * says; each call returns when all parts are done. For work on columns,
 * behind the pass over the input.
 */

/* part(context, i) for i = 0 … n-1, in no order. */
void parts_run(size_t n, void (*part)(void *, size_t), void *context);
/* The same with part(context, desk, i) and, behind each part and in their
 * order, one at a time, then(context, desk). A desk, from 0 up to the number
 * of threads, is the part's own until then() has returned. */
void parts_in_order(size_t n, void (*part)(void *, size_t, size_t),
    void (*then)(void *, size_t), void *context);
/* rows(context, piece) for pieces that make up rows 0 … n-1; one piece where
 * there are so few that it would be done before a thread has started. */
enum { PIECES_MOST = 32 };
struct piece { size_t number, from, to; };
void parts_rows(size_t n, void (*rows)(void *, struct piece), void *context);

/* --threads, 0 for the processors there are; said once, at the start. */
enum { THREADS_MOST = 256 };
void parts_set_threads(int threads);
int parts_threads(int threads);		/* how many --threads stands for */

#endif
