"""The calls of ltv-by-media, and random options for them."""
import common
import faults
import ltv_by_media     # the oracle
import order_properties
import properties
import rehearsal
import shops
import tables

CALLS = ['', '--period', '--curve']
GOOD = b'''customer_id\torder_id\torder_date\tamount\tstatus\tmedia\tproduct_id\tcost
A\t1\t2024-01-05\t100\tpaid\ttv\tT-1\t60
B\t2\t2024-02-05\t200.5\tshipped\t\tCREAM\t60
'''
FIRST = ''              # what stands before the files in any case

WON = ['first purchases of one moment, of two media', 'won in several months',
       "won on a month's first day", "won on a month's last day", 'left out by the span',
       'mature to the day', 'mature but for a day', 'second purchase on the last day',
       'second purchase a day late', 'medium none', 'medium spelled (none)',
       'media of as many customers', 'row (all)']
OF_CURVE = (properties.ALL + order_properties.ORDERS
            + ['order of several media', 'order whose lines lack media']
            + [name for name in WON if 'second purchase' not in name])
OF_ROWS = (properties.ALL + order_properties.ORDERS + order_properties.SPLIT + WON
           + ['nobody mature', 'order on a horizon', 'sample first', 'upgraded', 'not upgraded',
              'sample and main product first', 'main product in a refund only',
              'cost and no customers', 'customers and no cost', 'nobody to divide cost by',
              'costs below zero', 'costs of months', 'cost outside the span',
              'never paid back', 'paid back in the first month', 'paid back later',
              'limit below cpo'])
PROPERTIES = {'--curve': OF_CURVE, '--period': OF_ROWS, '': OF_ROWS + ['costs without months']}
MORE = ['cost', 'UTF-8 of a label', 'large cost']
FAULTS = {'--curve': sorted(faults.FAULTS) + ['UTF-8 of a label'],
          '--period': sorted(faults.FAULTS) + MORE, '': sorted(faults.FAULTS) + MORE}
USED = ['--trial list', '--trial @file', '--trial @file:column', 'a month of two costs',
        'a medium of two costs', 'costs of no medium', 'no costs']


class Won(shops.Shop):
    ALWAYS = shops.Shop.ALWAYS + ('media',)
    OFTEN = {key: often for key, often in shops.Shop.OFTEN.items() if key != 'media'}

    def __init__(self, chance):
        super().__init__(chance)
        self.customers = self.customers[:chance.choice([12, 40, 40])]


def make(chance, _):
    return tables.make(chance, style=Won(chance))


def spoil(chance, call):
    table = make(chance, call)
    names = faults.spoil(chance, table, MORE)
    if 'status' in names and chance.random() < 0.8:
        table.unknown = False       # so that --status may be absent
    return table, names


def case(chance, options, call, table, _):
    used = set()
    read = list(common.of_table(chance, table))
    read += list(common.of_firsts(chance, options, table))
    known = rehearsal.Rehearsal(chance, table, read, ['customer', 'date', 'amount', 'media'])
    first = list(known.span()) if chance.random() < 0.7 else []
    out = [(call[2:], 'month' if call == '--period' else None)] if call else []
    if chance.random() < 0.5:
        out.append(('total', None))
    if call == '--curve' and 'as-of' not in dict(read):
        out += known.month_later()
    if call != '--curve':
        out += list(measures(chance, known, used))
        if chance.random() < 0.95:
            months = chance.random() < (0.97 if call == '--period' else 0.5)
            if months and chance.random() < 0.95:
                first = whole_months(dict(first), dict(read).get('as-of'), chance)
            share = int(100 * float(dict(out).get('margin', '0.9')))
            out.append(('costs', costs(chance, known, months, share, used)))
    out += first + read
    out += list(common.choices(chance, options, ['lang'] if 'lang' in options else []))
    out += list(common.of_output(chance))
    return common.Case(out, used=used)


