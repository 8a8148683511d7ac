/* names.c - columns that expressions name, and how they are read */
#include "base.h"
#include "names.h"

int
names_read(struct names *names, int column, enum type type)
{
	for (int i = 0; i < names->n_readings; i++)
		if (names->readings[i].column == column
		    && names->readings[i].type == type)
			return i;
	names->readings = mem_grow(names->readings,
	    (size_t)names->n_readings + 1, sizeof *names->readings);
	names->readings[names->n_readings] = (struct reading){ column, type };
	return names->n_readings++;
}

struct wanted *
names_wanted(const struct names *names, size_t *n)
{
	struct wanted *w = mem_new((size_t)names->n_columns + ROLES,
	    sizeof *w);

	*n = 0;
	for (int i = 0; i < names->n_columns; i++) {
		const struct column *c = &names->columns[i];
		const struct text name = c->sum_of == ROLES ? c->name
		    : names->roles->column[c->sum_of];
		const enum role role = roles_of(names->roles, name);
		w[(*n)++] = (struct wanted){ name, role == ROLES ? NULL
		    : role_names[role], 1 };
	}
	*n += roles_want_named(names->roles, w + *n);
	return w;
}
