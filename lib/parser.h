#ifndef PARSER_H
#define PARSER_H

#include "expr.h"
#include "lexer.h"

/*
 * What the parts of the parser share: parser.c has logic and arithmetic,
 * compare.c what stands between, primary.c what all of them work on. Its
 * result is expr_parse, in expr.h.
 *
 * What parses returns the place of the node it added, and leaves the token
 * behind it current.
 */
struct parser {
	struct lexer lexer;
	struct names *names;
	struct expr expr;
	int depth;
};

int parser_expr(struct parser *);
int parser_compare(struct parser *);
int parser_sum(struct parser *);
int parser_primary(struct parser *);
/* Whether the current token is a literal, and its node, not added. */
int parser_literal(const struct parser *, struct node *);

/* Take the token if it is this sign or word. */
int parser_sign(struct parser *, const char *sign);
int parser_word(struct parser *, const char *word);
void parser_need(struct parser *, const char *sign);	/* or end */
_Noreturn void parser_expected(const struct parser *, const char *what);

int parser_add(struct parser *, struct node);
/* An operator ahead of a; between a and b; "not" around what "!=", "not in"
 * and the like say. */
int parser_unary(struct parser *, enum op, int a, struct token at);
int parser_binary(struct parser *, enum op, int a, int b, struct text sign);
int parser_negated(struct parser *, int a);

#endif
