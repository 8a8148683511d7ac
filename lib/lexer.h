#ifndef LEXER_H
#define LEXER_H

#include <stdint.h>

#include "source.h"

/*
 * An expression as a sequence of tokens. What follows =~ or in @ is read by
 * other rules: the parser, which knows where it is, then calls lexer_pattern
 * or lexer_file while the token is the sign that begins it.
 */
enum token_kind { END_TOKEN, NAME_TOKEN, QUOTED_NAME_TOKEN, NUMBER_TOKEN,
	DATE_TOKEN, DAYS_TOKEN, MONTHS_TOKEN, TEXT_TOKEN, SIGN_TOKEN };

struct token {
	enum token_kind kind;
	size_t from, to;	/* in the source */
	struct text text;	/* a name, a sign, a text without quotes */
	int64_t value;		/* millionths; a day; days; months */
	int decimals;
};

struct lexer {
	const struct source *source;
	size_t at, end;
	struct token token;	/* the current one */
};

/* Begins with the first token between from and to. */
struct lexer lexer_new(const struct source *, size_t from, size_t to);
void lexer_next(struct lexer *);
int lexer_is(const struct lexer *, enum token_kind, const char *text);

/* From the sign "/" on: the pattern between the slashes, "\/" made "/". *at
 * is where it stands; its flags go to *caseless. The next token is current. */
struct text lexer_pattern(struct lexer *, size_t *at, int *caseless);
/* From the sign "@" on: FILE[:column]; column->s is NULL if there is none. */
void lexer_file(struct lexer *, struct text *file, struct text *column);

/* For these: the byte so far ahead, NUL at the end; and from an opening quote
 * on, what stands between, doubled quotes made one. */
static inline char
lexer_peek(const struct lexer *l, size_t ahead)
{
	return l->at + ahead < l->end ? l->source->text.s[l->at + ahead] : '\0';
}
struct text lexer_quoted(struct lexer *, const char *what);

#endif
