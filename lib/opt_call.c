/* opt_call.c - which output was asked for, by options that fit it */
#include <stddef.h>
#include <stdlib.h>

#include "base.h"
#include "opt.h"

/* Of a call that is not the default one, the option that chooses it */
static const char *
call_name(const struct opt *o, int call)
{
	while (o->call != call)
		o++;
	return o->name;
}

static _Noreturn void
needs(const struct opt *options, const struct opt *o)
{
	char *names = mem_format("needs");

	for (int k = 1; k < 32; k++)
		if (o->only & CALL(k)) {
			char *more = mem_format("%s%s --%s", names,
			    names[5] ? " or" : "", call_name(options, k));
			free(names);
			names = more;
		}
	opt_misused(o->name, "%s", names);
}

int
opt_call(const struct opt *o, const unsigned char *given)
{
	int call = 0;

	for (size_t i = 0; o[i].kind != OPT_END_ROW; i++) {
		if (!given[i] || !o[i].call || o[i].call == call)
			continue;
		if (call)
			opt_misused(o[i].name, "excludes --%s",
			    call_name(o, call));
		call = o[i].call;
	}
	for (size_t i = 0; o[i].kind != OPT_END_ROW; i++) {
		if (!given[i] || !o[i].only || (o[i].only & CALL(call)))
			continue;
		if (call)
			opt_misused(o[i].name, "not used with --%s",
			    call_name(o, call));
		needs(o, &o[i]);
	}
	return call;
}
