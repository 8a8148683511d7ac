"""Time our commands and the tools that could be used instead, on the same table.

    python3 scripts/bench [--lines N] [--out FILE] [--rounds N] [--jobs LIST]
        [--peers LIST] [--scale]

Everything is made in build/bench: the tables by sample-orders, the peers in a
virtual environment. On a small table all tools must say what tests/oracle says,
on the large one the same, row for row, before any time is taken.
"""
import argparse
import os
import sys

sys.dont_write_bytecode = True

import oracle
import own
import report
from jobs import JOBS
from peers import Peers, say
from runs import Runner
from tables import Tables
from timing import Mismatch, Timing

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, 'build', 'bench')
SMALL = 20000       # lines on which the oracle is asked


class Bench:
    def __init__(self, arguments):
        self.load = os.getloadavg()[0]
        self.lines, self.rounds = arguments.lines, arguments.rounds
        self.limit = 120 + self.lines // 50000      # seconds, for any one run
        self.programs = os.path.join(ROOT, 'bin')
        self.peers = Peers(FOLDER, arguments.peers)
        self.tables = Tables(self.programs, FOLDER)
        self.runner = Runner(FOLDER)

    def check(self, job):
        """On a small table all say what the oracle says."""
        say(f'{job.name}: comparing with the oracle')
        timing = Timing(self, job, SMALL)
        timing.compare(oracle.expected(job, timing.table, self.runner.result))
        if timing.failed:
            raise Mismatch(f'{job.name}: {timing.failed}')

    def time(self, job):
        """The timing of a job; not timed if we lack it."""
        timing = Timing(self, job, self.lines)
        if timing.lacking:
            say(f'{job.name}: skipped: {timing.lacking}')
            return timing
        say(f'{job.name}: comparing')
        timing.compare()
        say(f'{job.name}: timing')
        timing.time(self.rounds)
        return timing

    def report(self, jobs, scale):
        """Lines of the whole report."""
        timings = [self.time(job) for job in jobs]
        lines = ['# What `make bench` found', '', *report.machine(self),
                 *report.summary(timings)]
        for timing in timings:
            if not timing.lacking:
                lines += [f'## {timing.job.name}', '', *report.details(timing)]
        say('threads')
        lines += ['## One thread and two', '', *report.threads(own.threads(self, jobs))]
        say('lines of an order')
        lines += ['## Ten lines an order and one, the same orders', '',
                  *report.peaks(own.peaks(self, jobs))]
        if scale:
            say('many lines and few')
            lines += [f'## Time a line: {own.MANY:,} lines and {own.FEW:,}', '',
                      *report.scale(own.scale(self, jobs), own.FEW, own.MANY)]
        return lines


def words(text):
    return text.split(',')


def main():
    parser = argparse.ArgumentParser(prog='bench')
    parser.add_argument('--lines', type=int, default=10000000)
    parser.add_argument('--out', help='a file that gets the report, too')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--jobs', type=words, help='only those that have one of these in the name')
    parser.add_argument('--peers', type=words, help='only these')
    parser.add_argument('--scale', action='store_true', help='50 million lines against one')
    arguments = parser.parse_args()
    jobs = [job for job in JOBS if not arguments.jobs
            or any(word in job.name for word in arguments.jobs)]
    bench = Bench(arguments)
    try:
        for job in jobs:
            bench.check(job)
        text = '\n'.join(bench.report(jobs, arguments.scale))
    except Mismatch as mismatch:
        say(str(mismatch))
        sys.exit(1)
    finally:
        bench.tables.remove()
        bench.runner.clear()
    print(text, end='')
    if arguments.out:
        with open(arguments.out, 'w') as file:
            file.write(text)


if __name__ == '__main__':
    main()
