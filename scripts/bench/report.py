"""The tables that are printed: Markdown, ratios first."""
import datetime
import os
import platform
import subprocess

from peers import ENGINES
from timing import US, WC


def table(head, rows):
    """Lines of a table; texts to the left, all else to the right."""
    lines = [head, ['---'] + ['---:'] * (len(head) - 1), *rows]
    return [f'| {" | ".join(str(field) for field in line)} |' for line in lines] + ['']


def ratio(one, other):
    return f'{one / other:.2f}' if one < 10 * other else f'{one / other:.1f}'


def seconds(value):
    return f'{value:.4f}' if value < 0.1 else f'{value:.2f}'


def beside(value, sign, goal):
    """A value and what is aimed at."""
    return f'{value} ({sign} {goal:g})' if goal else value


def first_line(path, start):
    """What follows `start` and a colon in a file of the system."""
    try:
        with open(path) as file:
            for line in file:
                if line.startswith(start):
                    return line.partition(':')[2].strip() or line.strip()
    except OSError:
        pass
    return 'unknown'


def said(command):
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.strip()
    except OSError:
        return ''


def machine(bench):
    """What it was measured on, and of what."""
    system = platform.freedesktop_os_release().get('PRETTY_NAME', platform.system())
    memory = os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2 ** 30
    commit = said(['git', '-C', os.path.dirname(__file__), 'log', '-1', '--format=%h'])
    peers = ', '.join(f'{name} {version}' for name, version in bench.peers.there.items())
    return [
        f'{datetime.date.today()}, commit {commit or "unknown"}, {bench.lines:,} lines, '
        f'medians of {bench.rounds} rounds.',
        f'{len(os.sched_getaffinity(0))} processors '
        f'({first_line("/proc/cpuinfo", "model name")}), {memory:.0f} GiB, {system}, '
        f'Linux {platform.release()}; load average before: {bench.load:.1f}.',
        f'Peers: {peers.replace("clickhouse", "clickhouse (as chdb)")}.', '']


def best(medians, tools, key):
    """The tool that has the least."""
    return min(tools, key=lambda tool: getattr(medians[tool], key))


def summary(timings):
    """The ratios, and in brackets what is aimed at."""
    head = ['job', 'times faster', 'than', 'part of the memory', 'of', 'times `wc -l`',
            'seconds']
    rows = []
    for timing in timings:
        if timing.lacking:
            rows.append([timing.job.name, f'skipped: {timing.lacking}'] + [''] * 5)
            continue
        medians, goals = timing.medians(), timing.job.goals
        us = medians[US]
        peers = [tool for tool in medians if tool not in (US, WC)]
        engines = [tool for tool in peers if tool.split('-')[0] in ENGINES] or peers
        fast, frugal = best(medians, peers, 'wall'), best(medians, engines, 'peak')
        rows.append([
            timing.job.name,
            beside(ratio(medians[fast].wall, us.wall), '≥', goals.faster), fast,
            beside(ratio(us.peak, medians[frugal].peak), '≤', goals.memory), frugal,
            beside(ratio(us.wall, medians[WC].wall), '≤', goals.wc),
            beside(seconds(us.wall), '≤', goals.wall)])
    return table(head, rows)


def details(timing):
    """Every tool of a job."""
    head = ['tool', 'time ÷ ours', 'CPU ÷ ours', 'memory ÷ ours', 'time ÷ `wc -l`', 'wall s',
            'CPU s', 'peak MB', 'runs']
    medians = timing.medians()
    us, wc = medians[US], medians[WC]
    rows = [[tool, ratio(run.wall, us.wall), ratio(run.cpu, us.cpu), ratio(run.peak, us.peak),
             ratio(run.wall, wc.wall), seconds(run.wall), seconds(run.cpu),
             f'{run.peak:.1f}', len(timing.runs[tool])]
            for tool, run in medians.items()]
    return table(head, rows) + [f'{tool} failed: {why}\n' for tool, why in timing.failed.items()]


def threads(found):
    head = ['job', 'one thread ÷ two, time', 'two ÷ one, CPU']
    return table(head, [[job.name, beside(ratio(one.wall, two.wall), '≥', 1.6),
                         beside(ratio(two.cpu, one.cpu), '≤', 1.25)]
                        for job, one, two in found])


def peaks(found):
    head = ['job', 'ten ÷ one, memory', 'ten, MB', 'one, MB']
    return table(head, [[job.name, beside(ratio(ten.peak, one.peak), '≤', 1.1),
                         f'{ten.peak:.1f}', f'{one.peak:.1f}'] for job, one, ten in found])


def scale(found, few, many):
    head = ['job', 'many ÷ few', 'many of few customers ÷ few', 'few, ns']
    times = many // few
    return table(head, [[job.name, beside(ratio(large.wall, small.wall * times), '≤', 1.8),
                         beside(ratio(same.wall, small.wall * times), '≤', 1.3),
                         f'{small.wall * 1e9 / few:.0f}'] for job, small, large, same in found])
