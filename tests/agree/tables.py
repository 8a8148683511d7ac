"""Small random tables of orders, as bad as a shop's may be and still be read.

    table = tables.make(random.Random(seed))

The same seed gives the same table. table.files are the bytes of its files;
what the command must be told about it is in table.header (for -H) and
table.roles (for -r); properties.of(table) says what it holds. A style other
than Style (shops.py) is about other things.
"""
import datetime

import ids

ROLES = ('customer', 'order', 'date', 'amount', 'status', 'quantity', 'cost',
         'product', 'category', 'media', 'shop')
NAMES = {role: role.encode() for role in ROLES} | {
    'customer': b'customer_id', 'order': b'order_id', 'date': b'order_date',
    'product': b'product_id'}
COUNTING = [b'pending', b'paid', b'shipped', b'delivered']
LEFT_OUT = [b'cancelled', b'returned', b'void']
UNKNOWN = [b'Paid', b'none', b'all', '入金済'.encode(), b'refunded']
NONE = [b'', b'\\N']
BOM = b'\xef\xbb\xbf'
NOTES = [b'', b'"quoted"', b'a,b', b'\xff\xfe', b' blank ', b'\\t', '備考'.encode()]


class Table:
    def __init__(self):
        self.rows = []          # role or extra name -> field, in input order
        self.layouts = []       # of each file: its keys in order
        self.parts = []         # of each file: its rows
        self.files = []         # of each file: its bytes
        self.header = None      # what -H must say
        self.roles = {}         # what -r must say: role -> column
        self.unknown = False    # there may be statuses that need --status
        self.days = []          # days about which options may ask

    def column(self, key):
        return self.roles.get(key, NAMES.get(key, key.encode()))


def make(chance, one_layout=False, times=1, style=None):
    """one_layout: every file has the same header. times: so often all its rows."""
    table = Table()
    style = style or Style(chance)
    table.unknown = style.unknown
    table.days = style.days
    keys = columns(chance, table, style)
    rows = lines(chance, style, chance.choice(style.LINES))
    table.rows = style.finished(rows) * times
    split(chance, table, keys, style.APART, one_layout)
    table.files = [written(chance, table, layout, part)
                   for layout, part in zip(table.layouts, table.parts)]
    return table


# ---- what all rows of a table have in common

class Style:
    """The pools from which a table's values are drawn; small, so that ties occur."""
    ALWAYS = ('customer', 'date', 'amount')     # columns of every table
    OFTEN = {'order': 0.65, 'status': 0.65}     # of so many
    APART = ('status',)                         # and not of every file then
    LINES = [0, 1, 2] + [60] * 20 + [300]       # at most
    OTHER_NAMES = {
        'customer': '顧客'.encode(), 'order': '受注番号'.encode(), 'date': b'day',
        'amount': '金額'.encode(), 'status': b'state', 'product': b'item code',
        'media': b'medium'}

    def __init__(self, chance):
        self.chance = chance
        self.customers = ids.some(chance, b'C', chance.choice([1, 3, 8, 20, 40]))
        self.orders = ids.some(chance, b'O', 400)
        start = datetime.date(2024, 2, 27).toordinal() - chance.choice([0, 300, 900])
        if chance.random() < 0.03:
            start = chance.choice([1, datetime.date(9999, 12, 31).toordinal() - 1500])
        span = chance.choice([0, 5, 40, 40, 400, 1500])
        self.days = [start + chance.randint(0, span) for _ in range(chance.choice([4, 30]))]
        self.timed = chance.random() < 0.6
        self.decimals = chance.choice([0, 0, 1, 2, 3, 4, 5, 6, 6, 6])
        self.prices = [chance.randint(1, 5000) for _ in range(4)]
        self.huge = chance.random() < 0.04
        self.tiny = chance.random() < 0.08     # where a millionth decides
        self.unknown = chance.random() < 0.5
        self.apart = chance.random() < 0.6
        self.refunds = chance.choice([0, 0.3, 0.5])
        self.nones = chance.choice([0, 0.1, 0.2, 0.3])

    def finished(self, rows):
        """The rows of the table, when all of them are known."""
        return rows

    def date(self, day):
        text = datetime.date.fromordinal(day).isoformat()
        if self.timed and self.chance.random() < 0.7:
            text += self.time()
        return text.encode()

    def time(self):
        pick = self.chance.choice
        text = pick('T  ') + pick(['00', '09', '09', '23']) + ':' + pick(['00', '30', '59'])
        if self.chance.random() < 0.6:
            text += ':' + pick(['00', '07', '59'])
            if self.chance.random() < 0.5:
                text += pick(['.0', '.999', '.123456789'])
        if self.chance.random() < 0.5:
            text += pick(['Z', '+09:00', '-03:30', '+14:00', '-00:00'])
        return text

    def decimal(self, whole):
        """A number as text, with decimals if the table has them."""
        text = str(whole)
        if self.chance.random() < 0.1 and not self.huge:
            text = ('-00' if whole < 0 else '0') + text.lstrip('-')
        decimals = self.chance.choice([0, self.decimals, self.chance.randint(0, self.decimals)])
        if decimals:
            text += '.' + self.chance.choice(['5', '05', '000001', '999999', '']).ljust(
                decimals, '0')[:decimals]
        return text.encode()

    def amount(self):
        if self.huge:
            return self.decimal(self.chance.choice([999999999999, -999999999999]))
        if self.tiny:
            return b'0.%06d' % self.chance.randint(0, 12)
        roll = self.chance.random()
        if roll < 0.15:
            return self.chance.choice([b'0', b'-0', self.decimal(0)])
        if roll < 0.6:
            return self.decimal(self.chance.choice(self.prices))
        return self.decimal(self.chance.randint(1, 9999))

    def status(self):
        known = COUNTING * 4 + LEFT_OUT * 2
        return self.chance.choice(known + (UNKNOWN * 2 if self.unknown else []))

    def or_none(self, field):
        return self.chance.choice(NONE) if self.chance.random() < self.nones else field


