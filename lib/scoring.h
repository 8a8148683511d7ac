#ifndef SCORING_H
#define SCORING_H

#include "cuts.h"
#include "opt.h"

/*
 * The options that say how r, f and m are scored, and the scales they come
 * to. A command keeps one 'static struct scoring scoring = SCORING;' and puts
 * OPTS_SCORING into its table.
 */
enum scoring_rule { BY_CUTS, BY_RANK, BY_R_RFM, BY_FILE };
struct scoring {
	int bins;
	struct list cuts;
	const char *rule, *cuts_in;
	/* made by scoring_check */
	enum scoring_rule rules[AXES];
	struct cuts given[AXES];
	struct scale read[AXES];
};
#define SCORING { .bins = 5 }
#define OPTS_SCORING(s) \
	OPT_INT(0, "bins", &(s).bins, 2, BINS_MOST, "N", \
	    "scores are 1 to N [5]"), \
	OPT_LIST(0, "cuts", &(s).cuts, "AXIS=LIST", \
	    "cuts of r, f or m [r=30,90,180,365 f=2,3,5,10 m=1x,2x,4x,7x]"), \
	OPT_TEXT(0, "rule", &(s).rule, "RULE", \
	    "rank, rank:AXES or r-rfm instead of cuts"), \
	OPT_TEXT(0, "cuts-in", &(s).cuts_in, "FILE", \
	    "score by a file of --cuts-out")

/* What parsing could not check; reads --cuts-in. */
void scoring_check(struct scoring *);
/* The scale of an axis for these values; the average of the same date. */
struct scale scoring_scale(const struct scoring *, int axis,
    const struct col *values, struct average);

#endif
