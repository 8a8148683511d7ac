"""The calls of rfm, and random options for them."""
from decimal import Decimal

import common
import faults
import properties
import tables

CALLS = ['', '--summary', '--cross', '--moves-from', '--moves-from --list']
PROPERTIES, held = properties.ALL, properties.of
GOOD = common.GOOD
FIRST = ''              # what stands before the files in any case
FAULTS = sorted(faults.FAULTS)
USED = []


def make(chance, _):
    return tables.make(chance)


def spoil(chance, call):
    table = make(chance, call)
    names = faults.spoil(chance, table)
    if 'status' in names and chance.random() < 0.8:
        table.unknown = False       # so that --status may be absent
    return table, names


GRID_NAMES = ['top', 'middle', '上客', "Can't lose", 'x', '(all)']
RULES = ['rank', 'rank', 'r-rfm', 'r-rfm', 'rank:r', 'rank:f', 'rank:m', 'rank:rf', 'rank:mr',
         'rank:rfm']


def case(chance, options, call, table, fitted):
    """fitted: files of --cuts-out by bins."""
    out = []
    for name in call.split():
        early = min(common.near(chance, table) for _ in range(4))
        out.append((name[2:], early if name == '--moves-from' else None))
    if chance.random() < 0.25:
        out.append(('since', common.near(chance, table)))
    bins = chance.choice([2, 3, 4, 6, 7, 8, 9]) if chance.random() < 0.35 else 5
    if bins != 5 or chance.random() < 0.1:
        out.append(('bins', str(bins)))
    out += list(scoring(chance, bins, fitted))
    if chance.random() < 0.3:
        out.append(('cuts-out', 'cuts-out'))
    if call != '--cross':      # which names no segments
        out += list(labels(chance, options, call, bins))
    out += list(common.of_table(chance, table))
    out += list(common.of_orders(chance, options, table))
    out += list(common.of_output(chance))
    return common.Case(out)


def labels(chance, options, call, bins):
    needed = bins != 5 and call != ''
    if needed or chance.random() < 0.3:
        if chance.random() < 0.3:
            yield 'grid', 'r-rfm'
        else:
            grid_file(chance)
            yield 'grid', 'grid'
    yield from common.choices(chance, options, ['lang'], 0.3)


# ---- scores

def scoring(chance, bins, fitted):
    if chance.random() < 0.25:
        cuts_file(chance, bins, fitted.get(bins))
        yield 'cuts-in', 'cuts-in'
        return
    by_rule = set()
    if chance.random() < 0.4:
        rule = chance.choice(RULES)
        by_rule = set(rule.partition(':')[2] if ':' in rule else 'rfm')
        yield 'rule', rule
    for axis in 'rfm':
        if axis not in by_rule and (bins != 5 or chance.random() < 0.4):
            yield 'cuts', axis + '=' + cuts(chance, axis, bins - 1)


def cuts(chance, axis, count):
    most = {'r': 500, 'f': 12, 'm': 20000}[axis]
    found = sorted(chance.sample(range(most), count))
    if axis != 'm':
        return ','.join(map(str, found))
    places = chance.choice([0, 1, 3, 4])
    if chance.random() < 0.5:
        return ','.join(f'{Decimal(n).scaleb(-places)}x' for n in found)
    return ','.join(str(Decimal(n - 3000).scaleb(-places)) for n in found)


def cuts_file(chance, bins, fitted):
    """As --cuts-out wrote it for another table, or as somebody may write it."""
    if fitted and chance.random() < 0.7:
        data = fitted
    else:
        rows = [b'axis\tscore\tworst\tcustomers'] + list(worsts(chance, bins))
        data = b'\n'.join(rows) + b'\n'
    with open('cuts-in', 'wb') as file:
        file.write(data)


def worsts(chance, bins):
    if chance.random() < 0.1:
        return
    for axis in 'rfm':
        scores = sorted(chance.sample(range(1, bins + 1), chance.randint(1, bins)))
        found = sorted(chance.sample(range({'r': 500, 'f': 12, 'm': 9000}[axis]), len(scores)),
                       reverse=axis == 'r')
        for score, worst in zip(scores, found):
            yield f'{axis}\t{score}\t{worst}\t1'.encode()


def grid_file(chance):
    columns = ['name'] + [f'{axis}_{end}' for axis in 'rfm' for end in ('from', 'to')]
    if chance.random() < 0.3:
        chance.shuffle(columns)
    rows = ['\t'.join(columns)]
    for _ in range(chance.choice([0, 1, 4, 8, 12])):
        row = {'name': chance.choice(GRID_NAMES)}
        for axis in 'rfm':
            span = [1, 9] if chance.random() < 0.3 else [chance.randint(1, 5) for _ in 'ab']
            row[axis + '_from'], row[axis + '_to'] = map(str, sorted(span))
        rows.append('\t'.join(row[column] for column in columns))
    with open('grid', 'w', encoding='utf-8') as file:
        file.write('\n'.join(rows) + chance.choice(['', '\n']))


