"""cpm: customer portfolio management (contract 2.2)."""
import sys
from collections import Counter

import options as opt
import orders
import tsv
import values

CALLS = ['portfolio', 'transitions', 'matrix']
STAGES = ['first', 'toddler', 'steady', 'trendy', 'prime']
STATES = ['active', 'lapsed']
PORTFOLIO = [(stage, state) for state in STATES for stage in STAGES]
JAPANESE = {'first': '初回', 'toddler': 'よちよち', 'steady': 'コツコツ', 'trendy': '流行',
            'prime': '優良', 'active': '現役', 'lapsed': '離反'}


class Settings:
    def __init__(self, options):
        self.call = options.one_call(CALLS)
        if options.has('history'):
            if self.call in ('portfolio', 'matrix'):
                opt.usage(f'--history and --{self.call} exclude each other')
            self.call = self.call or 'history'
        if self.call not in ('transitions', 'matrix'):
            options.refuse_unused(self.call or 'cpm', ['lag'])
        self.history = options.number('history', 1, least=1)
        self.lag = options.number('lag', 6, least=1)
        self.toddler_days = options.number('toddler-days', 90)
        self.prime_days = options.number('prime-days', 210)
        self.lapse_days = options.number('lapse-days', 240)
        self.prime_amount = opt.money('prime-amount', options.value('prime-amount', '7x'))


class Member:
    """A customer as of a day."""

    def __init__(self, customer, purchases, day):
        self.customer = customer
        self.first_day, self.last_day = purchases[0].day, purchases[-1].day
        self.purchases = len(purchases)
        self.bought = sum(purchase.amount for purchase in purchases)
        self.amount = customer.amount(end=day)
        self.tenure = self.last_day - self.first_day
        self.recency = day - self.last_day

    def classify(self, settings, bought, count):
        if self.purchases == 1:
            self.stage = 'first'
        elif self.tenure < settings.toddler_days:
            self.stage = 'toddler'
        elif not opt.at_least(self.amount, settings.prime_amount, bought, count):
            self.stage = 'steady'
        elif self.tenure < settings.prime_days:
            self.stage = 'trendy'
        else:
            self.stage = 'prime'
        self.state = 'active' if self.recency < settings.lapse_days else 'lapsed'
        self.segment = self.stage, self.state


def members_at(book, settings, day):
    """The customers of that day as members, by row order; classified with that day's aov."""
    members = []
    for customer in book.customers:
        purchases = [purchase for purchase in customer.purchases if purchase.day <= day]
        if purchases:
            members.append(Member(customer, purchases, day))
    bought = sum(member.bought for member in members)
    count = sum(member.purchases for member in members)
    for member in members:
        member.classify(settings, bought, count)
    return members


def history_days(day, count):
    """The day, and the month-ends before its month, count in all, oldest first."""
    month = values.month_of(day)
    ends = [values.month_end(month - back) for back in range(count - 1, 0, -1)
            if month - back >= 12]
    return ends + [day]


class Labels:
    def __init__(self, lang):
        self.japanese = lang == 'ja'

    def word(self, word):
        return JAPANESE[word] if self.japanese else word

    def segment(self, segment):
        stage, state = segment
        if self.japanese:
            return JAPANESE[stage] + JAPANESE[state] + '客'
        return f'{stage}-{state}'


# ---- calls

def rows_of_customers(members, labels, decimals):
    for member in members:
        yield (member.customer.id, values.show_day(member.first_day),
               values.show_day(member.last_day), member.purchases,
               values.show_money(member.amount, decimals), member.tenure, member.recency,
               labels.word(member.stage), labels.word(member.state),
               labels.segment(member.segment))


def rows_of_portfolio(members, labels, decimals):
    all_amount = sum(member.amount for member in members)
    for segment in PORTFOLIO:
        group = [member for member in members if member.segment == segment]
        amount = orders.checked(sum(member.amount for member in group))
        size = len(group)
        yield (labels.segment(segment), size, values.show_share(size, len(members)),
               values.show_money(amount, decimals), values.show_share(amount, all_amount),
               values.show_money_mean(amount, size, decimals),
               values.show_count_mean(sum(m.purchases for m in group), size),
               values.show_count_mean(sum(m.tenure for m in group), size),
               values.show_count_mean(sum(m.recency for m in group), size))


