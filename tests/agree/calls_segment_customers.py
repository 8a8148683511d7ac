"""The calls of segment --customers, and random expressions for them."""
import random

import common
import customer_expressions
import faults
import order_properties
import properties
import shops
import tables
import tap
from calls_segment import NAMES, TOKENS, spoiled, written

COMMAND = 'segment'
CALLS = ['', '--ids', '--file', '--rules']
GOOD = common.GOOD
FIRST = '--customers "purchases() >= 1"'
PROPERTIES = (properties.ALL + order_properties.ORDERS + order_properties.SPLIT
              + ['no amount column', 'some customers, not all'])
MORE = ['cost', 'quantity', 'UTF-8 of a label', 'large quantity']
FAULTS = sorted(faults.FAULTS) + MORE
USED = customer_expressions.ALL + ['--show and --rules', '--invert of all']
SHOWN = ['won', 'spent', 'x', '数', 'two words', '#', 'a"b', 'purchases']


class Listed(shops.Shop):
    ALWAYS = ('customer', 'date')
    OFTEN = {'amount': 0.85} | shops.Shop.OFTEN
    APART = ('status', 'order', 'amount')


def make(chance, _, times=1):
    return tables.make(chance, times=times, style=Listed(chance))


def spoil(chance, call):
    table = make(chance, call)
    names = faults.spoil(chance, table, MORE)
    if 'status' in names and chance.random() < 0.8:
        table.unknown = False       # so that --status may be absent
    return table, names


def case(chance, options, call, table, _):
    maker = customer_expressions.Maker(chance, table)
    pairs = [('customers', None)] + list(common.of_table(chance, table))
    pairs += list(common.of_firsts(chance, options, table))
    pairs += [pair for pair in common.of_output(chance) if pair[0] in options]
    operands = []
    if call == '--ids':
        pairs.append(('ids', None))
    elif chance.random() < 0.7:
        for name in chance.sample(SHOWN, chance.choice([1, 1, 2, 4])):
            pairs.append(('show', name + '=' + maker.shown(chance.choice([0, 1, 3]))))
    if call == '--rules':
        pairs.append(('rules', rules(chance, maker)))
        if chance.random() < 0.4:
            pairs.append(('as', chance.choice(NAMES)))
        if 'show' in dict(pairs):
            maker.used.add('--show and --rules')
    else:
        text = maker.condition(chance.randint(0, 4)) if chance.random() < 0.9 else 'lines() > 0'
        if chance.random() < 0.2:
            pairs.append(('invert', None))
            if text == 'lines() > 0':
                maker.used.add('--invert of all')
        if call == '--file':
            pairs.append(('file', written(chance, text)))
        else:
            operands = [text]
    return common.Case(pairs, operands, maker.used)


def rules(chance, maker):
    lines = [chance.choice(['', '# a comment\t=', '#'])]
    for _ in range(chance.choice([0, 1, 2, 4])):
        name = chance.choice(NAMES[:4])
        lines.append(name + '\t' + maker.condition(chance.randint(0, 3)).replace('\n', ' '))
    with open('rules', 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines) + chance.choice(['', '\n']))
    return 'rules'


def held(table, case, run):
    book = run.made['read']
    found = properties.of(table) | set(order_properties.of_split(table))
    found |= set(order_properties.of_orders(book, case))
    if not any('amount' in layout for layout in table.layouts):
        found.add('no amount column')
    rows = run.table().count(b'\n') - (('no-output-header', None) not in case.pairs)
    if 0 < rows < len(book.customers) or 'rules' in dict(case.pairs):
        found.add('some customers, not all')
    return found


# ---- wrong ones

