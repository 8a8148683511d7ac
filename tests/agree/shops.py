"""Tables of orders for what looks at first purchases, media, periods and products.

As tables.Style, but with dates about the borders of months, weeks and spans,
purchases of one customer at one moment, and labels that look like the
program's own.
"""
import datetime

import ids
from tables import NONE, Style

LABELS = ['media', 'shop', 'product', 'category']
OWN = [b'(none)', b'(none)', b'(all)', b'all', b'none']
RETURNED = b'RETURNED'   # a product in refunds alone
LAST = datetime.date.max.toordinal()
SPANS = [0, 1, 7, 28, 29, 30, 31, 59, 60, 61, 89, 90, 91, 179, 180, 181, 239, 240, 241, 364,
         365, 366, 720]


class Shop(Style):
    OFTEN = {'order': 0.8, 'status': 0.65, 'media': 0.85, 'shop': 0.85, 'product': 0.85,
             'category': 0.85, 'quantity': 0.6, 'cost': 0.75}
    LINES = [0, 1, 2] + [60] * 30 + [200] * 60 + [500] * 4

    def __init__(self, chance):
        super().__init__(chance)
        start = min(self.days)
        if 1000 < start < LAST - 10000:
            self.days = self.some_days(start)
        self.unknown = chance.random() < 0.35
        self.customers = self.customers[:chance.choice([2] + [40] * 7)]
        self.refunds = chance.choice([0.1, 0.3, 0.5])
        self.twins = chance.choice([6, 12, 18])
        self.cost_known = chance.random() < 0.6
        self.own_labels = chance.random() < 0.7
        self.products = None
        if chance.random() < 0.6:
            self.products = ids.some(chance, b'P', chance.choice([4, 9, 30, 30]))

    def some_days(self, start):
        pick = self.chance.choice
        make = pick([lambda _: self.days] + [month_ends, year_ends, self.spans] * 4)
        days = make(start)
        return days if len(days) < 9 else self.chance.sample(days, pick([4, 9, len(days)]))

    def spans(self, start):
        return [start + 720 - self.chance.choice(SPANS) for _ in range(12)] + [start + 720]

    def finished(self, rows):
        for row in rows:
            if self.cost_known and row['cost'] in NONE:
                row['cost'] = self.decimal(self.chance.randint(0, 900))
            if self.products and row['product'] not in NONE:
                row['product'] = self.chance.choice(self.products)
            if row['amount'].startswith(b'-') and self.chance.random() < 0.7:
                row['product'] = RETURNED
            for label in LABELS:
                if self.own_labels and self.chance.random() < 0.3:
                    row[label] = self.chance.choice(OWN)
        for _ in range(self.twins):
            self.twin(rows)
        return rows

    def twin(self, rows):
        """Two orders become one customer's of one moment, or one of them a refund before."""
        named = [row for row in rows if row['order'] not in NONE and row['customer'] not in NONE]
        if not named:
            return
        one, other = self.chance.choice(named), self.chance.choice(named)
        refund = one['order'] != other['order'] and self.chance.random() < 0.4
        day = max(1, ordinal(one['date']) - self.chance.choice([0, 1, 3, 40]))
        for row in rows:
            if row['order'] == other['order']:
                row['date'] = self.date(day) if refund else one['date']
                if refund and row['amount'] not in NONE:
                    row['amount'] = b'-' + row['amount'].lstrip(b'-')
                if row['customer'] not in NONE:
                    row['customer'] = one['customer']


def ordinal(date):
    return datetime.date.fromisoformat(date[:10].decode()).toordinal()


def month_ends(start):
    """The first and last days of some months, and one within each."""
    days = []
    for _ in range(14):
        first = datetime.date.fromordinal(start).replace(day=1).toordinal()
        days += [first - 1, first, first + 12]
        start = first + 31
    return days


def year_ends(start):
    """The days about some New Years, whose weeks are of two years."""
    year = datetime.date.fromordinal(start).year
    return [datetime.date(year + n, 1, 1).toordinal() + day for n in (0, 1, 2)
            for day in range(-8, 9)]


class Bare(Shop):
    """Tables that lack now and then what an analysis can do without."""
    ALWAYS = ('date',)
    OFTEN = {'customer': 0.85, 'amount': 0.85} | Shop.OFTEN
    APART = ('status', 'order')


class Ranked(Bare):
    """With columns that are called as those of a ranking, and values that are even."""
    OFTEN = Bare.OFTEN | {'customer': 0.8, 'amount': 0.8}
    LINES = [0] * 12 + [1, 2] + [60] * 5 + [200] * 75
    OTHER_NAMES = Shop.OTHER_NAMES | {'product': b'class', 'media': b'rank', 'shop': b'share',
                                      'quantity': b'cum_value', 'cost': b'cum_share'}
    BELOW = [b'0', b'-0', b'-1.0000', b'-2.50000', b'0.000000', b'-0.125']
    VALUES = [None] * 12 + [BELOW] * 7 + [
        [b'100', b'50.0', b'25', b'25.00'], [b'10', b'10.00000', b'10.0000', b'5.000000']] * 5

    def __init__(self, chance):
        super().__init__(chance)
        self.refunds = chance.choice([0.3, 0.6])

    def refund_only(self, rows):
        """A customer of refunds only."""
        some = self.chance.choice(rows)['order'] if rows else None
        for row in rows:
            if row['order'] == some and row['customer'] not in NONE:
                row['customer'] = b'sent back'
                row['amount'] = b'-' + row['amount'].lstrip(b'-') if row['amount'] not in NONE else b'-1'

    def finished(self, rows):
        values = self.chance.choice(self.VALUES)
        for row in super().finished(rows):
            for key in ('amount', 'quantity', 'cost', 'points') if values else ():
                row[key] = self.chance.choice(values)
                if key == 'cost' and values == self.BELOW:
                    row[key] = row[key].lstrip(b'-')
        self.refund_only(rows)
        return rows
