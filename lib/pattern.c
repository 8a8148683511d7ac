/* pattern.c - regular expressions over columns of texts */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "key.h"
#include "pattern.h"

enum { SLOT_BITS = 10, SLOTS = 1 << SLOT_BITS, KEPT = 64 };
/* about a second of steps; the memory of a search */
enum { STEPS_MOST = 10000000, DEPTH_MOST = 1000000, HEAP_KIB = 65536,
	STACK_MOST = 4 << 20 };

struct pattern { pcre2_code *code; };

/* What was found in a text; a slot serves the last text that fell on it. */
struct slot { struct key key; unsigned char len, found; };

struct matcher {
	const pcre2_code *code;
	pcre2_match_context *limits;
	pcre2_match_data *data;
	pcre2_jit_stack *stack;	/* or NULL */
	struct slot slots[SLOTS];
	char kept[SLOTS][KEPT];		/* texts longer than a key */
};

struct pattern *
pattern_new(struct text regex, int caseless, size_t *at,
    char what[PATTERN_WHAT])
{
	struct pattern *p = mem_new(1, sizeof *p);
	int error;

	p->code = pcre2_compile((PCRE2_SPTR)regex.s, regex.len, PCRE2_UTF
	    | PCRE2_NEVER_BACKSLASH_C | (caseless ? PCRE2_CASELESS : 0),
	    &error, at, NULL);
	if (!p->code && error == PCRE2_ERROR_HEAP_FAILED)
		die_memory();
	if (!p->code) {
		pcre2_get_error_message(error, (PCRE2_UCHAR *)what,
		    PATTERN_WHAT);
		free(p);
		return NULL;
	}
	/* without a compiler for this processor matches are interpreted */
	(void)pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE);
	return p;
}

struct matcher *
matcher_new(const struct pattern *p)
{
	struct matcher *m = mem_new(1, sizeof *m);

	m->code = p->code;
	m->stack = pcre2_jit_stack_create(32 << 10, STACK_MOST, NULL);
	m->limits = pcre2_match_context_create(NULL);
	m->data = pcre2_match_data_create(1, NULL);
	if (!m->limits || !m->data)
		die_memory();
	pcre2_set_match_limit(m->limits, STEPS_MOST);
	pcre2_set_depth_limit(m->limits, DEPTH_MOST);
	pcre2_set_heap_limit(m->limits, HEAP_KIB);
	if (m->stack)
		pcre2_jit_stack_assign(m->limits, NULL, m->stack);
	return m;
}

void
matcher_free(struct matcher *m)
{
	if (!m)
		return;
	pcre2_match_data_free(m->data);
	pcre2_match_context_free(m->limits);
	pcre2_jit_stack_free(m->stack);
	free(m);
}

/* 1 or 0; -1 if a limit was reached */
static int
search(struct matcher *m, struct text t)
{
	const int r = pcre2_match(m->code, (PCRE2_SPTR)t.s, t.len, 0,
	    PCRE2_NO_UTF_CHECK, m->data, m->limits);

	return r >= 0 ? 1 : r == PCRE2_ERROR_NOMATCH ? 0 : -1;
}

static int
holds(const struct slot *s, const char *kept, struct key k, struct text t)
{
	return s->key.a == k.a && s->key.b == k.b && (!key_is_long(k)
	    || (s->len == t.len && !memcmp(kept, t.s, t.len)));
}

static int
find(struct matcher *m, struct text t)
{
	if (t.len > KEPT)
		return search(m, t);
	const struct key k = key_of(t);
	const uint64_t i = key_hash(k) >> (64 - SLOT_BITS);
	struct slot *s = &m->slots[i];
	if (holds(s, m->kept[i], k, t))
		return s->found;
	const int found = search(m, t);
	if (found < 0)
		return -1;
	*s = (struct slot){ k, (unsigned char)t.len, (unsigned char)found };
	if (key_is_long(k))
		memcpy(m->kept[i], t.s, t.len);
	return found;
}

size_t
matcher_search(struct matcher *m, const struct text *t, size_t n,
    unsigned char *found)
{
	for (size_t i = 0; i < n; i++) {
		const int r = t[i].s ? find(m, t[i]) : 0;
		if (r < 0)
			return i;
		found[i] = (unsigned char)r;
	}
	return n;
}
