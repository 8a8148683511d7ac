/* layout.c - a header line: which column stands where */
#include <stdlib.h>
#include <string.h>

#include "layout.h"

/* A name of the header for a hint; not too much of it. */
static char *
shown(struct text name)
{
	enum { MOST = 60 };
	size_t len = name.len < MOST ? name.len : MOST;
	char *s = mem_new(4 * len + 1, 1);

	while (len > 0 && len < name.len && (name.s[len] & 0xc0) == 0x80)
		len--;		/* a whole character */
	text_visible(s, name.s, len);
	return s;
}

/* The names of the header, for a hint; not too many of them. */
static char *
listed(const struct layout *l)
{
	char *all = mem_text("", 0);

	for (size_t i = 0; i < l->columns; i++) {
		const int more = strlen(all) > 300;
		char *name = shown(l->names[i]);
		char *next = more ? mem_format("%s, …", all)
		    : mem_format("%s%s%s", all, i ? ", " : "", name);
		free(name);
		free(all);
		all = next;
		if (more)
			break;
	}
	return all;
}

static void
refuse_missing(const struct layout *l, const struct wanted *w,
    struct fault *fault)
{
	char quoted[QUOTE_WIDTH];
	char *all = listed(l);
	const int at = text_closest(w->name, l->names, l->columns);
	char *near = at < 0 ? NULL : shown(l->names[at]);

	fault_set(fault, REFUSED, "no column %s",
	    text_quote(quoted, w->name.s, w->name.len));
	if (l->header_len == 0)
		fault_hint(fault, "the header line is empty");
	else if (l->columns == 1 && memchr(l->header, ',', l->header_len))
		fault_hint(fault, "TAB separates columns; from-cart reads CSV");
	else if (w->role)
		fault_hint(fault, "the header has: %s; --roles %s=%s", all,
		    w->role, near ? near : "COLUMN");
	else
		fault_hint(fault, "the header has: %s%s%s", all,
		    near ? "; perhaps " : "", near ? near : "");
	free(near);
	free(all);
}

static int
find(const struct layout *l, const struct wanted *w, struct fault *fault)
{
	char quoted[QUOTE_WIDTH];
	int at = -1;

	for (size_t i = 0; i < l->columns; i++) {
		if (!text_same(l->names[i], w->name))
			continue;
		if (at >= 0 && !fault->status) {
			fault_set(fault, REFUSED,
			    "column %s stands twice in the header",
			    text_quote(quoted, w->name.s, w->name.len));
			fault_hint(fault, "rename one of the two");
		}
		at = at < 0 ? (int)i : at;
	}
	if (at < 0 && w->needed && !fault->status)
		refuse_missing(l, w, fault);
	return at;
}

struct layout *
layout_new(const char *file, struct text header, const struct wanted *wanted,
    size_t n, struct fault *fault)
{
	struct layout *l = mem_new(1, sizeof *l);
	const char *cr = memchr(header.s, '\r', header.len);

	*l = (struct layout){ .file = file, .header_len = header.len,
		.header = mem_text(header.s, header.len),
		.at = mem_new(n, sizeof *l->at) };
	l->names = text_split((struct text){ l->header, header.len }, '\t',
	    &l->columns);
	const char *nul = memchr(header.s, '\0', header.len);
	if (nul && (!cr || nul < cr))
		cr = nul;
	if (cr)
		fault_odd(fault, cr, header.s + header.len);
	for (size_t i = 0; i < n && !fault->status; i++)
		l->at[i] = find(l, &wanted[i], fault);
	return l;
}

struct text
layout_header(const char *names)
{
	char *line = mem_text(names, strlen(names));

	for (char *s = line; *s; s++)
		if (*s == ',')
			*s = '\t';
	return text_of(line);
}
