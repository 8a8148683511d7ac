/* rows.c - rows to be written, as they stand or with one more field */
#include <string.h>

#include "rows.h"

void
rows_clear(struct rows *r)
{
	r->len = 0;
	r->n = 0;
}

static char *
make_room(struct rows *r, size_t len)
{
	if (r->room - r->len < len) {
		r->room = 2 * (r->len + len);
		r->bytes = mem_grow(r->bytes, r->room, 1);
	}
	return r->bytes + r->len;
}

/* Where the row's first byte stands; of the row behind the last one, where
 * that one ends. */
static uint32_t
begin_of(const struct block *b, uint32_t row)
{
	return b->at[(ptrdiff_t)(row * b->layout->columns) - 1] + 1;
}

static void
put(struct rows *r, const char *s, size_t len)
{
	memcpy(make_room(r, len), s, len);
	r->len += len;
}

/* Neighbours go together. */
void
rows_keep(struct rows *r, const struct block *b, uint32_t row, uint32_t n,
    const unsigned char *chosen)
{
	for (uint32_t i = 0; i < n; i++) {
		const unsigned char *next = memchr(chosen + i, 1, n - i);
		if (!next)
			return;
		const uint32_t from = (uint32_t)(next - chosen);
		for (i = from + 1; i < n && chosen[i]; i++)
			;
		const uint32_t begin = begin_of(b, row + from);
		r->n += i - from;
		put(r, b->text + begin, begin_of(b, row + i) - begin);
	}
}

void
rows_label(struct rows *r, const struct block *b, uint32_t row, uint32_t n,
    const struct text *words, const uint32_t *of)
{
	r->n += n;
	for (uint32_t i = 0; i < n; i++) {
		const uint32_t begin = begin_of(b, row + i);
		const size_t len = begin_of(b, row + i + 1) - begin - 1;
		const struct text word = words[of[i]];
		char *to = make_room(r, len + word.len + 2);
		memcpy(to, b->text + begin, len);
		to[len] = '\t';
		if (word.len)
			memcpy(to + len + 1, word.s, word.len);
		to[len + 1 + word.len] = '\n';
		r->len += len + word.len + 2;
	}
}
