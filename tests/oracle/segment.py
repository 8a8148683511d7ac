#!/usr/bin/env python3
"""segment, second implementation: the rows, or customers, for which an expression is true."""
import getopt
import os
import re
import signal
import sys

sys.dont_write_bytecode = True

import command_line
import exact
import expr
import options as common
import tsv
from exact import BadValue, Fault, shown
from expr_eval import Evaluator, parse, prepare
from expr_types import Types, named_columns

USAGE = 'usage: segment.py [--customers] [-v] [options] EXPR|-f FILE|--rules FILE [FILE...]'
ROLE_TYPES = {'date': 'date', 'amount': 'number', 'quantity': 'number', 'cost': 'number'}
LONG = ['customers', 'show=', 'ids', 'file=', 'rules=', 'as=', 'invert', 'roles=', 'as-of=',
        'status=',
        'refunds=', 'unit=', 'header=', 'no-output-header', 'null=', 'rejects=', 'stats', 'output=',
        'threads=', 'help', 'version']


def decoded(data):
    return data.decode('utf-8', 'surrogateescape')


class Settings:
    """The command line. Attributes as orders.py expects them, and segment's own."""


def settings(argv):
    letters = {'-f': 'file', '-v': 'invert', '-r': 'roles', '-H': 'header', '-o': 'output',
               '-N': 'no-output-header', '-h': 'help'}
    try:
        given, operands = command_line.parse(argv, 'hvNf:r:H:o:', LONG, letters, ['show'])
    except getopt.GetoptError as error:
        raise Fault(2, str(error)) from None
    if 'help' in given or 'version' in given:
        print(USAGE)
        sys.exit(0)
    s = Settings()
    s.given = given
    last = {name: values[-1] for name, values in given.items()}
    s.customers, s.ids = 'customers' in given, 'ids' in given
    s.invert = 'invert' in given
    exclusions(s, given)
    s.roles, s.named_roles = common.parse_roles(given.get('roles', []))
    s.as_of = None
    if 'as-of' in last:
        try:
            s.as_of = exact.plain_day(last['as-of'])
        except BadValue as error:
            raise Fault(2, '--as-of: %s' % error) from None
    s.refunds = word(last, 'refunds', ('net', 'drop'))
    s.unit = word(last, 'unit', ('order', 'day'))
    s.status = last.get('status')
    if s.status not in (None, 'all'):
        words = s.status.split(',')
        if '' in words:
            raise Fault(2, '--status: an empty word')
        s.status = {os.fsencode(w) for w in words} | ({None} if 'none' in words else set())
    s.header = None
    if 'header' in last:
        s.header = [os.fsencode(name) for name in last['header'].split(',')]
        if s.header == [b'']:
            raise Fault(2, '--header: no name')
    s.no_output_header = 'no-output-header' in given
    s.null = os.fsencode(last.get('null', ''))
    if s.null not in (b'', b'\\N'):
        raise Fault(2, '--null: not read as none')
    if not re.fullmatch('[1-9][0-9]*', last.get('threads', '1')):
        raise Fault(2, '--threads: not a number of threads')
    s.rejects, s.output, s.stats = last.get('rejects'), last.get('output'), 'stats' in given
    s.name = last.get('as', 'segment')
    if s.name == '' or re.search('[\t\r\n\0]', s.name):
        raise Fault(2, '--as: not a column name')
    read_expressions(s, last, operands)
    return s


def word(last, name, words):
    value = last.get(name, words[0])
    if value not in words:
        raise Fault(2, '--%s: not one of %s: %s' % (name, ' '.join(words), shown(value)))
    return value


def exclusions(s, given):
    def refuse(names, why):
        for name in names:
            if name in given:
                raise Fault(2, '--%s is not used %s' % (name, why))
    if 'rules' in given:
        refuse(['file', 'invert', 'ids'], 'with --rules')
    else:
        refuse(['as', 'null'] if 'customers' not in given else ['as'], 'without --rules')
    if s.customers:
        if s.ids:
            refuse(['show'], 'with --ids')
    else:
        refuse(['show', 'ids', 'status', 'refunds', 'unit'], 'without --customers')


def read_text(path):
    try:
        data = tsv.read_bytes(path)
    except tsv.Refused as refused:
        raise Fault(refused.status, str(refused)) from None
    return decoded(data[3:] if data.startswith(tsv.BOM) else data)


