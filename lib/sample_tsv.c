/* sample_tsv.c - simulated orders as the strict TSV */
#include <string.h>

#include "date.h"
#include "sample_chance.h"
#include "sample_put.h"
#include "sample_tsv.h"

/* room for a line, whatever its fields; and for what its lines share */
enum { LINE_ROOM = 256, HEAD_ROOM = 128 };

static const char *const status_words[] = { "pending", "paid", "shipped",
	"delivered", "cancelled", "returned", "void" };

/* 36 bytes that look like a UUID of version 4; another kind, another one */
static char *
put_long(char *to, uint64_t seed, char kind, uint64_t number)
{
	static const char hex[] = "0123456789abcdef";
	const uint64_t key = chance_of(seed, (unsigned char)kind);
	const uint64_t high = chance_of(key, 2 * number);
	const uint64_t low = chance_of(key, 2 * number + 1);

	for (int i = 0; i < 32; i++) {
		if (i == 8 || i == 12 || i == 16 || i == 20)
			*to++ = '-';
		*to++ = hex[(i < 16 ? high : low) >> (60 - i % 16 * 4) & 15];
	}
	to[-22] = '4';
	to[-17] = hex[8 + (low >> 60) % 4];
	return to;
}

static char *
put_id(const struct sample_tsv *t, char *to, char kind, uint64_t number)
{
	if (t->long_ids)
		return put_long(to, t->seed, kind, number);
	*to++ = kind;
	return digits_put(to, number, kind == 'C' ? 8 : 10);
}

static void
set_date(struct sample_tsv *t, int32_t day)
{
	if (t->day == day)
		return;
	date_print(t->date, day);
	t->day = day;
}

void
sample_tsv_head(struct sample_tsv *t)
{
	const char *const names = t->plain ?
	    "order_id\tcustomer_id\torder_date\tproduct_id\tcategory\t"
	    "quantity\tamount\tcost\tmedia\tshop\tstatus\n" :
	    "order_id\tcustomer_id\torder_date\tproduct_id\t"
	    "quantity\tamount\tcost\tmedia\tshop\n";

	out_bytes(t->out, names, strlen(names));
}

/* What the lines of an order begin with, and what they end with */
static size_t
put_beginning(struct sample_tsv *t, const struct sample_order *o, char *to)
{
	char *p = put_id(t, to, o->kind == REFUND ? 'R' : 'O', o->number);

	*p++ = '\t';
	if (o->customer)
		p = put_id(t, p, 'C', o->customer);
	*p++ = '\t';
	set_date(t, o->day);
	memcpy(p, t->date, sizeof t->date);
	p += sizeof t->date;
	if (t->plain) {
		*p++ = 'T';
		p = clock_put(p, o->second);
	}
	*p++ = '\t';
	return (size_t)(p - to);
}

static size_t
put_end(const struct sample_tsv *t, const struct sample_order *o, char *to)
{
	char *p = to;

	*p++ = '\t';
	p = word_put(p, sample_media[o->media].name);
	*p++ = '\t';
	p = word_put(p, sample_shops[o->shop]);
	if (t->plain) {
		*p++ = '\t';
		p = word_put(p, status_words[o->status]);
	}
	*p++ = '\n';
	return (size_t)(p - to);
}

static char *
put_middle(const struct sample_tsv *t, const struct sample_line *l, char *p)
{
	memcpy(p, l->goods->id, sizeof l->goods->id);
	p += l->goods->id_len;
	*p++ = '\t';
	if (t->plain) {
		p = word_put(p, l->goods->category);
		*p++ = '\t';
	}
	p = whole_put(p, l->quantity);
	*p++ = '\t';
	p = whole_put(p, l->amount);
	*p++ = '\t';
	return whole_put(p, l->cost);
}

static void
write_held(struct sample_tsv *t)
{
	out_bytes(t->out, t->held, t->held_len);
	t->held_len = 0;
}

void
sample_tsv_order(struct sample_tsv *t, const struct sample_order *o)
{
	char head[HEAD_ROOM], tail[HEAD_ROOM];

	/* a late line keeps to its day */
	if (t->held_len && t->day != o->day)
		write_held(t);
	const size_t head_len = put_beginning(t, o, head);
	const size_t tail_len = put_end(t, o, tail);
	const int late = t->plain && o->n > 1 && !t->held_len
	    && o->key % 25 == 0;
	for (int i = 0; i < o->n; i++) {
		const int hold = late && i == o->n - 1;
		char *const line = hold ? t->held : out_room(t->out, LINE_ROOM);
		memcpy(line, head, head_len);
		char *p = put_middle(t, &o->line[i], line + head_len);
		memcpy(p, tail, tail_len);
		const size_t len = (size_t)(p - line) + tail_len;
		if (hold)
			t->held_len = len;
		else
			out_took(t->out, len);
	}
	if (t->held_len && !late)
		write_held(t);
}

void
sample_tsv_end(struct sample_tsv *t)
{
	write_held(t);
}
