"""rfm: recency, frequency, money (contract 2.1)."""
import os
import sys
from collections import Counter
from fractions import Fraction

import options as opt
import orders
import tsv
import values
from tsv import Refused

CALLS = ['summary', 'cross', 'moves-from']
CUTS = {'r': '30,90,180,365', 'f': '2,3,5,10', 'm': '1x,2x,4x,7x'}
ORDER = ['champion', 'loyal', 'potential_loyal', 'new', 'promising', 'need_attention',
         'about_to_sleep', 'cant_lose', 'at_risk', 'hibernating']
JAPANESE = dict(zip(ORDER, ['最優良', '優良', '育成候補', '新規', '見込み', '要注意',
                            '休眠予備', '失いたくない', '離反注意', '休眠']))
CELLS = {  # by r, the segments of f = 1 … 5
    5: ['new', 'potential_loyal', 'potential_loyal', 'champion', 'champion'],
    4: ['promising', 'potential_loyal', 'potential_loyal', 'loyal', 'loyal'],
    3: ['about_to_sleep', 'about_to_sleep', 'need_attention', 'loyal', 'loyal'],
    2: ['hibernating', 'hibernating', 'at_risk', 'at_risk', 'cant_lose'],
    1: ['hibernating', 'hibernating', 'at_risk', 'at_risk', 'cant_lose'],
}
R_RFM_GRID = [
    ('Champions', (5, 5), (5, 5), (5, 5)),
    ('Potential Loyalist', (3, 5), (3, 5), (2, 5)),
    ('Loyal Customers', (2, 4), (2, 4), (2, 4)),
    ('Promising', (3, 4), (1, 3), (3, 5)),
    ('New Customers', (4, 5), (1, 3), (1, 5)),
    ("Can't Lose Them", (1, 2), (3, 4), (4, 5)),
    ('At Risk', (1, 2), (2, 5), (4, 5)),
    ('Need Attention', (1, 3), (3, 5), (3, 5)),
    ('About To Sleep', (2, 3), (1, 3), (1, 4)),
    ('Lost', (1, 1), (1, 5), (1, 5)),
]
UNMATCHED = '(none)'


# ---- options

class Settings:
    def __init__(self, options):
        self.call = options.one_call(CALLS)
        if options.has('list') and self.call != 'moves-from':
            opt.usage('--list needs --moves-from')
        self.moves_from = options.date('moves-from')
        if options.as_of is not None and self.moves_from is not None:
            check_moves_from(self.moves_from, options.as_of)
        self.since = options.date('since', 0)
        self.bins = options.number('bins', 5)
        if not 2 <= self.bins <= 9:
            opt.usage('--bins: not from 2 to 9')
        self.read_rule(options)
        self.read_cuts(options)
        if self.call == 'cross':
            options.refuse_unused('--cross', ['grid', 'lang'])
        if self.bins != 5 and not options.has('grid') and self.call in ('summary', 'moves-from'):
            opt.usage('segments need --bins 5 or --grid')
        self.fitted = options.value('cuts-in')
        self.grid_name = options.value('grid')

    def read_rule(self, options):
        rule = options.value('rule', '')
        if options.has('rule') and not rule:
            opt.usage('--rule: names no rule')
        kind, colon, axes = rule.partition(':')
        if rule and kind not in ('rank', 'r-rfm') or (kind == 'r-rfm' and colon):
            opt.usage(f'--rule: {rule!r}')
        axes = axes if colon else 'rfm'
        if not axes or set(axes) - set('rfm') or len(set(axes)) < len(axes):
            opt.usage(f'--rule: not of the axes r, f, m: {axes!r}')
        self.kind = kind
        self.by_rule = set(axes) if kind else set()

    def read_cuts(self, options):
        given = {}
        for item in options.given.get('cuts', []):
            axis, equals, cuts = item.partition('=')
            if axis not in CUTS or not equals:
                opt.usage(f'--cuts: not r=…, f=… or m=…: {item!r}')
            if axis in given:
                opt.usage(f'--cuts: {axis} given twice')
            given[axis] = cuts
        for axis in given:
            if axis in self.by_rule:
                opt.usage(f'--cuts: axis {axis} goes by --rule')
        if options.has('cuts-in') and (given or self.kind):
            opt.usage('--cuts-in excludes --cuts and --rule')
        self.cuts = {}
        for axis in CUTS:
            if axis in self.by_rule or options.has('cuts-in'):
                continue
            if axis not in given and self.bins != 5:
                opt.usage(f'--bins {self.bins} needs --cuts {axis}=…')
            self.cuts[axis] = self.cuts_of(axis, given.get(axis, CUTS[axis]))

    def cuts_of(self, axis, text):
        items = text.split(',')
        if len(items) != self.bins - 1:
            opt.usage(f'--cuts {axis}: not {self.bins - 1} cuts')
        if axis in 'rf':
            cuts = [opt.whole_number('cuts', item, 0) for item in items]
        else:
            cuts = [opt.money('cuts', item) for item in items]
            if len({kind for kind, _ in cuts}) > 1:
                opt.usage('--cuts m: decimals and multiples')
        return opt.check_ascending('cuts', cuts)


