#ifndef OUT_FILE_H
#define OUT_FILE_H

/*
 * A file that is written beside itself, and replaced when all that a program
 * writes is complete; until then, and on any failure, it is as it was. At
 * most four in a program; for out.c alone.
 */
struct out_file;

/* The descriptor to write to; *file is NULL if that is path itself: what is
 * no regular file, or is open already, as /dev/fd/3 or as what standard
 * output or error goes to. */
int out_file_open(const char *path, struct out_file **file);
/* All is written: waits for the disk. */
void out_file_complete(struct out_file *, int fd);
/* Each complete file takes its place. */
void out_file_place_all(void);
_Noreturn void out_file_failed(const char *name, int error);

#endif
