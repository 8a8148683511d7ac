/* parser.c - expressions: from tokens to nodes, by recursive descent */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "expr.h"
#include "lexer.h"
#include "parser.h"

enum { NESTING_MOST = 200 };

static int logic(struct parser *);

void
parser_expected(const struct parser *p, const char *what)
{
	static const char *const words[] = { "and", "or", "not", "in",
		"between", "is", "none", "as_of", "where" };
	const struct token *t = &p->lexer.token;
	const char *s = p->lexer.source->text.s;
	char quoted[QUOTE_WIDTH], *hint = NULL;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (t->kind == NAME_TOKEN && t->text.len == strlen(words[i])
		    && !strncasecmp(t->text.s, words[i], t->text.len)
		    && !text_same(t->text, text_of(words[i])))
			hint = mem_format("'%s' is written small", words[i]);
	if (t->kind == END_TOKEN)
		source_refuse(p->lexer.source, t->from, NULL,
		    "expected %s, found the end", what);
	source_refuse(p->lexer.source, t->from, hint, "expected %s, found %s",
	    what, text_quote(quoted, s + t->from, t->to - t->from));
}

int
parser_sign(struct parser *p, const char *sign)
{
	if (!lexer_is(&p->lexer, SIGN_TOKEN, sign))
		return 0;
	lexer_next(&p->lexer);
	return 1;
}

int
parser_word(struct parser *p, const char *word)
{
	if (!lexer_is(&p->lexer, NAME_TOKEN, word))
		return 0;
	lexer_next(&p->lexer);
	return 1;
}

void
parser_need(struct parser *p, const char *sign)
{
	char what[QUOTE_WIDTH];

	if (!parser_sign(p, sign))
		parser_expected(p, text_quote(what, sign, strlen(sign)));
}

int
parser_add(struct parser *p, struct node n)
{
	struct expr *x = &p->expr;

	if ((x->n & (x->n - 1)) == 0)
		x->nodes = mem_grow(x->nodes, 2 * (size_t)x->n + 1,
		    sizeof *x->nodes);
	n.to = n.to ? n.to : p->lexer.token.from;
	x->nodes[x->n] = n;
	return x->n++;
}

int
parser_unary(struct parser *p, enum op op, int a, struct token at)
{
	const size_t to = p->expr.nodes[a].to;

	return parser_add(p, (struct node){ .op = op, .a = a, .b = -1,
		.from = at.from, .to = to > at.to ? to : at.to,
		.text = at.text });
}

int
parser_binary(struct parser *p, enum op op, int a, int b, struct text sign)
{
	const struct node *x = &p->expr.nodes[a], *y = &p->expr.nodes[b];

	return parser_add(p, (struct node){ .op = op, .a = a, .b = b,
		.from = x->from < y->from ? x->from : y->from,
		.to = x->to > y->to ? x->to : y->to, .text = sign });
}

int
parser_negated(struct parser *p, int a)
{
	const struct node *n = &p->expr.nodes[a];

	return parser_add(p, (struct node){ .op = OP_NOT, .a = a, .b = -1,
		 .from = n->from, .to = n->to });
}

static void
deeper(struct parser *p)
{
	if (++p->depth > NESTING_MOST)
		source_refuse(p->lexer.source, p->lexer.token.from, NULL,
		    "nested more than %d deep", NESTING_MOST);
}

int
parser_expr(struct parser *p)
{
	deeper(p);
	const int a = logic(p);
	p->depth--;
	return a;
}

static int
unary(struct parser *p)
{
	const struct token at = p->lexer.token;

	if (!parser_sign(p, "-"))
		return parser_primary(p);
	return parser_unary(p, OP_NEGATE, parser_primary(p), at);
}

static int
term(struct parser *p)
{
	int a = unary(p);

	for (;;) {
		const struct text sign = p->lexer.token.text;
		if (parser_sign(p, "*"))
			a = parser_binary(p, OP_MULTIPLY, a, unary(p), sign);
		else if (parser_sign(p, "/"))
			a = parser_binary(p, OP_DIVIDE, a, unary(p), sign);
		else
			return a;
	}
}

int
parser_sum(struct parser *p)
{
	int a = term(p);

	for (;;) {
		const struct text sign = p->lexer.token.text;
		if (parser_sign(p, "+"))
			a = parser_binary(p, OP_ADD, a, term(p), sign);
		else if (parser_sign(p, "-"))
			a = parser_binary(p, OP_SUBTRACT, a, term(p), sign);
		else
			return a;
	}
}

static int
not(struct parser *p)
{
	const struct token at = p->lexer.token;

	if (!parser_word(p, "not"))
		return parser_compare(p);
	deeper(p);
	const int a = parser_unary(p, OP_NOT, not(p), at);
	p->depth--;
	return a;
}

static int
conjunction(struct parser *p)
{
	int a = not(p);

	for (;;) {
		const struct text sign = p->lexer.token.text;
		if (!parser_word(p, "and"))
			return a;
		a = parser_binary(p, OP_AND, a, not(p), sign);
	}
}

static int
logic(struct parser *p)
{
	int a = conjunction(p);

	for (;;) {
		const struct text sign = p->lexer.token.text;
		if (!parser_word(p, "or"))
			return a;
		a = parser_binary(p, OP_OR, a, conjunction(p), sign);
	}
}

struct expr
expr_parse(struct names *names, const struct source *source, size_t from,
    size_t to)
{
	struct parser p = { .lexer = lexer_new(source, from, to),
		.names = names, .expr = { .source = source } };

	parser_expr(&p);
	if (p.lexer.token.kind != END_TOKEN)
		parser_expected(&p, "and, or, or the end");
	return p.expr;
}
