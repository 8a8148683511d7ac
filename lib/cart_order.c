/* cart_order.c - what the rows of an export say of their orders */
#include "cart_order.h"

struct cart_order *
cart_order_of(struct cart_dict *orders, struct cart_line *l,
    const struct cart_columns *c, const struct record *record,
    struct fault *fault)
{
	const struct text id = l->value[CART_ORDER];

	if (fault->status || !id.len)
		return NULL;
	struct cart_order *order = cart_dict_find(orders, id);
	/* one of them would be lost, or one counted twice */
	if (l->refund && order->refund && order->refund != l->refund)
		cart_line_refuse_refund(l, c, record,
		    "a row above says another refund of the order", fault);
	return order;
}
