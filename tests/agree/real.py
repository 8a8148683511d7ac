"""Compare commands with their oracles, and rfm with what is known, on real orders.

The orders are no part of this repository: they are read from $TOKUI_DATA or
../shared/data beside it, and without them the tests are skipped.
"""
import gc
import gzip
import os
import shlex
import sys
import tempfile

sys.dont_write_bytecode = True

import common
import programs
import tap
from compare import differs

DATA = os.environ.get('TOKUI_DATA', os.path.join(programs.ROOT, '..', 'shared', 'data'))
CALLS = [('rfm', call) for call in [
    '', '--summary', '--cross', '--moves-from 2011-06-30', '--moves-from 2011-06-30 --list',
    '--rule rank --refunds drop --unit day', '--rule r-rfm --grid r-rfm --since 2011-03-01']
] + [('cpm', call) for call in [
    '', '--portfolio', '--history 14', '--transitions', '--transitions --history 14 --lag 3',
    '--matrix', '--unit day --refunds drop --prime-amount 5000 --stats']
] + [('ltv-by-media', '-r media=country' + call) for call in [
    ' --total', ' --period month --total --margin 0.6 --costs costs --first-from 2011-01-01',
    ' --curve --total', ' --trial 85123A,22423,POST --horizons 0,30,400 --f2-days 90',
    ',cost=unit_price --profit --costs costs --total --stats --unit day --refunds drop']
] + [('repeat-cohort', call) for call in [
    '', '--mode rolling --period week', '--mode cumulative --unit day --refunds drop --stats',
    '--wide ltv --total', '--wide active --total --period week --first-from 2011-02-10',
    '--ladder --lapse-days 90', '--within 0,30,60,90,180,365', '--by product --wide rate --total',
    '--by media -r media=country --ladder', '--by shop -r shop=country --period all']
] + [('abc-rank', call) for call in [
    '', '--by product --classes 50,80,95', '--by product --measure quantity --summary',
    '--by product --measure purchases --unit day --stats', '--by order --refunds drop --deciles',
    '--by product --measure purchases --refunds drop --as-of 2011-06-30',
    '--measure purchases --concentration', '--key country --value amount']
] + [('segment', '--customers ' + call) for call in [
    '"purchases() >= 3" --show "a=sum(amount)" --show "n=distinct(product_id)"',
    '"any(product_id =~ /^2/)" --show "c=first(country)" --show "d=nth(2, order_date)" --stats',
    '"lines(as_of - order_date < 90d) > 2" --show "m=mean(quantity)" --unit day',
    '"all(quantity > 0)" -v --show "x=max(product_id where order_amount > 100)" --refunds drop']]
if 'TOKUI_LINES' in os.environ:      # the build makes all slow: each command's first
    CALLS = [pair for at, pair in enumerate(CALLS) if at == 0 or pair[0] != CALLS[at - 1][0]]
# the customers of December 2010, and who of them was active in each month since
DECEMBER = '2010-12 885 885 324 286 340 321 352 321 309 313 350 331 445'
COSTS = b'media\tmonth\tcost\nFrance\t2011-03\t9000\nUnited Kingdom\t2011-01\t250000\n' \
    b'Spain\t2010-12\t70.5\nNarnia\t2011-05\t1\nUnited Kingdom\t2011-06\t120000.55\n'
R_RFM = '--as-of 2006-12-31 --rule r-rfm --grid r-rfm'
SEGMENTS = ['Champions 35 316 31646', 'Potential Loyalist 342 2211 204856',
            'Loyal Customers 170 799 76562', 'Promising 9 28 4249', 'New Customers 104 329 28837',
            "Can't Lose Them 47 274 32446", 'At Risk 28 216 22227', 'Need Attention 10 57 4562',
            'About To Sleep 102 283 23449', 'Lost 148 393 35324', '(none) 0 0 0']
CDNOW = (2357, 2457, 1411, 1882)    # customers, repeats, who has none, days after the 39 weeks
# the package's columns, and ours
COLUMNS = {'customer_id': 'customer_id', 'recency_days': 'recency_days',
           'order_count': 'purchases', 'amount': 'amount', 'r': 'r', 'f': 'f', 'm': 'm',
           'segment': 'segment'}


