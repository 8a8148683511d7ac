"""Tables with a fault or several, and wrong command lines.

Command and oracle must end with the same status, and name the same line.
"""
import collections
import random
import shlex

import common
import tables
import tap

VALUES = {
    'amount': ['1,200', '1.', '.5', '1e3', '+5', '１２', '1234567890123', '0.1234567', '--1',
               '-', 'NaN', ' 5', '5 ', '¥5', '0x1', '1.2.3', '1-'],
    'date': ['', '\\N', '2024-02-30', '2023-02-29', '1900-02-29', '2024/1/5', '2024-1-5',
             '20240105', '0000-01-01', '10000-01-01', '2024-01-05T', '2024-01-05Z',
             '2024-01-05 10', '2024-01-05 24:00', '2024-01-05 10:60', '2024-01-05T10:00:60',
             '2024-01-05T10:00:00.', '2024-01-05T10:00+0900', '2024-01-05T10:00+14:01',
             '2024-01-05T10:00-13:60', '2024-01-05t10:00', '2024-01-05  10:00',
             '2024-01-05T10:00z', '2024-01-05T10:00 ', '2024-13-01', '2024-00-10', '2024-01-00',
             '2024-01-32', '2024-04-31', '-024-01-05', '2024-01-05T1:00'],
    'status': ['Paid', ' paid', 'PAID', 'paid ', 'payed', '入金済'],
}
BAD_UTF8 = [b'\xff', b'a\xe3\x81', b'\xc0\x80', b'\xed\xa0\x80', b'\xf4\x90\x80\x80', b'\x80',
            b'\xe3\x81\x82\xe3', b'sixteen bytes 16\xf0\x9f\x98']


# ---- each fault changes a file of the table at some row's line

class File:
    """The lines of a file, and where its columns are."""

    def __init__(self, table, number):
        self.table, self.layout = table, table.layouts[number]
        self.first = 0 if table.header is not None else 1
        self.lines = table.files[number].split(b'\n')

    def row(self, chance):
        """The number of some row's line, or None."""
        last = len(self.lines) - (self.lines[-1] == b'')
        return chance.randrange(self.first, last) if last > self.first else None

    def set(self, at, key, field):
        fields = self.lines[at].split(b'\t')
        if key in self.layout and len(fields) == len(self.layout):
            fields[self.layout.index(key)] = field
            self.lines[at] = b'\t'.join(fields)


def value(key, values=None):
    def fault(chance, file, at):
        file.set(at, key, chance.choice(VALUES[values or key]).encode())
    return fault


def utf8(*keys):
    def fault(chance, file, at):
        file.set(at, chance.choice(keys), chance.choice(BAD_UTF8))
    return fault


def width(chance, file, at):
    line = file.lines[at]
    file.lines[at] = chance.choice([
        line + b'\t', line + b'\tx', line.rpartition(b'\t')[0], b'', b'\t' + line, b'\t' * 20])


def forbidden_byte(chance, file, at):
    line = file.lines[at]
    place = chance.choice([0, len(line), chance.randint(0, len(line))])
    file.lines[at] = line[:place] + chance.choice([b'\r', b'\0']) + line[place:]


def two_customers(chance, file, at):
    other = file.row(chance)
    for line, customer in ((at, b'one'), (other, b'another')):
        file.set(line, 'order', b'the same order')
        file.set(line, 'customer', customer)


def header(chance, file, at):
    if file.first == 0:
        return
    names = file.lines[0].split(b'\t')
    place = chance.randrange(len(names))
    kind = chance.randrange(5)
    if kind == 0:
        names[place] += b'x'
    elif kind == 1:
        names[place] = chance.choice(names)
    elif kind == 2:
        names = []
    elif kind == 3:
        names[-1] += b'\r'
    else:
        names.append(names[place])
    file.lines[0] = b'\t'.join(names)


def nothing(chance, file, at):
    file.lines = [chance.choice([b'', tables.BOM])]


def large_sum(key, joined='customer'):
    def fault(chance, file, at):
        for line in range(file.first, len(file.lines)):
            if file.lines[line]:
                file.set(line, key, b'999999999999.999999')
                if chance.random() < 0.5:
                    file.set(line, 'customer', b'one')
                    file.set(line, joined, b'one')
    return fault


FAULTS = {
    'amount': value('amount'), 'date': value('date'), 'status': value('status'),
    'UTF-8': utf8('customer', 'order', 'status', 'amount', 'date', 'note'),
    'number of fields': width, 'forbidden byte': forbidden_byte,
    'two customers in an order': two_customers, 'header': header, 'no bytes': nothing,
    'sum too large': large_sum('amount'),
}
# of commands that read these columns
MORE = {
    'cost': value('cost', 'amount'), 'quantity': value('quantity', 'amount'),
    'UTF-8 of a label': utf8('media', 'shop', 'product', 'category'),
    'large cost': large_sum('cost', 'order'), 'large quantity': large_sum('quantity', 'order'),
}


def spoil(chance, table, more=()):
    """Put faults into a table, of MORE those named; -> the names of all."""
    kinds = FAULTS | {name: MORE[name] for name in more}
    names = chance.sample(sorted(kinds), chance.choice([1, 1, 1, 2, 3]))
    for name in names:
        number = chance.randrange(len(table.files))
        file = File(table, number)
        at = file.row(chance)
        if at is not None:
            kinds[name](chance, file, at)
            table.files[number] = b'\n'.join(file.lines)
    return names


# ---- the tests

def check_tables(agreement, call):
    """Faulty tables for one call."""
    calls, found, differences = agreement.calls, collections.Counter(), []
    count = max(agreement.count // 2, 20)
    for number in range(count):
        agreement.clear()
        chance = random.Random(f'fault {agreement.name} {call} {number}')
        table, names = calls.spoil(chance, call)
        case = calls.case(chance, agreement.options, call, table, {})
        difference, expected = agreement.run(f'{call} fault {number}', chance, table, case)
        if difference:
            differences.append(f'fault {number} ({", ".join(names)}): {difference}')
        if expected.status == 1:
            found.update(names)
    name = f'{agreement.name} {call}'.strip()
    tap.check(f'{name}: {count} tables with faults', differences)
    if agreement.count >= 200:
        tap.check(f'{name}: every fault was met',
                  [kind for kind in common.of_call(calls.FAULTS, call) if not found[kind]])


def check_usage(agreement):
    """Wrong command lines, and wrong files named there, on a good table."""
    wrong = []
    everywhere = [(f'{words} {agreement.calls.FIRST}', data) for words, data in common.WRONG]
    everywhere += agreement.calls.WRONG
    for words, data in everywhere:
        agreement.clear()
        if data is not None:
            with open('file', 'wb') as file:
                file.write(data)
        with open('good', 'wb') as file:
            file.write(agreement.calls.GOOD)
        difference, expected = agreement.compare(
            f'wrong {words}', shlex.split(words) + ['good'], strict=False)
        if difference:
            wrong.append(f'{words}: {difference}')
        elif expected.status == 0:
            wrong.append(f'{words}: not refused')
    tap.check(f'{agreement.name}: {len(everywhere)} wrong options', wrong)
