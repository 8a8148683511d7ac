"""The calls of from-cart: exports for each profile, and for maps made up."""
import random

import cart_maps
import carts
import common
import programs
import spellings
import tap

CALLS = ['--profile auto', '--profile eccube4', '--profile shopify', '--map']
PROPERTIES = carts.FORMS + sorted(spellings.NUMBERS) + sorted(spellings.DATES)
FAULTS = carts.FAULTS
FIRST = ''
GOOD = '注文番号,受注日,個数,価格,明細区分(ID),対応状況(ID)\n1,2024/1/5,1,100,1,1\n'.encode()
FEES = ['shipping', 'fee', 'discount', 'tax', 'points', 'refund']
USED = cart_maps.ENTRIES + ['--fees all']


def make(chance, call, faults=()):
    profile = call.split()[-1]
    if profile == 'auto':
        profile = chance.choice(['eccube4', 'shopify'])
    return carts.make(chance, None if profile == '--map' else profile, faults)


def held(cart, *_):
    return cart.used


def spoil(chance, call):
    names = chance.sample(FAULTS, chance.choice([1, 1, 2]))
    return make(chance, call, names), names


def case(chance, options, call, cart, _):
    pairs, used = [], set(cart.used)
    name, value = (call.split() + ['map'])[:2]
    if value != 'auto' or chance.random() < 0.5:
        pairs.append((name[2:], value))
    if value == 'map':
        with open('map', 'wb') as file:
            file.write(cart.plan.text.encode())
    if cart.plan.encoding is None and (cart.encoding == 'euc_jp' or chance.random() < 0.3):
        pairs.append(('encoding', cart.encoding.replace('_', '-').replace('-le', 'le')
                      .replace('-be', 'be')))
    elif chance.random() < 0.2 and cart.plan.encoding is None:
        pairs.append(('encoding', 'auto'))
    if chance.random() < 0.5:
        pairs.append(('fees', fees(chance)))
    pairs += common.of_output(chance)
    return common.Case(pairs, [], used)


def fees(chance):
    if chance.random() < 0.4:
        return 'all'
    return ','.join(chance.sample(FEES, chance.randint(1, 4)))


# ---- wrong ones

MAP = 'order=A\nprice=B\n'
WRONG = [(words, None) for words in [
    '--no-such', '--prof auto', '--profile x', '--profile', '--profile= ', '--map none-such',
    '--map file --profile auto', '--print-map x', '--print-map auto', '--print-map eccube4 -N',
    '--print-map eccube4', '--print-map eccube4 --fees all', '--encoding x', '--encoding= ',
    '--fees x', '--fees goods', '--fees= ', '--fees all,tax', '--fees shipping,', '--null x',
    '--threads 0', '-N -N', '-r order=A', '--as-of 2024-01-01', '--status all', '--lang ja',
    '-H a,b', '-o none-such/x', 'none-such',
]] + [('--map file', data.encode()) for data in [
    '', 'order=A\n', MAP + 'order=C\n', MAP + 'amount=C\n', 'amount=A\ndiscount=B\n', MAP + 'x=C\n',
    MAP + 'nothing\n', MAP + 'kind=C\nkind:1=good\n', MAP + 'kind=C\nkind:1=refund\n',
    MAP + 'kind=C\nkind:1=goods\nkind:1=fee\n', MAP + 'kind:1=goods\n', MAP + 'status:1=paid\n',
    MAP + 'status=C\nstatus:1=Paid\n', MAP + 'status=C\nstatus:1\n', MAP + 'status?C=yes\n',
    MAP + 'status?C=paid\nstatus?C=void\n', MAP + 'shop="a\n', MAP + 'shop="a" b\n',
    MAP + 'shop=\n',
    MAP + 'shop=A|\n', MAP + 'shop=|A\n', MAP + 'shop=""\n', MAP + 'keep=\n', MAP + 'keep=A,,B\n',
    MAP + 'keep=A,A\n', MAP + 'keep=line\n', MAP + 'keep=amount\n', MAP + 'keep=A\nkeep=B\n',
    MAP + 'match=\n', MAP + 'match=A\nmatch=B\n', MAP + 'fill=\n', MAP + 'optional=x\n',
    MAP + 'optional=\n', MAP + 'date_format=%Y\n', MAP + 'date_format=\n',
    MAP + 'date_format=%Y%m%d%m\n', MAP + 'date_format=%Y-%m-%d %p\n',
    MAP + 'date_format=%Y%m%d%\n',
    MAP + 'encoding=x\n', MAP + 'encoding=\n', MAP + 'separator=|\n', MAP + 'separator=\n',
]]


def more(agreement):
    print_map(agreement)


def print_map(agreement):
    """A printed profile, used as a map, gives the same bytes as the profile."""
    wrong = []
    for profile in ('eccube4', 'shopify'):
        agreement.clear()
        with open('map', 'wb') as file:
            file.write(programs.run('from-cart', ['--print-map', profile]).out)
        for number in range(20):
            cart = carts.make(random.Random(f'print {profile} {number}'), profile)
            words = ['--fees', 'all', '--encoding', 'auto']
            one, other = [programs.run('from-cart', words + [name, value], cart.files[0])
                          for name, value in (('--profile', profile), ('--map', 'map'))]
            if (one.status, one.out) != (other.status, other.out):
                wrong.append(f'{profile}, export {number}')
    agreement.seen['--print-map'] += 1
    tap.check(f'{agreement.command}: printed profiles are the profiles', wrong)
