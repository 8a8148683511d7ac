/* memory.c - memory and threads, and none to be had */
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "hooks.h"

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);

#define ALLOCATE(call) \
	moment(); \
	void *p = fails(ALLOCATION, ENOMEM) ? NULL : call; \
	moment(); \
	return p

void *
malloc(size_t size)
{
	ALLOCATE(__libc_malloc(size));
}

void *
calloc(size_t n, size_t size)
{
	ALLOCATE(__libc_calloc(n, size));
}

void *
realloc(void *old, size_t size)
{
	ALLOCATE(__libc_realloc(old, size));
}

void *
mmap(void *at, size_t len, int prot, int flags, int fd, off_t offset)
{
	moment();
	void *p = fails(ALLOCATION, ENOMEM) ? MAP_FAILED
	    : REAL(mmap)(at, len, prot, flags, fd, offset);
	moment();
	return p;
}

int
pthread_create(pthread_t *thread, const pthread_attr_t *attr,
    void *(*main)(void *), void *arg)
{
	moment();
	const int error = is_now(THREAD) ? EAGAIN
	    : REAL(pthread_create)(thread, attr, main, arg);
	moment();
	return error;
}