def rows_of_history(book, settings, labels, decimals):
    for day in history_days(book.as_of, settings.history):
        members = members_at(book, settings, day)
        for segment in PORTFOLIO:
            group = [member for member in members if member.segment == segment]
            amount = orders.checked(sum(member.amount for member in group))
            yield (values.show_day(day), labels.segment(segment), len(group),
                   values.show_money(amount, decimals))


def rows_of_transitions(book, settings, labels, day):
    now = {member.customer: member for member in members_at(book, settings, day)}
    before = members_at(book, settings, values.months_before(day, settings.lag))
    for place, stage in enumerate(STAGES[:-1]):
        base = [m for m in before if m.segment == (stage, 'active')]
        later = [now[m.customer] for m in base
                 if STAGES.index(now[m.customer].stage) > place]
        moved = sum(member.state == 'active' for member in later)
        yield (labels.word(stage), len(base), moved, values.show_share(moved, len(base)),
               len(later), values.show_share(len(later), len(base)))


def rows_of_dated_transitions(book, settings, labels):
    for day in history_days(book.as_of, settings.history):
        for row in rows_of_transitions(book, settings, labels, day):
            yield values.show_day(day), *row


def rows_of_matrix(book, settings, labels, members):
    earlier = values.months_before(book.as_of, settings.lag)
    before = {m.customer: m.segment for m in members_at(book, settings, earlier)}
    counts = Counter((before.get(m.customer), m.segment) for m in members)
    for origin in [None] + PORTFOLIO:
        for goal in PORTFOLIO:
            if counts[origin, goal]:
                yield ('none' if origin is None else labels.segment(origin),
                       labels.segment(goal), counts[origin, goal])


def main(argv):
    options = opt.Options(argv, ['toddler-days', 'prime-days', 'lapse-days', 'prime-amount',
                                 'history', 'lag'], CALLS)
    settings = Settings(options)
    header_of_customers = [options.roles['customer']] + (
        'first_date last_date purchases amount tenure_days recency_days'
        ' stage state segment').split()
    if settings.call is None:
        tsv.check_names(header_of_customers)
    book = orders.read(options, ['customer', 'date', 'amount'], ['order', 'status'])
    decimals = book.decimals['amount']
    labels = Labels(options.lang)
    members = members_at(book, settings, book.as_of) if book.customers else []

    if settings.call == 'portfolio':
        header = ('segment customers customer_share amount amount_share mean_amount'
                  ' mean_purchases mean_tenure_days mean_recency_days').split()
        rows = rows_of_portfolio(members, labels, decimals)
    elif settings.call == 'history':
        header = 'date segment customers amount'.split()
        rows = rows_of_history(book, settings, labels, decimals)
    elif settings.call == 'transitions':
        header = 'stage base moved rate moved_any rate_any'.split()
        if options.has('history'):
            header = ['date'] + header
            rows = rows_of_dated_transitions(book, settings, labels)
        else:
            rows = rows_of_transitions(book, settings, labels, book.as_of)
    elif settings.call == 'matrix':
        header = 'from to customers'.split()
        rows = rows_of_matrix(book, settings, labels, members)
    else:
        header = header_of_customers
        rows = rows_of_customers(members, labels, decimals)
    rows = list(rows) if members else []
    if options.has('stats'):
        orders.print_stats(book, options, len(rows), sys.stderr)
        print('prime_amount\t' + show_prime(settings, members, decimals), file=sys.stderr)
    return options, tsv.table_of(header, rows, options)


def show_prime(settings, members, decimals):
    """The threshold in money, rounded as a mean is; at most the limit, which no sum reaches."""
    kind, number = settings.prime_amount
    if kind == 'is':
        return values.show_money(number, 6)
    bought = sum(member.bought for member in members)
    count = sum(member.purchases for member in members) * values.MICRO ** 2
    bought = min(number * bought, values.TOO_LARGE // values.MICRO * count)
    return values.quotient(bought, count, values.mean_decimals(decimals)) or ''


def command():
    opt.run(main)


if __name__ == '__main__':
    command()
