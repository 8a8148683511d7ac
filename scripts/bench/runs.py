"""One measured run of a command, in a process of its own."""
import dataclasses
import os
import statistics
import subprocess


@dataclasses.dataclass
class Run:
    status: int
    wall: float         # seconds
    cpu: float          # seconds, user and system
    peak: float         # megabytes, of the largest process

    def failure(self):
        """Why it does not count, or None."""
        if self.status == 128 + 9:
            return 'killed: too slow or too large'
        return f'exit status {self.status}' if self.status else None


def median(runs):
    """One run that has the medians of some."""
    return Run(max(run.status for run in runs),
               *(statistics.median(getattr(run, name) for run in runs)
                 for name in ['wall', 'cpu', 'peak']))


class Runner:
    """Runs commands in a folder; what they print or write is in `result`."""

    def __init__(self, folder):
        self.measure = os.path.join(folder, 'measure')
        self.folder = folder
        self.result = os.path.join(folder, 'result.tsv')
        self.report = os.path.join(folder, 'report')
        self.said = os.path.join(folder, 'stderr')

    def run(self, command, prints=True, stdin=None, limit=600):
        """prints: the result is what it prints; stdin: a file that cat pipes into it."""
        self.clear()
        if stdin:
            command = ['sh', '-c', 'cat "$0" | "$@"', stdin, *command]
        with open(self.result if prints else os.devnull, 'wb') as out, \
                open(self.said, 'wb') as err:
            subprocess.run([self.measure, self.report, str(limit), *command],
                           cwd=self.folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                           check=True)
        with open(self.report) as file:
            status, wall, user, system, peak = file.read().split()
        return Run(int(status), float(wall), float(user) + float(system),
                   int(peak) * 1024 / 1e6)

    def why(self):
        """The last line that a command said."""
        with open(self.said, errors='replace') as file:
            return ''.join(file.read().splitlines()[-1:])

    def clear(self):
        if os.path.exists(self.result):
            os.remove(self.result)