EXPRESSIONS = [
    '', 'amount > 1', 'order_amount > 1', 'status is none', 'first(status)', 'sum(amount)', 'as_of',
    'sum(sum(amount)) > 1', 'any(any(amount > 1))', 'sum(amount where any(amount > 1)) > 1',
    'purchases(amount) > 1', 'purchases', 'purchases(', 'purchases() >', 'purchases(amount > 1',
    'purchases() where amount > 1', 'purchases(where amount > 1) > 1', 'sum() > 1', 'sum > 1',
    'lines(amount > 1 where amount > 2) > 0', 'any()', 'all()', 'any(amount)', 'all(status)',
    'any(amount > 1 where amount > 2)', 'sum(status) > 1', 'sum(order_date) > 1',
    'mean(status) > 1', 'mean(amount > 1) > 1', 'sum(amount where amount) > 1',
    'distinct(amount > 1) > 1', 'distinct() > 1', 'first(amount > 1)', 'first() is none',
    'first(amount, 1) > 1', 'nth(amount) > 1', 'nth(0, amount) > 1', 'nth(1.5, amount) > 1',
    'nth(-1, amount) > 1', 'nth(amount, 1) > 1', 'nth("1", amount) > 1', 'nth(1 amount) > 1',
    'nth(1,) > 1', 'min(no) > "a" and max(no) > 1', 'median(amount) > 1', 'SUM(amount) > 1',
    'Any(amount > 1)', 'sum(amount) > "a"', 'first(order_date) > 1', 'first(order_date) > 180d',
    'as_of - first(order_date) > 1m', 'first(status) = ""', 'lower(amount) = "a"',
    'month(sum(amount)) = 1', 'customer_id > 1', 'customer_id =~', 'sum(amount) in ()',
    'sum(amount) in @', 'sum(amount) in @none-such', 'sum(amount) between 1', 'sum(amount) is',
    'sum(no) > 1', 'any(`no such` is none)', 'sum(quantity) > 1', 'sum(order_quantity) > 1',
    'first(media) = "tv"', 'sum(amount) > 1 sum(amount) > 1', '1', '"a"', '180d', 'not sum(amount)',
    'where = 1', 'sum(amount where) > 1', 'first(order_date) + first(order_date) > 2024-01-01',
]
WRONG = common.WRONG_ORDERS + [(f'--customers "{text}"'.replace('"a"', "'a'"), None)
                               for text in ['purchases() > 0 and', '1 = 1 or']] + [
    (f'--customers -f file', text.encode()) for text in EXPRESSIONS] + [
    (f'--customers --show "x=$" "1 = 1"'.replace('$', text.replace('"', "'")), None)
    for text in EXPRESSIONS if text not in ('first(status)', 'sum(amount)', 'as_of', '1', '"a"')
] + [(words, data) for words, data in [
    ('--customers', None), ('--customers --customers "1 = 1"', None),
    ('--customers --ids --show x=1 "1 = 1"', None), ('--customers --show x "1 = 1"', None),
    ('--customers --show =1 "1 = 1"', None), ('--customers --show x= "1 = 1"', None),
    ('--customers --show x=1 --show x=2 "1 = 1"', None),
    ('--customers --show customer_id=1 "1 = 1"', None),
    ('--customers -r customer=a --show a=1 "1 = 1"', None),
    ('--customers -r customer=segment --rules file', b''), ('--customers --show', None),
    ('--customers --show "a\tb=1" "1 = 1"', None), ('--customers --as x "1 = 1"', None),
    ('--customers --ids --ids "1 = 1"', None), ('--customers -v -v "1 = 1"', None),
    ('--customers -f none-such', None), ('--customers --rules none-such', None),
    ('--customers -v --rules file', b''), ('--customers --ids --rules file', b''),
    ('--customers -f file --rules file', b''), ('--customers --rules file --as customer_id', b''),
    ('--customers --rules file --show segment=1', b''), ('--customers --rules file --as ""', b''),
    ('--customers --rules file', b'no tab'), ('--customers --rules file', b'\t1 = 1'),
    ('--customers --rules file', b'a\tamount > 1'), ('--customers --rules file', b'a\tsum(amount'),
    ('--customers --rules file', b'a\tsum(sum(amount)) > 1'),
    ('--customers --rules file', b'\\N\t1 = 1'), ('--customers -f file', b'1 = 1\r\n'),
    ('--customers -r customer=no "1 = 1"', None), ('--customers -r amount=no "1 = 1"', None),
    ('--customers --status paid -r status=no "1 = 1"', None),
    ('--customers "first(order_date) in @file"', b'2024-02-30'),
    ('--customers "customer_id in @file:id"', b'x\nA\n'),
    ('--customers "sum(amount) in @file:id"', b'id\n1,0\n'),
]]
WORDS = b'''customer_id\tstatus\tamount\torder_date\tpoints\tjoined\torder_id
A\tpaid\t1\t2024-01-05\t5\t2024-01-05\t1
A\t\t-3\t2024-02-05\t\t\t2
B\t\t\t2024-01-31\t\t\t
'''
MUST_WORK = [
    ['any(product_id = "SERUM") and not any(product_id = "CREAM") '
     'and as_of - last(order_date) <= 90'],
    ['purchases() = 1 and first(order_date) between as_of - 6m and as_of - 1m',
     '--show', 'won=first(order_date)', '--show', 'spent=sum(amount)'],
    ['purchases(order_amount >= 10000) >= 2 and customer_id not in @mailed.tsv:customer_id'],
]


