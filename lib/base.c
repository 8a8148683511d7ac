/* base.c - how a program ends, and where memory comes from */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base.h"

static const char *program = "tokui";
static void (*on_failure)(void);

static void
ended_by_signal(int sig)
{
	if (on_failure)
		on_failure();
	signal(sig, SIG_DFL);
	raise(sig);
}

/* A closed descriptor is taken by a file that fails as the closed one would,
 * else the next file we open becomes standard output; by a directory, which
 * nobody can write to as /dev/stdout either. */
static void
hold_descriptors(void)
{
	for (int fd = 0; fd < 3; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
			(void)!(fd ? open("/", O_RDONLY)
			    : open("/dev/null", O_WRONLY));
}

void
base_start(char **argv)
{
	if (argv[0]) {
		char *slash = strrchr(argv[0], '/');
		if (slash)
			argv[0] = slash + 1;
		program = argv[0];
	}
	hold_descriptors();
	/* a file that may not grow is a failure to write like others */
	signal(SIGXFSZ, SIG_IGN);
}

const char *
base_program(void)
{
	return program;
}

void
base_on_failure(void (*f)(void))
{
	struct sigaction act = { .sa_handler = ended_by_signal };

	on_failure = f;
	const int caught[] = { SIGINT, SIGTERM, SIGHUP, SIGPIPE,
		SIGQUIT, SIGXCPU };
	for (size_t i = 0; i < sizeof caught / sizeof *caught; i++) {
		struct sigaction old;
		if (!sigaction(caught[i], NULL, &old)
		    && old.sa_handler != SIG_IGN)
			sigaction(caught[i], &act, NULL);
	}
}

int
base_write(int fd, const char *s, size_t len)
{
	while (len > 0) {
		const ssize_t n = write(fd, s, len);
		if (n >= 0) {
			s += n;
			len -= (size_t)n;
		} else if (errno == EAGAIN)
			poll(&(struct pollfd){ .fd = fd, .events = POLLOUT },
			    1, -1);
		else if (errno != EINTR)
			return errno;
	}
	return 0;
}

static _Noreturn void
end(const struct fault *f)
{
	static pthread_mutex_t first = PTHREAD_MUTEX_INITIALIZER;
	char line[sizeof f->text + sizeof f->hint + 256];

	pthread_mutex_lock(&first);
	/* a name of any length may be given to the program: it fits so */
	int n = snprintf(line, sizeof line, "%.100s: %s\n", program, f->text);
	if (f->hint[0])
		n += snprintf(line + n, sizeof line - (size_t)n,
		    "%.100s: hint: %s\n", program, f->hint);
	/* names of files and columns may hold anything but a line's end */
	for (char *s = line; *s; s++)
		if (((unsigned char)*s < ' ' && *s != '\n') || *s == 0x7f)
			*s = '?';
	base_write(2, line, (size_t)n);
	if (on_failure)
		on_failure();
	_exit((int)f->status);
}

void
fault_set(struct fault *f, enum status status, const char *fmt, ...)
{
	va_list ap;

	f->status = status;
	f->hint[0] = '\0';
	va_start(ap, fmt);
	vsnprintf(f->text, sizeof f->text, fmt, ap);
	va_end(ap);
}

void
fault_hint(struct fault *f, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(f->hint, sizeof f->hint, fmt, ap);
	va_end(ap);
}

void
fault_place(struct fault *f, const char *place)
{
	char *text = mem_format("%s: %s", place, f->text);

	snprintf(f->text, sizeof f->text, "%s", text);
	free(text);
}

void
fault_die(const struct fault *f)
{
	end(f);
}

void
die(enum status status, const char *fmt, ...)
{
	struct fault f = { .status = status };
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(f.text, sizeof f.text, fmt, ap);
	va_end(ap);
	end(&f);
}

void
die_hint(enum status status, const char *hint, const char *fmt, ...)
{
	struct fault f = { .status = status };
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(f.text, sizeof f.text, fmt, ap);
	va_end(ap);
	if (hint)
		snprintf(f.hint, sizeof f.hint, "%s", hint);
	end(&f);
}

void
die_memory(void)
{
	die(LIMIT, "out of memory");
}

void *
mem_new(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size);

	if (!p)
		die_memory();
	return p;
}

void *
mem_grow(void *p, size_t n, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(n, size, &bytes)
	    || !(p = realloc(p, bytes ? bytes : 1)))
		die_memory();
	return p;
}

char *
mem_text(const char *s, size_t len)
{
	char *copy = mem_new(len + 1, 1);

	if (len)
		memcpy(copy, s, len);
	return copy;
}

char *
mem_format(const char *fmt, ...)
{
	char *text;
	va_list ap;

	va_start(ap, fmt);
	if (vasprintf(&text, fmt, ap) < 0)
		die_memory();
	va_end(ap);
	return text;
}
