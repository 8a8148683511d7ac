/* texts - kept where they are, and kept anew without those that are dropped */
#include <stdio.h>
#include <string.h>

#include "key.h"
#include "tap.h"
#include "texts.h"

enum { TEXTS = 20000, LARGE = 100000 };
static const char *kept[TEXTS];

/* The i-th text: mostly short, a few of them larger than a chunk. */
static struct text
text(int i)
{
	static char room[LARGE];
	const int len = i % 5000 == 7 ? LARGE : 17 + i % 61;

	memset(room, 'a' + i % 26, sizeof room);
	snprintf(room, sizeof room, "%d", i);
	return (struct text){ room, (size_t)len };
}

/* As a key points to it. */
static struct text
at(const char *kept_at)
{
	static struct key k;

	k = (struct key){ 0, KEY_LONG | (uint64_t)(uintptr_t)kept_at };
	return key_kept(&k);
}

static int
all_there(int step)
{
	int good = 0;

	for (int i = 0; i < TEXTS; i += step)
		good += text_same(at(kept[i]), text(i));
	return good == (TEXTS + step - 1) / step;
}

/* Every step-th stays. Whether the pool had to grow. */
static int
renew(struct texts *t, int step)
{
	const size_t regions = t->pool->n_regions;
	const char *left = t->pool->left.at;

	texts_renew(t);
	for (int i = 0; i < TEXTS; i += step)
		kept[i] = texts_again(t, kept[i]);
	texts_renewed(t);
	return t->pool->n_regions != regions || t->pool->left.at != left;
}

int
main(void)
{
	struct pool pool;
	struct texts t = { .pool = &pool };

	pool_init(&pool);
	for (int i = 0; i < TEXTS; i++)
		kept[i] = texts_keep(&t, text(i));
	ok(all_there(1), "texts of all lengths are where they were kept");
	ok(renew(&t, 2), "kept anew beside the old ones");
	ok(all_there(2), "every other text is kept anew");
	ok(!renew(&t, 4), "what those had is filled again");
	ok(all_there(4), "and again, in the room of the first");
	pool_release(&pool);
	return done();
}
