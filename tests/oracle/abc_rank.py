"""abc-rank: rank by value, class by cumulative share (contract 2.5)."""
import os
import sys
from collections import namedtuple

import options as opt
import orders
import tsv
import values

CALLS = ['summary', 'deciles', 'concentration']
KEYS = ['customer', 'product', 'category', 'media', 'shop', 'order']
MEASURES = {'amount': ['amount'], 'margin': ['amount', 'cost'], 'quantity': ['quantity'],
            'purchases': []}
MADE = ['rank', 'share', 'cum_value', 'cum_share', 'class']
NONE_KEY = b'(none)'

Item = namedtuple('Item', 'key value')


class Settings:
    def __init__(self, options):
        self.call = options.one_call(CALLS)
        if options.has('by') and options.has('key'):
            opt.usage('--by and --key exclude each other')
        if options.has('measure') and options.has('value'):
            opt.usage('--measure and --value exclude each other')
        self.by = options.word('by', KEYS)
        self.measure = options.word('measure', list(MEASURES))
        self.any_table = options.has('key') or options.has('value')
        if self.any_table:
            options.refuse_unused('--key and --value', ['as-of', 'status', 'refunds', 'unit'])
            if self.measure == 'purchases' and not options.has('value'):
                opt.usage('--measure purchases needs orders, not --key')
        if self.call in ('deciles', 'concentration'):
            options.refuse_unused(f'--{self.call}', ['classes'])
        self.classes = [opt.decimal('classes', item)
                        for item in options.value('classes', '70,90').split(',')]
        opt.check_ascending('classes', self.classes)
        if len(self.classes) > 8:
            opt.usage('--classes: more than 8')
        if self.classes[0] <= 0 or self.classes[-1] >= 100 * values.MICRO:
            opt.usage('--classes: not above 0 and below 100')
        self.is_count = self.measure == 'purchases' and not options.has('value')
        self.key_column = self.column(options, 'key', self.by)
        self.value_name = self.measure.encode()
        if options.has('value'):
            self.value_name = os.fsencode(options.value('value'))

    @staticmethod
    def column(options, name, role):
        if options.has(name):
            return os.fsencode(options.value(name))
        return options.roles[role]


# ---- items: any table

def sums_of_table(options, settings):
    """{key: sum}, decimals, lines, of any table's columns."""
    if options.has('value'):
        columns = [(1, settings.value_name)]
    else:
        columns = [(-1 if role == 'cost' else 1, options.roles[role])
                   for role in MEASURES[settings.measure]]
    sums, most, lines = {}, 0, 0
    for table in tsv.tables(options.operands, options.header):
        for role in options.named_roles:
            table.column(options.roles[role])
        key_at = table.column(settings.key_column)
        value_at = [(sign, table.column(column)) for sign, column in columns]
        for number, fields in table.rows():
            lines += 1
            key = table.text_value(number, fields[key_at])
            pairs = [(sign, orders.read_decimal(table, number, 'value', fields[at]) or (0, 0))
                     for sign, at in value_at]
            most = max([most] + [decimals for _, (_, decimals) in pairs])
            if key is None and settings.by == 'customer' and not options.has('key'):
                continue
            if key is None:
                key = NONE_KEY
            for sign, (value, _) in pairs:
                sums[key] = sums.get(key, 0) + sign * value
    return sums, most, lines


# ---- items: orders

def sums_of_orders(options, settings):
    needs = ['date'] + MEASURES[settings.measure]
    if settings.by not in needs:
        needs.append(settings.by)
    book = orders.read(options, needs, ['order', 'status', 'customer', 'amount'])
    people = book.customers if settings.by == 'customer' else book.everyone
    every = [order for person in people for order in person.orders]
    if settings.by != 'customer':
        for order in book.guests:
            order.add_up()
        every += book.nameless + orders.without_dropped(book.guests, options)
    sums = {}
    for order in every:
        for line in order.lines:
            key = key_of(settings.by, order, line)
            sums[key] = sums.get(key, 0) + measure_of(settings.measure, line)
        if settings.measure == 'purchases' and not order.is_refund:
            for key in {key_of(settings.by, order, line) for line in order.lines}:
                sums[key] += 1
    decimals = max((book.decimals[role] for role in MEASURES[settings.measure]), default=0)
    return sums, decimals, book


def key_of(by, order, line):
    holder = order if by in ('media', 'shop') and not line.guest else line
    key = getattr(holder, by)
    return NONE_KEY if key is None else key


def measure_of(measure, line):
    """What the line adds to its key."""
    def number(pair):
        return pair[0] if pair else 0
    if measure == 'purchases':
        return 0
    if measure == 'margin':
        return number(line.amount) - number(line.cost)
    return number(getattr(line, measure))


# ---- ranking

def ranked(sums):
    """Items by value descending, then by key."""
    items = [Item(key, value) for key, value in sums.items()]
    return sorted(items, key=lambda item: (-item.value, item.key))


