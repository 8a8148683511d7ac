/* out.c - the border out: buffered, checked, complete or not at all */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base.h"
#include "out.h"

enum { FLUSH_AT = 1 << 18, LARGE = 1 << 15, TEMPORARIES = 4 };

/* what to remove on failure; read by the signal handler */
static char *volatile temporary[TEMPORARIES];

static void
remove_temporaries(void)
{
	for (int i = 0; i < TEMPORARIES; i++)
		if (temporary[i])
			unlink(temporary[i]);
}

static _Noreturn void
failed(const char *name, int error)
{
	die(IO_FAILED, "%s: cannot write: %s", name, strerror(error));
}

/* Where path leads when its links are followed, though the last may dangle;
 * malloc'd. */
static char *
follow(const char *path)
{
	char *at = mem_text(path, strlen(path));
	char to[PATH_MAX];

	for (int i = 0; i < 40; i++) {
		const ssize_t n = readlink(at, to, sizeof to - 1);
		if (n < 0)
			return at;
		to[n] = '\0';
		char *slash = strrchr(at, '/');
		const int dir = *to == '/' || !slash ? 0
		    : (int)(slash - at) + 1;
		char *next = mem_format("%.*s%s", dir, at, to);
		free(at);
		at = next;
	}
	failed(path, ELOOP);
}

/* Creates the file beside, with its name noted for removal before a signal
 * can come between. */
static int
create_beside(char *beside, mode_t mode)
{
	sigset_t all, old;
	int i = 0;

	base_on_failure(remove_temporaries);
	while (i < TEMPORARIES && temporary[i])
		i++;
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &old);
	const int fd = mkstemp(beside);
	const int error = errno;
	if (fd >= 0)
		temporary[i] = beside;
	sigprocmask(SIG_SETMASK, &old, NULL);
	errno = error;
	if (fd >= 0)
		fchmod(fd, mode);
	return fd;
}

/* Two outputs into one file: the second would replace the first. */
static void
claim(const struct out *o)
{
	static char *claimed[TEMPORARIES];
	const char *slash = strrchr(o->target, '/');
	char *dir = slash ? mem_format("%.*s/", (int)(slash - o->target),
	    o->target) : mem_format("./");
	char *real = realpath(dir, NULL);
	char *name = mem_format("%s/%s", real ? real : dir,
	    slash ? slash + 1 : o->target);

	free(dir);
	free(real);
	for (int i = 0; i < TEMPORARIES; i++) {
		if (!claimed[i]) {
			claimed[i] = name;
			return;
		}
		if (!strcmp(claimed[i], name))
			die(MISUSED, "%s: named for two outputs", o->name);
	}
}

static void
open_file(struct out *o, const char *path)
{
	struct stat st;
	const int there = !stat(path, &st);

	/* not replaced: what else is printed there would be lost with it */
	o->fd = base_standard(path);
	if (o->fd >= 0)
		return;
	/* before links are followed: /dev/stdout leads to no name */
	if (there && !S_ISREG(st.st_mode)) {
		do
			o->fd = open(path, O_WRONLY | O_CLOEXEC);
		while (o->fd < 0 && errno == EINTR);
	} else {
		const mode_t mask = umask(0);
		umask(mask);
		o->target = follow(path);
		const char *slash = strrchr(o->target, '/');
		const int dir = slash ? (int)(slash - o->target) + 1 : 0;
		o->beside = mem_format("%.*s.%.200s.XXXXXX", dir, o->target,
		    o->target + dir);
		claim(o);
		/* a file that may not be written is not replaced either */
		if (there && access(o->target, W_OK))
			failed(path, errno);
		o->fd = create_beside(o->beside,
		    there ? st.st_mode & 07777 : 0666 & ~mask);
	}
	if (o->fd < 0)
		failed(path, errno);
}

struct out *
out_open(const char *path)
{
	struct out *o = mem_new(1, sizeof *o);

	o->fd = 1;
	o->name = path ? path : "stdout";
	if (path)
		open_file(o, path);
	return o;
}

struct out *
out_error(void)
{
	struct out *o = mem_new(1, sizeof *o);

	o->fd = 2;
	o->name = "stderr";
	return o;
}

struct out *
out_memory(void)
{
	struct out *o = mem_new(1, sizeof *o);

	o->fd = -1;
	return o;
}

static void
put(const struct out *o, const char *s, size_t len)
{
	const int error = base_write(o->fd, s, len);

	if (error)
		failed(o->name, error);
}

void
out_flush(struct out *o)
{
	put(o, o->bytes, o->len);
	o->len = 0;
}

char *
out_room(struct out *o, size_t len)
{
	if (o->len >= FLUSH_AT && o->fd >= 0)
		out_flush(o);
	if (o->room - o->len < len) {
		o->room = o->len + len + FLUSH_AT;
		o->bytes = mem_grow(o->bytes, o->room, 1);
	}
	return o->bytes + o->len;
}

void
out_bytes(struct out *o, const char *s, size_t len)
{
	if (len == 0)
		return;
	if (len >= LARGE && o->fd >= 0) {
		out_flush(o);
		put(o, s, len);
		return;
	}
	memcpy(out_room(o, len), s, len);
	o->len += len;
}

static void
forget(const char *beside)
{
	for (int i = 0; i < TEMPORARIES; i++)
		if (temporary[i] == beside)
			temporary[i] = NULL;
}

void
out_sync(struct out *o)
{
	out_flush(o);
	if (!o->beside)
		return;
	while (fsync(o->fd))
		if (errno != EINTR)
			failed(o->name, errno);
}

void
out_close(struct out *o)
{
	out_sync(o);
	/* EINTR from close on Linux has closed it */
	if (close(o->fd) && errno != EINTR)
		failed(o->name, errno);
	if (o->beside) {
		if (rename(o->beside, o->target))
			failed(o->name, errno);
		forget(o->beside);
	}
	free(o->beside);
	free(o->target);
	free(o->bytes);
	free(o);
}
