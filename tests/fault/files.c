/* files.c - reading and writing, and what may go wrong with it */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hooks.h"

/* The file loses all it has while it is read. */
static void
shrink(int fd)
{
	char link[40], path[4096];

	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	const ssize_t n = readlink(link, path, sizeof path - 1);
	path[n < 0 ? 0 : n] = '\0';
	if (truncate(path, 0))
		abort();
}

static int
is_input(int fd)
{
	struct stat a, b;

	return !fstat(fd, &a) && !stat(setting.input, &b)
	    && a.st_ino == b.st_ino;
}

static size_t
at_most(size_t n)
{
	if (!armed || !plan.most || n <= plan.most)
		return n;
	if (plan.at == 0)
		atomic_store(&shared->met, 1);
	return plan.most;
}

ssize_t
read(int fd, void *to, size_t n)
{
	moment();
	if (AGAIN(plan.again) || fails(CALL, EIO))
		return -1;
	const int input = armed && plan.at & READ && is_input(fd);
	if (input && fails(READ, EIO)) {
		if (!plan.shrinks)
			return -1;
		shrink(fd);
	}
	const ssize_t got = REAL(read)(fd, to, at_most(n));
	if (input && got > 0)
		atomic_fetch_add(&shared->taken, (size_t)got);
	moment();
	return got;
}

/* Bytes until the fault; standard error has none. */
static size_t
bytes_left(int fd, size_t n)
{
	size_t i = 0;

	if (!armed || !(plan.at & BYTE) || fd == 2)
		return n;
	while (i < n && !is_now(BYTE))
		i++;
	return i;
}

ssize_t
write(int fd, const void *from, size_t n)
{
	moment();
	if (AGAIN(plan.again) || (fd != 2 && fails(CALL, ENOSPC)))
		return -1;
	const size_t left = bytes_left(fd, n);
	if (left == 0 && n > 0) {
		if (plan.signal)
			raise(plan.signal);
		errno = plan.error;
		return -1;
	}
	const ssize_t put = REAL(write)(fd, from, at_most(left));
	moment();
	return put;
}

int
poll(struct pollfd *fd, nfds_t n, int timeout)
{
	if (AGAIN(EAGAIN)) {
		errno = EINTR;
		return -1;
	}
	return REAL(poll)(fd, n, timeout);
}

int
open(const char *path, int flags, ...)
{
	va_list ap;

	va_start(ap, flags);
	const mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(ap, mode_t)
	    : 0;
	va_end(ap);
	moment();
	if (AGAIN(EINTR) || fails(CALL, EMFILE))
		return -1;
	const int fd = REAL(open)(path, flags, mode);
	moment();
	return fd;
}

/* --- what these are called where the compiler checks room */

ssize_t __read_chk(int fd, void *to, size_t n, size_t room);
int __open_2(const char *path, int flags);
int __poll_chk(struct pollfd *fd, nfds_t n, int timeout, size_t room);
ssize_t __readlink_chk(const char *path, char *to, size_t n, size_t room);

ssize_t
__read_chk(int fd, void *to, size_t n, size_t room)
{
	return read(fd, to, n < room ? n : room);
}

int
__open_2(const char *path, int flags)
{
	return open(path, flags);
}

int
__poll_chk(struct pollfd *fd, nfds_t n, int timeout, size_t room)
{
	(void)room;
	return poll(fd, n, timeout);
}

ssize_t
__readlink_chk(const char *path, char *to, size_t n, size_t room)
{
	return readlink(path, to, n < room ? n : room);
}

/* --- what only fails, or is only interrupted */

#define HOOK(type, name, arguments, values, error) \
type \
name arguments \
{ \
	moment(); \
	const type result = fails(CALL, error) ? -1 : REAL(name) values; \
	moment(); \
	return result; \
}

HOOK(int, mkstemp, (char *path), (path), EACCES)
HOOK(int, rename, (const char *from, const char *to), (from, to), EIO)
HOOK(int, unlink, (const char *path), (path), EIO)
HOOK(int, fchmod, (int fd, mode_t mode), (fd, mode), EPERM)
HOOK(int, access, (const char *path, int how), (path, how), EACCES)
HOOK(ssize_t, readlink, (const char *path, char *to, size_t n),
    (path, to, n), EIO)

/* Nothing is to survive the machine. */
int
fsync(int fd)
{
	(void)fd;
	moment();
	if (AGAIN(EINTR) || fails(CALL, EIO))
		return -1;
	moment();
	return 0;
}

/* It is closed all the same. */
int
close(int fd)
{
	moment();
	const int result = REAL(close)(fd);
	moment();
	return AGAIN(EINTR) || (fd != 2 && fails(CALL, EIO)) ? -1 : result;
}
