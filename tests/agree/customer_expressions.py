"""Random expressions of segment --customers: aggregates over a customer's lines, and
what may be made of them."""
import expressions
from expressions import DATES, NUMBERS, TEXTS

COUNTS = ['purchases', 'orders', 'lines']
OF_TYPE = {'number': ['sum', 'mean', 'min', 'max', 'first', 'last', 'nth', 'distinct'],
           'date': ['min', 'max', 'first', 'last', 'nth', 'first', 'last'],
           'text': ['first', 'last', 'nth', 'first', 'last', 'min', 'max']}
ALL = (expressions.ALL + [f'{name}()' for name in COUNTS]
       + [f'{name}(P)' for name in COUNTS + ['any', 'all']]
       + [f'{name} of {kind}' for kind, names in OF_TYPE.items() for name in names]
       + [name + ' where' for name in OF_TYPE['number']]
       + ['as_of in an aggregate', 'order_amount', 'order_quantity', 'distinct of date',
          'distinct of text', 'the customer outside'])


class Maker(expressions.Maker):
    def __init__(self, chance, table):
        super().__init__(chance, table, True)
        self.inside = False             # of an aggregate

    def use(self, name, text):
        if name == 'as_of' and self.inside:
            self.used.add('as_of in an aggregate')
        return super().use(name, text)

    def column(self, keys):
        if not self.inside:
            named = 'customer' in keys and self.chance.random() < 0.3
            return self.use('the customer outside', super().column(['customer'])) if named else None
        if keys is NUMBERS and self.chance.random() < 0.2:
            role = self.chance.choice(['amount', 'quantity'])
            if role in self.keys:
                return self.use('order_' + role, 'order_' + role)
        return super().column(keys)

    def of_lines(self, make, depth):
        """What stands in an aggregate."""
        self.inside = True
        text = make(depth)
        self.inside = False
        return text

    def aggregate(self, kind):
        name = self.chance.choice(OF_TYPE[kind])
        argument = kind
        if name == 'distinct':
            argument = self.chance.choice(['number', 'date', 'text'])
        self.used.add(f'{name} of {argument}')
        text = self.of_lines(getattr(self, argument), self.chance.choice([0, 0, 0, 1, 2]))
        if name == 'nth':
            text = f'{self.chance.choice([1, 2, 2, 3, 5, 12])}, {text}'
        if self.chance.random() < 0.4:
            where = self.of_lines(super().condition, self.chance.choice([0, 0, 1]))
            text = self.use(name + ' where', self.join(text, 'where', where))
        return f'{name}({text})'

    def count(self):
        name = self.chance.choice(COUNTS)
        if self.chance.random() < 0.4:
            return self.use(f'{name}()', f'{name}()')
        return self.use(f'{name}(P)', f'{name}({self.of_lines(super().condition, 1)})')

    # ---- as of lines, but of aggregates where it is not inside of one

    def number(self, depth):
        kind = self.chance.random()
        if self.inside or kind < 0.25:
            return super().number(depth)
        return self.count() if kind < 0.5 else self.aggregate('number')

    def date(self, depth):
        if self.inside or self.chance.random() < 0.3:
            return super().date(depth)
        return self.aggregate('date')

    def text(self, depth):
        if self.inside or self.chance.random() < 0.3:
            return super().text(depth)
        return self.aggregate('text')

    def condition(self, depth):
        if self.inside or self.chance.random() < 0.75:
            return super().condition(depth)
        name = self.chance.choice(['any', 'all'])
        inner = self.of_lines(super().condition, self.chance.choice([0, 1, 2]))
        return self.use(f'{name}(P)', f'{name}({inner})')

    def value(self, keys):
        """A value of the table; of numbers often one that a count may have."""
        if keys is NUMBERS and not self.inside and self.chance.random() < 0.5:
            return self.chance.choice(['0', '1', '1', '2', '3', '5'])
        return super().value(keys)

    def shown(self, depth):
        return self.pick(self.number, self.number, self.date, self.text, self.condition)(depth)
