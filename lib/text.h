#ifndef TEXT_H
#define TEXT_H

#include <stddef.h>
#include <stdint.h>

/* Text is bytes with a length; UTF-8 where it was checked. */
struct text { const char *s; size_t len; };

/* The field that ends at *end, of a text whose fields end there in order. */
static inline struct text
text_field(const char *text, const uint32_t *end)
{
	const uint32_t from = end[-1] + 1;

	return (struct text){ text + from, *end - from };
}

#define TEXT(literal) ((struct text){ literal, sizeof(literal) - 1 })
struct text text_of(const char *s);		/* up to its NUL */
int text_same(struct text, struct text);
int text_order(struct text, struct text);	/* by bytes: <0, 0, >0 */

/* Empty, or \N alone: no value. */
static inline int
text_none(struct text t)
{
	return t.len == 0 || (t.len == 2 && t.s[0] == '\\' && t.s[1] == 'N');
}

/* The length of the valid UTF-8 that s begins with; len if all of it is. */
size_t utf8_valid(const char *s, size_t len);
size_t utf8_length(const char *s, size_t len);	/* characters of valid text */

/* Cut at every separator: n parts, at least one. free() the array. */
struct text *text_split(struct text, char separator, size_t *n);

/* The same text with control and invalid bytes visible, \t or \xNN: at most
 * four bytes for one, and a NUL. */
void text_visible(char *out, const char *s, size_t len);
/* 'value' for a message: shortened when long, control bytes visible, invalid
 * bytes as \xNN. */
enum { QUOTE_WIDTH = 160 };
const char *text_quote(char out[QUOTE_WIDTH], const char *s, size_t len);
char *text_quoted(struct text);			/* the same, malloc'd */

/* Of n names the one most like s, or -1 if none is near. */
int text_closest(struct text s, const struct text *names, size_t n);

#endif
