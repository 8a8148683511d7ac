"""The tools that a user could pick instead: installed where missing, and how each is asked."""
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ENGINES = {'duckdb': 'duckdb', 'clickhouse': 'chdb', 'polars': 'polars'}    # name: package
CLASSICS = {'sqlite': ('sqlite3', 'sqlite3'), 'mawk': ('mawk', 'mawk'),     # program, package
            'miller': ('mlr', 'miller'), 'datamash': ('datamash', 'datamash')}


def say(text):
    print(f'bench: {text}', file=sys.stderr, flush=True)


def done(argv):
    """Whether a command succeeds; what it says, if not."""
    run = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if run.returncode:
        say(f'{" ".join(argv)}: {run.stderr.strip()}')
    return run.returncode == 0


class Peers:
    """Those that are there. Engines live in a virtual environment in the folder."""

    def __init__(self, folder, wanted):
        self.python = os.path.join(folder, 'venv', 'bin', 'python')
        self.wanted = wanted or [*ENGINES, *CLASSICS]
        there = self.engines(folder) | self.classics()
        self.there = {name: there[name] for name in self.wanted if name in there}
        for name in self.wanted:
            if name not in self.there:
                say(f'{name} is missing: it is skipped')

    def engines(self, folder):
        """{name: version}"""
        if not os.path.exists(self.python):
            say('making a virtual environment')
            done([sys.executable, '-m', 'venv', os.path.join(folder, 'venv')])
        if os.path.exists(self.python):
            missing = [ENGINES[name] for name in ENGINES if not self.engine(name)]
            if missing:
                say(f'installing {" ".join(missing)}')
                done([self.python, '-m', 'pip', 'install', '-q', *missing])
        versions = {name: self.engine(name) for name in ENGINES}
        return {name: version for name, version in versions.items() if version}

    def engine(self, name):
        """Its version, or None."""
        code = ('import importlib.metadata, sys; '
                'print(importlib.metadata.version(sys.argv[1]))')
        try:
            run = subprocess.run([self.python, '-c', code, ENGINES[name]],
                                 capture_output=True, text=True)
        except OSError:
            return None
        return run.stdout.strip() if run.returncode == 0 else None

    def classics(self):
        """{name: version}, of Debian's packages"""
        missing = [package for program, package in CLASSICS.values()
                   if not shutil.which(program)]
        if missing and os.geteuid() == 0 and shutil.which('apt-get'):
            say(f'installing {" ".join(missing)}')
            done(['apt-get', 'update', '-qq'])
            done(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', *missing])
        there = {}
        for name, (program, package) in CLASSICS.items():
            if shutil.which(program):
                run = subprocess.run(['dpkg-query', '-W', '-f', '${Version}', package],
                                     capture_output=True, text=True)
                there[name] = run.stdout or 'of unknown version'
        return there

    def ways(self, folders):
        """{way: file} of folders of queries; a way is a peer, or a peer-variant."""
        paths = [os.path.join(HERE, 'queries', folder) for folder in folders]
        files = {os.path.splitext(file)[0]: os.path.join(path, file)
                 for path in paths for file in os.listdir(path)}
        order = list(ENGINES) + list(CLASSICS)
        return {way: files[way] for way in sorted(
            files, key=lambda way: (order.index(way.split('-')[0]), way))
            if way.split('-')[0] in self.there}

    def command(self, way, query, table, result):
        """What asks a query, and whether it prints the result (or writes it to RESULT)."""
        peer = way.split('-')[0]
        if peer in ENGINES:
            program = os.path.join(HERE, f'ask_{peer}.py')
            return [self.python, program, query, table, result], False
        if peer == 'sqlite':
            return ['sh', os.path.join(HERE, 'ask_sqlite.sh'), query, table], True
        return ['sh', query, table], True
