#ifndef ENCODING_H
#define ENCODING_H

#include <iconv.h>

#include "input.h"
#include "text.h"

/*
 * Bytes in any encoding as valid UTF-8, while they are read.
 *
 * auto is decided by a byte order mark; else at the first byte that is not
 * ASCII, from it and up to 64 KiB behind it: UTF-8 if they are, CP932 if not.
 * The ASCII before it is handed out at once.
 */
struct encoding;

/* auto, utf-8, cp932, euc-jp, or what iconv knows. */
int encoding_known(const char *name);
/* iconv_open(), ended by LIMIT where there is no memory for it. */
iconv_t encoding_open(const char *to, const char *from);
/* in must be open; the name must be known. */
struct encoding *encoding_new(struct input *in, const char *name);
void encoding_free(struct encoding *);

/* The next text, without the byte order mark; valid until the next call.
 * Empty at the end, on failure, and before bytes that are no text. */
struct text encoding_read(struct encoding *, struct fault *);
/* Behind the last text: whether such bytes follow. The fault names the place,
 * the encoding and the bytes. */
int encoding_refused(const struct encoding *, size_t line, struct fault *);

#endif
