"""What a table holds, found by looking at it and not by asking how it was made."""
import re
from decimal import Decimal

NONE = (b'', b'\\N')
STATUSES = ['pending', 'paid', 'shipped', 'delivered', 'cancelled', 'returned', 'void']
TIMES = {
    'time behind T': rb'.{10}T', 'time behind a blank': rb'.{10} ',
    'time without seconds': rb'.{10}.\d\d:\d\d(Z|[+-]|$)', 'fraction': rb'.*\.',
    'offset Z': rb'.*Z$', 'offset': rb'.{15,}[+-]\d\d:\d\d$',
}
ALL = (['refund', 'zero amount', 'zero order with a line below zero', 'guest',
        'unknown status', 'tie of dates', 'tie of amounts', 'tie of purchases',
        'lines of an order apart', 'same-day orders', 'dates differ within an order',
        'japanese id', 'id above 16 bytes', 'id of 8 bytes', 'id of 16 bytes',
        'id of 17 bytes', 'several files', 'no header line', 'no order column',
        'no status column', 'no last line end', 'BOM', 'extra columns', 'renamed columns']
       + ['status ' + word for word in STATUSES] + list(TIMES)
       + [f'{role} {none}' for role in ('customer', 'order', 'amount', 'status')
          for none in ('empty', '\\N')]
       + [f'{count} decimals' for count in range(7)])


def of(table, *_):
    held = set(of_files(table))
    present = set(table.layouts[0])
    rows = [{key: row[key] for key in present} for row in table.rows]
    for row in rows:
        held |= set(of_row(row))
    if 'order' in present:
        held |= set(of_orders(rows))
    held |= set(ties(rows))
    return held


def of_files(table):
    keys = table.layouts[0]
    if len(table.files) > 1:
        yield 'several files'
    if table.header is not None:
        yield 'no header line'
    if 'order' not in keys:
        yield 'no order column'
    if 'status' not in keys:
        yield 'no status column'
    if any(data and not data.endswith(b'\n') for data in table.files):
        yield 'no last line end'
    if any(data.startswith(b'\xef\xbb\xbf') for data in table.files):
        yield 'BOM'
    if set(keys) - {'customer', 'order', 'date', 'amount', 'status'}:
        yield 'extra columns'
    if table.roles:
        yield 'renamed columns'


def of_row(row):
    for role in ('customer', 'order', 'amount', 'status'):
        if row.get(role) == b'':
            yield role + ' empty'
        if row.get(role) == b'\\N':
            yield role + ' \\N'
    if row.get('customer') in NONE:
        yield 'guest'
    status = row.get('status', b'')
    if status.decode() in STATUSES:
        yield 'status ' + status.decode()
    elif status not in NONE:
        yield 'unknown status'
    for name, pattern in TIMES.items():
        if re.match(pattern, row.get('date', b'')):
            yield name
    if row.get('amount', b'') not in NONE:
        yield '%d decimals' % len(row['amount'].partition(b'.')[2])
        if money(row) == 0:
            yield 'zero amount'
    for id in (row.get('customer', b''), row.get('order', b'')):
        if id not in NONE:
            yield from of_id(id)


def of_id(id):
    if not id.isascii():
        yield 'japanese id'
    if len(id) > 16:
        yield 'id above 16 bytes'
    if len(id) in (8, 16, 17):
        yield f'id of {len(id)} bytes'


def money(row):
    amount = row.get('amount', b'')
    return Decimal(0 if amount in NONE else amount.decode())


def of_orders(rows):
    orders = {}
    for place, row in enumerate(rows):
        if row.get('customer', b'?') not in NONE and row['order'] not in NONE:
            orders.setdefault(row['order'], []).append((place, row))
    days = set()
    for lines in orders.values():
        amounts = [money(row) for _, row in lines]
        if sum(amounts) < 0:
            yield 'refund'
        if sum(amounts) == 0 and min(amounts) < 0:
            yield 'zero order with a line below zero'
        if lines[-1][0] - lines[0][0] >= len(lines):
            yield 'lines of an order apart'
        found = {row.get('date', b'')[:10] for _, row in lines}
        if len(found) > 1:
            yield 'dates differ within an order'
        day = lines[0][1].get('customer'), min(found)
        if day in days:
            yield 'same-day orders'
        days.add(day)


def ties(rows):
    """Customers who are the same in something."""
    last, amounts, orders = {}, {}, {}
    for row in rows:
        who = row.get('customer', b'')
        if who not in NONE:
            last[who] = max(last.get(who, b''), row.get('date', b'')[:10])
            amounts[who] = amounts.get(who, 0) + money(row)
            orders.setdefault(who, set()).add(row.get('order', id(row)))
    counts = {who: len(found) for who, found in orders.items()}
    for name, values in (('dates', last), ('amounts', amounts), ('purchases', counts)):
        if len(set(values.values())) < len(values):
            yield 'tie of ' + name
