#ifndef DETECT_H
#define DETECT_H

#include "text.h"

/* The bytes from the first that is not ASCII on that decide an encoding. */
enum { DETECT_WINDOW = (64 << 10) + 1 };

/* The encoding of text that goes on with these bytes, the first not ASCII:
 * "UTF-8", "CP932" or, by the mark at a start, "UTF-16LE", "UTF-16BE". NULL:
 * more must be seen; never if last, when nothing follows. */
const char *detect_encoding(struct text, int start, int last);

#endif
