"""The options that all commands share (contract 1.5), and the frame of a run."""
import getopt
import os
import sys

import command_line
import tsv
import values
from tsv import Refused

ROLES = {
    'customer': b'customer_id', 'order': b'order_id', 'date': b'order_date',
    'amount': b'amount', 'quantity': b'quantity', 'cost': b'cost',
    'product': b'product_id', 'category': b'category', 'media': b'media',
    'shop': b'shop', 'status': b'status',
}
COMMON_VALUES = ['roles', 'as-of', 'status', 'refunds', 'unit', 'header',
                 'null', 'rejects', 'output', 'lang', 'threads']
COMMON_FLAGS = ['no-output-header', 'stats', 'help', 'version']
ORDER_OPTIONS = ['as-of', 'status', 'refunds', 'unit']
LETTERS = {'-r': 'roles', '-H': 'header', '-N': 'no-output-header',
           '-o': 'output', '-h': 'help'}


def usage(message):
    raise Refused(message, 2)


class Options:
    """What the command line said. given[name] is the list of an option's values."""

    def __init__(self, argv, with_value=(), flags=()):
        long = [name + '=' for name in COMMON_VALUES + list(with_value)]
        long += COMMON_FLAGS + list(flags)
        try:
            self.given, self.operands = command_line.parse(
                argv, 'r:H:No:h', long, LETTERS, ['cuts'])
        except getopt.GetoptError as error:
            usage(str(error))
        if self.has('help') or self.has('version'):
            print('oracle')
            sys.exit(0)
        self.roles, self.named_roles = parse_roles(self.given.get('roles', []))
        self.as_of = self.date('as-of')
        self.status = self.status_words()
        self.refunds = self.word('refunds', ['net', 'drop'])
        self.unit = self.word('unit', ['order', 'day'])
        self.lang = self.word('lang', ['en', 'ja'])
        self.header = None
        if self.has('header'):
            self.header = [os.fsencode(name) for name in self.value('header').split(',')]
            if self.header == [b'']:
                usage('--header: no name')
        self.no_output_header = self.has('no-output-header')
        self.null = os.fsencode(self.value('null', ''))
        if self.null not in (b'', b'\\N'):
            usage('--null: not read as none')
        self.number('threads', 1, least=1)

    def has(self, name):
        return name in self.given

    def value(self, name, default=None):
        return self.given[name][-1] if name in self.given else default

    def word(self, name, words):
        """One of the words, the first by default."""
        value = self.value(name, words[0])
        if value not in words:
            usage(f'--{name}: not one of {", ".join(words)}: {value!r}')
        return value

    def date(self, name, default=None):
        value = self.value(name)
        if value is None:
            return default
        parsed = values.parse_date(os.fsencode(value)) if len(value) == 10 else None
        if parsed is None:
            usage(f'--{name}: not a date: {value!r}')
        return parsed[0]

    def number(self, name, default, least=0):
        value = self.value(name)
        if value is None:
            return default
        return whole_number(name, value, least)

    def numbers(self, name, default):
        """A list of whole numbers, strictly ascending."""
        items = [whole_number(name, item, 0)
                 for item in self.value(name, default).split(',')]
        return check_ascending(name, items)

    def status_words(self):
        """None for the default words, else the set that counts, or 'all'."""
        value = self.value('status')
        if value is None or value == 'all':
            return value
        words = value.split(',')
        if '' in words:
            usage('--status: an empty word')
        return {os.fsencode(word) for word in words} | ({None} if 'none' in words else set())

    def refuse_unused(self, call, names):
        """Exit 2 for an option that this call does not use."""
        for name in names:
            if self.has(name):
                usage(f'--{name} is not used by {call}')

    def one_call(self, names):
        """The one of these calls that was asked for, or None."""
        asked = [name for name in names if self.has(name)]
        if len(asked) > 1:
            usage(f'--{asked[0]} and --{asked[1]} exclude each other')
        return asked[0] if asked else None

    def first_span(self):
        """--first-from and --first-to as days, open ends as None."""
        start, end = self.date('first-from'), self.date('first-to')
        if start is not None and end is not None and start > end:
            usage('--first-from is later than --first-to')
        return start, end


def whole_number(name, value, least):
    if not (value.isascii() and value.isdigit()) or int(value) < least:
        usage(f'--{name}: not a whole number from {least}: {value!r}')
    return int(value)


def check_ascending(name, items):
    if any(a >= b for a, b in zip(items, items[1:])):
        usage(f'--{name}: not strictly ascending')
    return items


def decimal(name, value):
    parsed = values.parse_decimal(os.fsencode(value))
    if parsed is None:
        usage(f'--{name}: not a decimal number: {value!r}')
    return parsed[0]


def money(name, value):
    """('is', amount) or ('times', multiple), both in 10**-6."""
    if value.endswith('x'):
        multiple = decimal(name, value[:-1])
        if value.startswith('-'):
            usage(f'--{name}: a multiple below zero: {value!r}')
        return 'times', multiple
    return 'is', decimal(name, value)


def at_least(amount, threshold, total, count):
    """amount >= threshold, where aov = total / count; compared exactly."""
    kind, number = threshold
    if kind == 'is':
        return amount >= number
    return amount * count * values.MICRO >= number * total


def parse_roles(lists):
    columns, named = dict(ROLES), set()
    for given in lists:
        if given.startswith('@'):
            entries = roles_file(given[1:])
        else:
            entries = [(entry, 2) for entry in os.fsencode(given).split(b',')]
        for entry, status in entries:
            role, equals, column = entry.partition(b'=')
            role = tsv.text(role)
            if role not in ROLES or not equals or not column:
                raise Refused(f'--roles: not role=column: {tsv.text(entry)!r}', status)
            if role in named:
                raise Refused(f'--roles: {role} given twice', status)
            columns[role] = column
            named.add(role)
    return columns, named


def roles_file(name):
    data = tsv.read_bytes(name)
    if b'\r' in data or b'\0' in data:
        raise Refused(f'{name}: carriage return or NUL')
    return [(line, 1) for line in data.split(b'\n') if line and not line.startswith(b'#')]


def run(main):
    """Run a command: its bytes to standard output, its refusals to standard error."""
    name = os.path.basename(sys.argv[0]).removesuffix('.py').replace('_', '-')
    try:
        options, out = main(sys.argv[1:])
        if options.has('output'):
            with open(options.value('output'), 'wb') as file:
                file.write(out)
        else:
            sys.stdout.buffer.write(out)
            sys.stdout.buffer.flush()
    except Refused as refused:
        print(f'{name}: {refused}', file=sys.stderr)
        sys.exit(refused.status)
    except OSError as error:
        print(f'{name}: {error.strerror}', file=sys.stderr)
        os._exit(3)
