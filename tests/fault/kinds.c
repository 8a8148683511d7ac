/* kinds.c - the kinds of faults, and how a run must end that meets one */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "fault.h"

static int
same(struct bytes a, struct bytes b)
{
	return a.len == b.len && (a.len == 0 || !memcmp(a.s, b.s, a.len));
}

static int
begins(struct bytes whole, struct bytes part)
{
	return part.len <= whole.len
	    && (part.len == 0 || !memcmp(whole.s, part.s, part.len));
}

/* Each file as it was or complete, and no other beside them. */
static const char *
files(const struct end *expected, const struct end *got, int complete)
{
	if (got->entries != setting.n_files)
		return "a file was left, or one is gone";
	for (int i = 0; i < setting.n_files; i++) {
		const struct bytes b = got->file[i];
		const int old = b.len == 4 && !memcmp(b.s, "old\n", 4);
		if (!same(b, expected->file[i]) && (complete || !old))
			return "a file is neither as it was nor complete";
	}
	return NULL;
}

/* --stats tell how long it took, and how much memory */
static int
same_message(struct bytes a, struct bytes b)
{
	const char *x = strstr(a.s, "\nseconds\t");
	const char *y = strstr(b.s, "\nseconds\t");

	if (!x || !y)
		return same(a, b);
	return x - a.s == y - b.s && !memcmp(a.s, b.s, (size_t)(x - a.s));
}

/* As if there had been no fault. */
static const char *
succeeds(const struct end *expected, const struct end *got,
    const struct plan *p)
{
	(void)p;
	if (got->status != expected->status)
		return "another status";
	if (!same(got->out, expected->out))
		return "another output";
	if (!same_message(got->err, expected->err))
		return "another message";
	return files(expected, got, WEXITSTATUS(got->status) == 0);
}

/* What was printed before it failed: of an aggregate nothing, or all. */
static const char *
printed(const struct end *expected, const struct end *got)
{
	if (!begins(expected->out, got->out))
		return "another output";
	const size_t len = got->out.len;
	if (!setting.rows && len > 0 && len < expected->out.len)
		return "a part of the output";
	if (setting.rows && len > 0 && got->out.s[len - 1] != '\n')
		return "a part of a row";
	return files(expected, got, 0);
}

static const char *
ends(const struct end *got, int status)
{
	return WIFEXITED(got->status) && WEXITSTATUS(got->status) == status
	    ? NULL : "another status";
}

static const char *
out_of_memory(const struct end *expected, const struct end *got,
    const struct plan *p)
{
	char text[200];

	if (!succeeds(expected, got, p))
		return NULL;
	snprintf(text, sizeof text, "%s: out of memory\n", setting.program);
	if (ends(got, 4))
		return "another status than 4";
	return strcmp(got->err.s, text) ? "another message"
	    : printed(expected, got);
}

/* Some call failed; most by one of these. */
static const char *
cannot(const struct end *expected, const struct end *got,
    const struct plan *p)
{
	static const int why[] = { EIO, EMFILE, ENOSPC, EACCES, EPERM };
	int said = 0;

	if (!succeeds(expected, got, p))
		return NULL;
	for (size_t i = 0; i < sizeof why / sizeof *why; i++)
		said |= says_cannot(got, "", why[i]);
	if (ends(got, 3))
		return "another status than 3";
	return said ? printed(expected, got) : "another message";
}

static int
bytes_of(const struct end *end)
{
	size_t n = end->out.len;

	for (int i = 0; i < setting.n_files; i++)
		n += end->file[i].len;
	return (int)n;
}

/* The n-th byte could not be written. */
static const char *
not_written(const struct end *expected, const struct end *got,
    const struct plan *p)
{
	if (!succeeds(expected, got, p))
		return p->n > bytes_of(expected) ? NULL
		    : "as if it had been written";
	if (ends(got, 3))
		return "another status than 3";
	if (!says_not_written(got, p->error))
		return "another message";
	if (!begins(expected->out, got->out))
		return "another output";
	if (!setting.n_files && got->out.len != (size_t)p->n - 1)
		return "more or less than could be written";
	return files(expected, got, 0);
}

static const char *
killed(const struct end *expected, const struct end *got,
    const struct plan *p)
{
	if (!succeeds(expected, got, p))
		return NULL;
	if (!WIFSIGNALED(got->status) || WTERMSIG(got->status) != p->signal)
		return "not ended by the signal";
	if (got->err.len && !expected->err.len)
		return "not silent";
	if (p->at == BYTE)
		return begins(expected->out, got->out) ? files(expected, got, 0)
		    : "another output";
	return printed(expected, got);
}

/* The n-th reading failed; a fault in the lines ahead of it is said. */
static const char *
not_read(const struct end *expected, const struct end *got,
    const struct plan *p)
{
	if (!ends(expected, 1) && !strstr(expected->err.s, "no header line"))
		return succeeds(expected, got, p);
	if (!succeeds(expected, got, p) && !WEXITSTATUS(expected->status))
		return NULL;
	if (ends(got, 3))
		return "another status than 3";
	if (!says_cannot(got, setting.input, EIO))
		return "another message";
	if (setting.rows && !setting.n_files && !same(got->out, expected->out))
		return "not the rows ahead of it";
	return printed(expected, got);
}

static const struct kind kinds[] = {
	{ .name = "memory", .plan = { .at = ALLOCATION },
	    .verdict = out_of_memory },
	{ .name = "memory-gone", .plan = { .at = ALLOCATION, .on = 1 },
	    .verdict = out_of_memory },
	{ .name = "calls", .plan = { .at = CALL }, .verdict = cannot },
	{ .name = "full", .plan = { .at = BYTE, .on = 1, .error = ENOSPC },
	    .verdict = not_written },
	{ .name = "closed", .plan = { .at = BYTE, .on = 1, .error = EPIPE,
	    .signal = SIGPIPE }, .verdict = killed },
	{ .name = "closed-ignored", .plan = { .at = BYTE, .on = 1,
	    .error = EPIPE }, .verdict = not_written, .ignored = SIGPIPE },
	{ .name = "small", .verdict = succeeds, .last = 9, .n_is_most = 1 },
	{ .name = "interrupted", .plan = { .again = EINTR, .most = 5 },
	    .verdict = succeeds, .last = 1 },
	{ .name = "again", .plan = { .again = EAGAIN, .most = 5 },
	    .verdict = succeeds, .last = 1 },
	{ .name = "thread", .plan = { .at = THREAD }, .verdict = succeeds },
	{ .name = "threads", .plan = { .at = THREAD, .on = 1 },
	    .verdict = succeeds },
	{ .name = "broken", .plan = { .at = READ, .most = 16 },
	    .verdict = not_read, .reads = LINES },
	{ .name = "shrinks", .plan = { .at = READ, .most = 16, .shrinks = 1 },
	    .verdict = succeeds, .reads = BYTES },
	{ .name = "SIGINT", .plan = { .at = MOMENT, .signal = SIGINT },
	    .verdict = killed },
	{ .name = "SIGTERM", .plan = { .at = MOMENT, .signal = SIGTERM },
	    .verdict = killed },
	{ .name = "SIGPIPE", .plan = { .at = MOMENT, .signal = SIGPIPE },
	    .verdict = killed },
};

const struct kind *
kind_find(const char *name)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(kinds[i].name, name))
			return &kinds[i];
	return NULL;
}
