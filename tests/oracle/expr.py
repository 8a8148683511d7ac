"""The expression language of segment: text -> tree. Wrong text is Fault 2, with line:column."""
import re
import warnings

import exact
from exact import Fault

FUNCTIONS = ('month', 'year', 'weekday', 'hour', 'lower', 'length', 'abs', 'number', 'date', 'text')
AGGREGATES = ('purchases', 'orders', 'lines', 'sum', 'mean', 'min', 'max', 'distinct',
              'first', 'last', 'nth', 'any', 'all')
COUNTS = ('purchases', 'orders', 'lines')
RESERVED = ('and', 'or', 'not', 'in', 'between', 'is', 'none', 'where', 'as_of')
COMPARISONS = ('=', '==', '!=', '<', '<=', '>', '>=')

BLANK = ' \t\n'
NAME = re.compile(r'[A-Za-z_\x80-\U0010ffff][A-Za-z0-9_\x80-\U0010ffff]*')
DATE = re.compile(r'[0-9]{4}-[0-9]{2}-[0-9]{2}[A-Za-z0-9_\x80-\U0010ffff]*')
NUMBER = re.compile(r'[0-9][A-Za-z0-9_.\x80-\U0010ffff]*')
DURATION = re.compile(r'([0-9]{1,12})([dmy])')
SYMBOL = re.compile(r'==|=~|=|!=|!~|<=|<|>=|>|[-+*/(),@]')


class Node:
    """op says what args and value mean:

    number (micros, decimals) · days count · months count · text string · date day · as_of
    column name · neg · + - * / · compare operator · match (regex, negated)
    in {'items' or 'file', 'column', 'negated'} · between negated · isnone negated
    and · or · not · call function name · aggregate name (where: Node or None, n: int)
    """

    def __init__(self, op, where_from, args=(), value=None):
        self.op, self.args, self.value = op, list(args), value
        self.source, self.pos = where_from
        self.where = self.n = None

    def parts(self):
        return self.args + ([self.where] if self.where else [])

    def walk(self):
        yield self
        for part in self.parts():
            yield from part.walk()


class Source:
    """An expression's text, how messages call it, and the status if it is wrong."""

    def __init__(self, text, name='expression', first_line=1, first_column=1, status=2):
        self.text, self.name, self.status = text, name, status
        self.first_line, self.first_column = first_line, first_column

    def wrong(self, pos, message, hint=None):
        before = self.text[:pos]
        row = before.count('\n')
        column = pos - (before.rfind('\n') + 1) + (self.first_column if row == 0 else 1)
        line = self.text.split('\n')[row]
        caret = ' ' * (pos - (before.rfind('\n') + 1)) + '^'
        return Fault(self.status, '%s:%d:%d: %s\n%s\n%s' % (
            self.name, row + self.first_line, column, message, line, caret), hint)


def wrong(node, message, hint=None):
    return node.source.wrong(node.pos, message, hint)


