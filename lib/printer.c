/* printer.c - columns as text, cell by cell */
#include <stdlib.h>

#include "base.h"
#include "date.h"
#include "printer.h"

enum { DAYS = 4096 };

/* Days repeat: their texts are kept by their lowest bits. */
struct days_printed {
	int32_t next[DAYS];	/* the day after; 0: none is kept */
	char text[DAYS][DATE_WIDTH];
};

static char *
put_text(char *to, struct text t)
{
	memcpy(to, t.s, t.len);
	return to + t.len;
}

static char *
put_whole(char *to, struct printer *p, size_t row)
{
	const int64_t v = p->col->v[row];

	return v == NONE ? put_text(to, p->none) : to + whole_print(to, v);
}

static char *
put_decimal(char *to, struct printer *p, size_t row)
{
	const int64_t v = p->col->v[row];

	return v == NONE ? put_text(to, p->none)
	    : to + decimal_print(to, v, p->col->decimals);
}

static char *
put_total(char *to, struct printer *p, size_t row)
{
	const wide v = p->col->total[row];

	return v == TOTAL_NONE ? put_text(to, p->none)
	    : to + wide_print(to, v, p->col->decimals);
}

static char *
put_day(char *to, struct printer *p, size_t row)
{
	const int64_t day = p->col->v[row];
	const size_t at = (size_t)day % DAYS;

	if (day == NONE)
		return put_text(to, p->none);
	if (p->days->next[at] != day + 1) {
		p->days->next[at] = (int32_t)day + 1;
		date_print(p->days->text[at], (int32_t)day);
	}
	memcpy(to, p->days->text[at], DATE_WIDTH);
	return to + DATE_WIDTH;
}

static char *
put_score(char *to, struct printer *p, size_t row)
{
	const unsigned score = p->col->code[row];

	if (score == 0)
		return put_text(to, p->none);
	*to = (char)('0' + score);
	return to + 1;
}

/* Short ones are kept with room behind them, to be copied with a length that
 * is known. */
static char *
put_label(char *to, struct printer *p, size_t row)
{
	const unsigned code = p->col->code[row];

	if (code == NO_LABEL)
		return put_text(to, p->none);
	const struct text t = p->col->names[code];
	if (t.len > LABEL_SHORT)
		return put_text(to, t);
	if (!*p->label[code])
		put_text(p->label[code], t);
	memcpy(to, p->label[code], LABEL_SHORT);
	return to + t.len;
}

static char *
put_id(char *to, struct printer *p, size_t row)
{
	const struct key *k = &p->col->keys[row];

	if (key_none(*k))
		return put_text(to, p->none);
	if (key_is_long(*k))
		return put_text(to, key_kept(k));
	return key_print(to, *k);
}

struct days_printed *
days_printed_new(void)
{
	return mem_new(1, sizeof(struct days_printed));
}

struct printer
printer_new(const struct col *c, struct text none, struct days_printed *days)
{
	static char *(*const puts[])(char *, struct printer *, size_t) = {
		[WHOLE] = put_whole, [DAY] = put_day, [DECIMAL] = put_decimal,
		[TOTAL] = put_total, [SCORE] = put_score, [LABEL] = put_label,
		[TEXTS] = put_id };
	struct printer p = { .put = puts[c->type], .col = c, .none = none,
		.days = days };

	if (c->type == LABEL)
		p.label = mem_new(NO_LABEL, sizeof *p.label);
	return p;
}

void
printer_free(struct printer *p)
{
	free(p->label);
}

static size_t
longest_label(const struct col *c, size_t from, size_t to)
{
	size_t longest = 0;

	for (size_t row = from; row < to; row++)
		if (c->code[row] != NO_LABEL
		    && c->names[c->code[row]].len > longest)
			longest = c->names[c->code[row]].len;
	return longest;
}

static size_t
longest_id(const struct col *c, size_t from, size_t to)
{
	size_t longest = KEY_ROOM;

	for (size_t row = from; row < to; row++)
		if (key_is_long(c->keys[row])
		    && key_kept(&c->keys[row]).len > longest)
			longest = key_kept(&c->keys[row]).len;
	return longest;
}

size_t
printer_room(const struct printer *p, size_t from, size_t to)
{
	const struct col *c = p->col;
	const size_t longest = c->type == LABEL ? longest_label(c, from, to)
	    : c->type == TEXTS ? longest_id(c, from, to) : 0;

	return longest > DECIMAL_WIDTH ? longest : DECIMAL_WIDTH;
}
