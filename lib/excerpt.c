/* excerpt.c - some fields of a line as one label */
#include <string.h>

#include "base.h"
#include "excerpt.h"

static uint32_t
code_of(struct labels *l, int worker, struct text t)
{
	return text_none(t) ? NO_EXCERPT : labels_code(l, worker, t);
}

uint32_t
excerpt_code(struct labels *l, int worker, struct excerpt_room *r,
    const struct block *b, uint32_t row, const int *columns, int n)
{
	size_t len = 0;

	if (n == 1)
		return code_of(l, worker, block_field(b, row, columns[0]));
	for (int i = 0; i < n; i++) {
		const struct text t = block_field(b, row, columns[i]);
		if (r->room < len + t.len + 1 + KEY_INLINE) {
			r->room = 2 * (len + t.len + 1 + KEY_INLINE);
			r->s = mem_grow(r->s, r->room, 1);
		}
		memcpy(r->s + len, t.s, t.len);
		len += t.len;
		r->s[len++] = '\t';
	}
	return code_of(l, worker, (struct text){ r->s, len - 1 });
}

struct text
excerpt_field(const struct labels *l, uint32_t code, int i, int n)
{
	const struct text none = { NULL, 0 };

	if (code == NO_EXCERPT)
		return none;
	struct text t = labels_text(l, code);
	for (; n > 1; n--, i--) {
		const char *tab = memchr(t.s, '\t', t.len);
		const size_t len = tab ? (size_t)(tab - t.s) : t.len;
		if (i == 0) {
			t.len = len;
			break;
		}
		t = (struct text){ t.s + len + 1, t.len - len - 1 };
	}
	return text_none(t) ? none : t;
}
