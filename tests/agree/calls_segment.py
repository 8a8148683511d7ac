"""The calls of segment on rows, and random expressions for them."""
import random

import common
import expressions
import faults
import properties
import tables
import tap

CALLS = ['', '--file', '--rules']
PROPERTIES, held = properties.ALL, properties.of
GOOD = common.GOOD
FIRST = '"amount > 1"'
FAULTS = ['amount', 'date', 'UTF-8', 'number of fields', 'forbidden byte', 'header', 'no bytes']
USED = expressions.ALL
# with --customers only
ELSEWHERE = ['customers', 'show', 'ids', 'status', 'refunds', 'unit']
NAMES = ['big', 'x', '上客', 'none', '#1', 'two words']


def make(chance, _, times=1):
    return tables.make(chance, True, times)     # every file has the same header


def spoil(chance, call):
    table = make(chance, call)
    return table, faults.spoil(chance, table)


def case(chance, options, call, table, _):
    as_of = common.near(chance, table) if chance.random() < 0.5 else None
    maker = expressions.Maker(chance, table, as_of)
    pairs = list(common.of_table(chance, table))
    pairs += [pair for pair in common.of_output(chance) if pair[0] in options]
    operands = []
    if as_of:
        pairs.append(('as-of', as_of))
    if call == '--rules':
        pairs.append(('rules', rules(chance, maker)))
        if chance.random() < 0.4:
            pairs.append(('as', chance.choice(NAMES)))
    else:
        pairs = [pair for pair in pairs if pair[0] != 'null']
        text = maker.condition(chance.randint(0, 5))
        if chance.random() < 0.2:
            pairs.append(('invert', None))
        if call == '--file':
            pairs.append(('file', written(chance, text)))
        else:
            operands = [text]
    return common.Case(pairs, operands, maker.used)


def written(chance, text):
    with open('expression', 'w', encoding='utf-8') as file:
        file.write(chance.choice(['', '', '\ufeff']) + text + chance.choice(['', '\n']))
    return 'expression'


def rules(chance, maker):
    lines = [chance.choice(['', '# a comment\t=', '#'])]
    for _ in range(chance.choice([0, 1, 2, 4])):
        name = chance.choice(NAMES[:4])
        lines.append(name + '\t' + maker.condition(chance.randint(0, 3)).replace('\n', ' '))
    with open('rules', 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines) + chance.choice(['', '\n']))
    return 'rules'


# ---- wrong ones

WRONG = [(words, data) for words, data in [
    ('', None), ('--rules none-such', None), ('-f none-such', None), ('--as x "amount > 1"', None),
    ('--as x -f file', b'amount > 1'), ('-v --rules file', b''), ('-f file --rules file', b''),
    ('--null "" "amount > 1"', None), ('--status all "amount > 1"', None),
    ('--refunds net "amount > 1"', None), ('--unit day "amount > 1"', None),
    ('--customers "amount > 1"', None), ('--ids "amount > 1"', None), ('--show a=b "amount > 1"',
    None), ('--rules file --as ""', b''), ('--rules file --as amount', b''),
    ('--rules file', b'no tab'), ('--rules file', b'\tamount > 1'),
    ('--rules file', b'a\t'), ('--rules file', b'a\tamount >'),
    ('--rules file', b'a\tamount > 1\r\n'), ('--rules file', b'a\tamount > 1 \xff'),
    ('--rules file', b'a\tas_of > 2024-01-01'), ('--rules file', b'\\N\tamount > 1'),
    ('-f file', b''), ('-f file', b'amount > 1\r\n'), ('-f file', b'amount > 1 \xff'),
    ('-f file', b'amount > 1 \0'), ('"amount in @none-such"', None), ('"amount in @file"', b'x'),
    ('"order_date in @file"', b'2024-02-30'), ('"status in @file"', b'\xff'),
    ('"status in @file"', b'a\r\n'), ('"status in @file"', b'a\tb\n'),
    ('"status in @file:x"', b'y\na\n'), ('"status in @file:x"', b''),
    ('"status in @file:x"', b'x\tx\na\tb\n'), ('"amount in @file:x"', b'x\n1\n1,0\n'),
    ('"no > 1"', None), ('"`no such` is none"', None), ('-r shop=no "amount > 1"', None),
]]
TOKENS = ['and', 'or', 'not', 'in', 'between', 'is', 'none', '=', '<=', '=~', '!', '(', ')', ',',
          '+', '-', '*', '/', '@', 'amount', 'status', 'order_date', 'as_of', '1', '1.', '.5',
          '"paid"', "'x", '`amount`', '``', '2024-01-05', '2024-02-30', '180d', '6m', '-6m', '1e5',
          'lower(status)', 'points', 'joined', 'points', 'joined', 'month(order_date)',
          'sum(amount)', 'foo(1)', '""', '&', '|', ';', '$', '0x1', '1234567890123',
          '0.1234567', 'AND', 'month', 'where', '@file', '"\\N"', '/x/']


WORDS = b'status\tamount\torder_date\tpoints\tjoined\nx\t1\t2024-01-05\t5\t2024-01-05\n\t\t\t\t\n'


def more(agreement):
    words(agreement)
    large(agreement)


def words(agreement):
    """Expressions of words that do not always go together."""
    table = tables.make(random.Random('words'))
    table.roles = {}
    count, wrong, statuses = agreement.count, [], set()
    for number in range(count):
        agreement.clear()
        with open('good', 'wb') as file:
            file.write(WORDS)
        chance = random.Random(f'words {number}')
        maker = expressions.Maker(chance, table, '2024-01-01')
        maker.keys = ['status', 'amount', 'date', 'points', 'joined']
        text = spoiled(chance, maker.condition(chance.randint(0, 2)))
        difference, expected = agreement.compare(
            f'words {number}', ['--as-of', '2024-01-01', '--', text, 'good'], strict=False)
        statuses.add(expected.status)
        if difference:
            wrong.append(f'{text!r}: {difference}')
    tap.check(f'{agreement.name}: {count} expressions that may be wrong', wrong)
    tap.check(f'{agreement.name}: of which some are', sorted({0, 2} - statuses))


def large(agreement):
    """Tables of thousands of rows, every other one with faults."""
    wrong = []
    count = max(agreement.count // 10, 4)
    for number in range(count):
        agreement.clear()
        chance = random.Random(f'large {number}')
        table = make(chance, '', 100)
        if number % 2:
            faults.spoil(chance, table)
        call = chance.choice(CALLS)
        one = case(chance, agreement.options, call, table, None)
        difference, _ = agreement.run(f'large {number}', chance, table, one)
        if difference:
            wrong.append(f'table {number}: {difference}')
    tap.check(f'{agreement.name}: {count} large tables', wrong)


def spoiled(chance, text, tokens=TOKENS):
    words = text.split(' ')
    for _ in range(chance.choice([1, 1, 2])):
        at = chance.randrange(len(words))
        if '/' not in words[at]:
            words[at:at + chance.choice([0, 1])] = chance.choice([[], [chance.choice(tokens)]])
        words = words or ['']
    return ' '.join(words)
