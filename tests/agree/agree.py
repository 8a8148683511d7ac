"""Compare a command with its oracle on random tables.

    agree.py NAME [--tables N]

For every call N tables (default 400, or $TOKUI_TABLES) with random options;
standard output, the files written and the exit status must be the same to
the byte. Every option that --help tells and every word it may be given must
occur, and every property of a table (or export) in 50 of them.

What is particular to a command is in calls_NAME.py:
    COMMAND: its name, if it is not NAME; ELSEWHERE: options that other tests have
    CALLS, make(chance, call), case(…): runs
    PROPERTIES, held(table, case, run): what tables must hold, and what one does
    USED: what must occur beside the options
    spoil(chance, call), FAULTS: tables with faults, and which there are
    GOOD, WRONG: a file with nothing particular, and command lines that are wrong;
    FIRST: what stands before the files in any
    more(agreement): further tests
PROPERTIES and FAULTS are lists, or a list for each call.
"""
import argparse
import collections
import importlib
import os
import random
import shlex
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True

import common
import faults
import helptext
import programs
import tap
from compare import differs

WRITTEN = ['output', 'cuts-out']
# there is nothing to compare: manual.t and rejects.t have them
ELSEWHERE = ['help', 'version', 'rejects']


class Agreement:
    """A command, its random calls, and what was seen of both in the runs."""

    def __init__(self, name, count):
        self.name, self.count = name, count
        self.calls = importlib.import_module('calls_' + name.replace('-', '_'))
        self.command = getattr(self.calls, 'COMMAND', name)
        elsewhere = ELSEWHERE + getattr(self.calls, 'ELSEWHERE', [])
        self.options = {option: found for option, found
                        in helptext.options(programs.path(self.command)).items()
                        if option not in elsewhere}
        self.seen = collections.Counter()       # options and their words
        self.fitted = {}                        # files of --cuts-out by bins
        self.kept = None                        # where differences are

    def clear(self):
        for name in os.listdir():
            os.remove(name)

    def compare(self, name, words, stdin=b'', strict=True, wanted=lambda expected: True):
        """What differs, or None; and what the oracle gave. The program runs if that
        is wanted."""
        expected = programs.oracle(self.command, words, stdin).take_files(WRITTEN)
        if not wanted(expected):
            return None, expected
        got = programs.run(self.command, words, stdin).take_files(WRITTEN)
        difference = differs(expected, got, strict)
        if difference:
            self.keep(name, words, stdin)
        return difference, expected

    def run(self, name, chance, table, case, **how):
        """The same on a table."""
        files, stdin = operands(chance, table)
        words = helptext.spelled(chance, self.options, case.pairs)
        if case.operands or chance.random() < 0.1:
            words.append('--')
        return self.compare(name, words + case.operands + files, stdin, **how)

    def call(self, call):
        """One call on all its tables; and on more, if what they must hold is rare."""
        differences, least = [], 50 if self.count >= 400 else self.count // 40  # a short run
        short = {kind: least for kind in common.of_call(self.calls.PROPERTIES, call) if least}
        for number in range(10 * self.count):
            if number >= self.count and not short:
                break
            difference = self.table(call, number, short)
            if difference:
                differences.append(f'table {number}: {difference}')
        name = f'{self.name} {call}'.strip()
        tap.check(f'{name}: {self.count} tables', differences)
        tap.check(f'{name}: every property in {least} tables',
                  [f'{kind}: {count} are missing' for kind, count in short.items()])

    def table(self, call, number, short):
        """What differs on one table. short: how many tables of a property are missing."""
        self.clear()
        chance = random.Random(f'{self.name} {call} {number}')
        table = self.calls.make(chance, call)
        case = self.calls.case(chance, self.options, call, table, self.fitted)

        def wanted(expected):
            held = self.calls.held(table, case, expected) if expected.status == 0 else set()
            if number >= self.count and not held & set(short):
                return False
            for kind in held & set(short):
                short[kind] -= 1
                if short[kind] == 0:
                    del short[kind]
            if expected.status == 0:
                self.note(case, expected)
            return True
        return self.run(f'{call} {number}', chance, table, case, wanted=wanted)[0]

    def note(self, case, run):
        self.seen.update(case.used)
        for name, value in case.pairs:
            self.seen['--' + name] += 1
            self.seen[f'--{name} {value}'] += 1
        if 'cuts-out' in run.files:
            self.fitted[int(dict(case.pairs).get('bins', 5))] = run.files['cuts-out']

    def keep(self, name, words, stdin):
        """The case as files, to be looked at."""
        if self.kept is None:
            self.kept = tempfile.mkdtemp(prefix='tokui-agree-')
            print('# differences are kept in', self.kept)
        name = '%02d %s' % (len(os.listdir(self.kept)), name)
        place = os.path.join(self.kept, name.replace(' ', '_').replace('/', '_'))
        shutil.copytree('.', place)
        with open(os.path.join(place, 'stdin'), 'wb') as file:
            file.write(stdin)
        with open(os.path.join(place, 'command'), 'wb') as file:
            file.write(os.fsencode(shlex.join([self.command] + words) + ' <stdin\n'))

    def all_occur(self):
        wanted = list(self.calls.USED)
        for option in self.options.values():
            wanted.append('--' + option.name)
            wanted += [f'--{option.name} {word}' for word in option.words]
        missing = [name for name in wanted if not self.seen[name]]
        if self.count < 400:  # a short run, under a sanitizer
            missing = []
        tap.check(f'{self.name}: every option and every word of it occurs', missing)


def operands(chance, table):
    """The table as files or as standard input: (words, standard input)."""
    names = [f'orders{number}' for number in range(len(table.files))]
    for name, data in zip(names, table.files):
        with open(name, 'wb') as file:
            file.write(data)
    stdin = b''
    if chance.random() < 0.3:
        number = chance.randrange(len(names))
        names[number], stdin = '-', table.files[number]
        if len(names) == 1 and chance.random() < 0.5:
            names = []
    return names, stdin


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('name')
    parser.add_argument('--tables', type=int, default=int(os.environ.get('TOKUI_TABLES', 400)))
    arguments = parser.parse_args()
    agreement = Agreement(arguments.name, arguments.tables)
    with tempfile.TemporaryDirectory() as directory:
        os.chdir(directory)
        for call in agreement.calls.CALLS:
            agreement.call(call)
            faults.check_tables(agreement, call)
        faults.check_usage(agreement)
        if hasattr(agreement.calls, 'more'):
            agreement.calls.more(agreement)
        agreement.all_occur()
        os.chdir('/')
    tap.done()


if __name__ == '__main__':
    main()
