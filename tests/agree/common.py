"""Options that all commands of the toolkit share, chosen at random."""
import calendar
import datetime
import os

from tables import COUNTING, LEFT_OUT, UNKNOWN


class Case:
    """One run: options as (name, value), operands before the files, and what occurs in it."""

    def __init__(self, pairs, operands=(), used=()):
        self.pairs, self.operands, self.used = pairs, list(operands), used


def of_call(found, call):
    """What is the same for all calls, or not."""
    return found[call] if isinstance(found, dict) else found


def day_text(day):
    day = min(max(day, 1), datetime.date(9999, 12, 31).toordinal())
    return datetime.date.fromordinal(day).isoformat()


def month_end(day):
    year, month, _ = map(int, day.split('-'))
    return f'{day[:7]}-{calendar.monthrange(year, month)[1]}'


def near(chance, table):
    """A date about which the table may know something."""
    return day_text(chance.choice(table.days) + chance.choice([0, 0, 0, -1, 1, 30, 400, -400]))


def late(chance, table):
    """One by which most has happened, or months behind one of the table's, or one that
    ends a month or a week."""
    kind = chance.random()
    if kind < 0.1:
        return max(near(chance, table) for _ in 'abc')
    if kind < 0.4:
        return day_text(chance.choice(table.days) + 30 * chance.randint(1, 24)
                        - chance.choice([0, 1]))
    day = near(chance, table)
    if kind < 0.7:
        return month_end(day)
    return day_text(-7 * (-datetime.date.fromisoformat(day).toordinal() // 7))


def has(table, key, bad=()):
    """Whether the column is in every file, with no such values."""
    return all(key in layout for layout in table.layouts) \
        and not any(row[key] in bad for row in table.rows)


def records(data, header=None):
    """The rows of a TSV, whose header line may be missing."""
    rows = [line.split('\t') for line in data.decode().splitlines()]
    if rows and rows[0] == header or header is None:
        header = rows.pop(0)
    return [dict(zip(header, row)) for row in rows]


def choices(chance, options, names, often=0.4):
    """Options that take one of the words which --help names."""
    return [(name, chance.choice(options[name].words))
            for name in names if chance.random() < often]


def status(chance, table):
    present = all('status' in layout for layout in table.layouts)
    if chance.random() < 0.3 or not present:
        return 'all'
    words = chance.sample(COUNTING + LEFT_OUT + UNKNOWN, chance.choice([2, 4, 8]))
    return ','.join(word.decode() for word in words)


def roles(chance, table):
    """What -r says: a list, or a file of it."""
    entries = [role + '=' + column.decode() for role, column in table.roles.items()]
    if not entries:
        entries = ['customer=customer_id']
    chance.shuffle(entries)
    if chance.random() < 0.3:
        with open('roles', 'w', encoding='utf-8') as file:
            file.write('\n'.join(entries) + chance.choice(['', '\n', '\n\n']))
        return '@roles'
    return ','.join(entries)


def of_table(chance, table):
    """What must be said for the table to be read, and what of that may be."""
    if table.roles or chance.random() < 0.1:
        yield 'roles', roles(chance, table)
    if table.header is not None:
        yield 'header', os.fsdecode(table.header)


def of_orders(chance, options, table):
    if table.unknown or chance.random() < 0.2:
        yield 'status', status(chance, table)
    if chance.random() < 0.35:
        yield 'as-of', near(chance, table)
    yield from choices(chance, options, ['refunds', 'unit'])


def of_firsts(chance, options, table):
    """The same where first purchases are looked at."""
    if table.unknown or chance.random() < 0.15:
        yield 'status', status(chance, table)
    if chance.random() < 0.45:
        yield 'as-of', late(chance, table)
    yield from choices(chance, options, ['refunds'])
    yield from choices(chance, options, ['unit'], 0.72)


def of_output(chance):
    if chance.random() < 0.2:
        yield 'no-output-header', None
    if chance.random() < 0.4:
        yield 'null', chance.choice(['', '\\N', '\\N', '\\N'])
    if chance.random() < 0.3:
        yield 'threads', chance.choice(['1', '2', '3', '8'])
    if chance.random() < 0.2:
        yield 'stats', None
    if chance.random() < 0.15:
        yield 'output', 'output'


# a table of orders with nothing particular
GOOD = b'''customer_id\torder_id\torder_date\tamount\tstatus
A\t1\t2024-01-05\t100\tpaid
B\t2\t2024-02-05\t200.5\tshipped
'''

# command lines that are wrong, with the bytes of 'file' where they name one
WRONG = [(words, None) for words in [
    '--no-such-option', '-x', '--as-o 2024-01-01', '--as-of', '--no-output-header=1', '--null x',
    '--null NULL', '--as-of 2024-02-30', '--as-of 2024-1-1', '--as-of 20240101',
    '--as-of 2024-01-01T00:00', '--as-of=', '--threads 0', '--threads -1', '--threads x',
    '--threads 1.5', '--threads=', '-N -N', '--null \'\' --null \'\'', '-N --no-output-header',
    '-r date=order_date -r amount=amount', '-r date', '-r =x', '-r date=', '-r when=order_date',
    '-r Date=order_date', '-r date=order_date,', '-r date=order_date,date=order_date', '-r date=no',
    '-r shop=no', '-r @none-such', '-H a,,b', '-H a,b,', '-H customer_id,customer_id,amount',
    '-o none-such/x',
]] + [(words, data) for words, data in [
    ('-r @file', b'date'), ('-r @file', b'when=x\n'), ('-r @file', b'date=\n'),
    ('-r @file', b'date=no\n'), ('-r @file', b'date=order_date\r\n'),
    ('-r @file', b'date=order_date\ndate=order_date\n'), ('-r @file', b'date=order\0date\n'),
]]
WRONG_ORDERS = [(words, None) for words in [
    '--refunds gross', '--refunds=', '--unit week', '--unit', '--status=', '--status paid,',
    '--status ,paid', '--status paid,,void', '--refunds net --refunds net', '--lang fr',
    '--lang en --lang ja',
]]
# of --first-from and --first-to
WRONG_SPAN = [(words, None) for words in [
    '--first-from x', '--first-from 2024-02-30', '--first-from=', '--first-from 2024-1-5',
    '--first-from 2024-01-05T10:00', '--first-to 2023-02-29', '--first-to 20240101',
    '--first-from 2024-02-01 --first-to 2024-01-31', '--first-from', '--first-to',
    '--first-to 2024-02-01 --first-to 2024-02-01',
    '--first-from 2024-02-01 --first-from 2024-02-01',
]]
