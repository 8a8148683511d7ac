"""Random exports of shop systems: rows for a map, as CSV in some encoding.

    cart = carts.make(random.Random(seed), profile, faults)

profile is the name of one, or None for a map made up here (cart.map).
"""
import spellings
from cart_maps import PROFILES, random_plan

ENCODINGS = ['utf-8', 'cp932', 'euc_jp', 'utf-16-le', 'utf-16-be']
BOMS = {'utf-8': b'\xef\xbb\xbf', 'utf-16-le': b'\xff\xfe', 'utf-16-be': b'\xfe\xff'}
FAULTS = ['number', 'date', 'status', 'kind', 'number of fields', 'quote inside',
          'quote not closed', 'NUL', 'invalid bytes', 'damaged code', 'column missing']
FORMS = ['LF', 'CRLF', 'CR', 'separator ,', 'separator ;', 'separator \t', 'BOM',
         'no last line end', 'empty lines', 'all quoted', 'quoted at random', 'several files',
         'column twice', 'extra column', 'name spelled otherwise', 'empty field', 'none as \\N'] + ENCODINGS
# ids of orders, short and of the lengths that a program may treat apart
ORDERS = [['101', '102', '#1001', '注文7', 'A-1'],
          ['2024-01-05-00101', '2024-01-05-00102', '2024-01-05-000102', '2024-01-05-000103',
           '1b4e28ba-2fa1-41d2-883f-0016d3cca427', '1b4e28ba-2fa1-41d2-883f-0016d3cca428',
           '1B4E28BA-2FA1-41D2-883F-0016D3CCA427']]
# fields as they stand in a file, where a fault needs it
RAW = {'quote inside': 'a"b', 'quote not closed': '"a', 'NUL': 'a\0b'}


class Cart:
    def __init__(self):
        self.files, self.used, self.faults = [], set(), []
        self.plan = self.encoding = self.orders = None


def make(chance, profile=None, faults=()):
    cart = Cart()
    cart.plan = PROFILES[profile]() if profile else random_plan(chance, cart.used)
    cart.encoding = cart.plan.encoding or chance.choice(ENCODINGS)
    cart.separator = cart.plan.separator or chance.choice([',', ',', ';', '\t'])
    cart.faults = list(faults)
    cart.orders = chance.choice(ORDERS)
    count = chance.choice([1, 1, 1, 2])
    if count > 1:
        cart.used.add('several files')
    optional = {role for role in cart.plan.optional if chance.random() < 0.3}
    for number in range(count):
        header, keys = columns(chance, cart, optional)
        rows = [row(chance, cart, keys) for _ in range(chance.choice([0, 1, 8, 8, 25]))]
        if faults and number == count - 1:
            spoil(chance, cart, header, keys, rows)
        cart.files.append(written(chance, cart, [header] + rows))
    cart.used |= {cart.encoding, 'separator ' + cart.separator}
    return cart


# ---- columns

def columns(chance, cart, absent):
    """The header, and what stands in each column: a role or another key of the plan."""
    pairs = []
    for role, names in cart.plan.columns.items():
        if role in absent:
            continue
        there = [name for name in names if chance.random() < 0.7] or [chance.choice(names)]
        pairs += [(name, role) for name in there]
    names = [name for name, _ in pairs]
    pairs = [pair for at, pair in enumerate(pairs) if pair[0] not in names[:at]]
    if chance.random() < 0.3:
        pairs.append(('備考2', 'text'))
        cart.used.add('extra column')
    chance.shuffle(pairs)
    if pairs and chance.random() < 0.2:
        pairs.append((chance.choice(pairs)[0], 'text'))     # the first of two counts
        cart.used.add('column twice')
    return [spelled(chance, cart, name) for name, _ in pairs], [role for _, role in pairs]


def spelled(chance, cart, name):
    """Blanks, letter case and full-width forms of a name do not matter."""
    other = chance.choice([name.upper(), name.replace(' ', ''), f' {name}',
                           name.replace('(', '（').replace(')', '）').replace('a', 'ａ')])
    if other == name or chance.random() < 0.9:
        return name
    cart.used.add('name spelled otherwise')
    return other


# ---- rows

def row(chance, cart, keys):
    blank = chance.random() < 0.1       # a row of an order only
    return [field(chance, cart, key, blank) for key in keys]


