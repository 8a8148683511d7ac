"""The calls of repeat-cohort, and random options for them."""
import common
import faults
import order_properties
import properties
import rehearsal
import repeat_cohort    # the oracle
import shops
import tables

CALLS = ['', '--wide', '--ladder', '--within']
GOOD = b'''customer_id\torder_id\torder_date\tamount\tstatus\tmedia\tshop
A\t1\t2024-01-05\t100\tpaid\ttv\tmain
B\t2\t2024-02-05\t200.5\tshipped\t\tmain
'''
FIRST = ''              # what stands before the files in any case

EVERY = (properties.ALL + order_properties.ORDERS + order_properties.SPLIT
         + ['left out by the span', 'won in several months', "won on a month's first day",
            "won on a month's last day", 'first purchases of one moment, of two media',
            'several keys', 'key none', 'key spelled (none)'])
OF_PERIODS = ['week of two years', 'cohort in an unfinished period', 'D ends a period',
              'nobody in a period', 'second purchase in the same period', 'refund in an earlier period',
              'refund before the first purchase in its period', 'the last day of a period']
PROPERTIES = {
    '': EVERY + OF_PERIODS, '--wide': EVERY + OF_PERIODS,
    '--ladder': EVERY + ['lapsed to the day', 'pending to the day', 'lapsed before going on',
                         'more than 13 purchases', 'half a day'],
    '--within': EVERY + ['mature to the day', 'mature but for a day', 'week of two years',
                         'second purchase on the last day', 'second purchase a day late']}
FAULTS = sorted(faults.FAULTS) + ['UTF-8 of a label']
USED = ['--by and --total', 'as-of far in the future']
BY = ['media', 'shop', 'product', 'category']


def make(chance, _):
    return tables.make(chance, style=shops.Shop(chance))


def spoil(chance, call):
    table = make(chance, call)
    names = faults.spoil(chance, table, ['UTF-8 of a label'])
    if 'status' in names and chance.random() < 0.8:
        table.unknown = False       # so that --status may be absent
    return table, names


def case(chance, options, call, table, _):
    used = set()
    by = chance.choice(BY + ['media'] * 6) if chance.random() < 0.8 else None
    if by and not common.has(table, by) and chance.random() < 0.9:
        by = None
    read = list(common.of_table(chance, table))
    read += list(common.of_firsts(chance, options, table))
    known = rehearsal.Rehearsal(chance, table, read, ['customer', 'date', 'amount'])
    out = [('by', by)] if by else []
    if chance.random() < 0.45:
        out += known.span()
    out += of_call(chance, options, call, known)
    if by and ('total', None) in out:
        used.add('--by and --total')
    if chance.random() < 0.01 and 'as-of' not in dict(read) and call != '--wide':
        out.append(('as-of', '9999-12-31'))
        used.add('as-of far in the future')
    out += read
    out += list(common.choices(chance, options, ['lang'] if 'lang' in options else []))
    out += list(common.of_output(chance))
    return common.Case(out, used=used)


def of_call(chance, options, call, known):
    if call == '--ladder':
        yield 'ladder', None
        if chance.random() < 0.7:
            yield 'lapse-days', str(chance.choice([0, 4000000] + [known.lapse()] * 8))
        return
    if call == '--within':
        yield 'within', known.numbers_of_days(5)
    else:
        if call == '--wide':
            yield 'wide', chance.choice(options['wide'].words)
            if chance.random() < 0.6:
                yield 'total', None
        yield from common.choices(chance, options, ['mode'], 0.6)
    if chance.random() < 0.8:
        yield 'period', chance.choice(options['period'].words + ['week'] * 3)


# ---- what a run was about