def check_moves_from(day, as_of):
    if day > as_of:
        opt.usage('--moves-from is later than the as-of date')


# ---- files

def named_file(name, columns):
    """Rows of a strict TSV named by an option: (line, {column: bytes or None})."""
    table = tsv.Table(name)
    index = {column: table.column(column.encode()) for column in columns}
    rows = []
    for number, fields in table.rows():
        rows.append((number, {column: table.text_value(number, fields[at])
                              for column, at in index.items()}))
    return table, rows


def small_number(table, number, field, most):
    if field is None or not field.isdigit() or len(field) > 1 or not 1 <= int(field) <= most:
        table.refuse(number, f'not a score from 1 to {most}')
    return int(field)


def read_grid(name):
    """[(segment, (r_from, r_to), (f_from, f_to), (m_from, m_to))]"""
    table, rows = named_file(name, ['name', 'r_from', 'r_to', 'f_from', 'f_to',
                                    'm_from', 'm_to'])
    grid = []
    for number, row in rows:
        if row['name'] is None:
            table.refuse(number, 'name: none')
        if row['name'] in (b'none', b'(none)'):
            table.refuse(number, 'name: of those without a segment')
        spans = []
        for axis in 'rfm':
            span = tuple(small_number(table, number, row[axis + end], 9)
                         for end in ('_from', '_to'))
            if span[0] > span[1]:
                table.refuse(number, f'{axis}_from above {axis}_to')
            spans.append(span)
        grid.append((os.fsdecode(row['name']), *spans))
    return grid


def read_fitted(name, bins):
    """{axis: [(score, worst)]} by score; empty if the file has no rows."""
    table, rows = named_file(name, ['axis', 'score', 'worst'])
    fitted = {'r': {}, 'f': {}, 'm': {}}
    for number, row in rows:
        axis = tsv.text(row['axis'] or b'')
        if axis not in fitted:
            table.refuse(number, f'axis: {axis!r}')
        score = small_number(table, number, row['score'], bins)
        worst = values.parse_decimal(row['worst'] or b'')
        if worst is None:
            table.refuse(number, 'worst: not a decimal number')
        if score in fitted[axis]:
            table.refuse(number, f'score {score} of {axis} twice')
        fitted[axis][score] = worst[0]
    if rows and not all(fitted.values()):
        table.refuse(1, 'an axis is missing')
    for axis, worsts in fitted.items():
        fitted[axis] = sorted(worsts.items())
        ordered = [goodness(axis, worst) for _, worst in fitted[axis]]
        if any(a >= b for a, b in zip(ordered, ordered[1:])):
            table.refuse(1, f'worst of {axis} does not get better with the score')
    return fitted


# ---- scores

def goodness(axis, value):
    return -value if axis == 'r' else value


class Measure:
    """A customer at a date: the values of the three axes, and the segment."""

    def __init__(self, customer, day):
        purchases = [p for p in customer.purchases if p.day <= day]
        self.customer = customer
        self.purchases = len(purchases)
        if purchases:
            self.last_day = purchases[-1].day
            self.bought = sum(purchase.amount for purchase in purchases)
            self.amount = customer.amount(end=day)
            self.value = {'r': day - self.last_day, 'f': self.purchases, 'm': self.amount}
            self.score = {}