# ---- rows

def lines(chance, style, most):
    count = chance.randint(0, most)
    rows = []
    for order in style.orders:
        if len(rows) >= count:
            break
        rows += order_lines(chance, style, order)
    rows = rows[:count]
    if style.apart:
        chance.shuffle(rows)
    return rows


def order_lines(chance, style, order):
    customer = chance.choice(style.customers)
    day = chance.choice(style.days)
    status = style.or_none(style.status())
    if chance.random() < style.nones / 2:
        order = chance.choice(NONE)
    size = chance.choice([1, 1, 1, 2, 2, 3, 4])
    amounts = [style.amount() for _ in range(size)]
    if chance.random() < style.refunds:
        amounts = refunded(chance, amounts)
    rows = []
    for amount in amounts:
        if order in NONE:
            customer = chance.choice(style.customers)
        guest = chance.random() < style.nones
        line_day = chance.choice(style.days) if chance.random() < 0.1 else day
        rows.append({
            'customer': chance.choice(NONE) if guest else customer,
            'order': order,
            'date': style.date(line_day),
            'amount': style.or_none(amount),
            'status': style.or_none(style.status()) if chance.random() < 0.15 else status,
        } | others(chance, style))
    return rows


def refunded(chance, amounts):
    """Goods sent back: all of them, or as much as the order had."""
    negative = [b'-' + amount.lstrip(b'-') for amount in amounts]
    if chance.random() < 0.5:
        return negative
    return [amounts[0], negative[0]]


def others(chance, style):
    return {
        'quantity': style.or_none(str(chance.randint(-1, 3)).encode()),
        'cost': style.or_none(style.decimal(chance.randint(0, 900))),
        'product': style.or_none(chance.choice([b'SERUM', b'CREAM', b'T-1', '石鹸'.encode()])),
        'category': style.or_none(chance.choice([b'skin', b'hair'])),
        'media': style.or_none(chance.choice([b'tv', b'flyer', b'TV shopping', '雑誌'.encode()])),
        'shop': style.or_none(chance.choice([b'main', b'rakuten'])),
        'points': style.or_none(chance.choice([b'0', b'10', b'2.5', b'-3', b'100.000001'])),
        'joined': style.or_none(style.date(chance.choice(style.days))),
        'note': chance.choice(NOTES),
    }


# ---- columns and files

def columns(chance, table, style):
    keys = list(style.ALWAYS)
    keys += [key for key, often in style.OFTEN.items() if chance.random() < often]
    extra = ['quantity', 'cost', 'product', 'category', 'media', 'shop', 'points', 'joined',
             'note']
    extra = [key for key in extra if key not in style.ALWAYS and key not in style.OFTEN]
    if chance.random() < 0.6:
        keys += chance.sample(extra, chance.randint(1, len(extra)))
    if 'status' not in keys:
        table.unknown = False
    if chance.random() < 0.4:
        table.roles = {key: style.OTHER_NAMES[key] for key in keys
                       if key in style.OTHER_NAMES and chance.random() < 0.6}
    chance.shuffle(keys)
    return keys


def split(chance, table, keys, apart, one_layout):
    """Into one file or several, whose columns need not be in the same places."""
    count = chance.choice([1, 1, 1, 2, 3])
    cuts = sorted(chance.randint(0, len(table.rows)) for _ in range(count - 1))
    for start, end in zip([0] + cuts, cuts + [len(table.rows)]):
        table.parts.append(table.rows[start:end])
        table.layouts.append(list(keys))
    if chance.random() < 0.35:
        table.header = b','.join(table.column(key) for key in keys)
    elif not one_layout:
        for layout in table.layouts:
            chance.shuffle(layout)
            # what is used if present may be absent from one file
            for key in apart:
                if key in layout and key not in table.roles and chance.random() < 0.1:
                    layout.remove(key)


def written(chance, table, layout, rows):
    out = [] if table.header is not None else [b'\t'.join(map(table.column, layout))]
    out += [b'\t'.join(row[key] for key in layout) for row in rows]
    data = b''.join(line + b'\n' for line in out)
    if chance.random() < 0.4:
        data = data.removesuffix(b'\n')
    return (BOM if chance.random() < 0.4 else b'') + data
