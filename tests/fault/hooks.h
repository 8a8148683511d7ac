#ifndef HOOKS_H
#define HOOKS_H

#include <dlfcn.h>
#include <errno.h>

#include "fault.h"

/*
 * What each hook asks: a call to libc by its name, that first looks whether
 * the plan has a fault for it.
 */
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* Between any two calls: a signal may come. */
void moment(void);
/* Whether the fault of the plan is now. */
int is_now(int what);
/* The same, with errno set: to the plan's, else the usual one. */
int fails(int what, int usual);
/* Whether this call fails by that error, as the plan has it for every other
 * one. turn is the caller's own. */
int comes_again(int error, int *turn);
#define AGAIN(error) \
	({ static _Thread_local int turn; comes_again(error, &turn); })

#endif