def measures(chance, known, used):
    if chance.random() < 0.6:
        yield 'horizons', known.numbers_of_days(5)
    if chance.random() < 0.9:
        yield 'f2-days', str(chance.choice([0, 4000000] + [known.days_apart()] * 38))
    if chance.random() < (0.6 if common.has(known.table, 'cost', tables.NONE) else 0.1):
        yield 'profit', None
    elif chance.random() < 0.95:
        yield 'margin', chance.choice(['0', '0.000001', '1.0'] + ['0.333333', '1', '00.60'] * 4)
    if chance.random() < (0.8 if common.has(known.table, 'product') else 0.1):
        yield 'trial', trial(chance, known.table, used)


# ---- files

def trial(chance, table, used):
    """What --trial says, and the file of it."""
    present = sorted({row['product'] for row in table.rows} - {b'', b'\\N'})
    half = len(present) // 2
    count = chance.choice([0, 1, 2, half, half, half, half, len(present) - 1, len(present)])
    found = chance.sample(present, min(max(count, 0), len(present)))
    if chance.random() < 0.5:
        found = [product for product in present if product != shops.RETURNED]
    found.append(chance.choice([b'no such product', b'SAMPLE', b'none', b' ']))
    kind = chance.choice(['--trial list', '--trial @file', '--trial @file:column'])
    used.add(kind)
    if kind == '--trial list':
        return b','.join(found).decode()
    found += [b'', b'\\N']
    chance.shuffle(found)
    column = chance.choice([b'id', 'the id'.encode(), '商品'.encode()])
    if kind == '--trial @file:column':
        found = [b'n\t' + column] + [b'%d\t%s' % line for line in enumerate(found)]
    with open('samples', 'wb') as file:
        file.write(chance.choice([b'', tables.BOM]) + b'\n'.join(found)
                   + chance.choice([b'', b'\n']))
    return '@samples' + (':' + column.decode() if kind == '--trial @file:column' else '')