class Parser:
    def __init__(self, source, customers):
        self.source, self.text, self.customers = source, source.text, customers
        self.next(0)

    # ---- tokens: kind, value, start; self.end is where the token ends

    def wrong(self, message, pos=None, hint=None):
        return self.source.wrong(self.start if pos is None else pos, message, hint)

    def next(self, pos=None):
        pos = self.end if pos is None else pos
        while pos < len(self.text) and self.text[pos] in BLANK:
            pos += 1
        self.start = pos
        self.kind, self.value, self.end = self.token(pos)

    def token(self, pos):
        text = self.text
        if pos >= len(text):
            return 'end', None, pos
        char = text[pos]
        if char in '"\'`':
            value, end = self.quoted(pos)
            return ('name' if char == '`' else 'text'), value, end
        if char.isascii() and char.isdigit():
            return self.digits(pos)
        m = NAME.match(text, pos)
        if m:
            return 'word', m[0], m.end()
        m = SYMBOL.match(text, pos)
        if m:
            return 'symbol', m[0], m.end()
        raise self.source.wrong(pos, 'unexpected character ' + exact.shown(char))

    def quoted(self, pos):
        """Text, or a name in backquotes; the quote doubled stands for itself."""
        quote, out, i = self.text[pos], [], pos + 1
        while True:
            end = self.text.find(quote, i)
            if end < 0:
                raise self.source.wrong(pos, 'quote not closed')
            out.append(self.text[i:end])
            if self.text[end + 1:end + 2] != quote:
                break
            out.append(quote)
            i = end + 2
        value = ''.join(out)
        if quote == '`' and value == '':
            raise self.source.wrong(pos, 'empty column name')
        return value, end + 1

    def digits(self, pos):
        """A date, or all that may go on a number."""
        m = DATE.match(self.text, pos) or NUMBER.match(self.text, pos)
        word, end = m[0], m.end()
        try:
            if m.re is DATE:
                return 'date', exact.plain_day(word), end
            duration = DURATION.fullmatch(word)
            if not duration:
                return 'number', exact.decimal(word), end
        except exact.BadValue as error:
            raise self.source.wrong(pos, str(error)) from None
        count, unit = duration.groups()
        if unit == 'd':
            return 'days', int(count), end
        return 'months', int(count) * (12 if unit == 'y' else 1), end

    def is_symbol(self, *values):
        return self.kind == 'symbol' and self.value in values

    def is_word(self, *values):
        return self.kind == 'word' and self.value in values

    def take_word(self, value):
        if not self.is_word(value):
            return False
        self.next()
        return True

    def take_symbol(self, value):
        if not self.is_symbol(value):
            return False
        self.next()
        return True

    def need_symbol(self, value):
        if not self.take_symbol(value):
            raise self.wrong("expected '%s'" % value)

    def node(self, op, pos, args=(), value=None):
        return Node(op, (self.source, pos), args, value)

    # ---- grammar

    def whole(self):
        tree = self.expr()
        if self.kind != 'end':
            raise self.wrong('unexpected ' + exact.shown(self.text[self.start:self.end]))
        return tree

    def expr(self):
        return self.chain('or', lambda: self.chain('and', self.negation))

    def chain(self, word, part):
        left = part()
        while self.is_word(word):
            pos = self.start
            self.next()
            left = self.node(word, pos, [left, part()])
        return left

    def negation(self):
        if self.is_word('not'):
            pos = self.start
            self.next()
            return self.node('not', pos, [self.negation()])
        return self.compare()

    def compare(self):
        left = self.sum()
        pos = self.start
        if self.is_symbol(*COMPARISONS):
            operator = '=' if self.value == '==' else self.value
            self.next()
            return self.node('compare', pos, [left, self.sum()], operator)
        if self.is_symbol('=~', '!~'):
            negated = self.value == '!~'
            self.next()
            return self.node('match', pos, [left], (self.pattern(), negated))
        if self.take_word('is'):
            negated = self.take_word('not')
            if not self.take_word('none'):
                raise self.wrong("expected 'none'")
            return self.node('isnone', pos, [left], negated)
        negated = self.take_word('not')
        if self.take_word('in'):
            return self.membership(left, pos, negated)
        if self.take_word('between'):
            low = self.sum()
            if not self.take_word('and'):
                raise self.wrong("expected 'and' of between")
            return self.node('between', pos, [left, low, self.sum()], negated)
        if negated:
            raise self.wrong("expected 'in' or 'between' behind 'not'")
        return left

    def membership(self, left, pos, negated):
        found = {'negated': negated, 'items': [], 'file': None, 'column': None}
        if self.is_symbol('@'):
            found['file'], found['column'] = self.file()
            return self.node('in', pos, [left], found)
        self.need_symbol('(')
        while True:
            found['items'].append(self.literal())
            if not self.take_symbol(','):
                break
        self.need_symbol(')')
        return self.node('in', pos, [left], found)

    def literal(self):
        pos = self.start
        minus = self.take_symbol('-')
        if self.kind not in (('number', 'days') if minus else ('number', 'text', 'date', 'days')):
            raise self.wrong('expected a literal')
        item = self.node(self.kind, pos, value=self.value)
        self.next()
        return self.node('neg', pos, [item]) if minus else item

    def file(self):
        """@file or @file:column; each may stand in quotes."""
        name, pos = self.bare(self.start + 1, ':')
        column = None
        if self.text[pos:pos + 1] == ':':
            column, pos = self.bare(pos + 1, '')
        if name == '' or column == '':
            raise self.wrong('expected @file or @file:column')
        self.next(pos)
        return name, column

    def bare(self, pos, stop):
        if self.text[pos:pos + 1] in ('"', "'", '`'):
            return self.quoted(pos)
        end = pos
        while end < len(self.text) and self.text[end] not in BLANK + ')' + stop:
            end += 1
        return self.text[pos:end], end

    def pattern(self):
        pos = self.start
        if self.kind == 'text':
            pattern, flags = self.value, ''
            self.next()
        elif self.is_symbol('/'):
            out, i = [], pos + 1
            while True:
                char = self.text[i:i + 1]
                if char == '':
                    raise self.wrong('pattern not closed', pos)
                if char == '/':
                    break
                if char == '\\':
                    escaped = self.text[i + 1:i + 2]
                    out.append('/' if escaped == '/' else char + escaped)
                    i += 2
                else:
                    out.append(char)
                    i += 1
            pattern = ''.join(out)
            m = re.compile('(i*)(?=[ \\t\\n),]|$)').match(self.text, i + 1)
            if not m:
                raise self.wrong('the one flag of a pattern is i', i + 1)
            flags = m[1]
            self.next(m.end())
        else:
            raise self.wrong('expected a pattern: /.../ or a text')
        mode = re.IGNORECASE if flags else 0
        if not flags or pattern.isascii():      # as PCRE2 without UCP: \d \w \s are ASCII
            mode |= re.ASCII
        try:
            with warnings.catch_warnings():
                warnings.simplefilter('ignore')
                return re.compile(pattern, mode)
        except (re.error, OverflowError, RecursionError) as error:
            raise self.wrong('wrong pattern: %s' % error, pos) from None

    def operators(self, symbols, part):
        left = part()
        while self.is_symbol(*symbols):
            op, pos = self.value, self.start
            self.next()
            left = self.node(op, pos, [left, part()])
        return left

    def sum(self):
        return self.operators('+-', lambda: self.operators('*/', self.unary))

    def unary(self):
        pos = self.start
        if self.take_symbol('-'):
            return self.node('neg', pos, [self.primary()])
        return self.primary()

    def primary(self):
        pos, kind, value = self.start, self.kind, self.value
        if kind in ('number', 'text', 'date', 'days', 'months'):
            self.next()
            return self.node(kind, pos, value=value)
        if kind == 'name':
            self.next()
            return self.node('column', pos, value=value)
        if self.take_symbol('('):
            inner = self.expr()
            self.need_symbol(')')
            return inner
        if kind == 'word' and value == 'as_of':
            self.next()
            return self.node('as_of', pos)
        if kind == 'word' and value not in RESERVED:
            self.next()
            if self.is_symbol('('):
                return self.call(value, pos)
            return self.node('column', pos, value=value)
        if kind == 'end':
            raise self.wrong('something is missing at the end')
        raise self.wrong('unexpected ' + exact.shown(self.text[pos:self.end]))

    def call(self, name, pos):
        self.next()
        if name in AGGREGATES:
            if not self.customers:
                raise self.wrong('%s() needs the lines of a customer' % name, pos, '--customers')
            return self.aggregate(name, pos)
        if name not in FUNCTIONS:
            raise self.wrong('unknown function ' + name, pos)
        argument = self.expr()
        self.need_symbol(')')
        return self.node('call', pos, [argument], name)

    def aggregate(self, name, pos):
        tree = self.node('aggregate', pos, value=name)
        if name == 'nth':
            micros, _ = self.value if self.kind == 'number' else (0, 0)
            if micros < exact.UNIT or micros % exact.UNIT:
                raise self.wrong('nth needs a whole number from 1')
            tree.n = micros // exact.UNIT
            self.next()
            self.need_symbol(',')
        if name in COUNTS and self.take_symbol(')'):
            return tree
        tree.args = [self.expr()]
        if name not in COUNTS + ('any', 'all') and self.take_word('where'):
            tree.where = self.expr()
        self.need_symbol(')')
        return tree


def parse(source, customers=False):
    try:
        return Parser(source, customers).whole()
    except RecursionError:
        raise source.wrong(0, 'nested too deeply') from None
