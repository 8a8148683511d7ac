/* compare.c - expressions: comparisons, patterns, lists, none */
#include <string.h>

#include "parser.h"
#include "pattern.h"

/* a between b and c: b <= a and a <= c */
static int
between(struct parser *p, int a)
{
	const struct text sign = text_of("between");
	const int b = parser_sum(p);

	if (!parser_word(p, "and"))
		parser_expected(p, "the 'and' of between");
	const int c = parser_sum(p);
	const int above = parser_binary(p, OP_AT_MOST, b, a, sign);
	const int below = parser_binary(p, OP_AT_MOST, a, c, sign);
	return parser_binary(p, OP_AND, above, below, sign);
}

static int
compare_signed(struct parser *p, int a)
{
	static const struct { const char *sign; enum op op; int swap, not; }
	ways[] = { { "=", OP_EQUAL, 0, 0 }, { "==", OP_EQUAL, 0, 0 },
		{ "!=", OP_EQUAL, 0, 1 }, { "<", OP_LESS, 0, 0 },
		{ "<=", OP_AT_MOST, 0, 0 }, { ">", OP_LESS, 1, 0 },
		{ ">=", OP_AT_MOST, 1, 0 } };

	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		const struct text sign = p->lexer.token.text;
		if (!parser_sign(p, ways[i].sign))
			continue;
		const int b = parser_sum(p);
		const int both = ways[i].swap
		    ? parser_binary(p, ways[i].op, b, a, sign)
		    : parser_binary(p, ways[i].op, a, b, sign);
		return ways[i].not ? parser_negated(p, both) : both;
	}
	return a;
}

/* Points into the pattern where it stands in the source as it is. */
static void
refuse_pattern(const struct parser *p, size_t at, struct text regex,
    size_t wrong, const char *what)
{
	const struct source *s = p->lexer.source;
	const int same = at + regex.len <= s->text.len
	    && !memcmp(s->text.s + at, regex.s, regex.len);

	source_refuse(s, same ? at + wrong : at, NULL, "not a pattern: %s",
	    what);
}

static int
match(struct parser *p, int a)
{
	const struct token t = p->lexer.token;
	struct text regex = t.text;
	char what[PATTERN_WHAT];
	size_t at = t.from + 1, wrong;
	int caseless = 0;

	if (lexer_is(&p->lexer, SIGN_TOKEN, "/"))
		regex = lexer_pattern(&p->lexer, &at, &caseless);
	else if (t.kind == TEXT_TOKEN)
		lexer_next(&p->lexer);
	else
		parser_expected(p, "a pattern: /…/ or a text");
	struct pattern *pattern = pattern_new(regex, caseless, &wrong, what);
	if (!pattern)
		refuse_pattern(p, at, regex, wrong, what);
	/* what was computed is seen as text() has it */
	if (p->expr.nodes[a].op != COLUMN_OF)
		a = parser_unary(p, OP_TEXT, a, (struct token){
		    .from = p->expr.nodes[a].from });
	return parser_add(p, (struct node){ .op = OP_MATCH, .a = a, .b = -1,
		 .from = p->expr.nodes[a].from, .pattern = pattern });
}

static void
list(struct parser *p, struct node *in)
{
	do {
		struct node n;
		const size_t from = p->lexer.token.from;
		const int minus = parser_sign(p, "-");
		if (!parser_literal(p, &n) || (minus && n.op != NUMBER_OF
		    && n.op != DURATION_OF))
			parser_expected(p, minus ? "a number" : "a literal: "
			    "a number, a date or a text");
		n.from = from;
		n.value = minus ? -n.value : n.value;
		if ((in->n_literals & (in->n_literals - 1)) == 0)
			in->literals = mem_grow(in->literals,
			    2 * (size_t)in->n_literals + 1, sizeof n);
		in->literals[in->n_literals++] = n;
		lexer_next(&p->lexer);
	} while (parser_sign(p, ","));
}

static int
in(struct parser *p, int a)
{
	struct node n = { .op = OP_IN, .a = a, .b = -1,
		.from = p->expr.nodes[a].from, .text = text_of("in") };
	struct text file, column;

	if (lexer_is(&p->lexer, SIGN_TOKEN, "@")) {
		lexer_file(&p->lexer, &file, &column);
		n.file = mem_text(file.s, file.len);
		n.file_column = column.s ? mem_text(column.s,
		    column.len) : NULL;
		return parser_add(p, n);
	}
	if (!parser_sign(p, "("))
		parser_expected(p, "'(' or '@'");
	list(p, &n);
	n.to = p->lexer.token.to;
	parser_need(p, ")");
	return parser_add(p, n);
}

int
parser_compare(struct parser *p)
{
	const int a = parser_sum(p);
	struct token at = p->lexer.token;

	if (parser_sign(p, "=~"))
		return match(p, a);
	if (parser_sign(p, "!~"))
		return parser_negated(p, match(p, a));
	if (parser_word(p, "is")) {
		const int not = parser_word(p, "not");
		if (!parser_word(p, "none"))
			parser_expected(p, not ? "none" : "none or not none");
		at.from = p->expr.nodes[a].from;
		const int b = parser_unary(p, OP_IS_NONE, a, at);
		return not ? parser_negated(p, b) : b;
	}
	const int not = parser_word(p, "not");
	int b = a;
	if (parser_word(p, "in"))
		b = in(p, a);
	else if (parser_word(p, "between"))
		b = between(p, a);
	else if (not)
		parser_expected(p, "in or between");
	return not ? parser_negated(p, b) : b == a ? compare_signed(p, a) : b;
}
