/* left.c - what a program leaves behind that counts on its end */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <iconv.h>
#include <pcre2.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "left.h"

/*
 * Every such function is wrapped by the linker (Makefile): what it gives
 * during a run is noted in a table, by its address.
 */
enum kind { FREE_SLOT, HEAP, PAGES, CODE, LIMITS, DATA, STACK, TABLE };
struct left { void *at; size_t len; enum kind kind; };

static struct left *slots;
static size_t n_slots, n_left;		/* a power of two; those in use */
static int noting;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void *__real_malloc(size_t);
void *__real_calloc(size_t, size_t);
void *__real_realloc(void *, size_t);
void __real_free(void *);

static size_t
slot_of(const void *at)
{
	size_t i = ((uintptr_t)at >> 4) * 0x9e3779b97f4a7c15u >> 20;

	for (i &= n_slots - 1; slots[i].kind && slots[i].at != at;)
		i = (i + 1) & (n_slots - 1);
	return i;
}

static void
grow(void)
{
	struct left *old = slots;
	const size_t n = n_slots;

	n_slots = n ? 2 * n : 1024;
	slots = __real_calloc(n_slots, sizeof *slots);
	for (size_t i = 0; i < n; i++)
		if (old[i].kind)
			slots[slot_of(old[i].at)] = old[i];
	__real_free(old);
}

static void *
note(enum kind kind, void *at, size_t len)
{
	if (!noting || !at)
		return at;
	pthread_mutex_lock(&lock);
	if (2 * n_left >= n_slots)
		grow();
	slots[slot_of(at)] = (struct left){ at, len, kind };
	n_left++;
	pthread_mutex_unlock(&lock);
	return at;
}

static void
forget(const void *at)
{
	if (!noting || !at)
		return;
	pthread_mutex_lock(&lock);
	size_t i = slot_of(at);
	const int known = slots[i].kind != FREE_SLOT;
	n_left -= (size_t)known;
	/* what stands behind moves up to where it is looked for */
	while (known) {
		slots[i].kind = FREE_SLOT;
		size_t k = i;
		do
			k = (k + 1) & (n_slots - 1);
		while (slots[k].kind && slot_of(slots[k].at) == k);
		if (!slots[k].kind)
			break;
		slots[slot_of(slots[k].at)] = slots[k];
		i = k;
	}
	pthread_mutex_unlock(&lock);
}

static void
release(struct left l)
{
	switch (l.kind) {
	case HEAP: __real_free(l.at); break;
	case PAGES: munmap(l.at, l.len); break;
	case CODE: pcre2_code_free(l.at); break;
	case LIMITS: pcre2_match_context_free(l.at); break;
	case DATA: pcre2_match_data_free(l.at); break;
	case STACK: pcre2_jit_stack_free(l.at); break;
	case TABLE: iconv_close(l.at); break;
	default: break;
	}
}

void
left_begin(void)
{
	if (!slots)
		grow();
	noting = 1;
}

void
left_remove(void)
{
	noting = 0;
	for (size_t i = 0; i < n_slots && n_left > 0; i++) {
		if (!slots[i].kind)
			continue;
		release(slots[i]);
		slots[i].kind = FREE_SLOT;
		n_left--;
	}
}

/* ---- the wrapped functions */

void *__wrap_malloc(size_t);
void *__wrap_calloc(size_t, size_t);
void *__wrap_realloc(void *, size_t);
void __wrap_free(void *);
int __wrap_vasprintf(char **, const char *, va_list);
void *__real_mmap(void *, size_t, int, int, int, off_t);
void *__wrap_mmap(void *, size_t, int, int, int, off_t);
int __real_munmap(void *, size_t);
int __wrap_munmap(void *, size_t);
iconv_t __real_iconv_open(const char *, const char *);
iconv_t __wrap_iconv_open(const char *, const char *);
int __real_iconv_close(iconv_t);
int __wrap_iconv_close(iconv_t);

void *
__wrap_malloc(size_t len)
{
	return note(HEAP, __real_malloc(len), len);
}

void *
__wrap_calloc(size_t n, size_t size)
{
	return note(HEAP, __real_calloc(n, size), n * size);
}

void *
__wrap_realloc(void *old, size_t len)
{
	forget(old);
	return note(HEAP, __real_realloc(old, len), len);
}

void
__wrap_free(void *p)
{
	forget(p);
	__real_free(p);
}

int
__wrap_vasprintf(char **to, const char *fmt, va_list ap)
{
	va_list again;

	va_copy(again, ap);
	const int len = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	*to = __wrap_malloc((size_t)len + 1);
	return vsnprintf(*to, (size_t)len + 1, fmt, ap);
}

void *
__wrap_mmap(void *at, size_t len, int prot, int flags, int fd, off_t from)
{
	return note(PAGES, __real_mmap(at, len, prot, flags, fd, from), len);
}

int
__wrap_munmap(void *at, size_t len)
{
	forget(at);
	return __real_munmap(at, len);
}

iconv_t
__wrap_iconv_open(const char *to, const char *from)
{
	const iconv_t cd = __real_iconv_open(to, from);

	return cd == (iconv_t)-1 ? cd : note(TABLE, cd, 0);
}

int
__wrap_iconv_close(iconv_t cd)
{
	forget(cd);
	return __real_iconv_close(cd);
}

#define WRAPPED(kind, type, name, parameters, arguments) \
	type *__real_##name parameters; \
	type *__wrap_##name parameters; \
	type *__wrap_##name parameters \
	{ \
		return note(kind, __real_##name arguments, 0); \
	}

WRAPPED(CODE, pcre2_code_8, pcre2_compile_8, (PCRE2_SPTR s, PCRE2_SIZE len,
    uint32_t options, int *error, PCRE2_SIZE *at, pcre2_compile_context_8 *c),
    (s, len, options, error, at, c))
WRAPPED(LIMITS, pcre2_match_context_8, pcre2_match_context_create_8,
    (pcre2_general_context_8 *c), (c))
WRAPPED(DATA, pcre2_match_data_8, pcre2_match_data_create_8,
    (uint32_t n, pcre2_general_context_8 *c), (n, c))
WRAPPED(STACK, pcre2_jit_stack_8, pcre2_jit_stack_create_8,
    (PCRE2_SIZE least, PCRE2_SIZE most, pcre2_general_context_8 *c),
    (least, most, c))

#define FREED(type, name) \
	void __real_##name(type *); \
	void __wrap_##name(type *); \
	void __wrap_##name(type *p) \
	{ \
		forget(p); \
		__real_##name(p); \
	}

FREED(pcre2_match_context_8, pcre2_match_context_free_8)
FREED(pcre2_match_data_8, pcre2_match_data_free_8)
FREED(pcre2_jit_stack_8, pcre2_jit_stack_free_8)
