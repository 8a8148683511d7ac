/* ranked.c - what is ranked: keys of orders, or of any table */
#include "ranked.h"

static const enum role roles_by[] = { CUSTOMER, PRODUCT, CATEGORY, MEDIA,
	SHOP, ORDER };
static const char *const measures[] = { [KEYED_AMOUNT] = "amount",
	[KEYED_MARGIN] = "margin", [KEYED_QUANTITY] = "quantity",
	[KEYED_PURCHASES] = "purchases" };

static int
any_table(const struct ranked *r)
{
	return r->key || r->value;
}

void
ranked_check(struct ranked *r, const struct common *common,
    const struct opt *options)
{
	const struct { const char *name; const void *to; } of_orders[] = {
		{ "as-of", &common->as_of }, { "status", &common->status },
		{ "refunds", &common->refunds_drop },
		{ "unit", &common->unit_day } };

	if (r->key && opt_given(options, &r->by))
		opt_misused("by", "excludes --key");
	if (r->value && opt_given(options, &r->measure))
		opt_misused("measure", "excludes --value");
	if (r->key && !r->value && r->measure == KEYED_PURCHASES)
		opt_misused("measure", "purchases are of orders, not of any "
		    "table as with --key");
	for (size_t i = 0; any_table(r) && i < 4; i++)
		if (opt_given(options, of_orders[i].to))
			opt_misused(of_orders[i].name, "not used with --%s, "
			    "which is for any table", r->key ? "key"
			    : "value");
	r->key_name = r->key ? text_of(r->key)
	    : common->roles.column[roles_by[r->by]];
	r->value_name = text_of(r->value ? r->value : measures[r->measure]);
}

/* A column that the user named, or that of a role. */
static struct wanted
column(const char *name, const struct roles *roles, enum role role)
{
	return name ? (struct wanted){ text_of(name), NULL, 1 }
	    : roles_wanted(roles, role, 1);
}

static struct items
read_any_table(struct ranked *r, const struct common *common, char **files,
    int n_files)
{
	const struct roles *roles = &common->roles;

	r->table = (struct any_table){ .value_name = r->value_name,
		.key = column(r->key, roles, roles_by[r->by]),
		.value = column(r->value, roles,
		    r->measure == KEYED_QUANTITY ? QUANTITY : AMOUNT),
		.key_needed = !r->key && roles_by[r->by] == CUSTOMER };
	if (!r->value && r->measure == KEYED_MARGIN)
		r->table.less = roles_wanted(roles, COST, 1);
	return any_table_items(&r->table, common, files, n_files);
}

struct items
ranked_read(struct ranked *r, const struct common *common, char **files,
    int n_files)
{
	const struct keyed keyed = { roles_by[r->by],
		(enum keyed_measure)r->measure };

	return any_table(r) ? read_any_table(r, common, files, n_files)
	    : keyed_items(&keyed, common, files, n_files, &r->orders);
}

void
ranked_stats(const struct ranked *r, const struct common *common, size_t rows)
{
	if (r->orders)
		orders_stats(r->orders, common, rows, NULL);
	else
		any_table_stats(&r->table, common, rows);
}
