/* out_file.c - files that are written beside themselves */
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
#include "out_file.h"

enum { FILES_MOST = 4 };

struct out_file {
	char *volatile beside;	/* to remove on failure, by a signal too */
	char *target, *real;
	const char *name;
	int complete;
};

static struct out_file files[FILES_MOST];

static void
remove_beside(void)
{
	for (int i = 0; i < FILES_MOST; i++)
		if (files[i].beside)
			unlink(files[i].beside);
}

void
out_file_failed(const char *name, int error)
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
	out_file_failed(path, ELOOP);
}

/* Two outputs into one file: the second would replace the first. */
static struct out_file *
claim(const char *path)
{
	char *target = follow(path);
	const char *slash = strrchr(target, '/');
	char *dir = slash ? mem_format("%.*s/", (int)(slash - target), target)
	    : mem_format("./");
	char *resolved = realpath(dir, NULL);
	char *real = mem_format("%s/%s", resolved ? resolved : dir,
	    slash ? slash + 1 : target);
	int i = 0;

	free(dir);
	free(resolved);
	for (; i < FILES_MOST && files[i].real; i++)
		if (!strcmp(files[i].real, real))
			die(MISUSED, "%s: named for two outputs", path);
	files[i] = (struct out_file){ NULL, target, real, path, 0 };
	return &files[i];
}

/* Creates it, with its name noted for removal before a signal can come
 * between. */
static int
create(struct out_file *f, mode_t mode)
{
	const char *slash = strrchr(f->target, '/');
	const int dir = slash ? (int)(slash - f->target) + 1 : 0;
	char *beside = mem_format("%.*s.%.200s.XXXXXX", dir, f->target,
	    f->target + dir);
	sigset_t all, old;

	base_on_failure(remove_beside);
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &old);
	const int fd = mkstemp(beside);
	const int error = errno;
	if (fd >= 0)
		f->beside = beside;
	sigprocmask(SIG_SETMASK, &old, NULL);
	errno = error;
	if (fd >= 0)
		fchmod(fd, mode);
	return fd;
}

/* /dev/fd/3: 3; else -1. */
static int
number_named(const char *path)
{
	static const char *const dirs[] = { "/dev/fd/", "/proc/self/fd/" };
	int n = 0;

	for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++) {
		const char *s = path + strlen(dirs[i]);
		if (strncmp(path, dirs[i], strlen(dirs[i])))
			continue;
		while (*s >= '0' && *s <= '9' && n < 10000)
			n = n * 10 + *s++ - '0';
		return *s ? -1 : n;
	}
	return -1;
}

/* A new descriptor of the regular file, where path names one, or where it is
 * standard output's or error's; else -1. It is not replaced: what else is
 * written there would be lost with it. */
static int
open_again(const char *path, const struct stat *file)
{
	const int named = number_named(path);
	struct stat st;

	if (named >= 0)
		return fcntl(named, F_DUPFD_CLOEXEC, 3);
	for (int fd = 1; fd <= 2; fd++)
		if (!fstat(fd, &st) && st.st_dev == file->st_dev
		    && st.st_ino == file->st_ino)
			return fcntl(fd, F_DUPFD_CLOEXEC, 3);
	return -1;
}

static int
open_directly(const char *path)
{
	int fd;

	do
		fd = open(path, O_WRONLY | O_CLOEXEC);
	while (fd < 0 && errno == EINTR);
	return fd;
}

static int
open_beside(const char *path, const struct stat *there, struct out_file **file)
{
	const mode_t mask = umask(0);

	umask(mask);
	*file = claim(path);
	/* a file that may not be written is not replaced either */
	if (there && access((*file)->target, W_OK))
		return -1;
	return create(*file, there ? there->st_mode & 07777 : 0666 & ~mask);
}

int
out_file_open(const char *path, struct out_file **file)
{
	struct stat st;
	const int there = !stat(path, &st);
	const int regular = there && S_ISREG(st.st_mode);

	*file = NULL;
	int fd = regular ? open_again(path, &st) : -1;
	/* before links are followed: /dev/stdout leads to no name */
	if (fd < 0)
		fd = there && !regular ? open_directly(path)
		    : open_beside(path, there ? &st : NULL, file);
	if (fd < 0)
		out_file_failed(path, errno);
	return fd;
}

void
out_file_complete(struct out_file *f, int fd)
{
	while (fsync(fd))
		if (errno != EINTR)
			out_file_failed(f->name, errno);
	f->complete = 1;
}

/* A signal waits, and does not part them. The first that was opened, --output,
 * comes last: where another cannot take its place it is as it was. */
void
out_file_place_all(void)
{
	sigset_t all, old;

	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &old);
	for (int i = FILES_MOST; i-- > 0;) {
		struct out_file *f = &files[i];
		if (!f->complete || !f->beside)
			continue;
		if (rename(f->beside, f->target))
			out_file_failed(f->name, errno);
		f->beside = NULL;
	}
	sigprocmask(SIG_SETMASK, &old, NULL);
}
