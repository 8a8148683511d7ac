"""Bad inputs, by every command that can meet them.

What is bad, and what must be said of it, is data:
    calls.tsv   the calls, and what each meets: the columns that it reads, and
                  tsv csv  how its input is written
                  roles    it finds columns by their roles
                  orders   it knows orders, statuses, refunds
                  customers, cells  it sums amounts by customer, or by what has many
                  filter   it prints rows as they come
    values.tsv  values at fault, in the last column that 'meets' names
    good.tsv    values that are none, and others that say the same
    rows.tsv    lines at fault, some of which end the run in spite of --rejects
    inputs      whole inputs
    hints.tsv   hints, by names

Each value and line at fault stands on line 3 of a small table; the first of
each kind also far down in a large one, with other faults behind it. Standard
output and standard error are as expected to the byte, by 1, 3 and 8 threads; a
filter prints what stands ahead of the fault, and nothing else does.
"""
import os
import shlex
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), 'agree'))

import cases
import tap

BIN = os.path.abspath(os.environ.get('TOKUI_BIN', 'bin'))
# rows of a large table, more than two blocks; and which is at fault
LARGE, DEEP = (3000, 2500) if cases.SLOW else (15000, 12500)


class Call:
    """A command line without its files, and what of it was wrong."""

    def __init__(self, row):
        self.words = shlex.split(row['call'])
        self.name, self.program = row['call'], self.words[0]
        self.base, self.meets = cases.BASES[row['base']], set(row['meets'].split())
        self.threads = [1] if row['base'] == 'cart' else [3] if cases.FEW else [1, 3, 8]
        self.met, self.wrong = 0, []

    def exists(self):
        """Whether the program is there and knows the options."""
        path = os.path.join(BIN, self.program)
        if not os.path.exists(path):
            return False
        told = subprocess.run([path, '--help'], capture_output=True, text=True).stdout
        return all(word in told for word in self.words if word.startswith('--'))

    def run(self, words, threads):
        """(status, standard output, standard error)"""
        stdin = subprocess.DEVNULL
        if words and words[-1].startswith('<'):
            stdin, words = open(words[-1][1:]), words[:-1]
        path = os.path.join(BIN, self.program)
        try:
            done = subprocess.run([path, *self.words[1:], '--threads', str(threads), *words],
                                  stdin=stdin, capture_output=True, timeout=120)
        except subprocess.TimeoutExpired:
            return 'no end', b'', b''
        finally:
            if stdin != subprocess.DEVNULL:
                stdin.close()
        return done.returncode, done.stdout, done.stderr

    def ahead(self, words):
        """What a filter prints of what stands ahead of a fault."""
        if 'filter' not in self.meets or not words:
            return b''
        status, out, err = self.run(words, 1)
        if status != 0 or err:
            self.wrong.append(f'status {status} of what stands ahead of a fault: {err}')
        return out

    def expect(self, what, words, expected, differs=None, threads=None):
        """The same by any number of threads."""
        self.met += 1
        for threads in threads or self.threads:
            got = self.run(words, threads)
            if got != expected and not (differs and not differs(expected, got)):
                self.wrong.append('%s: %s --threads %d %s\n%s' % (
                    what, self.name, threads, shlex.join(words), difference(expected, got)))
                return

    def message(self, says, hint):
        text = f'{self.program}: {says}\n'
        if hint:
            text += f'{self.program}: hint: {hint}\n'
        return text.replace('{program}', self.program).encode('utf-8', 'surrogateescape')

    def refuses(self, what, words, says, hint='', status=1, out=b'', threads=None):
        self.expect(what, words, (status, out, self.message(says, hint)), threads=threads)

    def same(self, what, words, other, alike=False, threads=None):
        """All is well, and the output is the other run's; a filter's only alike."""
        expected = self.run(other, 1)
        if expected[0] != 0 or expected[2]:
            self.wrong.append(f'{what}: status {expected[0]}, {expected[2]}')
        self.expect(what, words, expected, as_many if alike and 'filter' in self.meets else None,
                    threads)


def as_many(expected, got):
    """What differs of two runs, whatever is in the lines."""
    return expected[0] != got[0] or got[2] or expected[1].count(b'\n') != got[1].count(b'\n')


def difference(expected, got):
    text = []
    for name, one, other in zip(('status', 'output', 'message'), expected, got):
        if one != other:
            text.append(f'{name}: {shown(one)}\nnot: {shown(other)}')
    return '\n'.join(text)


def shown(what):
    if isinstance(what, bytes):
        text = what.decode('utf-8', 'backslashreplace')
        return text if len(text) < 700 else f'{text[:300]}…{text[-300:]} ({len(text)} characters)'
    return str(what)


def write(name, *lines):
    with open(name, 'wb') as file:
        file.writelines(lines)


# ---- values and lines

