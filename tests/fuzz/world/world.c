/* world.c - a program's files, its end, and what it leaves behind */
#include <errno.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <getopt.h>

#include "left.h"
#include "world.h"

enum { FILES = 1000, OUTPUT_MOST = 1 << 20, FILE_WRITTEN = 0 };

size_t world_block;
static const struct world *world;	/* NULL: nothing is running */
static pthread_t main_thread;
static jmp_buf end_of_run;
static int ended_with;
static char **words;			/* of the command line */
static struct bytes opened[FILES];	/* what is still to be read */
static int n_opened;
static struct bytes standard_input;
static struct { char *s; size_t len; int full; } written[3];

/* ---- static objects, which the sections hold (Makefile) */

extern char __start_world_data[], __stop_world_data[];
extern char __start_world_bss[], __stop_world_bss[];

/* Not by memcpy: what stands between the objects is poisoned. */
__attribute__((no_sanitize("address", "coverage"))) static void
copy(char *to, const char *from, size_t len)
{
	typedef volatile uint64_t word __attribute__((may_alias, aligned(1)));
	size_t i = 0;

	for (; i + sizeof(word) <= len; i += sizeof(word))
		*(word *)(to + i) = *(const word *)(from + i);
	for (; i < len; i++)
		((volatile char *)to)[i] = from[i];
}

static void
restore(char *from, char *to, char **kept)
{
	const size_t len = (size_t)(to - from);

	if (*kept) {
		copy(from, *kept, len);
		return;
	}
	*kept = malloc(len + 1);
	copy(*kept, from, len);
}

static void
restore_all(void)
{
	static char *data, *bss;

	restore(__start_world_data, __stop_world_data, &data);
	restore(__start_world_bss, __stop_world_bss, &bss);
	optind = 0;	/* getopt begins anew */
}

/* ---- the end */

void __real__exit(int) __attribute__((noreturn));
void __real_exit(int) __attribute__((noreturn));
void __wrap__exit(int);
void __wrap_exit(int);

static _Noreturn void
end(int status)
{
	world_must(pthread_equal(pthread_self(), main_thread),
	    "a thread ends the program while the main one goes on");
	ended_with = status;
	longjmp(end_of_run, 1);
}

void
__wrap__exit(int status)
{
	if (world)
		end(status);
	__real__exit(status);
}

void
__wrap_exit(int status)
{
	if (world)
		end(status);
	__real_exit(status);
}

/* ---- files */

int __real_open(const char *, int, ...);
ssize_t __real_read(int, void *, size_t);
ssize_t __real_write(int, const void *, size_t);
int __real_close(int);
int __real_dup(int);
void *__real_out_open(const char *);
int __wrap_open(const char *, int, ...);
ssize_t __wrap_read(int, void *, size_t);
ssize_t __wrap_write(int, const void *, size_t);
int __wrap_close(int);
int __wrap_dup(int);
void *__wrap_out_open(const char *);
void *out_memory(void);

static int
within(struct bytes all, const char *name)
{
	return all.len > 0 && memmem(all.s, all.len, name, strlen(name));
}

/* Doubled quotes in a name were made one: such names are not looked for. */
static int
was_named(const char *name)
{
	int named = strpbrk(name, "\"'`") || within(world->file, name);

	for (char **word = words; *word; word++)
		named |= strstr(*word, name) != NULL;
	return named;
}

int
__wrap_open(const char *path, int flags, ...)
{
	if (!world)
		return __real_open(path, flags, 0600);
	world_must(was_named(path), "a file is opened that was not named");
	if (world->no_file || n_opened == FILES) {
		errno = ENOENT;
		return -1;
	}
	opened[n_opened] = world->file;
	return FILES + n_opened++;
}

ssize_t
__wrap_read(int fd, void *to, size_t room)
{
	struct bytes *from = fd == 0 ? &standard_input : &opened[fd - FILES];

	if (!world || (fd > 0 && fd < FILES))
		return __real_read(fd, to, room);
	size_t n = world->reads && world->reads < room ? world->reads : room;
	if (n > from->len)
		n = from->len;
	memcpy(to, from->s, n);
	from->s += n;
	from->len -= n;
	return (ssize_t)n;
}

ssize_t
__wrap_write(int fd, const void *s, size_t len)
{
	if (!world)
		return __real_write(fd, s, len);
	if (fd != 1 && fd != 2)
		fd = FILE_WRITTEN;
	written[fd].full |= written[fd].len + len > OUTPUT_MOST;
	if (written[fd].full)
		return (ssize_t)len;
	if (len)
		memcpy(written[fd].s + written[fd].len, s, len);
	written[fd].len += len;
	return (ssize_t)len;
}

int
__wrap_close(int fd)
{
	if (!world)
		return __real_close(fd);
	errno = ENOSPC;
	return fd == 1 && written[1].full ? -1 : 0;
}

int
__wrap_dup(int fd)
{
	return world ? fd : __real_dup(fd);
}

/* Files that are written are one, whatever their names. */
void *
__wrap_out_open(const char *path)
{
	return world && path ? out_memory() : __real_out_open(path);
}

/* ---- a run */

static struct bytes
keep(int fd)
{
	char *s = malloc(written[fd].len + 1);

	memcpy(s, written[fd].s, written[fd].len);
	s[written[fd].len] = '\0';
	return (struct bytes){ s, written[fd].len };
}

struct ended
world_run(const struct world *w, program *main, char **argv)
{
	int argc = 0;

	for (int fd = 0; fd <= 2; fd++) {
		if (!written[fd].s)
			written[fd].s = malloc(OUTPUT_MOST);
		written[fd].len = 0;
		written[fd].full = 0;
	}
	while (argv[argc])
		argc++;
	restore_all();
	words = argv;
	n_opened = 0;
	standard_input = w->input;
	main_thread = pthread_self();
	world_block = w->block ? w->block : 512 * 1024;
	left_begin();
	world = w;
	if (!setjmp(end_of_run))
		ended_with = main(argc, argv);
	world = NULL;
	left_remove();
	return (struct ended){ ended_with, keep(1), keep(2),
		keep(FILE_WRITTEN) };
}

void
world_forget(struct ended *e)
{
	free((char *)e->out.s);
	free((char *)e->err.s);
	free((char *)e->files.s);
}
