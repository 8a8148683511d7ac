"""One job: every tool once, to compare the results, then all in turn."""
import collections

from compare import difference, rows
from runs import median

SLOW = 10       # times the fastest peer: so slow a tool runs once
US = 'tokui'
WC = 'wc -l'


class Mismatch(Exception):
    pass


class Timing:
    """The runs of a job: {tool: [Run]}, and tools that failed: {tool: why}."""

    def __init__(self, bench, job, lines):
        self.bench, self.job = bench, job
        self.table = job.table(bench.tables, lines)
        self.lacking = job.missing(bench.programs)
        self.ways = bench.peers.ways(job.queries)
        self.runs, self.failed = collections.defaultdict(list), {}
        self.tools = ([] if self.lacking else [US]) + list(self.ways)

    def command(self, tool):
        """The command, and whether it prints its result."""
        if tool == WC:
            return ['wc', '-l', self.table], True
        if tool == US:
            return self.job.ours(self.bench.programs, self.table), True
        return self.bench.peers.command(
            tool, self.ways[tool], '/dev/stdin' if self.job.pipe else self.table,
            self.bench.runner.result)

    def run(self, tool):
        command, prints = self.command(tool)
        piped = self.table if self.job.pipe and tool != WC else None
        return self.bench.runner.run(command, prints, piped, self.bench.limit)

    def compare(self, expected=None):
        """Runs all once; each must say what is expected, else what the first one says."""
        agreed = []
        for tool in self.tools:
            run = self.run(tool)
            if run.failure():
                self.failed[tool] = f'{run.failure()} {self.bench.runner.why()}'.strip()
                if tool == US:
                    raise Mismatch(f'{self.job.name}: {tool}: {self.failed[tool]}')
                continue
            got = rows(self.bench.runner.result, self.job.columns, self.job.ordered)
            if expected is None:
                expected = got
            different = difference(expected, got)
            if different:
                raise Mismatch(f'{self.job.name}: {tool} differs: {different}')
            agreed.append(tool)
            self.runs[tool] = [run]
        if len([tool for tool in agreed if tool != US]) < 2:
            raise Mismatch(f'{self.job.name}: fewer than two peers to compare with')

    def time(self, rounds):
        """All in turn, so many times; those that the first run showed to be slow, no more."""
        first = {tool: runs[0].wall for tool, runs in self.runs.items()}
        fastest = min(wall for tool, wall in first.items() if tool != US)
        near = [tool for tool in first if first[tool] <= SLOW * fastest]
        for tool in near:
            self.runs[tool] = []
        for _ in range(max(rounds, self.job.rounds)):
            for tool in [WC, *near]:
                self.runs[tool].append(self.run(tool))

    def medians(self):
        """{tool: Run}, the fastest first."""
        medians = {tool: median(runs) for tool, runs in self.runs.items()}
        return dict(sorted(medians.items(), key=lambda item: item[1].wall))
