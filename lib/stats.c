/* stats.c - what --stats of every command has */
#include <sys/resource.h>

#include "decimal.h"
#include "stats.h"

void
stats_put(struct out *out, const char *name, uint64_t count)
{
	out_text(out, text_of(name));
	out_char(out, '\t');
	out_took(out, whole_print(out_room(out, DECIMAL_WIDTH),
	    (int64_t)count));
	out_char(out, '\n');
}

void
stats_put_run(struct out *out, struct timespec start)
{
	struct timespec now;
	struct rusage usage;

	clock_gettime(CLOCK_MONOTONIC, &now);
	const int64_t thousandths = (now.tv_sec - start.tv_sec) * 1000
	    + (now.tv_nsec - start.tv_nsec) / 1000000;
	out_text(out, TEXT("seconds\t"));
	out_took(out, decimal_print(out_room(out, DECIMAL_WIDTH),
	    thousandths * 1000, 3));
	out_char(out, '\n');
	getrusage(RUSAGE_SELF, &usage);
	stats_put(out, "peak_bytes", (uint64_t)usage.ru_maxrss * 1024);
}
