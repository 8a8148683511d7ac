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
COUNTS = ('lines', 'lines_rejected', 'rows_written', 'lines_goods', 'lines_fees', 'lines_by_shipping', 'lines_by_fee',
          'lines_by_discount', 'lines_by_tax', 'lines_by_points', 'lines_without_product',
          'lines_without_amount', 'refunds_written', 'refunds_left_out')
USAGE = 'usage: from_cart.py [--profile NAME|auto] [--map FILE] [--print-map NAME] [FILE...]'


def none_if_empty(text):
    return None if text in ('', '\\N') else text


def tsv_text(text):
    return text.replace('\t', ' ').replace('\r', ' ').replace('\n', ' ')


class Layout:
    """A map, bound to the header of one file."""

    def __init__(self, the_map, header, place):
        self.map, self.place, self.header = the_map, place, header
        self.sources = {}       # role -> ('constant', text) and ('column', index) that are there
        for role, choices in the_map.sources.items():
            found = [(kind, name if kind == 'constant' else self.find(name))
                     for kind, name in choices]
            self.sources[role] = [choice for choice in found if choice[1] is not None]
            if not self.sources[role] and role not in the_map.optional:
                self.missing(role, [name for _, name in choices])
        self.flags = [(self.find(column), word) for column, word in the_map.status_if]
        if 'status?' not in the_map.optional and None in dict(self.flags):
            self.missing('status?', [column for column, _ in the_map.status_if])
        self.flags = [(at, word) for at, word in self.flags if at is not None]
        self.keep = [self.find(name) for name in the_map.keep]
        self.fill = self.find(the_map.fill) if the_map.fill else None
        if None in self.keep or (the_map.fill and self.fill is None):
            self.missing('keep or fill', the_map.keep + [the_map.fill])
        of_line = {at for role in LINE_SOURCES for kind, at in self.sources.get(role, ())
                   if kind == 'column'}
        self.filled = [at for at in range(len(header)) if at not in of_line]
        self.memory = {}        # fill= value -> column -> last value

    def find(self, name):
        """A column by its very name, else by one that looks the same; the first of them."""
        if name in self.header:
            return self.header.index(name)
        alike = cart_values.same_name(name)
        return next((at for at, other in enumerate(self.header)
                     if cart_values.same_name(other) == alike), None)

    def missing(self, what, wanted):
        raise Fault(1, '%s: %s: no column %s' % (self.place, what, wanted),
                    'the columns are: ' + ', '.join(self.header))

    def has(self, role):
        return bool(self.sources.get(role)) or (role == 'status' and bool(self.flags))

    def row(self, fields):
        """The row's values or None, with fill= applied."""
        values = [none_if_empty(field) for field in fields]
        if self.fill is not None and values[self.fill] is not None:
            above = self.memory.setdefault(values[self.fill], {})
            for at in self.filled:
                if values[at] is None:
                    values[at] = above.get(at)
                else:
                    above[at] = values[at]
        return values

    def get(self, values, role):
        for kind, what in self.sources.get(role, ()):
            found = what if kind == 'constant' else values[what]
            if found:
                return found
        return None


