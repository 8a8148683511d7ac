/* end.c - how a run ended: what it said and what it wrote */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "end.h"

static struct bytes
contents(int fd)
{
	struct bytes b = { NULL, 0 };
	size_t room = 1 << 12;
	ssize_t n;

	lseek(fd, 0, SEEK_SET);
	b.s = malloc(room);
	while ((n = read(fd, b.s + b.len, room - b.len - 1)) > 0)
		if (room - (b.len += (size_t)n) < 1 << 10)
			b.s = realloc(b.s, room *= 2);
	b.s[b.len] = '\0';
	return b;
}

struct bytes
file_contents(const char *path)
{
	const int fd = open(path, O_RDONLY);
	struct bytes b = { NULL, 0 };

	if (fd < 0)
		return b;
	b = contents(fd);
	close(fd);
	return b;
}

void
put_file(const char *path, const char *s, size_t len)
{
	const int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);

	if (fd < 0 || write(fd, s, len) != (ssize_t)len || close(fd)) {
		perror(path);
		_exit(2);
	}
}

/* The files in the directory of the first that is written; all but those
 * that are named are removed. */
static int
count_entries(void)
{
	char dir[256], path[600];
	int n = 0;

	if (!setting.n_files)
		return 0;
	snprintf(dir, sizeof dir, "%s", setting.file[0]);
	*strrchr(dir, '/') = '\0';
	DIR *d = opendir(dir);
	for (struct dirent *e; (e = readdir(d));) {
		snprintf(path, sizeof path, "%s/%s", dir, e->d_name);
		if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, ".."))
			continue;
		n++;
		int named = 0;
		for (int i = 0; i < setting.n_files; i++)
			named |= !strcmp(path, setting.file[i]);
		if (!named)
			unlink(path);
	}
	closedir(d);
	return n;
}

void
end_read(struct end *end, int out, int err)
{
	end->out = contents(out);
	end->err = contents(err);
	for (int i = 0; i < setting.n_files; i++)
		end->file[i] = file_contents(setting.file[i]);
	end->entries = count_entries();
}

void
end_free(struct end *end)
{
	free(end->out.s);
	free(end->err.s);
	for (int i = 0; i < setting.n_files; i++)
		free(end->file[i].s);
}
