"""repeat-cohort: who came back (contract 2.4)."""
import sys

import options as opt
import orders
import tsv
import values

CALLS = ['wide', 'ladder', 'within']
MODES = ['classic', 'rolling', 'cumulative']
NONE_KEY = b'(none)'


# ---- periods: each has a number

class Months:
    number = staticmethod(values.month_of)
    name = staticmethod(values.show_month)
    last_day = staticmethod(values.month_end)


class Weeks:
    number = staticmethod(values.week_of)

    @staticmethod
    def name(week):
        return values.show_day(values.week_start(week))

    @staticmethod
    def last_day(week):
        return values.week_start(week) + 6


class AllTime:
    @staticmethod
    def number(day):
        return 0

    @staticmethod
    def name(period):
        return 'all'

    @staticmethod
    def last_day(period):
        return 0                # has always ended


PERIODS = {'month': Months, 'week': Weeks, 'all': AllTime}


class Settings:
    def __init__(self, options):
        self.call = options.one_call(CALLS)
        if self.call != 'wide':
            options.refuse_unused(f'--{self.call}' if self.call else 'the long table', ['total'])
        if self.call != 'ladder':
            options.refuse_unused('calls other than --ladder', ['lapse-days'])
        else:
            options.refuse_unused('--ladder', ['period'])
        if self.call in ('ladder', 'within'):
            options.refuse_unused(f'--{self.call}', ['mode'])
        self.period = PERIODS[options.word('period', list(PERIODS))]
        self.mode = options.word('mode', MODES)
        self.wide = options.word('wide', ['active', 'rate', 'amount', 'ltv'])
        self.total = options.has('total')
        self.lapse_days = options.number('lapse-days', 240)
        self.within = options.numbers('within', '30,60,90,180,365')
        self.span = options.first_span()
        self.by = None
        if options.has('by'):
            self.by = options.word('by', ['media', 'shop', 'product', 'category'])


# ---- cohorts

class Cell:
    """A cohort in its k-th period."""

    def __init__(self):
        self.active = self.purchases = self.amount = 0


class Cohort:
    def __init__(self, period, customers):
        self.period = period
        self.customers = customers
        self.cells = []

    def count(self, settings, as_of):
        """Fill the cells, k = 0 up to D's period."""
        period = self.period
        number = settings.period.number
        last = number(as_of)
        self.cells = [Cell() for _ in range(period, last + 1)]
        for customer in self.customers:
            for order in customer.orders:
                k = number(order.day) - period
                if k >= 0:
                    self.cells[k].amount += order.amount
                    self.cells[k].purchases += not order.is_refund
            for k in self.active_in(customer, settings):
                self.cells[k].active += 1
        cum = 0
        for k, cell in enumerate(self.cells):
            orders.checked(cell.amount)
            cum += cell.amount
            cell.cum = cum
            cell.complete = settings.period.last_day(period + k) <= as_of

    def active_in(self, customer, settings):
        """The k in which the customer is active."""
        periods = [settings.period.number(p.day) - self.period for p in customer.purchases]
        if settings.mode == 'classic':
            return set(periods)
        if settings.mode == 'rolling':
            return range(periods[-1] + 1)
        return range(periods[1], len(self.cells)) if len(periods) > 1 else ()


def cohorts_of(customers, settings):
    groups = {}
    for customer in customers:
        period = settings.period.number(customer.first_day())
        groups.setdefault(period, []).append(customer)
    return [Cohort(period, groups[period]) for period in sorted(groups)]


# ---- calls

def rows_of_cells(cohorts, settings, decimals):
    for cohort in cohorts:
        size = len(cohort.customers)
        for k, cell in enumerate(cohort.cells):
            rate = ltv = None
            if cell.complete:
                rate = values.show_share(cell.active, size)
                ltv = values.show_money_mean(cell.cum, size, decimals)
            yield (settings.period.name(cohort.period), size, k, cell.active, rate,
                   cell.purchases, values.show_money(cell.amount, decimals), ltv,
                   int(cell.complete))


def shown(measure, cells, size, decimals):
    """What a wide cell shows of these complete cells, whose cohorts have size customers."""
    if not cells:
        return None
    if measure == 'active':
        return sum(cell.active for cell in cells)
    if measure == 'rate':
        return values.show_share(sum(cell.active for cell in cells), size)
    if measure == 'amount':
        return values.show_money(sum(cell.amount for cell in cells), decimals)
    return values.show_money_mean(sum(cell.cum for cell in cells), size, decimals)