def read_expressions(s, last, operands):
    """s.rules: (name or None, tree); s.shows: (name, tree); s.operands: the files."""
    operands = list(operands)
    if 'rules' in last:
        s.rules = rules_file(last['rules'], s.customers)
        s.by_rules = True
    else:
        if 'file' in last:
            source = expr.Source(read_text(last['file']), last['file'])
        elif operands:
            source = expr.Source(operands.pop(0))
        else:
            raise Fault(2, 'no expression', USAGE)
        s.rules = [(None, expr.parse(source, s.customers))]
        s.by_rules = False
    s.operands = operands
    s.shows = []
    for value in s.given.get('show', []):
        name, equals, text = value.partition('=')
        if not equals or name == '' or re.search('[\t\r\n\0]', name):
            raise Fault(2, '--show: not NAME=EXPR: ' + shown(value))
        source = expr.Source(text, '--show ' + name)
        s.shows.append((name, expr.parse(source, s.customers)))


def rules_file(path, customers):
    rules = []
    for number, line in enumerate(read_text(path).split('\n'), 1):
        if line == '' or line.startswith('#'):
            continue
        name, tab, text = line.partition('\t')
        if not tab or name in ('', '\\N') or '\r' in line or '\0' in line:
            raise Fault(1, '%s:%d: not name, TAB, expression' % (path, number))
        source = expr.Source(text, path, number, len(name) + 2, 1)
        rules.append((name, expr.parse(source, customers)))
    return rules


def bind(s):
    """Types of all expressions, lists of `in @file` read."""
    roles = {decoded(column): ROLE_TYPES.get(role, 'text') for role, column in s.roles.items()}
    types = Types(roles, decoded(s.roles['customer']) if s.customers else None)
    for _, tree in s.rules:
        types.condition(tree)
    for _, tree in s.shows:
        types.show(tree)
    s.column_types = types.settle()
    s.columns, s.converted = set(), set()
    for _, tree in s.rules + s.shows:
        s.columns |= named_columns(tree, s.customers)
        for node in tree.walk():
            if node.op == 'as_of' and not s.customers and s.as_of is None:
                raise expr.wrong(node, 'as_of needs --as-of')
            if node.op == 'call' and node.value in ('number', 'date') \
                    and node.args[0].op == 'column':
                s.converted.add((node.args[0].value, node.value))
    for _, tree in s.rules + s.shows:
        prepare(tree, types, read_list)
    s.types = types


def read_list(path, column):
    """Values of `in @file` or `in @file:column`: (place, text), none left out."""
    if column is None:
        for number, line in enumerate(read_text(path).split('\n'), 1):
            if re.search('[\r\0\t]', line):
                raise Fault(1, '%s:%d: CR, NUL or TAB in the line' % (path, number))
            if not tsv.is_utf8(os.fsencode(line)):
                raise Fault(1, '%s:%d: invalid UTF-8' % (path, number))
            if line not in ('', '\\N'):
                yield '%s:%d' % (path, number), line
        return
    try:
        table = tsv.Table(path)
        index = table.column(os.fsencode(column))
        for number, fields in table.rows():
            value = table.text_value(number, fields[index])
            if value is not None:
                yield '%s:%d' % (path, number), decoded(value)
    except tsv.Refused as refused:
        raise Fault(refused.status, str(refused)) from None


class Scene:
    """One row: its columns by name, all parsed before anything is evaluated."""

    def __init__(self, s, raw):
        """raw: column -> bytes, of the columns that the expressions name."""
        self.as_of = s.as_of
        self.texts, self.values = {}, {}
        for name, field in raw.items():
            field = tsv.none_or(field)
            try:
                self.texts[name] = None if field is None else field.decode('utf-8')
            except UnicodeDecodeError:
                raise BadValue('%s: invalid UTF-8' % name) from None
            try:
                self.values[name] = parse(self.texts[name], s.column_types[name])
                for column, kind in s.converted:
                    if column == name:
                        parse(self.texts[name], kind)
            except BadValue as error:
                raise BadValue('%s: %s' % (name, error)) from None

    def column(self, name):
        return self.values[name]

    def raw(self, name):
        return self.texts[name]

    def decimals(self, name):
        return len((self.texts[name] or '').partition('.')[2])


