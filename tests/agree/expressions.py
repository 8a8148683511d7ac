"""Random expressions of segment over a table, right ones for the most part.

    maker = Maker(chance, table, as_of); text = maker.condition(3); maker.used

Values to compare with are taken from the table, so that both answers occur.
"""
import re

from common import day_text

NUMBERS = ['amount', 'quantity', 'cost', 'points']
TEXTS = ['customer', 'order', 'status', 'product', 'category', 'media', 'shop']
DATES = ['date', 'joined']
PATTERNS = ['/^(tv|flyer)/i', '/shop/', '/SERUM|cream/i', '/[0-9]+$/', '/^.{2,9}$/', '/雑誌/', '/^$/',
            '/a\\/b|paid/', '/^[^a-z]/', '/\\d\\d/', '/\\bT/', '"e"', "'^C.*1'", '/./',
            '/[あ-ん一-龠]/', '/^(C|O)-the/', '/PAID/i', '/石鹸?/', '//']
SIGNS = ['=', '==', '!=', '<', '<=', '>', '>=']
FUNCTIONS = ['month', 'year', 'weekday', 'hour', 'lower', 'length', 'abs', 'number', 'date', 'text']
ALL = (['and', 'or', 'not', 'between', 'not between', 'in', 'not in', 'in @file', 'in @file:column',
        'is none', 'is not none', '=~', '!~', '/i', '+', '-', '*', '/', 'negation', 'as_of',
        'days', 'months', 'years', 'date - date', '`name`', '( )'] + SIGNS + FUNCTIONS)
WORDS = ['and', 'or', 'not', 'in', 'between', 'is', 'none', 'as_of']


