"""ltv-by-media: what customers are worth, by the medium that won them (contract 2.3)."""
import os
import re
import sys
from fractions import Fraction

import options as opt
import orders
import tsv
import values
from tsv import Refused

NONE_KEY = b'(none)'
ALL_KEY = b'(all)'
CURVE_DAYS = range(30, 721, 30)
PAYBACK_MONTHS = range(1, 25)


class Settings:
    def __init__(self, options):
        if options.has('period'):
            options.word('period', ['month'])
        self.by_month = options.has('period')
        self.curve = options.has('curve')
        if self.curve:
            options.refuse_unused('--curve', ['period', 'horizons', 'f2-days', 'margin',
                                              'profit', 'costs', 'trial'])
        self.horizons = options.numbers('horizons', '30,60,90,180,365')
        self.f2_days = options.number('f2-days', 180)
        self.first_from, self.first_to = options.first_span()
        self.total = options.has('total')
        self.margin = None
        if options.has('margin'):
            self.margin = opt.decimal('margin', options.value('margin'))
            if not 0 <= self.margin <= values.MICRO:
                opt.usage('--margin: not from 0 to 1')
            if options.has('profit'):
                opt.usage('--margin and --profit exclude each other')
        self.profit = options.has('profit')
        self.gross = self.profit or self.margin is not None
        self.trial = read_trial(options.value('trial'))
        self.costs = None
        if options.has('costs'):
            self.costs = Costs(options.value('costs'), self.by_month)
        if self.costs and self.costs.has_months:
            self.check_span(options.as_of)

    def check_span(self, as_of):
        """Costs of months want whole months (as_of may be unknown yet)."""
        start, end = self.first_from, self.first_to
        if start is not None and start != values.month_start(values.month_of(start)):
            opt.usage("--first-from: no month's first day, and --costs has months")
        if end is not None and as_of is not None and end != as_of:
            if end != values.month_end(values.month_of(end)):
                opt.usage("--first-to: no month's last day, and --costs has months")


# ---- files

def read_trial(given):
    """The set of products that are samples, or None."""
    if given is None:
        return None
    if not given.startswith('@'):
        items = os.fsencode(given).split(b',')
        if b'' in items:
            opt.usage('--trial: an empty product')
        return set(items)
    name, colon, column = given[1:].rpartition(':')
    if not column or not colon:
        name = name if colon else column
        data = tsv.read_bytes(name)
        if b'\r' in data or b'\0' in data:
            raise Refused(f'{name}: carriage return or NUL')
        return set(data.removeprefix(tsv.BOM).split(b'\n')) - {b''}
    table = tsv.Table(name)
    at = table.column(os.fsencode(column))
    return {table.text_value(number, fields[at]) for number, fields in table.rows()} - {None}


class Costs:
    """The cost file: rows of (medium, month or None, cost)."""

    def __init__(self, name, needs_months):
        table = tsv.Table(name)
        media_at, cost_at = table.column(b'media'), table.column(b'cost')
        month_at = table.column(b'month', needs_months)
        self.has_months = month_at is not None
        self.rows = []
        for number, fields in table.rows():
            media = table.text_value(number, fields[media_at])
            cost = orders.read_decimal(table, number, 'cost', fields[cost_at])
            if cost is None:
                table.refuse(number, 'cost: none')
            month = None
            if self.has_months:
                month = parse_month(fields[month_at])
                if month is None:
                    table.refuse(number, 'month: not YYYY-MM')
            self.rows.append((NONE_KEY if media is None else media, month, cost))

    def keep_months(self, start, end):
        """Leave out the rows outside the span."""
        if self.has_months:
            self.rows = [row for row in self.rows if start <= row[1] <= end]

    def decimals(self):
        return max((cost[1] for _, _, cost in self.rows), default=0)

    def of(self, media, month):
        """The summed cost; None for media or month is any."""
        total = sum(cost[0] for row_media, row_month, cost in self.rows
                    if media in (None, row_media) and month in (None, row_month))
        return total if media is None else orders.checked(total)


def parse_month(field):
    match = re.fullmatch(rb'([0-9]{4})-([0-9]{2})', field)
    if not match or match[1] == b'0000' or not 1 <= int(match[2]) <= 12:
        return None
    return int(match[1]) * 12 + int(match[2]) - 1


