/* lexer_raw.c - patterns and names of files, which have rules of their own */
#include <string.h>

#include "lexer.h"

struct text
lexer_pattern(struct lexer *l, size_t *at, int *caseless)
{
	const size_t from = l->token.from;
	size_t n = 0;

	*caseless = 0;
	*at = l->at = from + 1;
	for (; lexer_peek(l, 0) != '/'; l->at++) {
		l->at += lexer_peek(l, 0) == '\\';
		if (l->at >= l->end)
			source_refuse(l->source, from, NULL,
			    "the pattern that begins here is not closed");
	}
	const char *inside = l->source->text.s + *at;
	const size_t len = l->at - *at;
	char *s = mem_text(inside, len);
	for (size_t i = 0; i < len; i++) {
		if (inside[i] == '\\' && inside[++i] != '/')
			s[n++] = '\\';
		s[n++] = inside[i];
	}
	for (l->at++; lexer_peek(l, 0) == 'i'; l->at++)
		*caseless = 1;
	if (l->at < l->end && !strchr(" \t\n),", lexer_peek(l, 0)))
		source_refuse(l->source, l->at, "the one flag is i",
		    "this does not belong to the pattern");
	lexer_next(l);
	return (struct text){ s, n };
}

/* A quoted text, or all up to a blank, ")" or stop. */
static struct text
word(struct lexer *l, char stop, const char *what)
{
	const size_t from = l->at;
	const char c = lexer_peek(l, 0);
	struct text t;

	if (c == '"' || c == '\'' || c == '`') {
		t = lexer_quoted(l, what);
	} else {
		while (l->at < l->end && !strchr(" \t\n)", lexer_peek(l, 0))
		    && lexer_peek(l, 0) != stop)
			l->at++;
		t = (struct text){ l->source->text.s + from, l->at - from };
	}
	if (t.len == 0)
		source_refuse(l->source, from, "in @FILE or in @FILE:column",
		    "the name of a %s is missing", what);
	return t;
}

void
lexer_file(struct lexer *l, struct text *file, struct text *column)
{
	l->at = l->token.to;
	*file = word(l, ':', "file");
	*column = (struct text){ NULL, 0 };
	if (lexer_peek(l, 0) == ':') {
		l->at++;
		*column = word(l, ')', "column");
	}
	lexer_next(l);
}
