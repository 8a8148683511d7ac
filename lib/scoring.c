/* scoring.c - by which rule each axis is scored */
#include <string.h>

#include "scoring.h"

static void
set_rule(struct scoring *s, const char *axes, enum scoring_rule rule)
{
	if (!*axes)
		opt_misused("rule", "names no axis");
	for (; *axes; axes++) {
		const char *at = strchr(axis_letters, *axes);
		if (!at || s->rules[at - axis_letters])
			opt_misused("rule", "%s: axes are r, f, m, each once",
			    text_quoted(text_of(axes)));
		s->rules[at - axis_letters] = rule;
	}
}

static void
check_rule(struct scoring *s)
{
	if (!s->rule)
		return;
	if (!strcmp(s->rule, "r-rfm"))
		set_rule(s, axis_letters, BY_R_RFM);
	else if (!strcmp(s->rule, "rank"))
		set_rule(s, axis_letters, BY_RANK);
	else if (!strncmp(s->rule, "rank:", 5))
		set_rule(s, s->rule + 5, BY_RANK);
	else
		opt_misused("rule", "%s is not rank, rank:AXES or r-rfm",
		    text_quoted(text_of(s->rule)));
}

static void
check_cuts(struct scoring *s, int axis)
{
	static const char *const defaults[] = { "r=30,90,180,365",
		"f=2,3,5,10", "m=1x,2x,4x,7x" };
	const struct cuts *c = &s->given[axis];
	const char letter = axis_letters[axis];

	if (s->rules[axis] != BY_CUTS) {
		if (c->given)
			opt_misused("cuts", "%c goes by --rule", letter);
		return;
	}
	if (!c->given && s->bins != 5)
		opt_misused("bins", "%c needs %d --cuts, or a --rule", letter,
		    s->bins - 1);
	if (!c->given)
		cuts_parse(defaults[axis], s->given);
	if (c->given != s->bins - 1)
		opt_misused("cuts", "%c: %d cuts make %d scores, not %d",
		    letter, c->given, c->given + 1, s->bins);
}

void
scoring_check(struct scoring *s)
{
	for (int i = 0; i < s->cuts.n; i++)
		cuts_parse(s->cuts.v[i], s->given);
	if (s->cuts_in && (s->rule || s->cuts.n))
		opt_misused("cuts-in", "excludes --%s",
		    s->rule ? "rule" : "cuts");
	check_rule(s);
	for (int axis = 0; axis < AXES; axis++) {
		if (s->cuts_in)
			s->rules[axis] = BY_FILE;
		else
			check_cuts(s, axis);
	}
	if (s->cuts_in)
		cuts_read(s->cuts_in, s->bins, s->read);
}

struct scale
scoring_scale(const struct scoring *s, int axis, const struct col *values,
    struct average average)
{
	switch (s->rules[axis]) {
	case BY_RANK:
		return scale_rank(values, s->bins, axis == R);
	case BY_R_RFM:
		return scale_r_rfm(values, s->bins, axis == R);
	case BY_FILE:
		return s->read[axis];
	default:
		return cuts_scale(&s->given[axis], axis, average);
	}
}