# ---- customers

class Won:
    """A customer, and the days and money that the measures need."""

    def __init__(self, customer, settings):
        self.media = customer.purchases[0].media
        if self.media is None:
            self.media = NONE_KEY
        self.purchases = customer.purchases
        self.first_day = customer.first_day()
        self.month = values.month_of(self.first_day)
        self.amount = customer.amount()
        self.flow = [(order.day - self.first_day, order.amount, order.amount - order.cost)
                     for order in customer.orders if order.day >= self.first_day]
        if settings.trial is not None:
            self.trial = self.buys([self.purchases[0]], settings.trial, True)
            self.main = self.buys(self.purchases, settings.trial, False)

    @staticmethod
    def buys(purchases, samples, sample):
        """Whether a line of these holds a sample (or a main product)."""
        return any((line.product in samples) == sample for purchase in purchases
                   for line in purchase.lines if line.product is not None)

    def within(self, days):
        return sum(amount for after, amount, _ in self.flow if after <= days)

    def profit_within(self, days):
        return sum(profit for after, _, profit in self.flow if after <= days)


class Group:
    """Customers of one row: of a medium, a medium and month, or all (media None)."""

    def __init__(self, media, month, customers, report):
        self.media, self.month, self.customers = media, month, customers
        self.report = report
        self.label = ALL_KEY if media is None else media

    def mature(self, days):
        return [c for c in self.customers if c.first_day + days <= self.report.as_of]

    def ltv(self, days):
        """(mature customers, ltv as printed)"""
        mature = self.mature(days)
        amount = sum(customer.within(days) for customer in mature)
        return len(mature), values.show_money_mean(amount, len(mature), self.report.decimals)

    def gross_ltv(self, days):
        """Gross profit a mature customer within so many days, or None; in 10**-6."""
        mature = self.mature(days)
        settings = self.report.settings
        if not mature or not settings.gross:
            return None
        if settings.profit:
            return Fraction(sum(c.profit_within(days) for c in mature), len(mature))
        amount = sum(c.within(days) for c in mature)
        return Fraction(amount * settings.margin, values.MICRO * len(mature))

    def row(self):
        settings, decimals = self.report.settings, self.report.decimals
        customers = self.customers
        f2_mature = self.mature(settings.f2_days)
        repeated = [c for c in f2_mature if len(c.purchases) > 1
                    and c.purchases[1].day - c.first_day <= settings.f2_days]
        first = sum(c.purchases[0].amount for c in customers)
        amount = sum(c.amount for c in customers)
        if self.media is not None:
            orders.checked(first)
            orders.checked(amount)
        bought = sum(p.amount for c in customers for p in c.purchases)
        count = sum(len(c.purchases) for c in customers)
        row = [self.label]
        if settings.by_month:
            row.append(None if self.month is None else values.show_month(self.month))
        row += [len(customers), len(f2_mature),
                values.show_share(len(repeated), len(f2_mature)),
                values.show_money(first, decimals), values.show_money(amount, decimals),
                values.show_money_mean(bought, count, decimals)]
        for days in settings.horizons:
            row += self.ltv(days)
        if settings.gross:
            row.append(show(self.gross_ltv(settings.horizons[-1]), self.report.gross_decimals))
        if settings.trial is not None:
            tried = [c for c in customers if c.trial]
            upgraded = sum(c.main for c in tried)
            row += [len(tried), upgraded, values.show_share(upgraded, len(tried))]
        if settings.costs:
            row += self.cost_columns(amount)
        return row

    def cost_columns(self, amount):
        settings, report = self.report.settings, self.report
        cost = settings.costs.of(self.media, self.month)
        decimals = settings.costs.decimals()
        buyers = len(self.customers)
        if settings.trial is not None:
            buyers = sum(c.main for c in self.customers)
        cpo = Fraction(cost, buyers) if buyers else None
        limit = self.gross_ltv(settings.horizons[-1])
        margin = None if cpo is None or limit is None else limit - cpo
        cpo_decimals = values.mean_decimals(decimals)
        return [values.show_money(cost, decimals),
                values.show_money_mean(cost, len(self.customers), decimals),
                show(cpo, cpo_decimals), values.show_share(amount, cost),
                show(limit, report.gross_decimals),
                show(margin, max(report.gross_decimals, cpo_decimals)),
                self.payback(cpo)]

    def payback(self, cpo):
        for months in PAYBACK_MONTHS:
            gross = self.gross_ltv(30 * months)
            if cpo is not None and gross is not None and gross >= cpo:
                return months
        return None


