#ifndef FAULT_H
#define FAULT_H

#include <stdatomic.h>
#include <stddef.h>

#include "end.h"

/*
 * Faults in a program, by a library that is loaded ahead of libc:
 *
 *	LD_PRELOAD=fault.so FAULT=memory rfm orders.tsv
 *
 * runs rfm once without a fault, then again and again, each time in a fork of
 * the process that has not yet come to main: with the first allocation
 * failing, then the second, until there are no more. Each run must end as the
 * kind of fault demands (kinds.c). What did not is told on standard output,
 * and nothing where all is well.
 *
 * FAULT_FILES names the files that the program writes; FAULT_INPUT the one
 * that it reads, where that is to shrink; FAULT_ROWS=1 says that it is a
 * filter, which prints as it reads; FAULT_STATUS how it ends without a fault,
 * where that is not 0.
 */

/* Calls of the program to libc, as the hooks see them. */
enum { ALLOCATION = 1, CALL = 2, BYTE = 4, READ = 8, THREAD = 16, MOMENT = 32 };

/* What a run meets: the n-th of such calls, or moments, is at fault. */
struct plan {
	int at, n;
	int on;			/* and all behind it */
	int error;		/* its errno; 0: that call's usual one */
	int signal;		/* comes then */
	int shrinks;		/* the input does, ahead of the call */
	int again;		/* every other call fails by this errno */
	size_t most;		/* bytes that a call takes; 0: all */
};

/* Known to the run and to who watches it. */
struct shared {
	atomic_int count;	/* of such calls */
	atomic_int met;		/* the fault */
	atomic_size_t taken;	/* bytes of the input, until then */
};
extern struct plan plan;
extern struct shared *shared;
extern int armed;		/* in a run: the hooks are at work */

/* NULL if the run ended well, else what is wrong with its end. expected is
 * the end of a run without fault, on what of the input the run could read. */
typedef const char *verdict(const struct end *expected, const struct end *got,
    const struct plan *);
struct kind {
	const char *name;
	struct plan plan;
	verdict *verdict;
	int last;		/* n = 1 … last; 0: until no fault is met */
	int n_is_most;		/* n is how many bytes a call takes */
	int ignored;		/* a signal that whoever runs it ignores */
	enum { ALL, BYTES, LINES } reads;	/* what it could read */
};
const struct kind *kind_find(const char *name);

#endif