def rows_of_wide(cohorts, settings, decimals, width):
    def column(k, some):
        complete = [c for c in some if k < len(c.cells) and c.cells[k].complete]
        return shown(settings.wide, [c.cells[k] for c in complete],
                     sum(len(c.customers) for c in complete), decimals)

    for cohort in cohorts:
        yield (settings.period.name(cohort.period), len(cohort.customers),
               *(column(k, [cohort]) for k in range(width)))
    if settings.total:
        yield ('all', sum(len(cohort.customers) for cohort in cohorts),
               *(column(k, cohorts) for k in range(width)))


def rows_of_ladder(customers, settings, as_of):
    for n in range(1, 13):
        reached = [c for c in customers if len(c.purchases) >= n]
        continued = [c for c in reached if len(c.purchases) > n]
        lapsed = sum(len(c.purchases) == n
                     and as_of - c.purchases[-1].day >= settings.lapse_days for c in reached)
        days = [c.purchases[n].day - c.purchases[n - 1].day for c in continued]
        yield (n, len(reached), len(continued), lapsed,
               len(reached) - len(continued) - lapsed,
               values.show_share(len(continued), len(reached)),
               values.show_share(len(continued), len(continued) + lapsed),
               values.show_median(days))


def rows_of_within(cohorts, settings, as_of):
    for cohort in cohorts:
        row = [settings.period.name(cohort.period), len(cohort.customers)]
        for days in settings.within:
            mature = [c for c in cohort.customers if c.first_day() + days <= as_of]
            repeated = sum(len(c.purchases) > 1
                           and c.purchases[1].day - c.first_day() <= days for c in mature)
            row += [len(mature), repeated, values.show_share(repeated, len(mature))]
        yield row


def key_of(customer, by):
    """The medium, shop, product or category of the first purchase."""
    first = customer.purchases[0]
    key = getattr(first if by in ('media', 'shop') else first.first_line, by)
    return NONE_KEY if key is None else key


def main(argv):
    options = opt.Options(argv, ['wide', 'within', 'period', 'mode', 'lapse-days', 'by',
                                 'first-from', 'first-to'], ['ladder', 'total'])
    settings = Settings(options)
    needs = ['customer', 'date', 'amount'] + ([settings.by] if settings.by else [])
    book = orders.read(options, needs, ['order', 'status'])
    decimals = book.decimals['amount']
    customers = orders.won_between(book.customers, settings.span)
    parts = {None: customers}
    if settings.by:
        parts = {}
        for customer in customers:
            parts.setdefault(key_of(customer, settings.by), []).append(customer)

    width = 0
    if customers:
        number = settings.period.number
        width = number(book.as_of) - min(number(c.first_day()) for c in customers) + 1
    rows = []
    for key in sorted(parts) if customers else []:
        part = parts[key]
        cohorts = [] if settings.call == 'ladder' else cohorts_of(part, settings)
        if settings.call != 'within':
            for cohort in cohorts:
                cohort.count(settings, book.as_of)
        if settings.call == 'wide':
            found = rows_of_wide(cohorts, settings, decimals, width)
        elif settings.call == 'ladder':
            found = rows_of_ladder(part, settings, book.as_of)
        elif settings.call == 'within':
            found = rows_of_within(cohorts, settings, book.as_of)
        else:
            found = rows_of_cells(cohorts, settings, decimals)
        rows += [[key, *row] if settings.by else row for row in found]

    header = {
        None: 'cohort customers k active rate purchases amount ltv complete'.split(),
        'wide': ['cohort', 'customers'] + [str(k) for k in range(width)],
        'ladder': ('n reached continued lapsed pending rate rate_resolved'
                   ' median_days').split(),
        'within': ['cohort', 'customers'] + [f'{name}_{days}' for days in settings.within
                                             for name in ('mature', 'repeated', 'rate')],
    }[settings.call]
    if settings.by:
        header = [settings.by] + header
    if options.has('stats'):
        orders.print_stats(book, options, len(rows), sys.stderr)
    return options, tsv.table_of(header, rows, options)


def command():
    opt.run(main)


if __name__ == '__main__':
    command()
