"""The calls of abc-rank, over orders and over any table, and random options for them."""
from fractions import Fraction

import common
import faults
import order_properties
import programs
import properties
import shops
import tables

CALLS = ['', '--summary', '--deciles', '--concentration', '--key', '--key --summary',
         '--key --deciles', '--key --concentration']
GOOD = b'''customer_id\torder_id\torder_date\tamount\tstatus\tproduct_id\tquantity\tcost
A\t1\t2024-01-05\t100\tpaid\tSERUM\t1\t60
B\t2\t2024-02-05\t200.5\tshipped\tCREAM\t2\t60
'''
FIRST = ''              # what stands before the files in any case

ITEMS = ['several keys', 'more than 10 keys', 'fewer than 10 keys', 'key none', 'key spelled (none)',
         'tie of values', 'value 0', 'value below 0', 'nothing above 0', 'no keys']
OF_ORDERS = (properties.ALL + order_properties.ORDERS + order_properties.SPLIT + ITEMS
             + ['no customer column', 'no amount column', 'guests of one order',
                'order of a guest and a customer'])
OF_CLASSES = ['border of a class met', 'tie over a border of a class', 'no item in a class']
OF_ANY = properties.ALL + ITEMS
CLASSED = ['', '--summary', '--key', '--key --summary']
PROPERTIES = {call: (OF_ANY if call.startswith('--key') else OF_ORDERS)
              + (OF_CLASSES if call in CLASSED else []) for call in CALLS}
MORE = ['cost', 'quantity', 'UTF-8 of a label', 'large cost', 'large quantity']
MET_BY_ANY = ['amount', 'UTF-8', 'number of fields', 'forbidden byte', 'header', 'no bytes',
              'sum too large', 'cost', 'quantity', 'UTF-8 of a label']
FAULTS = {call: MET_BY_ANY if call.startswith('--key') else sorted(faults.FAULTS) + MORE
          for call in CALLS}
USED = ['KEY and VALUE of one name', 'KEY named as made', 'VALUE named as made', '--key alone',
        '--value alone', '--key and --value', '8 classes', 'one class']
KEYS = ['customer', 'product', 'category', 'media', 'shop', 'order']
MEASURES = {'amount': ['amount'], 'margin': ['amount', 'cost'], 'quantity': ['quantity'],
            'purchases': []}
MADE = [b'rank', b'share', b'cum_value', b'cum_share', b'class']


def make(chance, _):
    return tables.make(chance, style=shops.Ranked(chance))


def spoil(chance, call):
    table = make(chance, call)
    names = faults.spoil(chance, table, MORE)
    if 'status' in names and chance.random() < 0.8:
        table.unknown = False       # so that --status may be absent
    return table, names


def case(chance, options, call, table, _):
    any_table = call.startswith('--key')
    read = list(common.of_table(chance, table))
    if not any_table:
        read += list(common.of_firsts(chance, options, table))
    out = [(name[2:], None) for name in call.split() if name != '--key']
    classed = call in CLASSED and chance.random() < 0.9
    for _ in range(15 if classed and chance.random() < 0.9 else 1):
        used = set()
        ranked = list(of_any_table(chance, table, used) if any_table else of_roles(chance, table))
        run = programs.oracle('abc-rank', programs.words_of(table.files, read + ranked))
        items = run.made.get('ranked', [])
        if exact_borders(items) or not groups(items):
            break
    if classed:
        out.append(('classes', classes(chance, items, used)))
    out += ranked + read
    out += list(common.choices(chance, options, ['lang'] if 'lang' in options else []))
    out += common.of_output(chance)
    return common.Case(out, used=used)


def of_roles(chance, table):
    by = pick(chance, table, {key: [key] for key in KEYS})
    if by != 'customer' or chance.random() < 0.5:
        yield 'by', by
    measure = pick(chance, table, MEASURES)
    if measure != 'amount' or chance.random() < 0.5:
        yield 'measure', measure


def pick(chance, table, needs):
    """One of the names; seldom one whose columns the table lacks."""
    present = [name for name, keys in needs.items()
               if all(common.has(table, key) for key in keys)]
    return chance.choice(present if present and chance.random() < 0.95 else sorted(needs))


def of_any_table(chance, table, used):
    keys = set(table.layouts[0]) - {'note'}
    numbers = sorted(keys & {'amount', 'quantity', 'cost', 'points'})
    kind = chance.choice(['--key alone', '--value alone'] + ['--key and --value'] * 3)
    used.add(kind)
    key = value = None
    if 'key' in kind:
        key = table.column(chance.choice(sorted(keys)))
        if chance.random() < 0.02:
            key = b'no such'
        yield 'key', key.decode()
    elif chance.random() < 0.9:
        yield 'by', pick(chance, table, {key: [key] for key in KEYS})
    if 'value' in kind:
        value = table.column(chance.choice(sorted(keys) if chance.random() < 0.03 else
                                           numbers or ['points']))
        yield 'value', value.decode()
    elif chance.random() < 0.9:
        needs = {name: found for name, found in MEASURES.items() if name != 'purchases'}
        yield 'measure', pick(chance, table, needs)
    used |= {'KEY and VALUE of one name'} if key == value else set()
    used |= {'KEY named as made'} if key in MADE else set()
    used |= {'VALUE named as made'} if value in MADE else set()


def exact_borders(items):
    """Percents at which tie groups begin, where six decimals can say them."""
    ahead = [100 * share for _, share in groups(items)]
    return [percent for percent in ahead if percent and (percent * 10 ** 6).denominator == 1]