def unpacked(name):
    """The path of the table's unpacked copy in the current directory, or None."""
    path = os.path.join(DATA, name)
    if not os.path.exists(path):
        return None
    with gzip.open(path) as source, open(name, 'wb') as file:
        file.write(source.read())
    return name


def unpacked_for(test, name):
    """The same; without the table the test is skipped."""
    table = unpacked(name)
    if table is None:
        tap.skip(test, f'no {name}')
    return table


def retail():
    table = unpacked('online_retail.tsv.gz')
    for command, call in CALLS:
        name = f'{command} {call}'.strip() + ' of Online Retail'
        if table is None:
            tap.skip(name, 'no online_retail.tsv.gz')
            continue
        words = shlex.split(call) + [table]
        difference = differs(programs.oracle(command, words), programs.run(command, words))
        tap.check(name, [difference] if difference else [])
        gc.collect()


def december():
    """What was counted of it before there was this program."""
    name = 'the cohort of December 2010 of Online Retail'
    table = unpacked_for(name, 'online_retail.tsv.gz')
    if table is None:
        return
    rows = programs.run('repeat-cohort', ['--wide', 'active', table]).out.decode().splitlines()
    # December 2011 is not over
    got = rows[1].replace('\t', ' ') if len(rows) == 14 else f'{len(rows)} lines'
    tap.check(name, [] if got == DECEMBER + ' ' else [f'{got}, expected {DECEMBER}'])


def package():
    """The scores and segments that R's rfm package gives."""
    name = 'scores and segments of the R package'
    table = unpacked('rfm_orders.tsv.gz')
    expected = os.path.join(DATA, 'rfm_orders_expected.tsv')
    if table is None or not os.path.exists(expected):
        tap.skip(name, 'no rfm_orders.tsv.gz')
        return
    got = {row['customer_id']: row
           for row in common.records(programs.run('rfm', R_RFM.split() + [table]).out)}
    with open(expected, 'rb') as file:
        rows = common.records(file.read())
    wrong = [] if len(rows) == len(got) == 995 else [f'{len(got)} customers, not {len(rows)}']
    for row in rows:
        ours = got.get(row['customer_id'], {})
        row['segment'] = row['segment'].replace('Others', '')
        for theirs, column in COLUMNS.items():
            if ours.get(column) != row[theirs]:
                wrong.append(f'{row["customer_id"]}: {column} {ours.get(column)}, '
                             f'expected {row[theirs]}')
    tap.check(name, wrong)


def segments():
    """Customers, orders and revenue of the package's segments."""
    name = 'the segments of the R package, summed'
    table = unpacked_for(name, 'rfm_orders.tsv.gz')
    if table is None:
        return
    rows = common.records(programs.run('rfm', R_RFM.split() + ['--summary', table]).out)
    got = [' '.join(row[column] for column in ('segment', 'customers', 'purchases', 'amount'))
           for row in rows]
    tap.check(name, [] if got == SEGMENTS else [f'{got}, expected {SEGMENTS}'])


def cdnow():
    """Days of purchase as the literature counts them in CDNOW's first 39 weeks and later."""
    name = 'the repeat purchases of CDNOW'
    table = unpacked_for(name, 'cdnow_sample.tsv.gz')
    if table is None:
        return
    days = [[int(row['purchases']) for row in common.records(
        programs.run('rfm', ['--unit', 'day', '--as-of', day, table]).out)]
        for day in ('1997-09-30', '1998-06-30')]
    got = (len(days[0]), sum(days[0]) - len(days[0]), days[0].count(1), sum(days[1]) - sum(days[0]))
    tap.check(name, [] if got == CDNOW else [f'{got}, expected {CDNOW}'])


def main():
    gc.disable()        # of a million rows it takes a third of the time
    with tempfile.TemporaryDirectory() as directory:
        os.chdir(directory)
        with open('costs', 'wb') as file:
            file.write(COSTS)
        retail()
        december()
        package()
        segments()
        cdnow()
        os.chdir('/')
    tap.done()


if __name__ == '__main__':
    main()
