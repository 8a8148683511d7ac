/* cart_map.c - what a map says */
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "cart_map.h"
#include "opt.h"

const char *const cart_role_names[CART_ROLES + 1] = { "order", "customer",
	"date", "product", "product_name", "category", "quantity", "amount",
	"cost", "media", "shop", "status", "price", "discount", "kind",
	"refund", "fill", NULL };
const char *const cart_column_names[CART_COLUMNS] = { "order_id",
	"customer_id", "order_date", "product_id", "product_name", "category",
	"quantity", "amount", "cost", "media", "shop", "status" };
const char *const cart_kind_names[CART_KINDS + 1] = { "goods", "shipping",
	"fee", "discount", "tax", "points", "refund", NULL };
const char *const cart_status_names[CART_STATUSES + 1] = { "pending", "paid",
	"shipped", "delivered", "cancelled", "returned", "void", NULL };

int
word_place(struct text word, const char *const *names)
{
	for (int i = 0; names[i]; i++)
		if (text_same(text_of(names[i]), word))
			return i;
	return -1;
}

int
cart_map_word(const struct namings *n, struct text value)
{
	for (size_t i = 0; i < n->n; i++)
		if (text_same(n->v[i].value, value))
			return n->v[i].word;
	return -1;
}

const struct cart_profile *
cart_profile(const char *name)
{
	for (const struct cart_profile *p = cart_profiles; p->name; p++)
		if (!strcmp(p->name, name))
			return p;
	return NULL;
}

char *
cart_profile_names(void)
{
	char *all = mem_text("", 0);

	for (const struct cart_profile *p = cart_profiles; p->name; p++) {
		char *next = mem_format("%s%s%s", all, *all ? ", " : "",
		    p->name);
		free(all);
		all = next;
	}
	return all;
}

unsigned
cart_fees(const char *list)
{
	unsigned chosen = 0;
	size_t n;

	if (!list)
		return 0;
	if (!strcmp(list, "all"))
		return (1u << CART_KINDS) - 1 - (1u << CART_GOODS);
	struct text *words = text_split(text_of(list), ',', &n);
	for (size_t i = 0; i < n; i++) {
		const int kind = word_place(words[i], cart_kind_names);
		if (kind <= CART_GOODS)
			opt_misused("fees", "%s is not one of all, shipping, "
			    "fee, discount, tax, points, refund",
			    text_quoted(words[i]));
		chosen |= 1u << kind;
	}
	free(words);
	return chosen;
}
