#ifndef GATE_H
#define GATE_H

#include <pthread.h>
#include <stdint.h>

/* What has a number passes a gate in the order of the numbers, from 0. */
struct gate {
	pthread_mutex_t lock;
	pthread_cond_t moved;
	uint64_t next;
};
#define GATE { PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0 }

void gate_enter(struct gate *, uint64_t number);
void gate_leave(struct gate *);

#endif
