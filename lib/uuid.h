#ifndef UUID_H
#define UUID_H

#include <stdint.h>

/*
 * UUIDs, as RFC 9562 has them written, in lower case: many systems' ids. Their
 * 36 bytes are 128 bits, of which two, the variant, are always 10. Packed into
 * two words the top bits of the second one are 11 instead; below them stands
 * the version, which is never 15.
 */
enum { UUID_WIDTH = 36 };

/* 1; or 0 if the 36 bytes are none, written otherwise, or of another kind. */
int uuid_pack(const char text[UUID_WIDTH], uint64_t *a, uint64_t *b);
void uuid_print(char to[UUID_WIDTH], uint64_t a, uint64_t b);

#endif
