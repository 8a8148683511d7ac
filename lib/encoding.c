/* encoding.c - bytes in any encoding, as UTF-8 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "detect.h"
#include "encoding.h"

/* room for the window of detection, and more */
enum { RAW = 2 * DETECT_WINDOW, DECODED = 4 * RAW };
enum { SHOWN = 4 };		/* bytes that are no text, in a message */

struct encoding {
	struct input *in;
	const char *name;	/* NULL: not decided */
	iconv_t cd;		/* NULL: UTF-8 */
	char *raw, *decoded;
	size_t from, to;	/* of raw, not handed out yet */
	int ended, flushed;
	int starved;		/* what is there is too short to say */
	int started;
	struct text bad;	/* no text in this encoding */
};

/* The Microsoft tables: what shops mean by Shift_JIS and EUC-JP. */
static const char *
table_of(const char *name)
{
	static const char *const same[][2] = { { "utf8", "UTF-8" },
		{ "utf-8", "UTF-8" }, { "shift_jis", "CP932" },
		{ "shift-jis", "CP932" }, { "sjis", "CP932" },
		{ "cp932", "CP932" }, { "euc-jp", "EUC-JP-MS" },
		{ "eucjp", "EUC-JP-MS" } };

	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		if (!strcasecmp(name, same[i][0]))
			return same[i][1];
	return name;
}

/* Asked twice: no memory to load a table with looks like no such table, but
 * is called so if there is none again. */
iconv_t
encoding_open(const char *to, const char *from)
{
	iconv_t cd = (iconv_t)-1;

	for (int i = 0; i < 2 && cd == (iconv_t)-1; i++) {
		cd = iconv_open(to, from);
		if (cd == (iconv_t)-1 && errno == ENOMEM)
			die_memory();
	}
	return cd;
}

int
encoding_known(const char *name)
{
	const char *table = table_of(name);

	if (!strcmp(name, "auto"))
		return 1;
	/* no suffixes, which would make iconv pass over what is wrong, and
	 * nothing that it leaves out of a name */
	if (!*name || strspn(name, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:") != strlen(name))
		return 0;
	const iconv_t cd = encoding_open("UTF-8", table);
	if (cd == (iconv_t)-1)
		return 0;
	iconv_close(cd);
	return 1;
}

static void
decide(struct encoding *e, const char *name)
{
	e->name = name;
	if (!strcmp(name, "UTF-8"))
		return;
	e->decoded = mem_new(DECODED, 1);
	e->cd = encoding_open("UTF-8", name);
	if (e->cd == (iconv_t)-1)
		die(REFUSED, "encoding %s: unknown to this system", name);
}

struct encoding *
encoding_new(struct input *in, const char *name)
{
	struct encoding *e = mem_new(1, sizeof *e);

	e->in = in;
	e->raw = mem_new(RAW, 1);
	if (strcmp(name, "auto"))
		decide(e, table_of(name));
	return e;
}

void
encoding_free(struct encoding *e)
{
	if (e->cd)
		iconv_close(e->cd);
	free(e->raw);
	free(e->decoded);
	free(e);
}

static void
fill(struct encoding *e, struct fault *fault)
{
	e->to -= e->from;
	memmove(e->raw, e->raw + e->from, e->to);
	e->from = 0;
	const size_t n = input_read(e->in, e->raw + e->to, RAW - e->to, fault);
	e->to += n;
	e->ended = n == 0;
	e->starved = 0;
}

static size_t
ascii_length(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && (unsigned char)s[n] < 0x80)
		n++;
	return n;
}

static void
refuse(struct encoding *e)
{
	const size_t left = e->to - e->from;

	/* as many as there are, however they come */
	if (!e->ended && left < SHOWN)
		e->starved = 1;
	else
		e->bad = (struct text){ e->raw + e->from,
			left < SHOWN ? left : SHOWN };
}

static struct text
take(struct encoding *e, size_t len)
{
	const struct text t = { e->raw + e->from, len };

	e->from += len;
	return t;
}

static struct text
next_utf8(struct encoding *e)
{
	const size_t left = e->to - e->from;
	const size_t valid = utf8_valid(e->raw + e->from, left);

	if (valid == 0 && left > 0)	/* or it is a part of a character */
		refuse(e);
	return take(e, valid);
}

static struct text
next_decoded(struct encoding *e)
{
	char *in = e->raw + e->from, *out = e->decoded;
	size_t left = e->to - e->from, room = DECODED;
	const int last = e->ended && left == 0;

	/* some tables hold back a character until they see what follows */
	const size_t done = iconv(e->cd, last ? NULL : &in,
	    last ? NULL : &left, &out, &room);
	const int error = done == (size_t)-1 ? errno : 0;
	const size_t used = e->to - e->from - left;
	e->flushed = last;
	e->from += used;
	if (room == DECODED && !last && (error || used == 0)) {
		if (error == EINVAL && !e->ended)
			e->starved = 1;
		else
			refuse(e);
	}
	return (struct text){ e->decoded, DECODED - room };
}

static struct text
next(struct encoding *e)
{
	const struct text left = { e->raw + e->from, e->to - e->from };
	const size_t ascii = e->name ? 0 : ascii_length(left.s, left.len);

	if (ascii > 0)
		return take(e, ascii);
	if (!e->name && left.len > 0) {
		const char *name = detect_encoding(left, !e->started,
		    e->ended);
		if (name)
			decide(e, name);
		else
			e->starved = 1;
	}
	if (!e->name)
		return (struct text){ "", 0 };
	return e->cd ? next_decoded(e) : next_utf8(e);
}

struct text
encoding_read(struct encoding *e, struct fault *fault)
{
	struct text t = { "", 0 };

	while (t.len == 0 && e->bad.len == 0) {
		if (!e->ended && (e->from == e->to || e->starved))
			fill(e, fault);
		if (fault->status || (e->ended && e->from == e->to
		    && (!e->cd || e->flushed)))
			break;
		t = next(e);
		const int mark = !e->started && t.len >= 3
		    && !memcmp(t.s, "\xef\xbb\xbf", 3);
		e->started |= t.len > 0;
		if (mark)
			t = (struct text){ t.s + 3, t.len - 3 };
	}
	return t;
}

int
encoding_refused(const struct encoding *e, size_t line, struct fault *fault)
{
	char quoted[QUOTE_WIDTH];

	if (e->bad.len == 0)
		return 0;
	fault_set(fault, REFUSED, "%s:%zu: not %s: %s", e->in->name, line,
	    e->name, text_quote(quoted, e->bad.s, e->bad.len));
	fault_hint(fault, "--encoding NAME says what it is: utf-8, cp932, "
	    "euc-jp, …");
	return 1;
}
