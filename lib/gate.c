/* gate.c - one after another, by their numbers */
#include "gate.h"

void
gate_enter(struct gate *g, uint64_t number)
{
	pthread_mutex_lock(&g->lock);
	while (g->next != number)
		pthread_cond_wait(&g->moved, &g->lock);
	pthread_mutex_unlock(&g->lock);
}

void
gate_leave(struct gate *g)
{
	pthread_mutex_lock(&g->lock);
	g->next++;
	pthread_cond_broadcast(&g->moved);
	pthread_mutex_unlock(&g->lock);
}
