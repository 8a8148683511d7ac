#!/usr/bin/env python3
"""from-cart, second implementation: a shop system's CSV export to the strict TSV."""
import codecs
import getopt
import os
import signal
import sys

sys.dont_write_bytecode = True

import cart_csv
import cart_map
import cart_values
import command_line
from exact import BadValue, Fault, shortest, shown

LINE_SOURCES = ('product', 'product_name', 'category', 'quantity', 'amount', 'price', 'discount',
                'cost', 'kind')
FEES = ('shipping', 'fee', 'discount', 'tax', 'points', 'refund')
COLUMNS = (('order_id', 'order'), ('line', None), ('customer_id', 'customer'),
           ('order_date', 'date'), ('product_id', 'product'), ('product_name', 'product_name'),
           ('category', 'category'), ('quantity', 'quantity'), ('amount', None), ('cost', 'cost'),
           ('media', 'media'), ('shop', 'shop'), ('status', 'status'))
USAGE = 'usage: from_cart.py [--profile NAME|auto] [--map FILE] [--print-map NAME] [FILE...]'


def none_if_empty(text):
    return None if text in ('', '\\N') else text


def tsv_text(text):
    return text.replace('\t', ' ').replace('\r', ' ').replace('\n', ' ')


class Layout:
    """A map, bound to the header of one file."""

    def __init__(self, the_map, header, file):
        self.map, self.file = the_map, file
        self.index = {}
        for i, name in enumerate(header):
            self.index.setdefault(name, i)      # of two columns of one name the first counts
        self.width = len(header)
        self.header = header
        for role, choices in the_map.sources.items():
            if not any(kind == 'constant' or name in self.index for kind, name in choices):
                self.missing(role + '=', [name for _, name in choices])
        single = [name for name, _ in the_map.status_if] + the_map.keep
        for name in single + ([the_map.fill] if the_map.fill else []):
            if name not in self.index:
                self.missing('map', [name])
        of_line = {name for role in LINE_SOURCES for kind, name in the_map.sources.get(role, ())
                   if kind == 'column'}
        self.filled = [name for name in self.index if name not in of_line]

    def missing(self, what, wanted):
        raise Fault(1, '%s: %s: no column %s' % (self.file, what, ' or '.join(map(shown, wanted))),
                    'the columns are: ' + ', '.join(self.header))

    def row(self, fields, memory):
        """Column name -> value or None, with fill= applied."""
        values = {name: none_if_empty(fields[i]) for name, i in self.index.items()}
        if self.map.fill and values[self.map.fill] is not None:
            above = memory.setdefault(values[self.map.fill], {})
            for name in self.filled:
                if values[name] is None:
                    values[name] = above.get(name)
                else:
                    above[name] = values[name]
        return values

    def get(self, values, role):
        for kind, name in self.map.sources.get(role, ()):
            found = name if kind == 'constant' else values.get(name)
            if found:
                return found
        return None