def tie_groups(items):
    """Lists of items with one value, in order."""
    groups = []
    for item in items:
        if groups and groups[-1][0].value == item.value:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def classify(items, settings):
    """Yield (rank, item, value ahead and with the tie group or None, class)."""
    total = positive_total(items)
    rank, ahead = 1, 0
    for group in tie_groups(items):
        value = group[0].value
        if value > 0:
            passed = sum(ahead * 100 * values.MICRO >= percent * total
                         for percent in settings.classes)
            cum = ahead + value * len(group)
            letter = 'ABCDEFGHI'[passed]
            ahead = cum
        else:
            cum, letter = None, 'Z' if value == 0 else 'N'
        for item in group:
            yield rank, item, cum, letter
        rank += len(group)


def positive_total(items):
    return sum(item.value for item in items if item.value > 0)


class Printer:
    """How values of this measure print."""

    def __init__(self, settings, decimals):
        self.is_count, self.decimals = settings.is_count, decimals

    def value(self, number):
        if number is None:
            return None
        return str(number) if self.is_count else values.show_money(number, self.decimals)

    def mean(self, total, count):
        if self.is_count:
            return values.show_count_mean(total, count)
        return values.show_money_mean(total, count, self.decimals)


# ---- calls

def header_of_items(key, value):
    made = {name: 'abc_' + name if name.encode() in (key, value) else name for name in MADE}
    return [made['rank'], key, value] + [made[name] for name in MADE[1:]]


def rows_of_items(items, settings, printer):
    total = positive_total(items)
    for rank, item, cum, letter in classify(items, settings):
        share = None if cum is None else values.show_share(item.value, total)
        cum_share = None if cum is None else values.show_share(cum, total)
        yield (rank, item.key, printer.value(item.value), share, printer.value(cum),
               cum_share, letter)


def rows_of_summary(items, settings, printer):
    total = positive_total(items)
    letters = 'ABCDEFGHI'[:len(settings.classes) + 1]
    classes = {letter: [] for letter in letters + 'ZN'}
    for _, item, _, letter in classify(items, settings):
        classes[letter].append(item.value)
    for letter, group in classes.items():
        share = values.show_share(sum(group), total) if letter in letters else None
        yield (letter, len(group), values.show_share(len(group), len(items)),
               printer.value(sum(group)), share)


def rows_of_deciles(items, printer):
    groups = {}
    for place, item in enumerate(items):
        groups.setdefault(10 * place // len(items) + 1, []).append(item.value)
    total = max(sum(item.value for item in items), 0)
    cum = 0
    for decile, group in groups.items():
        cum += sum(group)
        yield (decile, len(group), printer.value(sum(group)),
               values.show_share(sum(group), total), values.show_share(cum, total),
               printer.mean(sum(group), len(group)),
               printer.value(min(group)), printer.value(max(group)))


def rows_of_concentration(items, printer):
    numbers = [item.value for item in items if item.value >= 0]
    n, total = len(numbers), sum(numbers)
    weighted = sum(i * x for i, x in enumerate(reversed(numbers), 1))
    gini = values.show_share(2 * weighted - (n + 1) * total, n * total)
    top = sum(numbers[:-(-n // 5)])
    enough, cum = None, 0
    for count, number in enumerate(numbers, 1):
        cum += number
        if total and cum * 100 >= total * 80:
            enough = count
            break
    yield n, printer.value(total), gini, values.show_share(top, total), enough


def main(argv):
    options = opt.Options(argv, ['by', 'key', 'measure', 'value', 'classes'], CALLS)
    settings = Settings(options)
    if settings.call is None:
        tsv.check_names(header_of_items(settings.key_column, settings.value_name))
    book = None
    if settings.any_table:
        sums, decimals, lines = sums_of_table(options, settings)
    else:
        sums, decimals, book = sums_of_orders(options, settings)
    if not settings.is_count:
        for number in sums.values():
            orders.checked(number)
    items = ranked(sums)
    printer = Printer(settings, decimals)

    if settings.call == 'summary':
        header = 'class items item_share value value_share'.split()
        rows = rows_of_summary(items, settings, printer)
    elif settings.call == 'deciles':
        header = 'decile items value share cum_share mean min max'.split()
        rows = rows_of_deciles(items, printer)
    elif settings.call == 'concentration':
        header = 'items total gini top20_share items_for_80'.split()
        rows = rows_of_concentration(items, printer)
    else:
        header = header_of_items(settings.key_column, settings.value_name)
        rows = rows_of_items(items, settings, printer)
    rows = list(rows) if items else []
    if options.has('stats') and book:
        orders.print_stats(book, options, len(rows), sys.stderr)
    elif options.has('stats'):
        print(f'lines\t{lines}\nlines_rejected\t0\nrows_written\t{len(rows)}', file=sys.stderr)
    return options, tsv.table_of(header, rows, options)


def command():
    opt.run(main)


if __name__ == '__main__':
    command()