def costs(chance, known, months, share, used):
    """A file of what the media cost; share: of gross profit, in percent."""
    rows, worth = [], worths(known, months)
    for won in chance.sample(sorted(worth), chance.choice([0, 1] + [len(worth)] * 12)):
        early, late = worth[won]
        some = early + (late - early) * chance.randint(1, 5) // 6
        cost = chance.choice([early // 2, late * 2] + [some] * 4) * share // 100
        count = chance.choice([1, 1, 1, 2, 3])
        for _ in range(count):
            rows.append({'media': won[0], 'cost': decimal(chance, cost // count),
                         'month': won[1].encode(), 'note': b'x'})
    used |= set(of_rows(rows))
    keys = ['media', 'cost'] + ['month'] * months + ['note'] * (chance.random() < 0.2)
    chance.shuffle(keys)
    chance.shuffle(rows)
    lines = ['\t'.join(keys).encode()] + [b'\t'.join(row[key] for key in keys) for row in rows]
    with open('costs', 'wb') as file:
        file.write(chance.choice([b'', b'', tables.BOM]) + b'\n'.join(lines)
                   + chance.choice([b'', b'\n']))
    return 'costs'


def of_rows(rows):
    media, months = [row['media'] for row in rows], [(row['media'], row['month']) for row in rows]
    if len(set(media)) < len(media):
        yield 'a medium of two costs'
    if len(set(months)) < len(months):
        yield 'a month of two costs'
    if b'' in media:
        yield 'costs of no medium'
    if not rows:
        yield 'no costs'


def worths(known, months):
    """(medium, month) -> what its customers pay in a month, and at most."""
    won = {}
    for customer in known.customers:
        month = common.day_text(customer.first_day() if months else 1)[:7]
        won.setdefault((customer.purchases[0].media or b'', month), []).append(customer)
    found = {(medium, common.near(known.chance, known.table)[:7]): (0, 900)
             for medium in (b'radio', '会報'.encode(), b'(none)', b'', b'\\N')}
    for key, customers in won.items():
        paid = [paid_within(customers, days, known.book.as_of) for days in range(30, 721, 30)]
        found[key] = max(paid[0], 0), max(max(paid), 0)
    return found


def paid_within(customers, days, as_of):
    """By all customers, if all paid as those who are mature."""
    mature = [customer for customer in customers if customer.first_day() + days <= as_of]
    paid = sum(order.amount for customer in mature for order in customer.orders
               if 0 <= order.day - customer.first_day() <= days)
    return paid * len(customers) // max(len(mature), 1) // 10 ** 6


def decimal(chance, number):
    number = min(number, 10 ** 12 - 1) * chance.choice([1, 1, 1, 1, -1])
    places = chance.choice([0, 0, 2, 6])
    fraction = chance.choice([0, 1, 10 ** places // 3])
    return b'%d' % number + (b'.%0*d' % (places, fraction) if places else b'')


def whole_months(span, as_of, chance):
    """The span as costs of months want it."""
    out = []
    if 'first-from' in span:
        out.append(('first-from', span['first-from'][:8] + '01'))
    if 'first-to' in span:
        day = common.month_end(span['first-to'])
        if as_of and as_of >= dict(out).get('first-from', '') and chance.random() < 0.4:
            day = as_of
        out.append(('first-to', day))
    return out


# ---- what a run was about

NONE = ('', '\\N')


def held(table, case, run):
    book, customers = run.made['read'], run.made['won_between']
    asked = dict(case.pairs)
    found = properties.of(table) | set(order_properties.of_split(table))
    found |= set(order_properties.of_orders(book, case))
    found |= set(order_properties.of_first(customers))
    if len(customers) < len(book.customers):
        found.add('left out by the span')
    spans = numbers(asked.get('horizons', '30,60,90,180,365'))
    if 'curve' in asked:
        spans = range(30, 721, 30)
    found |= {name for name in order_properties.of_spans(customers, book.as_of, spans)
              if name.startswith('mature')}
    found |= {name for name in order_properties.of_spans(
        customers, book.as_of, numbers(asked.get('f2-days', '180'))) if 'second' in name}
    found |= set(of_media(customers))
    if 'horizons' in asked and any(order.day - customer.first_day() in spans
                                   for customer in customers for order in customer.orders):
        found.add('order on a horizon')
    for row in common.records(run.table(), run.made['header_of']):
        found |= set(of_row(row))
    if 'costs' in asked and customers:
        found |= set(of_cost_file(asked, [c.first_day() for c in customers], book.as_of))
    if 'trial' in asked:
        found |= set(of_products(customers, ltv_by_media.read_trial(asked['trial'])))
    return found


def numbers(text):
    return [int(item) for item in text.split(',')]


def of_media(customers):
    counts = {}
    for customer in customers:
        first = customer.purchases[0]
        counts[first.media] = counts.get(first.media, 0) + 1
    if None in counts:
        yield 'medium none'
    if b'(none)' in counts:
        yield 'medium spelled (none)'
    if len(set(counts.values())) < len(counts):
        yield 'media of as many customers'


def of_row(row):
    if row['media'] == '(all)':
        yield 'row (all)'
    if '0' in [value for name, value in row.items() if name.startswith('mature')]:
        yield 'nobody mature'
    if row.get('trial_customers', '0') != '0':
        yield 'sample first'
        yield 'upgraded' if row['upgraded'] != '0' else 'not upgraded'
    if 'cost' in row:
        yield from of_costs(row)


def of_costs(row):
    if row['cpo_margin'].startswith('-'):
        yield 'limit below cpo'
    nothing = float(row['cost']) == 0
    if row['customers'] == '0':
        yield 'cost and no customers'
    elif nothing:
        yield 'customers and no cost'
    elif row['cpo'] in NONE:
        yield 'nobody to divide cost by'
    elif row['payback_months'] not in NONE:
        yield 'paid back ' + ('in the first month' if row['payback_months'] == '1' else 'later')
    elif row['limit_cpo'] not in NONE:
        yield 'never paid back'


def of_products(customers, samples):
    def main(orders):
        return any(line.product is not None and line.product not in samples
                   for order in orders for line in order.lines)
    for customer in customers:
        first = customer.purchases[0]
        if main([first]) and any(line.product in samples for line in first.lines):
            yield 'sample and main product first'
        if main(customer.orders) and not main(customer.purchases):
            yield 'main product in a refund only'


def of_cost_file(asked, first_days, as_of):
    with open('costs', 'rb') as file:
        rows = common.records(file.read().removeprefix(tables.BOM))
    if any(row['cost'].startswith('-') for row in rows):
        yield 'costs below zero'
    if rows:
        yield 'costs of months' if 'month' in rows[0] else 'costs without months'
    start = asked.get('first-from', common.day_text(min(first_days)))[:7]
    end = asked.get('first-to', common.day_text(as_of))[:7]
    if any(not start <= row.get('month', start) <= end for row in rows):
        yield 'cost outside the span'


# ---- wrong ones

COSTS = b'media\tcost\nx\t1\n'
MONTHS = b'media\tmonth\tcost\ntv\t2024-01\t1\n'
BAD_COSTS = [
    b'', tables.BOM, b'\n', b'media\n', b'cost\n1\n', b'media\tcost\tcost\nx\t1\t1\n',
    b'media\tmedia\tcost\nx\tx\t1\n', b'media\tcost\tmonth\tmonth\nx\t1\t2024-01\t2024-01\n',
    COSTS.replace(b'\n', b'\r\n'), b'media\tcost\nx\n', COSTS + b'x\t1\t2\n', COSTS + b'\n',
    COSTS + b'x\t1,000\n', COSTS + b'x\t\n', COSTS + b'x\t\\N\n', COSTS + b'x\t1e3\n',
    COSTS + b'x\t1234567890123\n', COSTS + b'x\t0.1234567\n', COSTS + b'\xff\t1\n',
    COSTS + b'x\0\t1\n'] + [MONTHS + b'tv\t' + month + b'\t1\n' for month in [
        b'', b'\\N', b'2024-1', b'2024-13', b'2024-00', b'0000-01', b'2024-01-01', b'202401',
        b'2024/01', b'2024-01 ', b'x']]
WRONG = common.WRONG_ORDERS + common.WRONG_SPAN + [(words, None) for words in [
    '--period week', '--period', '--period=', '--period month --period month',
    '--period month --curve', '--curve --horizons 30', '--curve --f2-days 30',
    '--curve --margin 0.5', '--curve --profit', '--curve --trial T-1', '--curve --curve',
    '--horizons', '--horizons=', '--horizons 30,30', '--horizons 60,30', '--horizons 30,',
    '--horizons ,30', '--horizons -1', '--horizons 1.5', '--horizons x', '--horizons 30d',
    '--horizons 30 --horizons 60', '--f2-days', '--f2-days=', '--f2-days -1', '--f2-days x',
    '--f2-days 1.0', '--f2-days 1,2', '--margin', '--margin=', '--margin 1.1', '--margin -0.1',
    '--margin 60%', '--margin .6', '--margin 1.000001', '--margin 0.1234567', '--margin x',
    '--margin 0.5 --profit', '--profit --profit', '--margin 0.5 --margin 0.5', '--trial',
    '--trial T-1,', '--trial ,T-1', '--trial T-1,,CREAM', '--trial @none-such',
    '--trial @none-such:id', '--trial T-1 --trial T-1', '--costs', '--costs none-such',
    '--total --total', '--profit=1', '--wide rate', '--by media', '--summary',
]] + [('--costs file', data) for data in BAD_COSTS] + [
    ('--costs file --costs file', COSTS), ('--costs file --curve', COSTS),
    ('--costs file --period month', COSTS),
] + [('--costs file ' + words, MONTHS) for words in [
    '--first-from 2024-01-02', '--first-to 2024-01-30', '--first-to 2024-02-28',
    '--first-to 2024-02-05 --as-of 2024-02-06', '--first-to 2024-02-04',
    '--as-of 2024-01-30 --first-to 2024-01-29', '--period month --first-from 2024-01-05',
    '--first-from 2023-12-31 --first-to 2024-01-31']
] + [('--trial @file:id', data) for data in [
    b'', b'x\nT-1\n', b'id\tid\nT-1\tx\n', b'id\nT-1\r\n', b'id\n\xff\n', b'id\nT-1\tx\n']
] + [('--trial @file', data) for data in [b'T-1\r\n', b'T-1\0\n']]
