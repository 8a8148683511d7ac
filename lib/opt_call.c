/* opt_call.c - which output was asked for, by options that fit it */
#include <stddef.h>

#include "opt.h"

/* Of a call that is not the default one, the option that chooses it */
static const char *
call_name(const struct opt *o, int call)
{
	while (o->call != call)
		o++;
	return o->name;
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
		for (int k = 1; k < 32; k++)
			if (o[i].only & CALL(k))
				opt_misused(o[i].name, "needs --%s",
				    call_name(o, k));
	}
	return call;
}
