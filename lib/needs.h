#ifndef NEEDS_H
#define NEEDS_H

#include "excerpt.h"
#include "scene.h"
#include "takes.h"

/*
 * What the expressions of customers need of the lines.
 *
 * Of each order slots are filled while the lines stream by. An aggregate
 * whose argument is late, as it holds as_of without --as-of, or the sums of
 * the line's order, has its slots filled by a replay when all lines were read:
 * over the orders as wholes, or, if it names columns of the line too, over
 * excerpts of the lines.
 */
struct replay {
	struct takes takes;	/* labels of its own: those of excerpts are
				 * read meanwhile */
	struct scene scene;
	int of_lines;
	int slot;	/* of excerpts; of orders: of how many lines they
			 * have, -1: as if one */
};

struct needs {
	const struct names *names;
	struct aggregates aggregates;
	struct takes takes;		/* of lines as they stream by */
	struct rooms rooms;		/* what is replayed stands last */
	struct replay *replays;
	int n_replays;
	struct scene *purchases;	/* of first, last, nth */
	int n_purchases;
	int *decimals;			/* of each column; first, the slot */
	int32_t as_of;			/* after needs_finish */
	struct asking asking;
	struct eval **eval;		/* of each worker, for lines */
	struct excerpt_room *room;
};

/* Takes the aggregates out of resolved expressions. by_day: purchases of one
 * date are one. Then orders_read(…, &needs->asking), and needs_finish. */
struct needs *needs_of(const struct names *, struct expr *, int n,
    int by_day);
/* Fills in what is known now: the as-of date, the decimals of columns; then
 * the replays run. */
void needs_finish(struct needs *, struct orders *);

/* In needs_scenes.c: whether the aggregate picks a purchase; its replay, its
 * scene, and whether that needs orders in time. */
int is_pick(const struct aggregate *);
void needs_add_replay(struct needs *, struct aggregate *);
void needs_add_purchases(struct needs *, struct aggregate *);
int needs_time(const struct needs *, const struct aggregate *);

/* In needs_columns.c: of the expressions and what was taken out of them. */
void needs_check_columns(struct needs *, const struct expr *, int n);
void needs_keep_decimals(struct needs *, const struct expr *, int n);
void needs_learn_decimals(struct needs *, const struct orders *);

/* As the asking's fill(). */
void needs_fill(void *needs, int worker, const struct lines *,
    struct block *, int64_t *v);
/* Fills the replay's slots. */
void replay_run(const struct needs *, const struct replay *,
    const struct orders *);

#endif
