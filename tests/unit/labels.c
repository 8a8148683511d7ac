/* labels - distinct texts by bytes, whoever of many workers met them first */
#include <stdlib.h>
#include <string.h>

#include "labels.h"
#include "parts.h"
#include "tap.h"

enum { TEXTS_ALL = 4000, WORKERS = 8, ROUNDS = 3 };
static struct labels *labels;
static uint32_t code[WORKERS][TEXTS_ALL];

/* The i-th text, in a room with 16 bytes more: none in both spellings, and as
 * it prints; 8, 15, 16, 17 and more bytes; Japanese; alike but for one end. */
static struct text
label(int i, char room[120])
{
	static const char *const forms[] = { "%d", "P%07d", "category %06d",
		"number of it %03d", "number of it: %03d",
		"薬用美容クリーム（詰め替え用）%d",
		"%d is a product with a very long name" };
	static const char *const some[] = { "", "\\N", "(none)", "(nonf)",
		"\\", "N", "(none) " };
	const char *form = i < 7 ? some[i] : forms[i % 7];

	memset(room, 'x', 120);
	if (i < 7)
		memcpy(room, form, strlen(form));
	else
		return (struct text){ room, (size_t)sprintf(room, form, i) };
	return (struct text){ room, strlen(form) };
}

/* Each worker meets all of them, beginning elsewhere. */
static void
meet(void *unused, size_t worker)
{
	char room[120];

	(void)unused;
	for (int n = 0; n < ROUNDS * TEXTS_ALL; n++) {
		const int i = (int)((size_t)n * 37 + worker * 509) % TEXTS_ALL;
		const uint32_t c = labels_code(labels, (int)worker,
		    label(i, room));
		if (n < TEXTS_ALL)
			code[worker][i] = c;
		else if (code[worker][i] != c)
			code[worker][i] = UINT32_MAX;
		/* and once more, as a neighbour would */
		if (labels_code(labels, (int)worker, label(i, room)) != c)
			code[worker][i] = UINT32_MAX;
	}
}

static struct text
shown(int i, char room[120])
{
	return i < 2 ? TEXT("(none)") : label(i, room);
}

static void
check_places(void)
{
	char room[120], of_key[KEY_ROOM];
	int codes = 0, texts = 0, found = 0;

	for (int i = 0; i < TEXTS_ALL; i++) {
		const struct text t = shown(i, room);
		const uint32_t place = labels_place(labels, code[0][i]);
		for (int worker = 1; worker < WORKERS; worker++)
			codes += code[worker][i] != code[0][i];
		texts += !text_same(t, key_text(labels_key(labels, place),
		    of_key));
		found += labels_find(labels, t) != (int64_t)place;
	}
	ok(codes == 0, "a text has one code, for all workers");
	ok(texts == 0, "and a place where it stands");
	ok(found == 0, "and is found there");
	ok(labels_find(labels, TEXT("no such label\0\0\0")) == NONE
	    && labels_find(labels, TEXT("~\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"))
	    == NONE, "what is not there is not found");
}

static void
check_order(void)
{
	char one[KEY_ROOM], other[KEY_ROOM];
	uint32_t backwards[TEXTS_ALL];
	const size_t n = labels_count(labels);
	int wrong = 0;

	for (size_t i = 1; i < n; i++)
		wrong += text_order(key_text(labels_key(labels, i - 1), one),
		    key_text(labels_key(labels, i), other)) >= 0;
	ok(wrong == 0, "places ascend by bytes");
	for (size_t i = 0; i < n; i++)
		backwards[i] = (uint32_t)(n - 1 - i);
	const struct col *names = labels_names(labels, backwards, n);
	for (size_t i = 0; i < n; i++)
		wrong += memcmp(&names->keys[i], labels_key(labels, n - 1 - i),
		    sizeof *names->keys) != 0;
	ok(wrong == 0 && names->n == n, "names are those of the places");
}

int
main(void)
{
	parts_set_threads(WORKERS);
	labels = labels_new();
	parts_run(WORKERS, meet, NULL);
	labels_sort(labels);
	/* none, and its two spellings, are one */
	ok(labels_count(labels) == TEXTS_ALL - 2, "each text is a label once");
	check_places();
	check_order();

	labels = labels_new();
	labels_sort(labels);
	ok(labels_count(labels) == 0
	    && labels_find(labels, TEXT("x")) == NONE
	    && labels_names(labels, NULL, 0)->n == 0, "no label at all");
	return done();
}
