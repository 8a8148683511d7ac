/* input.c - the border in: files as bytes */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "input.h"

const char *
input_name(const char *path)
{
	return !path || !strcmp(path, "-") ? "stdin" : *path ? path : "''";
}

/* What is printed would be read, without end. */
static int
is_output(int fd)
{
	struct stat in, out;

	return !fstat(fd, &in) && S_ISREG(in.st_mode) && !fstat(1, &out)
	    && in.st_dev == out.st_dev && in.st_ino == out.st_ino;
}

void
input_open(struct input *in, const char *path, struct fault *fault)
{
	*in = (struct input){ .name = input_name(path) };
	if (path && strcmp(path, "-"))
		do
			in->fd = open(path, O_RDONLY | O_CLOEXEC);
		while (in->fd < 0 && errno == EINTR);
	if (in->fd < 0)
		fault_set(fault, IO_FAILED, "%s: cannot open: %s", in->name,
		    strerror(errno));
	else if (is_output(in->fd))
		fault_set(fault, MISUSED, "%s: is standard output too",
		    in->name);
}

size_t
input_read(struct input *in, char *to, size_t room, struct fault *fault)
{
	for (;;) {
		const ssize_t n = read(in->fd, to, room);
		if (n >= 0)
			return (size_t)n;
		if (errno == EAGAIN)
			poll(&(struct pollfd){ .fd = in->fd,
			    .events = POLLIN }, 1, -1);
		else if (errno != EINTR)
			break;
	}
	fault_set(fault, IO_FAILED, "%s: cannot read: %s", in->name,
	    strerror(errno));
	return 0;
}

void
input_close(struct input *in)
{
	if (in->fd > 0)
		close(in->fd);
	in->fd = -1;
}

char *
input_whole(const char *path, size_t *len)
{
	struct fault fault = { .status = DONE };
	struct input in;
	char *s = NULL;
	size_t room = 0, n;

	*len = 0;
	input_open(&in, path, &fault);
	do {
		if (fault.status)
			fault_die(&fault);
		if (room - *len < 4096)
			s = mem_grow(s, room = room * 2 + 8192, 1);
		n = input_read(&in, s + *len, room - *len - 1, &fault);
		*len += n;
	} while (n > 0 || fault.status);
	s[*len] = '\0';
	input_close(&in);
	return s;
}
