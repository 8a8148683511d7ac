/* pool - what is taken is aligned, zero and its own, over many regions */
#include <stdint.h>
#include <string.h>

#include "pool.h"
#include "tap.h"

enum { PIECES = 400, LARGEST = 20 << 20 };

int
main(void)
{
	static char *at[PIECES];
	static size_t len[PIECES];
	struct pool p;
	int aligned = 1, zero = 1, own = 1;

	pool_init(&p);
	for (int i = 0; i < PIECES; i++) {
		/* some larger than a region, most small */
		len[i] = i % 150 == 149 ? LARGEST : 1 + (size_t)
		    random_below(200000);
		at[i] = pool_take(&p, len[i]);
		aligned &= (uintptr_t)at[i] % 64 == 0;
		zero &= at[i][0] == 0 && !memcmp(at[i], at[i] + 1, len[i] - 1);
		memset(at[i], i % 255 + 1, len[i]);
	}
	for (int i = 0; i < PIECES; i++)
		own &= at[i][0] == (char)(i % 255 + 1)
		    && !memcmp(at[i], at[i] + 1, len[i] - 1);
	ok(aligned, "aligned");
	ok(zero, "zero");
	ok(own, "nobody else's");
	pool_release(&p);
	ok(p.n_regions == 0, "all goes back");
	return done();
}
