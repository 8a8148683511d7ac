/* lookup.c - sets of values, from lists and files */
#include <stdlib.h>
#include <string.h>

#include "decimal_field.h"
#include "engine.h"
#include "key.h"
#include "lookup.h"
#include "opt.h"

struct entry {
	struct key key;		/* of a number: it, and 0 */
	struct text text;	/* s is NULL where the slot is free */
};

struct lookup {
	enum type type;
	struct entry *entries;
	size_t n, slots;	/* a power of two */
};

struct lookup *
lookup_new(enum type type)
{
	struct lookup *l = mem_new(1, sizeof *l);

	l->type = type;
	l->slots = 16;
	l->entries = mem_new(l->slots, sizeof *l->entries);
	return l;
}

static struct entry *
slot_of(const struct lookup *l, struct key k, struct text t)
{
	size_t i = key_hash(k) & (l->slots - 1);

	for (;; i = (i + 1) & (l->slots - 1)) {
		struct entry *e = &l->entries[i];
		if (!e->text.s || (e->key.a == k.a && e->key.b == k.b
		    && (!key_is_long(k) || text_same(e->text, t))))
			return e;
	}
}

static void
grow(struct lookup *l)
{
	struct entry *old = l->entries;
	const size_t slots = l->slots;

	l->slots *= 2;
	l->entries = mem_new(l->slots, sizeof *l->entries);
	for (size_t i = 0; i < slots; i++)
		if (old[i].text.s)
			*slot_of(l, old[i].key, old[i].text) = old[i];
	free(old);
}

static void
add(struct lookup *l, struct key k, struct text t)
{
	struct entry *e = slot_of(l, k, t);

	if (e->text.s)
		return;
	*e = (struct entry){ k, { key_is_long(k) ? mem_text(t.s, t.len) : "",
		t.len } };
	if (++l->n > l->slots / 2)
		grow(l);
}

static struct key
key_of_number(int64_t v)
{
	return (struct key){ (uint64_t)v, 0 };
}

void
lookup_add_number(struct lookup *l, int64_t v)
{
	add(l, key_of_number(v), (struct text){ "", 0 });
}

void
lookup_add_text(struct lookup *l, struct text t)
{
	char *padded = mem_new(t.len + KEY_INLINE, 1);

	memcpy(padded, t.s, t.len);
	add(l, key_of((struct text){ padded, t.len }),
	    (struct text){ padded, t.len });
	free(padded);
}

/* 0 if t is not of the set's type. */
static int
add_field(struct lookup *l, struct text t)
{
	int64_t number;
	struct moment m;

	if (l->type == IS_TEXT) {
		const struct key k = key_of(t);
		if (!key_valid(k, t))
			return 0;
		add(l, k, t);
	} else if (l->type == IS_DATE) {
		if (!date_parse(t.s, t.len, &m))
			return 0;
		lookup_add_number(l, m.day);
	} else {
		if (decimal_field(t.s, t.len, &number) < 0)
			return 0;
		lookup_add_number(l, number);
	}
	return 1;
}

static void
add_block(void *context, int worker, struct block *b)
{
	struct lookup *l = context;
	const int column = b->layout->at[0];

	(void)worker;
	for (uint32_t row = 0; row < b->fault_row; row++) {
		const struct text t = block_field(b, row, column);
		if (text_none(t) || add_field(l, t))
			continue;
		block_refuse(b, row, column, l->type == IS_TEXT
		    ? "not valid UTF-8" : l->type == IS_DATE
		    ? "not a date (YYYY-MM-DD)" : "not a decimal number",
		    l->type == IS_TEXT
		    ? "from-cart --encoding reads other encodings"
		    : "a list has the type of what is looked up in it");
	}
}

void
lookup_read(struct lookup *l, const char *file, const char *column)
{
	char *files[] = { (char *)file, NULL };
	const struct wanted wanted = { text_of(column ? column : "value"),
		NULL, 1 };
	struct engine e = { .files = files, .n_files = 1, .threads = 1,
		.header = column ? NULL : "value", .wanted = &wanted,
		.n_wanted = 1, .context = l, .work = add_block };

	engine_run(&e);
}

struct lookup *
lookup_option(const char *option, const char *value)
{
	struct lookup *l = lookup_new(IS_TEXT);
	size_t n;

	if (*value == '@') {
		char *file = mem_text(value + 1, strlen(value + 1));
		char *colon = strrchr(file, ':');
		if (colon)
			*colon = '\0';
		lookup_read(l, file, colon && colon[1] ? colon + 1 : NULL);
		return l;
	}
	struct text *parts = text_split(text_of(value), ',', &n);
	for (size_t i = 0; i < n; i++) {
		if (parts[i].len == 0)
			opt_misused(option, "an empty text in %s",
			    text_quoted(text_of(value)));
		lookup_add_text(l, parts[i]);
	}
	free(parts);
	return l;
}

int
lookup_has(const struct lookup *l, struct text t)
{
	return slot_of(l, key_of(t), t)->text.s != NULL;
}

void
lookup_find(const struct lookup *l, const struct vec *v, size_t n,
    unsigned char *found)
{
	const struct text *texts = v->data;
	const int64_t *numbers = v->data;
	const struct text none = { NULL, 0 };

	if (l->type == IS_TEXT) {
		for (size_t i = 0; i < n; i++)
			found[i] = texts[i].s && slot_of(l, key_of(texts[i]),
			    texts[i])->text.s;
		return;
	}
	const int shift = l->type == IS_DATE ? DATE_SHIFT : 0;
	for (size_t i = 0; i < n; i++)
		found[i] = numbers[i] != NONE && slot_of(l, key_of_number(
		    numbers[i] >> shift), none)->text.s;
}