def classes(chance, items, used):
    """Percents, some of them where a tie group begins, or about."""
    found = {Fraction(chance.randint(1, 99)) for _ in range(3)}
    within = [share + Fraction(tied[0].value, 2 * total_of(items))
              for tied, share in groups(items) if len(tied) > 1]
    about = chance.choice([within or [0], [share for _, share in groups(items)]])
    found |= {Fraction(int(100 * share * 10 ** 6), 10 ** 6) for share in about}
    if chance.random() < 0.2:
        found |= {Fraction(1, 10 ** 6), 100 - Fraction(1, 10 ** 6)}
    if exact_borders(items) and chance.random() < 0.6:
        found = set(exact_borders(items))
    found = sorted(found - {0})
    found = sorted(chance.sample(found, min(chance.choice([1, 2, 3, 8]), len(found))))
    used |= {'8 classes'} if len(found) == 8 else {'one class'} if len(found) == 1 else set()
    return ','.join(decimal(percent) for percent in found) or '50'


def decimal(percent):
    whole, fraction = divmod(int(percent * 10 ** 6), 10 ** 6)
    return f'{whole}.{fraction:06}'.rstrip('0').rstrip('.')


def total_of(items):
    return sum(item.value for item in items if item.value > 0)


def groups(items):
    """Of each tie group above 0 its items, and the share ahead of it."""
    total, ahead, found = total_of(items), 0, []
    for item in items:
        if item.value > 0:
            if not found or found[-1][0][0].value != item.value:
                found.append(([], Fraction(ahead, total)))
            found[-1][0].append(item)
            ahead += item.value
    return found


# ---- what a run was about

def held(table, case, run):
    items = run.made['ranked']
    asked = dict(case.pairs)
    found = properties.of(table) | set(of_items(items))
    if b'(none)' in [row[key_of(table, asked)] for row in table.rows]:
        found.add('key spelled (none)')
    book = run.made.get('read')
    if book:
        found |= set(order_properties.of_split(table))
        found |= set(order_properties.of_orders(book, case))
        found |= set(of_guests(book))
        keys = {key for layout in table.layouts for key in layout}
        found |= {f'no {key} column' for key in ('customer', 'amount') if key not in keys}
    if 'classes' in asked or not {'deciles', 'concentration'} & set(asked):
        found |= set(of_classes(items, asked.get('classes', '70,90')))
    return found


def key_of(table, asked):
    if 'key' in asked:
        return next(key for key in table.layouts[0] if table.column(key) == asked['key'].encode())
    return asked.get('by', 'customer')


def of_items(items):
    values = [item.value for item in items]
    yield ('more' if len(items) > 10 else 'fewer') + ' than 10 keys' if items else 'no keys'
    if len(items) > 1:
        yield 'several keys'
    if any(item.key == b'(none)' for item in items):
        yield 'key none'
    if len(set(values)) < len(values):
        yield 'tie of values'
    if 0 in values:
        yield 'value 0'
    if values and min(values) < 0:
        yield 'value below 0'
    if values and max(values) <= 0:
        yield 'nothing above 0'


def of_guests(book):
    """Orders that are not, or not all, of a customer's lines."""
    guests = [line.order for line in book.kept if line.guest and line.order is not None]
    if len(set(guests)) < len(guests):
        yield 'guests of one order'
    if set(guests) & {line.order for line in book.kept if not line.guest}:
        yield 'order of a guest and a customer'


def of_classes(items, classes):
    percents = [Fraction(percent) for percent in classes.split(',')]
    met = [sum(100 * ahead >= percent for percent in percents) for _, ahead in groups(items)]
    for tied, ahead in groups(items):
        behind = ahead + Fraction(len(tied) * tied[0].value, total_of(items))
        if 100 * ahead in percents:
            yield 'border of a class met'
        if len(tied) > 1 and any(100 * ahead < percent < 100 * behind for percent in percents):
            yield 'tie over a border of a class'
    if met and len(set(met)) < len(percents) + 1:
        yield 'no item in a class'


# ---- wrong ones

WRONG = common.WRONG_ORDERS + [(words, None) for words in [
    '--summary --deciles', '--summary --concentration', '--deciles --concentration',
    '--summary --summary', '--by', '--by=', '--by date', '--by customer_id', '--by customer,shop',
    '--by product --by product', '--by media', '--by category', '--by product --key status',
    '--by shop -r shop=no', '--key', '--key=', '--key no', '--key status --key status',
    '--measure', '--measure=', '--measure profit', '--measure amount,cost', '--measure Amount',
    '--measure amount --measure amount', '--measure amount --value amount', '--value',
    '--value=', '--value no', '--value amount --value amount', '--value status',
    '--value customer_id', '--key status --measure purchases', '--key status --as-of 2024-02-01',
    '--key amount --value amount', '--key amount',
    '--by product -r product=quantity --measure quantity',
    '--key rank --value abc_rank', '--key abc_class --value class', '-r customer=amount',
    '--key status --status all', '--key status --refunds net', '--key status --unit order',
    '--value amount --as-of 2024-02-01', '--value amount --status all',
    '--value amount --refunds drop', '--value amount --unit day', '--classes', '--classes=',
    '--classes 70,70', '--classes 90,70', '--classes 70,', '--classes ,70', '--classes 100',
    '--classes 70,100', '--classes 0', '--classes 0,70', '--classes -1', '--classes 70,101',
    '--classes x', '--classes 70%', '--classes 0.7x', '--classes 1e1', '--classes 70.0000001',
    '--classes 1,2,3,4,5,6,7,8,9', '--classes 70 --classes 90', '--deciles --classes 70',
    '--concentration --classes 70', '--key customer_id --value amount --deciles --classes 70',
    '--summary=1', '--horizons 30', '--total',
]] + [(f'--measure {measure} -r {role}=file_{role}', None) for measure, role in [
    ('margin', 'cost'), ('quantity', 'quantity'), ('amount', 'amount'), ('purchases', 'date')]]
