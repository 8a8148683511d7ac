#ifndef UUID_H
#define UUID_H

#include <stdint.h>

/*
 * UUIDs, as RFC 9562 has them written, in lower case: many systems' ids. 36
 * bytes say 122 bits, the version's four, and two that are always 10: they
 * pack into two words, whose top bits these two do not need, and which are
 * 11 here. The version, never 15, stands below them.
 */
enum { UUID_WIDTH = 36 };

/* 1; or 0 if the 36 bytes are none, written otherwise, or of another kind. */
int uuid_pack(const char text[UUID_WIDTH], uint64_t *a, uint64_t *b);
void uuid_print(char to[UUID_WIDTH], uint64_t a, uint64_t b);

#endif