def held(table, case, run):
    book, customers = run.made['read'], run.made['won_between']
    asked = dict(case.pairs)
    found = properties.of(table) | set(order_properties.of_split(table))
    found |= set(order_properties.of_orders(book, case))
    found |= set(order_properties.of_first(customers))
    if len(customers) < len(book.customers):
        found.add('left out by the span')
    if 'by' in asked:
        found |= set(of_keys({repeat_cohort.key_of(c, asked['by']) for c in customers}, customers,
                             asked['by']))
    if not customers:
        return found
    if 'ladder' in asked:
        found |= set(of_ladder(customers, book.as_of, int(asked.get('lapse-days', 240))))
    else:
        period = repeat_cohort.PERIODS[asked.get('period', 'month')]
        found |= set(of_periods(customers, book.as_of, period))
    if 'within' in asked:
        found |= set(order_properties.of_spans(customers, book.as_of,
                                               map(int, asked['within'].split(','))))
    return found


def of_keys(keys, customers, by):
    if len(keys) > 1:
        yield 'several keys'
    for customer in customers:
        first = customer.purchases[0]
        key = getattr(first if by in ('media', 'shop') else first.first_line, by)
        if key in (None, b'(none)'):
            yield 'key spelled (none)' if key else 'key none'


def of_ladder(customers, as_of, lapse_days):
    for customer in customers:
        days = [purchase.day for purchase in customer.purchases]
        silent = as_of - days[-1]
        if silent in (lapse_days, lapse_days - 1):
            yield 'lapsed to the day' if silent == lapse_days else 'pending to the day'
        if any(b - a >= lapse_days for a, b in zip(days, days[1:])):
            yield 'lapsed before going on'
        if len(days) > 13:
            yield 'more than 13 purchases'
    for n in range(1, 13):
        gaps = sorted(c.purchases[n].day - c.purchases[n - 1].day
                      for c in customers if len(c.purchases) > n)
        half = len(gaps) // 2
        if gaps and len(gaps) % 2 == 0 and (gaps[half - 1] + gaps[half]) % 2:
            yield 'half a day'


def of_periods(customers, as_of, period):
    if period.last_day(period.number(as_of)) == as_of:
        yield 'D ends a period'
    for customer in customers:
        first = customer.purchases[0]
        start = period.number(first.day)
        if start == period.number(as_of) and period.last_day(start) > as_of:
            yield 'cohort in an unfinished period'
        active = {period.number(purchase.day) - start for purchase in customer.purchases}
        if max(active) >= len(active):
            yield 'nobody in a period'
        if len(customer.purchases) > len(active):
            yield 'second purchase in the same period'
        for order in customer.orders:
            if order.is_refund and order.day < first.day:
                earlier = period.number(order.day) < start
                yield 'refund in an earlier period' if earlier else \
                    'refund before the first purchase in its period'
            if period.last_day(period.number(order.day)) == order.day:
                yield 'the last day of a period'
            if period is repeat_cohort.Weeks:
                week = period.last_day(period.number(order.day))
                if common.day_text(week)[:4] != common.day_text(week - 6)[:4]:
                    yield 'week of two years'


# ---- wrong ones

WRONG = common.WRONG_ORDERS + common.WRONG_SPAN + [(words, None) for words in [
    '--wide', '--wide=', '--wide money', '--wide purchases', '--wide active,rate', '--wide Rate',
    '--wide rate --wide ltv', '--wide rate --ladder', '--wide rate --within 30',
    '--ladder --within 30', '--ladder --ladder', '--total', '--ladder --total',
    '--within 30 --total', '--wide rate --total --total', '--ladder --period week',
    '--ladder --mode classic', '--within 30 --mode rolling', '--ladder=12', '--within',
    '--within=', '--within x', '--within 30,30', '--within 60,30', '--within 30,', '--within ,30',
    '--within -1', '--within 1.5', '--within 30d', '--within 30 --within 60', '--period',
    '--period=', '--period day', '--period year', '--period Month', '--period all --period all',
    '--mode', '--mode=', '--mode first', '--mode classic --mode classic', '--by', '--by=',
    '--by customer', '--by order', '--by media,shop', '--by media --by shop', '--by date',
    '--by product', '--by category', '--by product -r product=no', '--lapse-days 10',
    '--wide rate --lapse-days 10', '--within 30 --lapse-days 10', '--ladder --lapse-days',
    '--ladder --lapse-days -1', '--ladder --lapse-days x', '--ladder --lapse-days 1.5',
    '--ladder --lapse-days=', '--horizons 30', '--summary', '--key media',
]]