class Converter:
    def __init__(self, options):
        self.options = options
        self.map = None
        self.columns = None
        self.memory = {}            # fill= value -> column -> last value
        self.lines_of = {}          # order -> output lines so far
        self.refunded = set()
        self.stats = {'rows': 0, 'rejected': 0, 'written': 0}

    def start(self, the_map):
        self.map = the_map
        fees = self.options['fees']
        self.columns = [(name, role) for name, role in COLUMNS
                        if name in ('line', 'amount') or role in the_map.sources
                        or (role == 'status' and the_map.status_if)
                        or (role == 'product' and fees)]
        self.header = [name for name, _ in self.columns] + [tsv_text(n) for n in the_map.keep]
        for name in the_map.keep:
            if self.header.count(tsv_text(name)) > 1:
                raise Fault(1, 'keep: the output has a column of this name: ' + shown(name))

    def status(self, layout, values):
        code = layout.get(values, 'status')
        if code is not None and code not in self.map.status_words:
            raise BadValue('status: not named in the map: ' + shown(code))
        for column, word in self.map.status_if:
            if values[column] is not None:
                return word
        return self.map.status_words.get(code or '')

    def kind(self, layout, values):
        code = layout.get(values, 'kind')
        if code is None:
            return self.map.kind_words.get('', 'goods')
        if code not in self.map.kind_words:
            raise BadValue('kind: not named in the map: ' + shown(code))
        return self.map.kind_words[code]

    def convert(self, layout, fields):
        """Output rows (lists of text or None) of one input row."""
        values = layout.row(fields, self.memory)
        text = {role: layout.get(values, role) for role in self.map.sources}
        numbers = {}
        for role in ('quantity', 'amount', 'price', 'discount', 'cost', 'refund'):
            if text.get(role) is not None:
                try:
                    numbers[role] = cart_values.number(text[role])
                except BadValue as error:
                    raise BadValue(role + ': ' + str(error)) from None
        out = {name: text.get(role) for name, role in COLUMNS if role}
        if out['order_date'] is not None:
            out['order_date'] = cart_values.date(out['order_date'], self.map.date_pattern)
        out['status'] = self.status(layout, values)
        kind = self.kind(layout, values)
        for role in ('quantity', 'cost'):
            out[role] = None if numbers.get(role) is None else shortest(numbers[role])
        out['amount'] = self.amount(numbers)
        rows = []
        if kind == 'goods' or kind in self.options['fees']:
            goods = dict(out)
            if kind != 'goods':
                goods['product_id'] = '#' + kind
            rows.append(goods)
        refund = numbers.get('refund')
        order = out['order_id']
        if 'refund' in self.options['fees'] and refund and order not in self.refunded:
            if order is not None:
                self.refunded.add(order)
            rows.append(dict(out, product_id='#refund', product_name=None, category=None,
                             quantity=None, cost=None,
                             amount=shortest(cart_values.check_amount(-refund))))
        keep = [values[name] for name in self.map.keep]
        return [self.output(row, keep) for row in rows]

    def amount(self, numbers):
        if 'amount' in self.map.sources:
            micros = numbers.get('amount')
        else:
            price = numbers.get('price')
            quantity = numbers.get('quantity') if 'quantity' in self.map.sources else 10 ** 6
            if price is None or quantity is None:
                return None
            micros = cart_values.line_amount(price, quantity, numbers.get('discount') or 0)
        return None if micros is None else shortest(micros)

    def output(self, row, keep):
        order = row['order_id']
        number = 1
        if order is not None:
            number = self.lines_of[order] = self.lines_of.get(order, 0) + 1
        row['line'] = str(number)
        return [row[name] for name, _ in self.columns] + keep


class Writer:
    def __init__(self, options):
        self.null = options['null']
        self.to_file = options['output']
        self.parts = []

    def line(self, fields):
        text = '\t'.join(self.null if f is None else tsv_text(f) for f in fields) + '\n'
        data = text.encode('utf-8')
        if self.to_file is None:
            sys.stdout.buffer.write(data)
        else:
            self.parts.append(data)

    def finish(self):
        if self.to_file is not None:
            with open(self.to_file, 'wb') as f:
                f.write(b''.join(self.parts))


def escaped(raw):
    out = []
    for char in raw:
        if cart_csv.bad(char):
            out.append('\\x%02X' % (ord(char) - 0xDC00))
        else:
            out.append({'\t': '\\t', '\r': '\\r', '\n': '\\n', '\0': '\\0', '\\': '\\\\'}
                       .get(char, char))
    return ''.join(out)


def choose(options, header, file):
    """The map for a header: the one named, or the profile that fits."""
    if options['map'] is not None:
        return options['map']
    if options['profile'] != 'auto':
        return cart_map.profile(options['profile'])
    fitting = [name for name in sorted(cart_map.PROFILES)
               if all(n in header for n in cart_map.profile(name).match)]
    if len(fitting) != 1:
        raise Fault(1, '%s: %s profile fits this header' % (file, 'no' if not fitting else
                    'more than one (%s)' % ' '.join(fitting)), 'use --profile or --map')
    return cart_map.profile(fitting[0])


def read_file(path):
    try:
        if path == '-':
            return 'stdin', sys.stdin.buffer.read()
        with open(path, 'rb') as f:
            return path, f.read()
    except OSError as error:
        raise Fault(3, '%s: %s' % (path, error.strerror)) from None


def run(options, files):
    converter, writer = Converter(options), Writer(options)
    rejects = []
    for path in files or ['-']:
        file, data = read_file(path)
        convert_file(converter, writer, rejects, options, file, data)
    writer.finish()
    if options['rejects']:
        with open(options['rejects'], 'w', encoding='utf-8', newline='') as f:
            f.write('file\tline\tcolumn\treason\trow\n')
            for row in rejects:
                f.write('\t'.join(row) + '\n')
    if options['stats']:
        for name, value in converter.stats.items():
            sys.stderr.write('%s\t%d\n' % (name, value))
    if rejects and len(rejects) == converter.stats['rows']:
        raise Fault(1, 'every row was rejected')


