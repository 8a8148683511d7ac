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

struct bytes file_contents(const char *path);
void put_file(const char *path, const char *, size_t len);

#endif
