"""What is timed: our commands, and the questions that say the same to the others.

The table has purchases alone (no refunds, guests or statuses): so the peers are
asked without the rules for these, which we keep. Scores, stages and segments
are ours alone; all other columns are asked of everyone.
"""
import dataclasses
import os
import subprocess

from tables import AS_OF

RFM = ['rfm', '--as-of', AS_OF]
CUSTOMERS = ('purchases() >= 2 and sum(amount) >= 30000 and '
             'as_of - last(order_date) <= 180')
ROWS = ('amount >= 10000 and media =~ /^(tv|flyer|mail)/ and '
        'order_date between 2024-01-01 and 2024-12-31')


@dataclasses.dataclass
class Goals:
    faster: float = 0       # than the fastest peer, at least
    memory: float = 0       # of the most frugal engine's, at most
    wc: float = 0           # times wc -l, at most
    wall: float = 0         # seconds, at most


@dataclasses.dataclass
class Job:
    name: str
    command: list           # ours, without -N and the table
    columns: int            # the first ones, which peers are asked too
    queries: list           # folders of what they are asked
    goals: Goals
    ordered: bool = False   # the rows have an order that all must give
    pipe: bool = False
    lines: int = 0          # if not as many as the others
    options: list = dataclasses.field(default_factory=list)     # of the table
    shuffled: bool = False
    rounds: int = 0         # at least

    def table(self, tables, lines):
        return tables.make(self.lines or lines, *self.options, shuffled=self.shuffled)

    def ours(self, programs, table):
        words = [os.path.join(programs, self.command[0]), *self.command[1:], '-N']
        return words if self.pipe else words + [table]

    def missing(self, programs):
        """What we lack to do it, or None."""
        path = os.path.join(programs, self.command[0])
        if not os.path.exists(path):
            return f'there is no {self.command[0]}'
        said = subprocess.run([path, '--help'], capture_output=True, text=True).stdout
        if '--customers' in self.command and '--customers' not in said:
            return f'{self.command[0]} has no --customers'
        return None


JOBS = [
    Job('rfm', RFM, 5, ['rfm'], Goals(5, 1 / 2, 9)),
    Job('ltv-by-media', ['ltv-by-media', '--as-of', AS_OF], 17, ['ltv-by-media'],
        Goals(6, 1 / 2, 9), ordered=True),
    Job('repeat-cohort', ['repeat-cohort', '--as-of', AS_OF], 9,
        ['repeat-cohort'], Goals(5, 1 / 2, 7), ordered=True),
    Job('abc-rank', ['abc-rank', '--as-of', AS_OF], 7, ['abc-rank'],
        Goals(4, 1 / 2, 7), ordered=True),
    Job('cpm', ['cpm', '--as-of', AS_OF], 7, ['cpm'], Goals(5, 1 / 2, 8)),
    Job('segment', ['segment', ROWS], 9, ['segment'], Goals(12, 1 / 8, 2)),
    Job('segment --customers',
        ['segment', '--as-of', AS_OF, '--show', 'purchases=purchases()',
         '--show', 'amount=sum(amount)', '--show', 'last_date=last(order_date)',
         '--customers', CUSTOMERS], 4, ['segment-customers'], Goals(5, 1 / 2, 9)),
    Job('rfm through a pipe', RFM, 5, ['rfm'], Goals(4, 1 / 2, 12), pipe=True),
    Job('rfm, shuffled, 36-byte ids', RFM, 5, ['rfm', 'rfm-uuid'], Goals(2),
        options=['--ids', 'long'], shuffled=True),
    Job('rfm, 1,000 lines', RFM, 5, ['rfm'], Goals(wall=0.005), lines=1000, rounds=21),
]