def measures_at(book, settings, day):
    """The customers at that date, scored."""
    found = [Measure(customer, day) for customer in book.customers]
    found = [measure for measure in found if measure.purchases]
    for axis in 'rfm':
        if settings.fitted is not None:
            score = fitted_score(axis, settings)
        elif axis not in settings.by_rule:
            score = cuts_score(axis, settings, found)
        elif settings.kind == 'rank':
            score = rank_score(axis, settings, found)
        else:
            score = quantile_score(axis, settings, found)
        for measure in found:
            measure.score[axis] = score(measure.value[axis])
    return found


def cuts_score(axis, settings, found):
    cuts = settings.cuts[axis]
    if axis == 'r':
        return lambda days: 1 + sum(days <= cut for cut in cuts)
    if axis == 'f':
        return lambda purchases: 1 + sum(purchases >= cut for cut in cuts)
    bought = sum(measure.bought for measure in found)
    count = sum(measure.purchases for measure in found)
    return lambda amount: 1 + sum(opt.at_least(amount, cut, bought, count) for cut in cuts)


def rank_score(axis, settings, found):
    counts = Counter(measure.value[axis] for measure in found)
    scores, worse = {}, 0
    for value in sorted(counts, key=lambda value: goodness(axis, value)):
        scores[value] = 1 + settings.bins * worse // len(found)
        worse += counts[value]
    return scores.get


def quantile_score(axis, settings, found):
    """As R's rfm package: breaks are type-7 quantiles, plus 1."""
    unit = values.MICRO if axis == 'm' else 1
    ordered = sorted(Fraction(measure.value[axis], unit) for measure in found)
    bins = settings.bins
    breaks = []
    for i in range(1, bins):
        place = Fraction((len(ordered) - 1) * i, bins)
        low = int(place)
        high = min(low + 1, len(ordered) - 1)
        if ordered:
            breaks.append(ordered[low] + (place - low) * (ordered[high] - ordered[low]) + 1)

    def score(value):
        number = 1 + sum(Fraction(value, unit) >= limit for limit in breaks)
        return bins + 1 - number if axis == 'r' else number
    return score


def fitted_score(axis, settings):
    unit = 1 if axis == 'm' else values.MICRO

    def score(value):
        return max((number for number, worst in settings.fitted[axis]
                    if goodness(axis, value * unit) >= goodness(axis, worst)), default=1)
    return score


def fitted_rows(found, decimals):
    """axis, score, worst, customers: what --cuts-out writes."""
    for axis in 'rfm':
        for score in sorted({measure.score[axis] for measure in found}):
            group = [m.value[axis] for m in found if m.score[axis] == score]
            worst = min(group, key=lambda value: goodness(axis, value))
            if axis == 'm':
                worst = values.show_money(worst, decimals)
            yield axis, score, worst, len(group)


# ---- segments

class Segments:
    """The segments' printed names in order, and which one scores fall in."""

    def __init__(self, settings, options):
        self.grid = None
        if settings.grid_name == 'r-rfm':
            self.grid = R_RFM_GRID
        elif settings.grid_name is not None:
            self.grid = read_grid(settings.grid_name)
        self.defined = self.grid is not None or settings.bins == 5
        if self.grid is None:
            self.label = JAPANESE if options.lang == 'ja' else {name: name for name in ORDER}
            self.names = [self.label[name] for name in ORDER]
        else:
            self.names = list(dict.fromkeys(name for name, *_ in self.grid)) + [None]

    def of(self, measure):
        """The segment's name, or None."""
        score = [measure.score[axis] for axis in 'rfm']
        if not self.defined:
            return None
        if self.grid is None:
            return self.label[CELLS[score[0]][score[1] - 1]]
        for name, *spans in self.grid:
            if all(low <= s <= high for s, (low, high) in zip(score, spans)):
                return name
        return None


def key(segment):
    return UNMATCHED if segment is None else segment


# ---- calls

def rows_of_customers(found, segments, book):
    for measure in found:
        r, f, m = (measure.score[axis] for axis in 'rfm')
        yield (measure.customer.id, values.show_day(measure.last_day), measure.value['r'],
               measure.purchases, values.show_money(measure.amount, book.decimals['amount']),
               r, f, m, f'{r}{f}{m}', segments.of(measure))