def more(agreement):
    must_work(agreement)
    words(agreement)
    large(agreement)


def must_work(agreement):
    """The examples of the contract, on what they are about."""
    wrong, rows = [], 0
    for number in range(60):
        agreement.clear()
        chance = random.Random(f'must work {number}')
        table = make(chance, '')
        for row in table.rows:
            row['amount'] = chance.choice([b'9000', b'4000', b'12000'])
            row['product'] = chance.choice([b'SERUM', b'SERUM', b'CREAM', b'T-1'])
        table.roles, table.header, keys = {}, None, sorted(table.rows[0]) if table.rows else []
        with open('mailed.tsv', 'wb') as file:
            file.write(b'customer_id\n' + b'\n'.join(row['customer'] for row in table.rows[::9]))
        with open('orders', 'wb') as file:
            file.write(b'\n'.join([b'\t'.join(map(table.column, keys))] + [
                b'\t'.join(row[key] for key in keys) for row in table.rows if keys]))
        for example in MUST_WORK:
            difference, expected = agreement.compare(
                f'must work {number}', ['--customers', '--status', 'all'] + example + ['orders'])
            rows += max(expected.out.count(b'\n') - 1, 0)
            wrong += [difference] if difference else []
    tap.check(f'{agreement.name}: examples of the contract', wrong)
    tap.check(f'{agreement.name}: which find customers', [] if rows > 100 else [f'{rows} rows'])


def words(agreement):
    """Expressions of words that do not always go together."""
    table = tables.make(random.Random('words'))
    table.roles = {}
    count, wrong, statuses = agreement.count, [], set()
    for number in range(count):
        agreement.clear()
        with open('good', 'wb') as file:
            file.write(WORDS)
        chance = random.Random(f'customer words {number}')
        maker = customer_expressions.Maker(chance, table)
        maker.keys = ['customer', 'order', 'status', 'amount', 'date', 'points', 'joined']
        text = spoiled(chance, maker.condition(chance.randint(0, 2)), TOKENS + MORE_TOKENS)
        difference, expected = agreement.compare(
            f'words {number}', ['--customers', '--', text, 'good'], strict=False)
        statuses.add(expected.status)
        if difference:
            wrong.append(f'{text!r}: {difference}')
    tap.check(f'{agreement.name}: {count} expressions that may be wrong', wrong)
    tap.check(f'{agreement.name}: of which some are', sorted({0, 2} - statuses))


MORE_TOKENS = ['purchases()', 'lines(', 'sum(amount)', 'first(', 'any(', 'where', 'nth(2,',
               'customer_id', 'order_amount', 'order_quantity', 'max(points)', 'distinct(status)',
               'mean(', 'all(1 = 1)', 'as_of']


def large(agreement):
    """Tables of thousands of rows, every other one with faults."""
    wrong = []
    count = max(agreement.count // 10, 4)
    for number in range(count):
        agreement.clear()
        chance = random.Random(f'large customers {number}')
        table = make(chance, '', 30)
        if number % 2:
            faults.spoil(chance, table, MORE)
        call = chance.choice(CALLS)
        one = case(chance, agreement.options, call, table, None)
        difference, _ = agreement.run(f'large {number}', chance, table, one)
        if difference:
            wrong.append(f'table {number}: {difference}')
    tap.check(f'{agreement.name}: {count} large tables', wrong)