class Converter:
    def __init__(self, options):
        self.options = options
        self.header = None
        self.lines_of = {}          # order -> output lines so far
        self.refund_of = {}         # order -> its refund
        self.count = dict.fromkeys(COUNTS, 0)

    def start(self, layout):
        """The output's header for a file; all files must have the same."""
        self.layout = layout
        self.columns = [(name, role) for name, role in COLUMNS
                        if name in ('line', 'amount') or layout.has(role)
                        or (role == 'product' and self.options['fees'])]
        header = [name for name, _ in self.columns] + [tsv_text(n) for n in layout.map.keep]
        if self.header not in (None, header):
            raise Fault(1, layout.place + ': gives other columns than the first file')
        first, self.header = self.header is None, header
        return first

    def status(self, values):
        the_map = self.layout.map
        code = self.layout.get(values, 'status')
        if code is not None and code not in the_map.status_words:
            raise BadValue('status: not named in the map: ' + shown(code))
        for at, word in self.layout.flags:
            if values[at] is not None:
                return word
        named = self.layout.sources.get('status')
        return the_map.status_words.get(code or '') if named else None

    def kind(self, values):
        if not self.layout.sources.get('kind'):
            return 'goods'
        code = self.layout.get(values, 'kind') or ''
        if code not in self.layout.map.kind_words:
            raise BadValue('kind: not named in the map: ' + shown(code))
        return self.layout.map.kind_words[code]

    def convert(self, fields):
        """Output rows (lists of text or None) of one input row."""
        layout, options, count = self.layout, self.options, self.count
        values = layout.row(fields)
        text = {role: layout.get(values, role) for role in layout.sources}
        numbers = {}
        for role in ('quantity', 'amount', 'price', 'discount', 'cost', 'refund'):
            if text.get(role) is not None:
                try:
                    numbers[role] = cart_values.number(text[role])
                except BadValue as error:
                    raise BadValue(role + ': ' + str(error)) from None
        out = {name: text.get(role) for name, role in COLUMNS if role}
        for name in ('order_id', 'customer_id', 'product_id'):
            cart_values.check_code(out[name])
        if out['order_date'] is not None:
            out['order_date'] = cart_values.date(out['order_date'], layout.map.date_pattern)
        out['status'] = self.status(values)
        kind = self.kind(values)
        for role in ('quantity', 'cost'):
            out[role] = None if numbers.get(role) is None else shortest(numbers[role])
        out['amount'] = self.amount(numbers)
        sold = out['product_id'] or out['product_name'] or any(
            numbers.get(role) is not None
            for role in ('quantity', 'amount', 'price', 'discount', 'cost'))
        rows = []
        if (numbers.get('refund') or 0) < 0:
            raise BadValue('refund: below zero: ' + shown(text['refund']))
        refund, order = numbers.get('refund'), out['order_id']
        if refund and self.refund_of.get(order, refund) != refund:
            raise BadValue('refund: another one of the order: ' + shown(text['refund']))
        count['lines'] += 1
        if kind != 'goods' and kind not in options['fees']:
            count['lines_by_' + kind] += 1
        elif kind == 'goods' and not sold:
            count['lines_without_product'] += 1
        else:
            count['lines_goods' if kind == 'goods' else 'lines_fees'] += 1
            count['lines_without_amount'] += out['amount'] is None
            rows.append(out if kind == 'goods' else dict(out, product_id='#' + kind))
        rows += self.refund(out, numbers.get('refund'))
        count['rows_written'] += len(rows)
        keep = [values[at] for at in layout.keep]
        return [self.output(row, keep) for row in rows]

    def refund(self, out, refund):
        """The order's refund, once, behind its first row that has one."""
        order = out['order_id']
        if not refund or order in self.refund_of:
            return []
        if order is not None:
            self.refund_of[order] = refund
        if 'refund' not in self.options['fees']:
            self.count['refunds_left_out'] += 1
            return []
        self.count['refunds_written'] += 1
        return [dict(out, product_id='#refund', product_name=None, category=None, quantity=None,
                     cost=None, amount=shortest(-refund))]

    def amount(self, numbers):
        if self.layout.has('amount'):
            micros = numbers.get('amount')
        else:
            price = numbers.get('price')
            quantity = numbers.get('quantity') if self.layout.has('quantity') else 10 ** 6
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


def choose(options, header, place):
    """The map for a header: the one named, or the profile that fits."""
    if options['map'] is not None:
        return options['map']
    if options['profile'] != 'auto':
        return cart_map.profile(options['profile'])
    fitting = []
    for name in sorted(cart_map.PROFILES):
        layout = Layout(cart_map.Map(), header, place)
        if all(layout.find(n) is not None for n in cart_map.profile(name).match):
            fitting.append(name)
    if len(fitting) != 1:
        raise Fault(1, '%s: %s profile fits this header' % (place, 'no' if not fitting else
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
    for path in files or ['-']:
        file, data = read_file(path)
        try:
            convert_file(converter, writer, options, file, data)
        except cart_csv.Broken as broken:
            raise Fault(1, '%s:%d: %s' % (file, *broken.args)) from None
    writer.finish()
    if options['stats']:
        for name, value in converter.count.items():
            sys.stderr.write('%s\t%d\n' % (name, value))


def convert_file(converter, writer, options, file, data):
    fixed = options['map']
    encoding = options['encoding'] or (fixed.encoding if fixed else None) or 'auto'
    text = cart_csv.decode(data, encoding)
    source = cart_csv.records(text, fixed.separator if fixed else None)
    first = next(source, None)
    if first is None:
        raise Fault(1, file + ': no header line')
    line, header = first
    place = '%s:%d' % (file, line)
    if converter.start(Layout(choose(options, header, place), header, place)) \
            and not options['no_header']:
        writer.line(converter.header)
    for line, fields in source:
        try:
            if len(fields) != len(header):
                raise BadValue('%d fields, the header has %d' % (len(fields), len(header)))
            rows = converter.convert(fields)
        except BadValue as error:
            raise Fault(1, '%s:%d: %s' % (file, line, error)) from None
        for row in rows:
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
         'no_header': False, 'null': '', 'stats': False, 'output': None}
    letters = {'-N': 'no-output-header', '-o': 'output', '-h': 'help'}
    try:
        given, files = command_line.parse(argv, 'hNo:', [
            'profile=', 'map=', 'print-map=', 'encoding=', 'fees=', 'no-output-header',
            'null=', 'stats', 'output=', 'threads=', 'help', 'version'], letters)
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
        elif name == 'no-output-header':
            o['no_header'] = True
        elif name == 'null':
            if value not in ('', '\\N'):
                raise Fault(2, '--null: not read as none')
            o['null'] = value
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
    if o['print_map'] and (files or not set(given) <= {'print-map', 'output'}):
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
