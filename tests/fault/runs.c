/* runs.c - a program run again and again, each time with another fault */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fault.h"

struct setting setting;
enum { SECONDS_MOST = 30, WRONG_MOST = 5 };
static int out, err;		/* of the runs */
static struct bytes input;	/* as it was */

static void
prepare(void)
{
	for (int i = 0; i < setting.n_files; i++)
		put_file(setting.file[i], "old\n", 4);
	if (setting.input)
		put_file(setting.input, input.s, input.len);
	lseek(0, 0, SEEK_SET);
	for (int i = 0; i < 2; i++) {
		const int fd = i ? err : out;
		if (ftruncate(fd, 0) || lseek(fd, 0, SEEK_SET))
			_exit(2);
	}
	atomic_store(&shared->count, 0);
	atomic_store(&shared->met, 0);
	atomic_store(&shared->taken, 0);
}

/* What goes on to main. */
static void
begin_run(const struct plan *p, int ignored)
{
	const int signals[] = { SIGINT, SIGTERM, SIGPIPE, SIGALRM };

	for (int i = 0; i < 4; i++)
		signal(signals[i], signals[i] == ignored ? SIG_IGN : SIG_DFL);
	dup2(out, 1);
	dup2(err, 2);
	close(out);
	close(err);
	alarm(SECONDS_MOST);
	plan = *p;
	armed = 1;
}

/* Returns 0 in the run itself. */
static int
run(const struct plan *p, int ignored, struct end *end)
{
	const pid_t child = fork();

	if (child == 0) {
		begin_run(p, ignored);
		return 0;
	}
	if (child < 0 || waitpid(child, &end->status, 0) != child) {
		perror("fork");
		_exit(2);
	}
	end_read(end, out, err);
	return 1;
}

static void
tell(const struct kind *k, int n, const struct end *end, const char *wrong)
{
	printf("%s, n = %d: %s\nstatus %d, signal %d\n", k->name, n, wrong,
	    WIFEXITED(end->status) ? WEXITSTATUS(end->status) : -1,
	    WIFSIGNALED(end->status) ? WTERMSIG(end->status) : 0);
	printf("out: %.300s\nerr: %.600s\n", end->out.s, end->err.s);
	for (int i = 0; i < setting.n_files; i++)
		printf("%s: %.300s\n", setting.file[i], end->file[i].s);
	fflush(stdout);
}

/* The input is cut where the run could read no more. */
static void
cut_input(const struct kind *k, size_t len)
{
	while (k->reads == LINES && len > 0 && input.s[len - 1] != '\n')
		len--;
	put_file(setting.input, input.s, len);
}

/* Returns 0 in a run, which goes on to main. */
static int
watch(const struct kind *k)
{
	const struct plan none = { 0 };
	struct end whole, got, cut;
	int wrong = 0, n = 0, met;

	prepare();
	if (!run(&none, 0, &whole))
		return 0;
	if (!WIFEXITED(whole.status)
	    || WEXITSTATUS(whole.status) != setting.status)
		tell(k, 0, &whole, "another status without a fault");
	do {
		struct plan p = k->plan;
		p.n = ++n;
		if (k->n_is_most)
			p.most = (size_t)n;
		prepare();
		if (!run(&p, k->ignored, &got))
			return 0;
		met = atomic_load(&shared->met);
		if (k->reads != ALL) {
			const size_t taken = atomic_load(&shared->taken);
			prepare();
			cut_input(k, taken);
			if (!run(&none, 0, &cut))
				return 0;
		}
		const char *what = k->verdict(met && k->reads != ALL ? &cut
		    : &whole, &got, &p);
		if (what && wrong++ < WRONG_MOST)
			tell(k, n, &got, what);
		end_free(&got);
		if (k->reads != ALL)
			end_free(&cut);
	} while (k->last ? n < k->last : met);
	if (!met && n == 1)
		printf("%s: never met\n", k->name);
	prepare();
	fflush(stdout);
	_exit(wrong > 0);
}

static const char *
word(const char *name)
{
	const char *s = getenv(name);

	return s ? s : "";
}

static void
read_setting(void)
{
	char *files = strdup(word("FAULT_FILES"));

	setting.program = program_invocation_short_name;
	for (const char *s = word("FAULT_STATUS"); *s; s++)
		setting.status = *s - '0';
	setting.rows = *word("FAULT_ROWS") != '\0';
	if (*word("FAULT_INPUT")) {
		setting.input = word("FAULT_INPUT");
		input = file_contents(setting.input);
	}
	for (char *s = strtok(files, " "); s; s = strtok(NULL, " "))
		setting.file[setting.n_files++] = s;
}

__attribute__((constructor)) static void
begin(void)
{
	const char *name = getenv("FAULT");
	const struct kind *k = name ? kind_find(name) : NULL;

	if (!name)
		return;
	if (!k) {
		fprintf(stderr, "FAULT=%s: no such kind\n", name);
		_exit(2);
	}
	read_setting();
	out = memfd_create("out", 0);
	err = memfd_create("err", 0);
	shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	watch(k);
}