GRID = b'name\tr_from\tr_to\tf_from\tf_to\tm_from\tm_to\n'
CUTS_FILE = b'axis\tscore\tworst\tcustomers\n'
WRONG = common.WRONG_ORDERS + [(words, None) for words in [
    '-r customer=purchases', '-r customer=rfm',
    '--moves-from 2024-01-01 --list -r customer=segment', '--summary --cross', '--summary --moves-from 2024-01-01', '--cross --moves-from 2024-01-01',
    '--list', '--summary --list', '--moves-from 2030-01-01', '--moves-from 2024-02-01 '
    '--as-of 2024-01-31', '--moves-from x', '--since x', '--since 2024-01-01 --since 2024-01-01',
    '--bins 1', '--bins 10', '--bins x', '--bins 5.0', '--bins 4', '--bins 3 --cuts r=1,2',
    '--bins 3 --rule rank:m', '--bins 4 --rule rank --summary',
    '--bins 4 --rule rank --moves-from 2024-01-01 --list', '--cuts', '--cuts x=1,2,3,4', '--cuts r',
    '--cuts r=', '--cuts r=1,2,3', '--cuts r=1,2,3,4,5', '--cuts r=1,2,2,3', '--cuts r=4,3,2,1',
    '--cuts r=1,2,3,x', '--cuts r=1,2,3,4.5', '--cuts f=-1,2,3,4', '--cuts m=1x,2x,3x,4',
    '--cuts m=1,2,3,4x', '--cuts m=1x,1.0x,3x,4x', '--cuts m=-1x,1x,2x,3x', '--cuts m=x,1x,2x,3x',
    '--cuts r=1x,2x,3x,4x', '--cuts m=1,2,3,1e3', '--cuts m=1,2,3,4,', '--cuts rf=1,2,3,4',
    '--cuts r=1,2,3,4 --cuts r=1,2,3,4', '--cuts r=1,2,3,4 --rule rank', '--rule rank:m '
    '--cuts m=1,2,3,4', '--rule r-rfm --cuts f=1,2,3,4', '--rule', '--rule=', '--rule ranks',
    '--rule rank:', '--rule rank:x', '--rule rank:rr', '--rule rank:rfmr', '--rule r-rfm:m',
    '--rule rank --rule rank', '--cuts-in none-such', '--cuts-in file --rule rank',
    '--cuts-in file --cuts r=1,2,3,4', '--cross --grid r-rfm', '--cross --lang ja',
    '--grid none-such', '--grid r-rfm --grid r-rfm', '--cuts-out none-such/x',
]] + [('--cuts-in file', data) for data in [
    b'', b'axis\tscore\n', CUTS_FILE + b'r\t1\t5\n', CUTS_FILE + b'x\t1\t5\t1\n',
    CUTS_FILE + b'r\t1\t5\t1\n', CUTS_FILE + b'r\t1\t5\t1\nf\t1\t1\t1\nm\t6\t1\t1\n',
    CUTS_FILE + b'r\t1\t5\t1\nf\t1\t1\t1\nm\t0\t1\t1\n',
    CUTS_FILE + b'r\t1\t5\t1\nf\t1\t1\t1\nm\tx\t1\t1\n',
    CUTS_FILE + b'r\t1\t5\t1\nf\t1\t1\t1\nm\t1\t\t1\n',
    CUTS_FILE + b'r\t1\t5\t1\nf\t1\t1\t1\nm\t1\t1e3\t1\n',
    CUTS_FILE + b'r\t1\t5\t1\nr\t1\t5\t1\nf\t1\t1\t1\nm\t1\t1\t1\n',
    CUTS_FILE + b'r\t1\t5\t1\nr\t2\t5\t1\nf\t1\t1\t1\nm\t1\t1\t1\n',
    CUTS_FILE + b'r\t1\t5\t1\nr\t2\t6\t1\nf\t1\t1\t1\nm\t1\t1\t1\n',
    CUTS_FILE + b'r\t1\t5\t1\nf\t2\t1\t1\nf\t1\t2\t1\nm\t1\t1\t1\n',
    CUTS_FILE.replace(b'\n', b'\r\n'), b'axis\taxis\tscore\tworst\tcustomers\n',
]] + [('--grid file', data) for data in [
    b'', b'name\tr_from\n', GRID + b'top\t5\t5\t1\t5\t1\n', GRID + b'top\t5\t4\t1\t5\t1\t5\n',
    GRID + b'top\t0\t5\t1\t5\t1\t5\n', GRID + b'top\t1\t10\t1\t5\t1\t5\n',
    GRID + b'\t1\t5\t1\t5\t1\t5\n', GRID + b'\\N\t1\t5\t1\t5\t1\t5\n',
    GRID + b'none\t1\t5\t1\t5\t1\t5\n', GRID + b'(none)\t1\t5\t1\t5\t1\t5\n',
    GRID + b'top\t1\t\t1\t5\t1\t5\n', GRID + b'top\t1\tx\t1\t5\t1\t5\n',
    GRID + b'top\t1\t5\t1\t5\t1\t5\r\n', GRID + b'\xff\t1\t5\t1\t5\t1\t5\n', GRID + b'\n',
]]
