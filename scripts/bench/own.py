"""What concerns us alone: threads, lines of an order, many lines against few."""
import os

from runs import median
from tables import AS_OF

FEW, MANY = 1000000, 50000000


def in_turn(bench, commands):
    """[Run], the medians of commands run in turn."""
    runs = [[bench.runner.run(command, limit=bench.limit) for command in commands]
            for _ in range(bench.rounds)]
    return [median(column) for column in zip(*runs)]


def whole(bench, jobs):
    """Jobs on the plain table, of programs that are there."""
    return [job for job in jobs if not job.missing(bench.programs)
            and not (job.pipe or job.lines or job.options)]


def threads(bench, jobs):
    """[(job, with one thread, with two)]"""
    table = bench.tables.make(bench.lines)
    return [(job, *in_turn(bench, [
        job.ours(bench.programs, table) + ['--threads', n] for n in '12']))
        for job in whole(bench, jobs)]


def peaks(bench, jobs):
    """[(job, one line an order, ten)]: the same orders, ten times the lines"""
    found = []
    for lines, each in [(bench.lines // 10, '1'), (bench.lines // 10 * 10, '10')]:
        table = bench.tables.make(lines, '--lines-per-order', each)
        found.append([in_turn(bench, [job.ours(bench.programs, table)])[0]
                      for job in whole(bench, jobs)])
    return list(zip(whole(bench, jobs), *found))


def scale(bench, jobs):
    """[(job, few lines, many, many of the customers of few)]"""
    found = []
    customers = FEW * 12 // 100
    for lines, most in [(FEW, None), (MANY, None), (MANY, customers)]:
        table = bench.tables.make(lines, customers=most)
        found.append([in_turn(bench, [job.ours(bench.programs, table)])[0]
                      for job in whole(bench, jobs)])
    return list(zip(whole(bench, jobs), *found))
