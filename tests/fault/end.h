#ifndef END_H
#define END_H

#include <stddef.h>

/* What the environment says of the program that is run. */
enum { FILES_MOST = 4 };
struct setting {
	const char *program;
	const char *file[FILES_MOST], *input;
	int n_files, rows, status;
};
extern struct setting setting;

/* How a run ended. Texts are malloc'd. */
struct bytes { char *s; size_t len; };
struct end {
	int status;		/* as of wait */
	struct bytes out, err, file[FILES_MOST];
	int entries;		/* in the directory of the first file */
};
/* What stands in the files of the setting, and in those of out and err. */
void end_read(struct end *, int out, int err);
void end_free(struct end *);

/* As its message the run says NAME: PLACE: cannot DO: WHY, and nothing else
 * but --stats ahead of it; any place where that is empty. And: so of a file
 * that is written, or of standard output. (says.c) */
int says_cannot(const struct end *, const char *place, int error);
int says_not_written(const struct end *, int error);

struct bytes file_contents(const char *path);
void put_file(const char *path, const char *, size_t len);

#endif