class Output:
    """Standard output at once, or a file that is written when all went well."""

    def __init__(self, path):
        self.path, self.parts = path, []

    def write(self, data):
        if self.path is None:
            sys.stdout.buffer.write(data)
        else:
            self.parts.append(data)

    def finish(self):
        if self.path is not None:
            with open(self.path, 'wb') as f:
                f.write(b''.join(self.parts))
        else:
            sys.stdout.buffer.flush()


def check_line(line, width):
    """A line's fields. BadValue for what no line may hold."""
    if b'\r' in line:
        raise BadValue('carriage return in the line')
    if b'\0' in line:
        raise BadValue('NUL in the line')
    fields = line.split(b'\t')
    if len(fields) != width:
        raise BadValue('%d fields, the header has %d' % (len(fields), width))
    return fields


def reject(file, number, reason, line):
    out = ''.join({'\t': '\\t', '\r': '\\r', '\0': '\\0', '\\': '\\\\'}.get(c, c) if not
                  0xDC00 <= ord(c) <= 0xDCFF else '\\x%02x' % (ord(c) - 0xDC00)
                  for c in decoded(line))
    clean = re.sub('[\t\r\n\0]', ' ', str(reason))
    return '\t'.join([file, str(number), '', clean, out])


def rows(s):
    """Row mode."""
    out, rejects = Output(s.output), []
    first_header, total, written = None, 0, 0
    evaluator = Evaluator(s.types)
    for table in tsv.tables(s.operands, s.header):
        index = {name: table.column(os.fsencode(name)) for name in s.columns}
        for role in s.named_roles:
            table.column(s.roles[role])
        if first_header is None:
            first_header = table.header
            if s.by_rules and os.fsencode(s.name) in table.header:
                raise Fault(1, '%s: the table has a column %s' % (table.name, s.name), '--as')
            if not s.no_output_header:
                names = table.header + ([os.fsencode(s.name)] if s.by_rules else [])
                out.write(b'\t'.join(names) + b'\n')
        elif s.header is None and table.header != first_header:
            raise Fault(1, '%s:1: another header than the first file' % table.name)
        for number in range(table.first_row, len(table.lines) + 1):
            line = table.lines[number - 1]
            total += 1
            try:
                fields = check_line(line, len(table.header))
                scene = Scene(s, {name: fields[i] for name, i in index.items()})
                chosen = choose(s, evaluator, scene)
            except BadValue as error:
                if s.rejects is None:
                    raise Fault(1, '%s:%d: %s' % (table.name, number, error)) from None
                rejects.append(reject(table.name, number, error, line))
                continue
            if s.by_rules:
                out.write(line + b'\t' + (s.null if chosen is None else os.fsencode(chosen)) + b'\n')
            elif chosen != s.invert:
                out.write(line + b'\n')
            written += s.by_rules or chosen != s.invert
    out.finish()
    if s.stats:
        for name, value in (('lines', total), ('lines_rejected', len(rejects)),
                            ('rows_written', written)):
            print(f'{name}\t{value}', file=sys.stderr)
    if s.rejects is not None:
        with open(s.rejects, 'w', encoding='utf-8', newline='') as f:
            f.write('\n'.join(['file\tline\tcolumn\treason\trow'] + rejects) + '\n')
        if total and len(rejects) == total:
            raise Fault(1, 'every row was rejected')


def choose(s, evaluator, scene):
    """The name of the first rule that holds, or None; without --rules the truth itself."""
    truths = [(name, evaluator.value(tree, scene)) for name, tree in s.rules]
    if not s.by_rules:
        return truths[0][1]
    return next((name for name, truth in truths if truth), None)


def command():
    sys.setrecursionlimit(20000)
    try:
        s = settings(sys.argv[1:])
        bind(s)
        if s.customers:
            import segment_customers
            segment_customers.run(s)
        else:
            rows(s)
    except (Fault, tsv.Refused) as fault:
        try:
            sys.stdout.buffer.flush()
        except OSError:
            os._exit(3)
        message = fault.message if isinstance(fault, Fault) else str(fault)
        sys.stderr.buffer.write(os.fsencode('segment: %s\n' % message))
        if isinstance(fault, Fault) and fault.hint:
            sys.stderr.buffer.write(os.fsencode('segment: hint: %s\n' % fault.hint))
        sys.exit(fault.status)
    except OSError as error:
        sys.stderr.write('segment: %s\n' % error)
        os._exit(3)


if __name__ == '__main__':
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    command()