def show(number, decimals):
    """A Fraction in 10**-6 as money."""
    if number is None:
        return None
    return values.quotient(number.numerator, number.denominator * values.MICRO, decimals)


# ---- the report

class Report:
    def __init__(self, book, settings):
        self.settings, self.as_of = settings, book.as_of
        self.decimals = book.decimals['amount']
        profit_decimals = max(self.decimals, book.decimals['cost'])
        self.gross_decimals = values.mean_decimals(
            profit_decimals if settings.profit else self.decimals)
        span = settings.first_from, settings.first_to
        self.won = [Won(customer, settings)
                    for customer in orders.won_between(book.customers, span)]
        if settings.costs and self.won:
            self.keep_costs()

    def keep_costs(self):
        settings = self.settings
        start, end = settings.first_from, settings.first_to
        if start is None:
            start = min(customer.first_day for customer in self.won)
        if end is None:
            end = self.as_of
        settings.costs.keep_months(values.month_of(start), values.month_of(end))

    def groups(self):
        """The groups of all rows, in order."""
        by_media = {}
        for customer in self.won:
            by_media.setdefault(customer.media, []).append(customer)
        costs = self.settings.costs.rows if self.settings.costs else []
        for media, _, _ in costs:
            by_media.setdefault(media, [])
        for media in sorted(by_media, key=lambda media: (-len(by_media[media]), media)):
            customers = by_media[media]
            if not self.settings.by_month:
                yield Group(media, None, customers, self)
                continue
            months = {customer.month for customer in customers}
            months |= {month for name, month, _ in costs if name == media}
            for month in sorted(months):
                yield Group(media, month, [c for c in customers if c.month == month], self)
        if self.settings.total:
            yield Group(None, None, self.won, self)


def header_of(settings):
    if settings.curve:
        return 'media days mature ltv'.split()
    header = ['media', 'month'] if settings.by_month else ['media']
    header += 'customers f2_mature f2_rate first_amount amount aov'.split()
    for days in settings.horizons:
        header += [f'mature_{days}', f'ltv_{days}']
    if settings.gross:
        header.append(f'gp_ltv_{settings.horizons[-1]}')
    if settings.trial is not None:
        header += 'trial_customers upgraded upgrade_rate'.split()
    if settings.costs:
        header += 'cost cpa cpo roas limit_cpo cpo_margin payback_months'.split()
    return header


def check_line_costs(book):
    """--profit wants the cost of every kept line with an amount."""
    for line in sorted(book.kept, key=lambda line: line.number):
        if line.amount and line.amount[0] != 0 and line.cost is None:
            raise Refused('%s:%d: cost: none, and --profit' % line.place)


def main(argv):
    options = opt.Options(argv, ['horizons', 'f2-days', 'first-from', 'first-to', 'margin',
                                 'costs', 'period', 'trial'], ['profit', 'curve', 'total'])
    settings = Settings(options)
    needs = ['customer', 'date', 'amount', 'media']
    needs += ['product'] if settings.trial is not None else []
    needs += ['cost'] if settings.profit else []
    book = orders.read(options, needs, ['order', 'status'])
    if settings.costs and settings.costs.has_months and book.as_of is not None:
        settings.check_span(book.as_of)
    if settings.profit:
        check_line_costs(book)
    report = Report(book, settings)

    rows = []
    for group in report.groups() if report.won else []:
        if settings.curve:
            rows += [[group.label, days, *group.ltv(days)] for days in CURVE_DAYS]
        else:
            rows.append(group.row())
    if options.has('stats'):
        orders.print_stats(book, options, len(rows), sys.stderr)
    return options, tsv.table_of(header_of(settings), rows, options)


def command():
    opt.run(main)


if __name__ == '__main__':
    command()
