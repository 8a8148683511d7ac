#ifndef BASE_H
#define BASE_H

#include <stddef.h>
#include <stdint.h>

/*
 * The ground: how a program ends, and where memory comes from.
 *
 * A user's fault is one line on standard error, 'rfm: PLACE: WHAT: VALUE',
 * and, where there is something to do about it, a second one, 'rfm: hint: …'.
 * Lower case, no full stop, values quoted by text_quote().
 */
enum status { DONE = 0, REFUSED = 1, MISUSED = 2, IO_FAILED = 3, LIMIT = 4 };

/* To be called first in main: names the program after argv[0], and makes
 * sure that no file we open becomes standard input, output or error. */
void base_start(char **argv);
const char *base_program(void);

/* All of s, however slowly it is taken; the errno of what failed, else 0. */
int base_write(int fd, const char *s, size_t len);

/* Print the message and exit with status. Any thread may call these; the
 * first one wins. hint may be NULL. */
_Noreturn void die(enum status, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
_Noreturn void die_hint(enum status, const char *hint, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* For what cannot be had in other ways: of a library, of the system. */
_Noreturn void die_memory(void);

/* What must happen on every exit but success, signals included: removing
 * temporary files. f must be safe in a signal handler. */
void base_on_failure(void (*f)(void));

/* A fault found by a worker, to be reported by the main thread. Texts belong
 * to the fault; fault_die frees nothing, it exits. */
struct fault {
	enum status status;	/* DONE: no fault */
	char text[1024], hint[768];
};
void fault_set(struct fault *, enum status, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void fault_hint(struct fault *, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* Puts 'place: ' ahead of the text. */
void fault_place(struct fault *, const char *place);
_Noreturn void fault_die(const struct fault *);

/* Memory never fails for the caller: the program ends with LIMIT. mem_new is
 * zeroed; mem_grow is realloc, the new part undefined. free() releases. */
void *mem_new(size_t n, size_t size);
void *mem_grow(void *p, size_t n, size_t size);
char *mem_text(const char *s, size_t len);	/* a copy, ended by NUL */
char *mem_format(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif
