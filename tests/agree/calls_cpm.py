"""The calls of cpm, and random options for them."""
from decimal import Decimal

import common
import faults
import properties
import tables

CALLS = ['', '--portfolio', '--history', '--transitions', '--transitions --history', '--matrix']
PROPERTIES, held = properties.ALL, properties.of
GOOD = common.GOOD
FIRST = ''              # what stands before the files in any case
FAULTS = sorted(faults.FAULTS)
USED = ['a multiple', 'a decimal', 'a decimal below 0', 'dates before the year 1']


def make(chance, _):
    return tables.make(chance)


def spoil(chance, call):
    table = make(chance, call)
    names = faults.spoil(chance, table)
    if 'status' in names and chance.random() < 0.8:
        table.unknown = False       # so that --status may be absent
    return table, names


def case(chance, options, call, table, _):
    out, used = [], []
    for name in call.split():
        months = chance.choice([1, 2, 3, 7, 13, 40]) if name == '--history' else None
        out.append((name[2:], months and str(months)))
    if chance.random() < 0.5 and ('--transitions' in call or call == '--matrix'):
        months = chance.choice([1, 1, 2, 12, 24, 119988])
        used += ['dates before the year 1'] if months > 9999 else []
        out.append(('lag', str(months)))
    for name, near in (('toddler', 90), ('prime', 210), ('lapse', 240)):
        if chance.random() < 0.4:
            most = chance.choice([3, near, 600])
            out.append((name + '-days', str(chance.choice([0, 1, chance.randint(0, most)]))))
    if chance.random() < 0.6:
        amount = prime_amount(chance)
        used.append('a multiple' if amount.endswith('x') else
                    'a decimal below 0' if amount.startswith('-') else 'a decimal')
        out.append(('prime-amount', amount))
    out += list(common.of_table(chance, table))
    out += list(common.of_orders(chance, options, table))
    out += list(common.choices(chance, options, ['lang'], 0.3))
    out += list(common.of_output(chance))
    return common.Case(out, used=used)


def prime_amount(chance):
    places = chance.choice([0, 1, 3, 6])
    if chance.random() < 0.6:
        return str(Decimal(chance.choice([0, 1, 2, 3, 14]) * 10 ** places // 2
                           + chance.choice([0, 0, 1])).scaleb(-places)) + 'x'
    amount = chance.choice([0, 12, 999, 20000, 10 ** 12 - 1]) * chance.choice([1, 1, 1, -1])
    return f'{Decimal(amount).scaleb(-places):f}'


WRONG = common.WRONG_ORDERS + [(words, None) for words in [
    '-r customer=state', '-r customer=amount', '--portfolio --transitions', '--portfolio --matrix', '--transitions --matrix',
    '--portfolio --history 3', '--matrix --history 3', '--portfolio --lag 3', '--lag 3',
    '--history 3 --lag 3', '--history', '--history=', '--history 0', '--history -1', '--history x',
    '--history 1.0', '--history 3 --history 3', '--transitions --lag 0', '--matrix --lag x',
    '--matrix --lag -1', '--transitions --transitions', '--toddler-days -1', '--toddler-days x',
    '--toddler-days 1.5', '--toddler-days=', '--prime-days 1e2', '--prime-days -0', '--lapse-days',
    '--lapse-days 240d', '--prime-amount', '--prime-amount=', '--prime-amount x',
    '--prime-amount 7X', '--prime-amount 7xx', '--prime-amount 7%', '--prime-amount 1,000',
    '--prime-amount -1x', '--prime-amount 1e3', '--prime-amount .5x', '--prime-amount 5.x',
    '--prime-amount 1234567890123', '--prime-amount 1.0000000x', '--prime-amount 7x '
    '--prime-amount 7x', '--since 2024-01-01', '--summary', '--list',
]]
