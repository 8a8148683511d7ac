/* primary.c - expressions: literals, columns, functions, aggregates, lists */
#include <stdlib.h>
#include <string.h>

#include "decimal.h"
#include "lexer.h"
#include "parser.h"

static const struct { const char *name; enum op op; } functions[] = {
	{ "month", OP_MONTH }, { "year", OP_YEAR }, { "weekday", OP_WEEKDAY },
	{ "hour", OP_HOUR }, { "lower", OP_LOWER }, { "length", OP_LENGTH },
	{ "abs", OP_ABS }, { "number", OP_NUMBER }, { "date", OP_DATE },
	{ "text", OP_TEXT } };
enum { FUNCTIONS = sizeof functions / sizeof *functions };

static const char *const aggregates[] = { "purchases", "orders", "lines",
	"sum", "mean", "min", "max", "distinct", "first", "last", "nth",
	"any", "all" };
enum { AGGREGATES = sizeof aggregates / sizeof *aggregates };

/* 16 bytes must be readable wherever a text begins. */
static struct text
padded(struct text t)
{
	char *s = mem_new(t.len + 16, 1);

	if (t.len)
		memcpy(s, t.s, t.len);
	return text_none(t) ? (struct text){ NULL, 0 }
	    : (struct text){ s, t.len };
}

int
parser_literal(const struct parser *p, struct node *n)
{
	const struct token *t = &p->lexer.token;

	*n = (struct node){ .a = -1, .b = -1, .from = t->from,
		.to = t->to, .value = t->value, .decimals = t->decimals };
	switch (t->kind) {
	case NUMBER_TOKEN:
		n->op = NUMBER_OF, n->type = IS_NUMBER;
		return 1;
	case DATE_TOKEN:
		n->op = DATE_OF, n->type = IS_DATE;
		return 1;
	case DAYS_TOKEN:
		n->op = DURATION_OF, n->type = IS_DURATION;
		n->value *= MILLION;
		return 1;
	case MONTHS_TOKEN:
		n->op = MONTHS_OF, n->type = IS_MONTHS;
		return 1;
	case TEXT_TOKEN:
		n->op = TEXT_OF, n->type = IS_TEXT;
		n->text = padded(t->text);
		return 1;
	default:
		return 0;
	}
}

static enum role
sum_of(const struct names *names, struct text name)
{
	return !names->of_customers ? ROLES
	    : text_same(name, TEXT("order_amount")) ? AMOUNT
	    : text_same(name, TEXT("order_quantity")) ? QUANTITY : ROLES;
}

static int
column_of(struct names *names, struct text name)
{
	for (int i = 0; i < names->n_columns; i++)
		if (text_same(names->columns[i].name, name))
			return i;
	names->columns = mem_grow(names->columns, (size_t)names->n_columns + 1,
	    sizeof *names->columns);
	names->columns[names->n_columns] = (struct column){ name, IS_OPEN,
		sum_of(names, name) };
	return names->n_columns++;
}

static int
column(struct parser *p, struct token at)
{
	if (at.text.len == 0)
		source_refuse(p->lexer.source, at.from, NULL,
		    "a column without a name");
	return parser_add(p, (struct node){ .op = COLUMN_OF, .a = -1, .b = -1,
		 .from = at.from, .to = at.to,
		.column = column_of(p->names, at.text) });
}

static int
function(struct parser *p, enum op op, struct token at)
{
	const int a = parser_expr(p);
	const size_t to = p->lexer.token.to;

	parser_need(p, ")");
	return parser_add(p, (struct node){ .op = op, .a = a, .b = -1,
		.from = at.from, .to = to, .text = at.text });
}

static int64_t
nth(struct parser *p)
{
	const struct token t = p->lexer.token;

	if (t.kind != NUMBER_TOKEN || t.value <= 0 || t.value % MILLION)
		parser_expected(p, "a whole number from 1 on");
	lexer_next(&p->lexer);
	parser_need(p, ",");
	return t.value / MILLION;
}

/* The nodes from first on, none of which may be an aggregate. */
static void
put_inside(struct parser *p, int first)
{
	for (int i = first; i < p->expr.n; i++) {
		struct node *n = &p->expr.nodes[i];
		if (n->op == OP_AGGREGATE)
			source_refuse(p->lexer.source, n->from, NULL,
			    "an aggregate inside an aggregate");
		n->inside = 1;
	}
}

static int
aggregate(struct parser *p, enum aggregate_of which, struct token at)
{
	struct node n = { .op = OP_AGGREGATE, .a = -1, .b = -1,
		.from = at.from, .text = at.text, .aggregate = which,
		.first = p->expr.n };

	if (which == NTH)
		n.nth = nth(p);
	if (which > LINES || !lexer_is(&p->lexer, SIGN_TOKEN, ")"))
		n.a = parser_expr(p);
	if (which > LINES && which < ANY && parser_word(p, "where"))
		n.b = parser_expr(p);
	n.to = p->lexer.token.to;
	parser_need(p, ")");
	put_inside(p, n.first);
	return parser_add(p, n);
}

static int
call(struct parser *p, struct token at)
{
	struct text names[FUNCTIONS + AGGREGATES];
	char quoted[QUOTE_WIDTH];

	for (int i = 0; i < FUNCTIONS; i++) {
		names[i] = text_of(functions[i].name);
		if (text_same(names[i], at.text))
			return function(p, functions[i].op, at);
	}
	for (int i = 0; i < AGGREGATES; i++) {
		names[FUNCTIONS + i] = text_of(aggregates[i]);
		if (text_same(names[FUNCTIONS + i], at.text))
			return aggregate(p, (enum aggregate_of)i, at);
	}
	const int near = text_closest(at.text, names, FUNCTIONS + AGGREGATES);
	source_refuse(p->lexer.source, at.from, near < 0 ? NULL
	    : mem_format("perhaps %s()", names[near].s), "no function %s",
	    text_quote(quoted, at.text.s, at.text.len));
}

static int
as_of(struct parser *p, struct token at)
{
	if (p->names->as_of == NO_DAY && !p->names->of_customers)
		source_refuse(p->lexer.source, at.from, "--as-of DATE",
		    "as_of is not known");
	return parser_add(p, (struct node){ .op = AS_OF, .type = IS_DATE,
		.a = -1, .b = -1, .from = at.from, .to = at.to });
}

static int
reserved(struct text t)
{
	static const char *const words[] = { "and", "or", "not", "in",
		"between", "is", "none", "where" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text_same(t, text_of(words[i])))
			return 1;
	return 0;
}

int
parser_primary(struct parser *p)
{
	const struct token at = p->lexer.token;
	struct node n;

	if (parser_literal(p, &n)) {
		lexer_next(&p->lexer);
		return parser_add(p, n);
	}
	if (parser_sign(p, "(")) {
		const int a = parser_expr(p);
		const size_t to = p->lexer.token.to;
		parser_need(p, ")");
		p->expr.nodes[a].from = at.from;
		p->expr.nodes[a].to = to;
		return a;
	}
	const int named = at.kind == QUOTED_NAME_TOKEN;
	if (!named && (at.kind != NAME_TOKEN || reserved(at.text)))
		parser_expected(p, "a value");
	lexer_next(&p->lexer);
	if (!named && text_same(at.text, text_of("as_of")))
		return as_of(p, at);
	return !named && parser_sign(p, "(") ? call(p, at) : column(p, at);
}
