"""Evaluation. Every part is evaluated, whatever the logic skips.

Values: None (no value), number micros, text str, date (day, seconds or None), truth bool.
A scene gives column(name), raw(name), decimals(name), as_of and aggregate(node).
"""
import datetime

import exact
from exact import BadValue, Fault, LIMIT, UNIT

LOWER = {code: code + 32 for code in range(ord('A'), ord('Z') + 1)}


def parse(text, kind):
    """A field's text (None if none) as a value of the type. BadValue if it does not parse."""
    if text is None:
        return None
    if kind == 'number':
        return exact.decimal(text)[0]
    if kind == 'date':
        return exact.date(text)
    return text


def ordered(value, kind):
    """What comparisons look at: dates by day, the rest as it is (text order = byte order)."""
    if value is not None and kind == 'date':
        return value[0]
    return value


def limited(micros):
    if abs(micros) >= LIMIT:
        raise BadValue('number too large')
    return micros


FIRST_DAY, LAST_DAY = 1, datetime.date.max.toordinal()


def duration(node):
    """('days' or 'months', how many) of a duration as written."""
    if node.op == 'neg':
        unit, count = duration(node.args[0])
        return unit, -count
    return node.op, node.value


def moved(day, unit, count):
    """A day moved; outside the years 1 to 9999 it is the nearest day."""
    try:
        if unit == 'days':
            return min(max(day + count, FIRST_DAY), LAST_DAY)
        return exact.add_months(day, count)
    except (ValueError, OverflowError):
        return FIRST_DAY if count < 0 else LAST_DAY


def printed(value, kind, decimals):
    """A value as text: numbers with their decimals, dates as days, truths as 1 or 0."""
    if value is None:
        return None
    if kind == 'number':
        return exact.print_number(value, decimals)
    if kind == 'date':
        return exact.print_day(value[0])
    if kind == 'truth':
        return '1' if value else '0'
    return value


