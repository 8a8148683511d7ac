#ifndef STATS_H
#define STATS_H

#include <stdint.h>
#include <time.h>

#include "out.h"

/* Lines of --stats: a name and a count; and what the run took since start. */
void stats_put(struct out *, const char *name, uint64_t count);
void stats_put_run(struct out *, struct timespec start);

#endif