def rows_of_summary(found, segments, book):
    decimals = book.decimals['amount']
    all_amount = sum(measure.amount for measure in found)
    for name in segments.names if found else []:
        group = [measure for measure in found if segments.of(measure) == name]
        purchases = sum(measure.purchases for measure in group)
        amount = orders.checked(sum(measure.amount for measure in group))
        bought = sum(measure.bought for measure in group)
        yield (key(name), len(group), values.show_share(len(group), len(found)),
               purchases, values.show_money(amount, decimals),
               values.show_share(amount, all_amount),
               values.show_money_mean(amount, len(group), decimals),
               values.show_money_mean(bought, purchases, decimals))


def rows_of_cross(found, bins, book):
    scores = range(bins, 0, -1)
    for r in scores if found else []:
        for f in scores:
            cell = [m for m in found if (m.score['r'], m.score['f']) == (r, f)]
            amount = orders.checked(sum(measure.amount for measure in cell))
            yield r, f, len(cell), values.show_money(amount, book.decimals['amount'])


def moves(found, segments, book, settings):
    """(customer, was a customer at the earlier date, segment then, segment now)"""
    earlier = measures_at(book, settings, settings.moves_from)
    then = {measure.customer: segments.of(measure) for measure in earlier}
    for measure in found:
        customer = measure.customer
        yield customer, customer in then, then.get(customer), segments.of(measure)


def rows_of_moves(found, segments, book, settings):
    counts = Counter((was, before, now)
                     for _, was, before, now in moves(found, segments, book, settings))
    for was, before in [(False, None)] + [(True, name) for name in segments.names]:
        for now in segments.names:
            if counts[was, before, now]:
                yield (key(before) if was else 'none', key(now), counts[was, before, now])


def rows_of_list(found, segments, book, settings):
    for customer, was, before, now in moves(found, segments, book, settings):
        yield customer.id, before if was else 'none', now


def main(argv):
    options = opt.Options(argv, ['since', 'bins', 'cuts', 'rule', 'cuts-out', 'cuts-in',
                                 'grid', 'moves-from'], ['summary', 'cross', 'list'])
    settings = Settings(options)
    segments = Segments(settings, options)
    name = options.roles['customer']
    header_of_list = [name, 'from_segment', 'segment']
    header_of_customers = [name] + ('last_date recency_days purchases amount'
                                    ' r f m rfm segment').split()
    if options.has('list') or settings.call is None:
        tsv.check_names(header_of_list if options.has('list') else header_of_customers)
    if settings.fitted is not None:
        settings.fitted = read_fitted(settings.fitted, settings.bins)
    book = orders.read(options, ['customer', 'date', 'amount'], ['order', 'status'],
                       settings.since)
    if settings.moves_from is not None and book.as_of is not None:
        check_moves_from(settings.moves_from, book.as_of)
    found = measures_at(book, settings, book.as_of) if book.as_of is not None else []

    if settings.call == 'summary':
        header = ('segment customers customer_share purchases amount amount_share'
                  ' mean_amount aov').split()
        rows = rows_of_summary(found, segments, book)
    elif settings.call == 'cross':
        header = 'r f customers amount'.split()
        rows = rows_of_cross(found, settings.bins, book)
    elif options.has('list'):
        header = header_of_list
        rows = rows_of_list(found, segments, book, settings)
    elif settings.call == 'moves-from':
        header = 'from_segment to_segment customers'.split()
        rows = rows_of_moves(found, segments, book, settings)
    else:
        header = header_of_customers
        rows = rows_of_customers(found, segments, book)
    rows = list(rows)
    if options.has('cuts-out'):
        write_cuts(options.value('cuts-out'), found, book)
    if options.has('stats'):
        orders.print_stats(book, options, len(rows), sys.stderr)
        aov = values.show_money_mean(sum(measure.bought for measure in found),
                                     sum(measure.purchases for measure in found),
                                     book.decimals['amount'])
        print('aov\t' + (aov or ''), file=sys.stderr)
    return options, tsv.table_of(header, rows, options)


def write_cuts(name, found, book):
    rows = fitted_rows(found, book.decimals['amount'])
    lines = [tsv.line_of(row, b'') for row in rows]
    with open(name, 'wb') as file:
        file.write(tsv.line_of('axis score worst customers'.split(), b'') + b''.join(lines))


def command():
    opt.run(main)


if __name__ == '__main__':
    command()
