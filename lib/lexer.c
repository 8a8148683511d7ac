/* lexer.c - an expression as tokens */
#include <stdlib.h>
#include <string.h>

#include "date.h"
#include "decimal.h"
#include "lexer.h"

static int
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static int
is_name(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
	    || c == '_' || (unsigned char)c > 0x7f;
}

static void
skip_blanks(struct lexer *l)
{
	while (lexer_peek(l, 0) && strchr(" \t\n", lexer_peek(l, 0)))
		l->at++;
}

static struct text
piece(const struct lexer *l, size_t from)
{
	return (struct text){ l->source->text.s + from, l->at - from };
}

/* From the opening quote on: what stands between, doubled quotes made one. */
struct text
lexer_quoted(struct lexer *l, const char *what)
{
	const size_t from = l->at;
	const char quote = lexer_peek(l, 0);
	size_t n = 0;

	for (l->at++; lexer_peek(l, 0) != quote || lexer_peek(l, 1) == quote;
	    l->at++) {
		l->at += lexer_peek(l, 0) == quote;
		if (l->at >= l->end)
			source_refuse(l->source, from, NULL,
			    "the %s that begins here is not closed", what);
	}
	const char *inside = l->source->text.s + from + 1;
	const size_t len = l->at++ - from - 1;
	char *s = mem_text(inside, len);
	for (size_t i = 0; i < len; i += 1 + (inside[i] == quote))
		s[n++] = inside[i];
	return (struct text){ s, n };
}

static int
looks_like_date(const struct lexer *l)
{
	static const char shape[] = "dddd-dd-dd";

	for (size_t i = 0; shape[i]; i++)
		if (shape[i] == 'd' ? !is_digit(lexer_peek(l, i))
		    : lexer_peek(l, i) != shape[i])
			return 0;
	return 1;
}

static void
skip_name(struct lexer *l)
{
	while (is_name(lexer_peek(l, 0)))
		l->at++;
}

static void
date(struct lexer *l, struct token *t)
{
	char what[QUOTE_WIDTH];

	t->kind = DATE_TOKEN;
	l->at += DATE_WIDTH;
	skip_name(l);
	t->text = piece(l, t->from);
	t->value = date_day(t->text.s, t->text.len);
	if (t->value == NO_DAY)
		source_refuse(l->source, t->from, NULL, "no such date: %s",
		    text_quote(what, t->text.s, t->text.len));
}

static void
refuse_number(const struct lexer *l, struct text t, const char *hint)
{
	char what[QUOTE_WIDTH];

	source_refuse(l->source, (size_t)(t.s - l->source->text.s), hint,
	    "not a decimal number: %s", text_quote(what, t.s, t.len));
}

/* A number, or a duration: 180d 6m 1y */
static void
number(struct lexer *l, struct token *t)
{
	while (is_digit(lexer_peek(l, 0))
	    || (lexer_peek(l, 0) == '.' && is_digit(lexer_peek(l, 1))))
		l->at++;
	const struct text digits = piece(l, t->from);
	const char unit = lexer_peek(l, 0);
	while (is_name(lexer_peek(l, 0)) || lexer_peek(l, 0) == '.')
		l->at++;
	t->text = piece(l, t->from);
	t->decimals = decimal_parse(digits.s, digits.len, &t->value);
	t->kind = NUMBER_TOKEN;
	if (t->decimals < 0)
		refuse_number(l, t->text, "at most 12 digits, and 6 decimals");
	if (t->text.len == digits.len)
		return;
	if (t->text.len != digits.len + 1 || t->decimals
	    || (unit != 'd' && unit != 'm' && unit != 'y'))
		refuse_number(l, t->text, "a duration is 180d, 6m or 1y; "
		    "a column of such a name stands in `…`");
	t->kind = unit == 'd' ? DAYS_TOKEN : MONTHS_TOKEN;
	t->value = t->value / MILLION * (unit == 'y' ? 12 : 1);
}

static void
sign(struct lexer *l, struct token *t)
{
	static const char *const signs[] = { "==", "!=", "<=", ">=", "=~",
		"!~", "=", "<", ">", "(", ")", ",", "+", "-", "*", "/", "@",
		NULL };
	const char c = lexer_peek(l, 0);
	char what[QUOTE_WIDTH];
	size_t i = 0;

	while (signs[i] && (signs[i][0] != c
	    || (signs[i][1] && signs[i][1] != lexer_peek(l, 1))))
		i++;
	if (!signs[i])
		source_refuse(l->source, t->from, c == '\r'
		    ? "convert it: tr -d '\\r'" : c == '&' ? "and"
		    : c == '|' ? "or" : c == '!' ? "not" : NULL,
		    "unexpected %s", text_quote(what, &c, 1));
	l->at += strlen(signs[i]);
	t->kind = SIGN_TOKEN;
	t->text = piece(l, t->from);
}

void
lexer_next(struct lexer *l)
{
	struct token t = { .kind = NAME_TOKEN };
	const size_t behind = l->at;

	skip_blanks(l);
	t.from = l->at;
	const char c = lexer_peek(l, 0);
	if (l->at >= l->end) {
		t.kind = END_TOKEN;
		t.from = behind;
	} else if (c == '"' || c == '\'') {
		t.kind = TEXT_TOKEN;
		t.text = lexer_quoted(l, "text");
	} else if (c == '`') {
		t.kind = QUOTED_NAME_TOKEN;
		t.text = lexer_quoted(l, "name");
	} else if (looks_like_date(l)) {
		date(l, &t);
	} else if (is_digit(c)) {
		number(l, &t);
	} else if (is_name(c)) {
		skip_name(l);
		t.text = piece(l, t.from);
	} else {
		sign(l, &t);
	}
	t.to = l->at;
	l->token = t;
}

struct lexer
lexer_new(const struct source *source, size_t from, size_t to)
{
	struct lexer l = { .source = source, .at = from, .end = to };

	lexer_next(&l);
	return l;
}

int
lexer_is(const struct lexer *l, enum token_kind kind, const char *text)
{
	return l->token.kind == kind
	    && text_same(l->token.text, text_of(text));
}
