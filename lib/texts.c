/* texts.c - texts side by side */
#include <string.h>

#include "texts.h"

static void
open_chunk(struct texts *t)
{
	struct chunk *c = t->spare;

	if (c)
		t->spare = c->next;
	else
		c = pool_take(t->pool, sizeof *c);
	c->next = t->chunks;
	t->chunks = c;
	t->at = c->bytes;
	t->left = sizeof c->bytes;
}

/* One that no chunk could hold has room of its own. */
static char *
room_for(struct texts *t, size_t need)
{
	if (need > sizeof t->chunks->bytes)
		return pool_take(t->pool, need);
	if (t->left < need)
		open_chunk(t);
	char *at = t->at;
	t->at += need;
	t->left -= need;
	return at;
}

const char *
texts_keep(struct texts *t, struct text text)
{
	char *at = room_for(t, sizeof text.len + text.len);

	memcpy(at, &text.len, sizeof text.len);
	memcpy(at + sizeof text.len, text.s, text.len);
	return at;
}

/* One with room of its own stays there. */
const char *
texts_again(struct texts *t, const char *kept)
{
	struct text text = { kept + sizeof text.len, 0 };

	memcpy(&text.len, kept, sizeof text.len);
	return sizeof text.len + text.len > sizeof t->chunks->bytes ? kept
	    : texts_keep(t, text);
}

void
texts_renew(struct texts *t)
{
	t->old = t->chunks;
	t->chunks = NULL;
	t->left = 0;
}

void
texts_renewed(struct texts *t)
{
	while (t->old) {
		struct chunk *c = t->old;
		t->old = c->next;
		c->next = t->spare;
		t->spare = c;
	}
}