def field(chance, cart, key, blank):
    if chance.random() < 0.12 or (blank and key not in ('order', 'fill', 'kind')):
        none = chance.choice(['', '', '\\N'])
        cart.used.add('none as \\N' if none else 'empty field')
        if key != 'kind' or '' in cart.plan.kinds:
            return none
    if key == 'refund' and chance.random() < 0.95:
        return chance.choice(['300', '300.00', '0'])
    if key in ('price', 'quantity', 'amount', 'cost', 'discount', 'refund'):
        if key == 'quantity' and chance.random() < 0.9:
            return chance.choice(['1', '1', '1', '2', '-1', '0', '５', ' 1 ', '1.00'])
        value = spellings.number(chance, cart.used)
        return value if can(cart.encoding, value) else '100'
    if key == 'date':
        form = cart.plan.date_format
        return spellings.date_as(chance, form, cart.used) if form else \
            spellings.date(chance, cart.used)
    if key == 'kind':
        return chance.choice(cart.plan.kinds)
    if key == 'status':
        return chance.choice(cart.plan.statuses or [''])
    if key in ('order', 'fill'):
        return chance.choice(cart.orders)
    if key in ('customer', 'flag'):
        return chance.choice(['aoi', 'mai@example.com', '007', '会員1'])
    return chance.choice(spellings.TEXTS)


def spoil(chance, cart, header, keys, rows):
    """Faults in some row (or the header); what has no place there is not put in."""
    if not rows:
        rows.append(row(chance, cart, keys))
    for name in cart.faults:
        at = chance.randrange(len(rows))
        wrong = {'number': spellings.BAD_NUMBERS, 'date': spellings.BAD_DATES,
                 'status': ['99', 'Paid?'], 'kind': ['99', 'x'], 'damaged code': spellings.DAMAGED}
        places = {'number': ('price', 'amount', 'cost', 'quantity'), 'date': ('date',),
                  'status': ('status',), 'kind': ('kind',),
                  'damaged code': ('order', 'customer', 'product')}.get(name)
        if places:
            found = [i for i, key in enumerate(keys) if key in places]
            if found and len(rows[at]) >= len(keys):
                rows[at][chance.choice(found)] = chance.choice(wrong[name])
        elif name == 'number of fields':
            rows[at] = chance.choice([rows[at][:-1], rows[at] + [''], ['x'] * (len(keys) + 2)])
        elif name == 'column missing':
            header[chance.randrange(len(header))] = 'no such column'
        elif rows[at]:
            rows[at][chance.randrange(len(rows[at]))] = name      # see written()


# ---- bytes

def written(chance, cart, rows):
    end = chance.choice(['\n', '\n', '\r\n', '\r'])
    cart.used.add({'\n': 'LF', '\r\n': 'CRLF', '\r': 'CR'}[end])
    quotes = chance.choice(['needed', 'all', 'random'])
    cart.used |= {'all quoted'} if quotes == 'all' else \
        {'quoted at random'} if quotes == 'random' else set()
    empty = chance.random() < 0.35
    lines = []
    for fields in rows:
        if empty and chance.random() < 0.3:
            lines.append('')
            cart.used.add('empty lines')
        lines.append(cart.separator.join(
            quoted(chance, cart, text, quotes) for text in fields))
    text = end.join(lines)
    if chance.random() < 0.7:
        text += end
    else:
        cart.used.add('no last line end')
    return encoded(chance, cart, text)


def quoted(chance, cart, text, quotes):
    if text in RAW and text in cart.faults:
        return RAW[text]
    needed = any(char in text for char in cart.separator + ',;\t"\r\n')
    if needed or quotes == 'all' or (quotes == 'random' and chance.random() < 0.5):
        return '"' + text.replace('"', '""') + '"'
    return text


def encoded(chance, cart, text):
    """Characters that the encoding lacks become question marks."""
    data = text.encode(cart.encoding, 'replace')
    if 'invalid bytes' in cart.faults:
        data = data.replace('invalid bytes'.encode(cart.encoding), b'a\xff\xffb')
    mark = BOMS.get(cart.encoding)
    if mark and (cart.encoding != 'utf-8' or chance.random() < 0.4):
        cart.used.add('BOM')
        data = mark + data
    return data


def can(encoding, text):
    return text.encode(encoding, 'replace').decode(encoding) == text