class Maker:
    def __init__(self, chance, table, as_of):
        self.chance, self.table, self.as_of = chance, table, as_of
        self.keys = [key for key in table.layouts[0] if key != 'note' or chance.random() < 0.05]
        self.used = set()
        self.lists = []         # for the names of the files

    def use(self, name, text):
        self.used.add(name)
        return text

    def pick(self, *makers):
        return self.chance.choice(makers)

    def blank(self):
        return self.chance.choice([' ', ' ', ' ', '  ', '\t', '\n'])

    def join(self, *parts):
        return self.blank().join(parts)

    # ---- columns and literals

    def column(self, keys):
        """A column of these, or None if the table has none."""
        present = [key for key in keys if key in self.keys]
        if not present:
            return None
        name = self.table.column(self.chance.choice(present)).decode()
        plain = re.fullmatch(r'[^\W\d]\w*', name) and name not in WORDS
        if plain and self.chance.random() < 0.8:
            return name
        return self.use('`name`', f'`{name}`')

    def value(self, keys):
        """A value of the table as it stands there, or None."""
        found = [row[key] for row in self.table.rows for key in keys
                 if key in self.keys and row[key] not in (b'', b'\\N')]
        try:
            return self.chance.choice(found).decode() if found else None
        except UnicodeDecodeError:
            return None

    def number_literal(self):
        value = self.value(NUMBERS) if self.chance.random() < 0.7 else None
        return value or self.chance.choice(['0', '1', '2', '0.5', '100', '10000', '0.000001',
                                            '33.333333', '-1', '-0.25'])

    def text_literal(self):
        value = self.value(TEXTS) if self.chance.random() < 0.8 else None
        if value is None:
            value = self.chance.choice(['tv', 'x', '"', "it's", 'ZZZ', '漢字', 'a\tb'])
        quote = self.chance.choice('"\'')
        return quote + value.replace(quote, quote * 2) + quote

    def date_literal(self):
        return day_text(self.chance.choice(self.table.days) + self.chance.choice([0, 0, 1, -30]))

    def duration(self):
        unit, name = self.chance.choice([('d', 'days'), ('m', 'months'), ('y', 'years')])
        count = self.chance.choice(['0', '1', '6', '13', '90', '400', '999999999999'])
        return self.use(name, count + unit)

    # ---- values by type

    def number(self, depth):
        kind = self.chance.random()
        if depth <= 0 or kind < 0.35:
            column = self.column(NUMBERS)
            return column if column and self.chance.random() < 0.7 else self.number_literal()
        if kind < 0.65:
            sign = self.chance.choice('+-*/')
            return self.use(sign, self.join(self.number(depth - 1), sign, self.operand(depth - 1)))
        if kind < 0.7:
            return self.use('negation', '-' + self.operand(depth - 1))
        if kind < 0.75:
            return self.use('( )', '(' + self.number(depth - 1) + ')')
        return self.number_of(depth)

    def operand(self, depth):
        """A number that stands as one thing: nothing of it goes to the sign before it."""
        text = self.number(depth)
        return text if re.fullmatch(r'\w+', text) else self.use('( )', f'({text})')

    def number_of(self, depth):
        name = self.chance.choice(['month', 'year', 'weekday', 'hour', 'length', 'abs', 'number'])
        if name in ('month', 'year', 'weekday', 'hour'):
            inner = self.date(depth - 1)
        elif name == 'length':
            inner = self.text(depth - 1)
        elif name == 'abs':
            inner = self.number(depth - 1)
        else:
            inner = self.chance.choice([self.number(depth - 1), f'text({self.number(depth - 1)})',
                                        self.column(['points']) or '"2.50"', '"7"'])
        return self.use(name, f'{name}({inner})')

    def date(self, depth):
        kind = self.chance.random()
        if depth <= 0 or kind < 0.6:
            column = self.column(DATES)
            if self.as_of and self.chance.random() < 0.3:
                return self.use('as_of', 'as_of')
            return column if column and self.chance.random() < 0.7 else self.date_literal()
        if kind < 0.9:
            if self.chance.random() < 0.1:
                return self.use('+', self.join(self.duration(), '+', self.date(0)))
            sign = self.chance.choice('+-')
            return self.use(sign, self.join(self.date(depth - 1), sign, self.duration()))
        inner = self.chance.choice([self.date(depth - 1), f'text({self.date(depth - 1)})',
                                    self.column(['joined']) or '"2024-02-29"'])
        return self.use('date', f'date({inner})')

    def days(self, depth):
        """date - date, and what it may be compared with."""
        right = self.date(0)
        left = self.use('date - date', self.join(self.date(depth - 1), '-', right))
        other = self.chance.choice(['0', '30', '-5', '365d', '90d', '0d'])
        return left, other

    def text(self, depth):
        kind = self.chance.random()
        if depth <= 0 or kind < 0.7:
            column = self.column(TEXTS)
            return column if column and self.chance.random() < 0.8 else self.text_literal()
        if kind < 0.85:
            return self.use('lower', f'lower({self.text(depth - 1)})')
        inner = self.pick(self.text, self.number, self.date)(depth - 1)
        return self.use('text', f'text({inner})')

    # ---- conditions

    def condition(self, depth):
        kind = self.chance.random()
        if depth > 0 and kind < 0.4:
            sign = self.chance.choice(['and', 'or'])
            return self.use(sign, self.join(self.condition(depth - 1), sign,
                                            self.condition(depth - 1)))
        if depth > 0 and kind < 0.47:
            return self.use('not', self.join('not', self.condition(depth - 1)))
        if depth > 0 and kind < 0.55:
            return self.use('( )', '(' + self.condition(depth - 1) + ')')
        return self.pick(self.comparison, self.comparison, self.between, self.membership,
                         self.match, self.is_none)(depth)

    def two(self, depth, count=2):
        """Values of one type, the first of them preferably with a column."""
        if self.chance.random() < 0.2:
            return list(self.days(depth)) + [self.chance.choice(['40', '366d'])][:count - 2]
        make, literal = self.chance.choice([(self.number, self.number_literal),
                                            (self.text, self.text_literal),
                                            (self.date, self.date_literal)])
        return [make(depth)] + [self.pick(literal, lambda: make(depth - 1))()
                                for _ in range(count - 1)]

    def comparison(self, depth):
        sign = self.chance.choice(SIGNS)
        left, right = self.two(depth)
        if self.chance.random() < 0.1:
            left, right = right, left
        if sign[-1:] in '=' and self.chance.random() < 0.2 and right[0] != '-':
            return self.use(sign, f'{left}{sign}{right}')
        return self.use(sign, self.join(left, sign, right))

    def negated(self, name):
        word = name if self.chance.random() < 0.6 else self.join('not', name)
        self.used.add(' '.join(word.split()))
        return word

    def between(self, depth):
        value, low, high = self.two(depth, 3)
        return self.join(value, self.negated('between'), low, self.use('between', 'and'), high)

    def membership(self, depth):
        make, literal, keys = self.chance.choice([(self.number, self.number_literal, NUMBERS),
                                                  (self.text, self.text_literal, TEXTS),
                                                  (self.date, self.date_literal, DATES)])
        if self.chance.random() < 0.4:
            return self.join(make(depth - 1), self.negated('in'), self.list_file(keys))
        items = [literal() for _ in range(self.chance.choice([1, 2, 5]))]
        return self.join(make(depth - 1), self.negated('in'), '(' + ', '.join(items) + ')')

    def list_file(self, keys):
        """A file of values of these columns, one a line or as a column of a table."""
        count = self.chance.choice([0, 3, 9])
        values = [self.value(keys) or '' for _ in range(count)] + ['', '\\N']
        name = f'list {len(self.lists)}'
        self.lists.append(name)
        column = self.chance.choice([None, 'id', 'the id'])
        if column is None:
            self.used.add('in @file')
            lines = values
        else:
            self.used.add('in @file:column')
            lines = [f'n\t{column}'] + [f'{n}\t{value}' for n, value in enumerate(values)]
        with open(name, 'w', encoding='utf-8') as file:
            file.write('\n'.join(lines) + self.chance.choice(['', '\n']))
        return f'@"{name}"' + (f':`{column}`' if column == 'the id' else f':{column}' if column
                               else '')

    def match(self, depth):
        pattern = self.chance.choice(PATTERNS)
        if pattern.endswith('/i'):
            self.used.add('/i')
        sign = self.chance.choice(['=~', '!~'])
        value = self.column(NUMBERS + DATES + TEXTS) if self.chance.random() < 0.5 else None
        return self.use(sign, self.join(value or self.text(depth - 1), sign, pattern))

    def is_none(self, depth):
        value = self.pick(self.number, self.text, self.date)(depth - 1)
        name = self.chance.choice(['is none', 'is not none'])
        return self.use(name, self.join(value, *name.split()))
