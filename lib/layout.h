#ifndef LAYOUT_H
#define LAYOUT_H

#include "block.h"
#include "engine.h"

/* The columns of one file, from its header line (or from --header). A fault
 * in it is noted without a place. Lives until exit. */
struct layout *layout_new(const char *file, struct text header,
    const struct wanted *, size_t n, struct fault *);
/* --header's names as a header line. */
struct text layout_header(const char *names);

#endif