def small(call, faults, threads=None):
    """Each line on line 3."""
    head, row = call.base.head, call.base.row(0)
    write('t', head, row)
    out = call.ahead(['t'])
    for number, fault in enumerate(faults):
        write('t', head, row, fault.line(call.base), row)
        call.refuses(f'{fault.meets} {fault.text}', ['t'], *fault.message('t:3'), out=out,
                     threads=threads and [threads[number % len(threads)]])


def rejected(call, faults):
    """All of them in one table: the rows between them pass, each goes to the file."""
    head, row = call.base.head, call.base.row(0)
    faults = [fault for fault in faults if not fault.ends]
    write('good', head, *[row] * (len(faults) + 1))
    write('t', head, row, *[fault.line(call.base) + row for fault in faults])
    said, at = 'file\tline\tcolumn\treason\trow\n', 3
    for fault in faults:
        said += fault.rejected('t', at, call.base)
        at += fault.line(call.base).count(b'\n') + 1
    for threads in call.threads:
        if call.run(['--rejects', 'r', 't'], threads) != call.run(['good'], threads):
            call.wrong.append(f'--rejects --threads {threads}: not the output of the others')
        with open('r', encoding='utf-8') as file:
            got = file.read()
        if got != said:
            lines = zip(said.split('\n'), got.split('\n'))
            call.wrong.append('--rejects:\n' + '\nnot: '.join(next(
                pair for pair in lines if pair[0] != pair[1])))


def large(call, fault, others, deep, both):
    """The line deep in a large table; others behind it; files ahead and behind.

    deep: what a filter prints ahead of it; both: with a whole file ahead."""
    base, line = call.base, fault.line(call.base)
    rows = base.rows(LARGE)
    faulty = [other.line(base) for other in others]
    write('t', base.head, *rows[:DEEP], line, *rows[DEEP:])
    write('u', base.head, *rows[:DEEP], line, *faulty, *rows[DEEP:], *faulty)
    what = f'{fault.meets} {fault.text}, on line {DEEP + 2}'
    call.refuses(what, ['t'], *fault.message(f't:{DEEP + 2}'), out=deep)
    what += ', others behind it'
    call.refuses(what, ['<u'], *fault.message(f'stdin:{DEEP + 2}'), out=deep)
    what += ' and ahead files'
    call.refuses(what, ['all', 'u', 't'], *fault.message(f'u:{DEEP + 2}'), out=both)


def faults(calls):
    """The first value or line of each kind by each number of threads, the others by one."""
    every = cases.values() + cases.lines()
    first = {(fault.meets, fault.reason): fault for fault in reversed(every)}.values()
    for call in calls:
        met = [fault for fault in every if fault.met_by(call.meets)]
        kinds = [fault for fault in met if fault in first]
        small(call, kinds)
        others = [] if cases.FEW else [fault for fault in met if fault not in first]
        small(call, others, call.threads)
        rejected(call, met)
        write('all', call.base.head, *call.base.rows(LARGE))
        write('deep', call.base.head, *call.base.rows(DEEP))
        deep, both = call.ahead(['deep']), call.ahead(['all', 'deep'])
        for fault in kinds:
            large(call, fault, kinds, deep, both)
        for fault in met:
            fault.met = True
    return every


def good(calls):
    """Values that are none at fault."""
    every = cases.good()
    for value in every:
        for call in calls:
            if not value.met_by(call.meets):
                continue
            value.met = True
            head, row = call.base.head, call.base.row(0)
            write('t', head, row, value.line(call.base))
            write('u', head, row, value.line(call.base, value.same) if value.same else row)
            what = f'{value.meets} {value.text}'
            if value.same:
                call.same(what, ['t'], ['u'], alike=True)
            else:
                call.expect(what, ['t'], (0, b'', b''), lambda _, got: got[0] != 0 or got[2])
    return every


# ---- whole inputs

def inputs(calls):
    every = cases.inputs()
    for case in every:
        for base in cases.BASES.values():
            met = [call for call in calls if call.base is base and case.met_by(call.meets)]
            if met:
                case.met = True
                case.remove_files()
                case.write_files(base)
            threads = [3] if case.once else None
            for call in met:
                if case.same:
                    call.same(case.text, case.run, case.same, case.alike, threads)
                else:
                    call.refuses(case.text, case.run, case.says, case.hint, case.status,
                                 call.ahead(case.ahead), threads)
    return every


def main():
    calls = [Call(row) for row in cases.table('calls.tsv')]
    there = [call for call in calls if call.exists()]
    every = faults(there) + good(there) + inputs(there)
    for call in there:
        tap.check(f'{call.name}: {call.met} inputs', call.wrong)
    for call in calls:
        if call not in there:
            tap.skip(call.name, 'no such program or option yet')
    unmet = [case.text for case in every if not case.met and len(there) == len(calls)]
    tap.check(f'{len(every)} cases, and each is met by a call', unmet)
    tap.done()


place = tempfile.mkdtemp()
try:
    os.chdir(place)
    for name in os.listdir(os.path.join(HERE, 'files')):
        shutil.copy(os.path.join(HERE, 'files', name), place)
    main()
finally:
    os.chdir('/')
    shutil.rmtree(place)