class Evaluator:
    def __init__(self, types):
        self.types = types
        self.of_value = False       # decimals of this value, not of any

    def decimals(self, node, scene):
        """Decimals that a number node prints with."""
        op = node.op
        if op == 'number':
            return node.value[1]
        if op == 'column':
            return scene.decimals(node.value)
        if op == 'neg':
            return self.decimals(node.args[0], scene)
        if op in ('+', '-'):
            if self.types.final(node.args[0]) == 'date':
                return 0
            return max(self.decimals(part, scene) for part in node.args)
        if op == '*':
            return min(6, sum(self.decimals(part, scene) for part in node.args))
        if op == '/':
            return 6
        if op == 'call':
            return self.call_decimals(node, scene)
        if op == 'aggregate' and node.value in ('sum', 'min', 'max', 'first', 'last', 'nth'):
            return self.decimals(node.args[0], scene)
        if op == 'aggregate' and node.value == 'mean':
            return min(6, self.decimals(node.args[0], scene) + 2)
        return 0

    def call_decimals(self, node, scene):
        argument = node.args[0]
        if node.value == 'abs':
            return self.decimals(argument, scene)
        if node.value == 'number':
            if self.types.final(argument) == 'number':
                return self.decimals(argument, scene)
            if argument.op == 'column':
                return scene.decimals(argument.value)
            if self.of_value:
                return len((self.value(argument, scene) or '').partition('.')[2])
            return 6
        return 0

    def text(self, node, scene):
        """What =~ and text() see: a column's field as written, else the printed value."""
        if node.op == 'column':
            return scene.raw(node.value)
        value, kind = self.value(node, scene), self.types.final(node)
        kept, self.of_value = self.of_value, True
        decimals = self.decimals(node, scene) if kind == 'number' else 0
        self.of_value = kept
        return printed(value, kind, decimals)

    def value(self, node, scene):
        return getattr(self, 'eval_' + {
            '+': 'plus', '-': 'minus', '*': 'product', '/': 'quotient', 'and': 'both',
            'or': 'either', 'not': 'negation', 'in': 'membership',
        }.get(node.op, node.op))(node, scene)

    def eval_number(self, node, scene):
        return node.value[0]

    def eval_days(self, node, scene):
        return node.value * UNIT

    def eval_text(self, node, scene):
        return None if node.value in ('', '\\N') else node.value

    def eval_date(self, node, scene):
        return node.value, None

    def eval_as_of(self, node, scene):
        return scene.as_of, None

    def eval_column(self, node, scene):
        return scene.column(node.value)

    def eval_aggregate(self, node, scene):
        return scene.aggregate(node)

    def eval_neg(self, node, scene):
        value = self.value(node.args[0], scene)
        return None if value is None else -value

    def eval_plus(self, node, scene):
        return self.add(node, scene, 1)

    def eval_minus(self, node, scene):
        return self.add(node, scene, -1)

    def add(self, node, scene, sign):
        left, right = node.args
        if node.type == 'date':
            if left.type != 'date':
                left, right = right, left
            value = self.value(left, scene)
            unit, count = duration(right)
            return None if value is None else (moved(value[0], unit, sign * count), value[1])
        a, b = self.value(left, scene), self.value(right, scene)
        if a is None or b is None:
            return None
        if left.type == 'date':
            return (a[0] - b[0]) * UNIT
        return limited(a + sign * b)

    def eval_product(self, node, scene):
        a, b = [self.value(part, scene) for part in node.args]
        if a is None or b is None:
            return None
        return limited(exact.round_div(a * b, UNIT))

    def eval_quotient(self, node, scene):
        a, b = [self.value(part, scene) for part in node.args]
        if a is None or b is None or b == 0:
            return None
        return limited(exact.round_div(a * UNIT, b))

    def eval_compare(self, node, scene):
        a, b = [ordered(self.value(part, scene), self.types.final(part)) for part in node.args]
        if a is None or b is None:
            return node.value == '!='
        return {'=': a == b, '!=': a != b, '<': a < b, '<=': a <= b, '>': a > b,
                '>=': a >= b}[node.value]

    def eval_between(self, node, scene):
        v, low, high = [ordered(self.value(part, scene), self.types.final(part))
                        for part in node.args]
        inside = None not in (v, low, high) and low <= v <= high
        return inside != node.value

    def eval_membership(self, node, scene):
        part = node.args[0]
        value = ordered(self.value(part, scene), self.types.final(part))
        return (value is not None and value in node.value['set']) != node.value['negated']

    def eval_match(self, node, scene):
        regex, negated = node.value
        text = self.text(node.args[0], scene)
        return (text is not None and regex.search(text) is not None) != negated

    def eval_isnone(self, node, scene):
        return (self.value(node.args[0], scene) is None) != node.value

    def eval_both(self, node, scene):
        a, b = [self.value(part, scene) for part in node.args]
        return a and b

    def eval_either(self, node, scene):
        a, b = [self.value(part, scene) for part in node.args]
        return a or b

    def eval_negation(self, node, scene):
        return not self.value(node.args[0], scene)

    def eval_call(self, node, scene):
        argument, name = node.args[0], node.value
        value = self.value(argument, scene)
        if value is None:
            return None
        if name == 'text':
            return self.text(argument, scene)
        if name in ('number', 'date'):
            if self.types.final(argument) == name:
                return value
            try:
                return parse(None if value in ('', '\\N') else value, name)
            except BadValue as error:
                label = argument.value if argument.op == 'column' else name + '()'
                raise BadValue('%s: %s' % (label, error)) from None
        if name == 'lower':
            return value.translate(LOWER)
        if name == 'length':
            return len(value) * UNIT
        if name == 'abs':
            return abs(value)
        day, seconds = value
        if name == 'hour':
            return None if seconds is None else seconds // 3600 * UNIT
        date = datetime.date.fromordinal(day)
        return {'month': date.month, 'year': date.year, 'weekday': date.isoweekday()}[name] * UNIT


def prepare(tree, types, read_list):
    """Fills the sets of `in`; read_list(file, column) gives an iterable of (place, text)."""
    evaluator = Evaluator(types)
    for node in tree.walk():
        if node.op != 'in':
            continue
        kind = types.final(node.args[0])
        found = set()
        for item in node.value['items']:
            found.add(ordered(evaluator.value(item, None), kind))
        if node.value['file'] is not None:
            for place, text in read_list(node.value['file'], node.value['column']):
                try:
                    found.add(ordered(parse(text, kind), kind))
                except BadValue as error:
                    raise Fault(1, '%s: %s' % (place, error)) from None
        node.value['set'] = found
