/* cuts.c - cut points: from options, from files and into them */
#include <stdlib.h>
#include <string.h>

#include "cuts.h"
#include "small.h"
#include "threshold.h"

const char axis_letters[AXES + 1] = "rfm";

static int
axis_of(struct text t)
{
	for (int axis = 0; axis < AXES; axis++)
		if (t.len == 1 && t.s[0] == axis_letters[axis])
			return axis;
	return -1;
}

/* A value of an axis: days and purchases are whole. */
static int
value_parse(int axis, struct text t, int64_t *v)
{
	const int decimals = decimal_parse(t.s, t.len, v);

	if (decimals < 0 || (axis != M && (decimals > 0 || *v < 0)))
		return 0;
	if (axis != M)
		*v /= MILLION;
	return 1;
}

static void
cut_parse(struct cuts *c, int axis, struct text t, int first)
{
	struct threshold at = { 0 };

	if (axis == M ? !threshold_parse(t, &at)
	    : !value_parse(axis, t, &at.v))
		opt_misused("cuts", "%s is no %s", text_quoted(t), axis == M
		    ? "decimal and no multiple (7x)" : "whole number");
	if (!first && at.multiple != c->multiples)
		opt_misused("cuts", "decimals and multiples are not mixed");
	if (!first && at.v <= c->v[c->given - 1])
		opt_misused("cuts", "%s: cuts ascend", text_quoted(t));
	c->multiples = at.multiple;
	c->v[c->given++] = at.v;
}

void
cuts_parse(const char *text, struct cuts cuts[AXES])
{
	const char *equals = strchr(text, '=');
	const int axis = equals ? axis_of((struct text){ text,
	    (size_t)(equals - text) }) : -1;
	size_t n;

	if (axis < 0)
		opt_misused("cuts", "%s is not r=…, f=… or m=…",
		    text_quoted(text_of(text)));
	if (cuts[axis].given)
		opt_misused("cuts", "%c given twice", axis_letters[axis]);
	struct text *parts = text_split(text_of(equals + 1), ',', &n);
	if (n >= BINS_MOST)
		opt_misused("cuts", "more than %d cuts", BINS_MOST - 1);
	for (size_t i = 0; i < n; i++)
		cut_parse(&cuts[axis], axis, parts[i], i == 0);
	free(parts);
}

struct scale
cuts_scale(const struct cuts *c, int axis, struct average average)
{
	int64_t v[BINS_MOST];

	for (int i = 0; i < c->given; i++)
		v[i] = threshold_least((struct threshold){ c->multiples,
		    c->v[i] }, average);
	return scale_cuts(v, c->given + 1, axis == R);
}

static void
write_row(struct out *o, int axis, int score, const struct col *values,
    const struct col *scores)
{
	int64_t worst = NONE, customers = 0;

	for (size_t i = 0; i < scores->n; i++) {
		if (scores->code[i] != score)
			continue;
		if (customers++ == 0 || (axis == R ? values->v[i] > worst
		    : values->v[i] < worst))
			worst = values->v[i];
	}
	if (customers == 0)
		return;
	out_char(o, axis_letters[axis]);
	out_char(o, '\t');
	out_char(o, (char)('0' + score));
	out_char(o, '\t');
	char *to = out_room(o, DECIMAL_WIDTH);
	out_took(o, axis == M ? decimal_print(to, worst, values->decimals)
	    : whole_print(to, worst));
	out_char(o, '\t');
	out_took(o, whole_print(out_room(o, DECIMAL_WIDTH), customers));
	out_char(o, '\n');
}

void
cuts_write(struct out *o, const struct col *const values[AXES],
    const struct col *const scores[AXES], int bins)
{
	out_text(o, TEXT("axis\tscore\tworst\tcustomers\n"));
	for (int axis = 0; axis < AXES; axis++)
		for (int score = 1; score <= bins; score++)
			write_row(o, axis, score, values[axis], scores[axis]);
	out_close(o);
}

enum { AXIS, SCORE_AT, WORST };

static void
read_row(const struct small *s, size_t row, int bins,
    struct scale scales[AXES])
{
	const int axis = axis_of(small_cell(s, row, AXIS));
	const struct text t = small_cell(s, row, SCORE_AT);
	int64_t worst;

	if (axis < 0)
		small_refuse(s, row, AXIS, "not r, f or m", NULL);
	const int score = t.len == 1 ? t.s[0] - '0' : 0;
	if (score < 1 || score > bins)
		small_refuse(s, row, SCORE_AT, "not a score from 1 to bins",
		    NULL);
	if (scales[axis].given[score])
		small_refuse(s, row, SCORE_AT, "stands twice", NULL);
	if (!value_parse(axis, small_cell(s, row, WORST), &worst))
		small_refuse(s, row, WORST, "not a value of this axis", NULL);
	scales[axis].worst[score] = worst;
	scales[axis].given[score] = 1;
}

static void
check_ascent(const struct small *s, const struct scale *scale, int axis)
{
	int last = 0;

	for (int k = 1; k <= scale->bins; k++) {
		if (!scale->given[k])
			continue;
		if (last && (scale->low_is_good
		    ? scale->worst[k] >= scale->worst[last]
		    : scale->worst[k] <= scale->worst[last]))
			die(REFUSED, "%s: axis %c: score %d is not better "
			    "than score %d", s->file, axis_letters[axis], k,
			    last);
		last = k;
	}
	if (!last && s->rows)
		die(REFUSED, "%s: no row of axis %c", s->file,
		    axis_letters[axis]);
}

void
cuts_read(const char *file, int bins, struct scale scales[AXES])
{
	static const char *const columns[] = { "axis", "score", "worst" };
	const struct small *s = small_read(file, columns, 3, 3);

	for (int axis = 0; axis < AXES; axis++)
		scales[axis] = (struct scale){ .bins = bins,
			.low_is_good = axis == R };
	for (size_t row = 0; row < s->rows; row++)
		read_row(s, row, bins, scales);
	for (int axis = 0; axis < AXES; axis++)
		check_ascent(s, &scales[axis], axis);
}