def convert_file(converter, writer, rejects, options, file, data):
    fixed = options['map']
    encoding = options['encoding'] or (fixed.encoding if fixed else None) or 'auto'
    separator = (fixed.separator if fixed else None) or ','
    source = cart_csv.records(cart_csv.decode(data, encoding), separator)
    header = options['header']
    if header is None:
        first = next(source, None)
        if first is None:
            raise Fault(1, file + ': no header line')
        line, header, _, reason = first
        if reason:
            raise Fault(1, '%s:%d: %s' % (file, line, reason))
    if converter.map is None:
        converter.start(choose(options, header, file))
        layout = Layout(converter.map, header, file)
        if not options['no_header']:
            writer.line(converter.header)
    else:
        layout = Layout(converter.map, header, file)
    for line, fields, raw, reason in source:
        converter.stats['rows'] += 1
        try:
            if reason:
                raise BadValue(reason)
            if len(fields) != layout.width:
                raise BadValue('%d fields, the header has %d' % (len(fields), layout.width))
            rows = converter.convert(layout, fields)
        except BadValue as error:
            if not options['rejects']:
                raise Fault(1, '%s:%d: %s' % (file, line, error)) from None
            converter.stats['rejected'] += 1
            rejects.append([file, str(line), '', tsv_text(str(error)), escaped(raw)])
            continue
        for row in rows:
            converter.stats['written'] += 1
            writer.line(row)


def fee_list(text):
    if text == 'all':
        return set(FEES)
    found = text.split(',')
    for name in found:
        if name not in FEES:
            raise Fault(2, '--fees: not one of all %s: %s' % (' '.join(FEES), shown(name)))
    return set(found)


def options_of(argv):
    o = {'profile': None, 'map': None, 'print_map': None, 'encoding': None, 'fees': set(),
         'header': None, 'no_header': False, 'null': '', 'rejects': None, 'stats': False,
         'output': None}
    letters = {'-H': 'header', '-N': 'no-output-header', '-o': 'output', '-h': 'help'}
    try:
        given, files = command_line.parse(argv, 'hH:No:', [
            'profile=', 'map=', 'print-map=', 'encoding=', 'fees=', 'header=', 'no-output-header',
            'null=', 'rejects=', 'stats', 'output=', 'threads=', 'help', 'version'], letters)
    except getopt.GetoptError as error:
        raise Fault(2, str(error)) from None
    for name, (value,) in given.items():
        if name == 'profile':
            if value != 'auto' and value not in cart_map.PROFILES:
                raise Fault(2, '--profile: no such profile: ' + shown(value))
            o['profile'] = value
        elif name == 'map':
            o['map'] = value
        elif name == 'print-map':
            if value not in cart_map.PROFILES:
                raise Fault(2, '--print-map: no such profile: ' + shown(value))
            o['print_map'] = value
        elif name == 'encoding':
            try:
                if value != 'auto':
                    codecs.lookup(value)
            except LookupError:
                raise Fault(2, '--encoding: unknown: ' + shown(value)) from None
            o['encoding'] = value
        elif name == 'fees':
            o['fees'] = fee_list(value)
        elif name == 'header':
            o['header'] = value.split(',')
        elif name == 'no-output-header':
            o['no_header'] = True
        elif name == 'null':
            if value not in ('', '\\N'):
                raise Fault(2, '--null: not read as none')
            o['null'] = value
        elif name == 'rejects':
            o['rejects'] = value
        elif name == 'stats':
            o['stats'] = True
        elif name == 'output':
            o['output'] = value
        elif name == 'threads':
            if not value.isdigit() or int(value) < 1:
                raise Fault(2, '--threads: not a number of threads: ' + shown(value))
        elif name == 'help':
            print(USAGE)
            sys.exit(0)
        elif name == 'version':
            print('from_cart.py (oracle)')
            sys.exit(0)
    if o['map'] is not None and o['profile'] is not None:
        raise Fault(2, '--map and --profile exclude each other')
    if o['print_map'] and (files or set(given) != {'print-map'}):
        raise Fault(2, '--print-map stands alone')
    o['profile'] = o['profile'] or 'auto'
    if o['map'] is not None:
        file, data = read_file(o['map'])
        try:
            o['map'] = cart_map.parse(data.decode('utf-8-sig'), file)
        except UnicodeDecodeError:
            raise Fault(1, file + ': invalid UTF-8') from None
    return o, files


def command():
    try:
        options, files = options_of(sys.argv[1:])
        if options['print_map']:
            sys.stdout.buffer.write(cart_map.PROFILES[options['print_map']].encode('utf-8'))
        else:
            run(options, files)
        sys.stdout.flush()
    except Fault as fault:
        sys.stdout.flush()
        sys.stderr.write('from-cart: %s\n' % fault.message)
        if fault.hint:
            sys.stderr.write('from-cart: hint: %s\n' % fault.hint)
        sys.exit(fault.status)
    except OSError as error:
        sys.stderr.write('from-cart: %s\n' % error)
        os._exit(3)


if __name__ == '__main__':
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    command()
