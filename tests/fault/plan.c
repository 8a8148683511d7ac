/* plan.c - whether the fault of the plan is now */
#include <signal.h>
#include <unistd.h>

#include "hooks.h"

struct plan plan;
struct shared *shared;
int armed;

int
is_now(int what)
{
	if (!armed || !(plan.at & what))
		return 0;
	const int i = atomic_fetch_add(&shared->count, 1) + 1;
	if (i != plan.n && !(plan.on && i > plan.n))
		return 0;
	atomic_store(&shared->met, 1);
	return 1;
}

void
moment(void)
{
	if (is_now(MOMENT))
		kill(getpid(), plan.signal);
}

int
fails(int what, int usual)
{
	if (!is_now(what))
		return 0;
	errno = plan.error ? plan.error : usual;
	return 1;
}

int
comes_again(int error, int *turn)
{
	if (!armed || !plan.again || plan.again != error || (*turn ^= 1) == 0)
		return 0;
	atomic_store(&shared->met, 1);
	errno = error;
	return 1;
}
