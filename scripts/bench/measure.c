/* measure - run a command, write its status, seconds and peak to a file
 *
 *	measure REPORT LIMIT COMMAND [ARG...]
 *
 * The line written: exit status (128 + signal), wall, user and system seconds,
 * peak kibibytes, of the command and all it waited for.  A command that takes
 * longer than LIMIT seconds is killed, with its group.  This is C because a
 * child inherits its parent's peak: that of Python hides ours. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pid_t child;

static void
end(int signal)
{
	(void)signal;
	kill(-child, SIGKILL);
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec + t.tv_nsec / 1e9;
}

static double
seconds(struct timeval t)
{
	return t.tv_sec + t.tv_usec / 1e6;
}

/* whoever takes all memory shall fail, not its neighbours */
static void
step_behind(void)
{
	struct rlimit most;
	int file = open("/proc/self/oom_score_adj", O_WRONLY);

	if (file >= 0 && write(file, "1000", 4) < 0)
		errno = 0;
	close(file);
	most.rlim_cur = most.rlim_max = (rlim_t)sysconf(_SC_PHYS_PAGES) / 4 *
	    3 * (rlim_t)sysconf(_SC_PAGESIZE);
	setrlimit(RLIMIT_DATA, &most);
}

int
main(int argc, char **argv)
{
	struct rusage used;
	int status;

	if (argc < 4)
		return 2;
	FILE *report = fopen(argv[1], "we");
	if (!report)
		return 3;
	double from = now();
	child = fork();
	if (child == 0) {
		setpgid(0, 0);
		step_behind();
		execvp(argv[3], argv + 3);
		_exit(127);
	}
	setpgid(child, child);
	signal(SIGALRM, end);
	signal(SIGINT, end);
	signal(SIGTERM, end);
	alarm((unsigned)strtoul(argv[2], NULL, 10));
	while (wait4(child, &status, 0, &used) < 0)
		if (errno != EINTR)
			return 3;
	fprintf(report, "%d %.6f %.6f %.6f %ld\n",
	    WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
	    now() - from, seconds(used.ru_utime), seconds(used.ru_stime),
	    used.ru_maxrss);
	return fclose(report) ? 3 : 0;
}
