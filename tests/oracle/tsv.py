"""The strict TSV (contract 1.1): reading with all refusals, and writing.

Everything is bytes; a none (empty field or \\N) is Python's None.
"""
import os
import sys

BOM = b'\xef\xbb\xbf'


class Refused(Exception):
    """A run that ends: status 1 data refused, 2 usage, 3 input or output failed."""

    def __init__(self, message, status=1):
        super().__init__(message)
        self.status = status


def text(data):
    """Bytes as they can be shown in a message."""
    return data.decode('utf-8', 'backslashreplace')


def none_or(field):
    return None if field == b'' or field == b'\\N' else field


def is_utf8(data):
    try:
        data.decode('utf-8')
    except UnicodeDecodeError:
        return False
    return True


def read_bytes(name):
    try:
        if name == '-':
            return sys.stdin.buffer.read()
        with open(name, 'rb') as file:
            return file.read()
    except OSError as error:
        raise Refused(f'{name}: {error.strerror}', 3)


class Table:
    """One operand: its header's names, and its rows."""

    def __init__(self, name, header=None):
        self.name = 'stdin' if name == '-' else name
        data = read_bytes(name)
        if data.startswith(BOM):
            data = data[len(BOM):]
        lines = data.split(b'\n')
        if lines[-1] == b'':
            lines.pop()
        self.clean = b'\r' not in data and b'\0' not in data
        self.all_utf8 = is_utf8(data)
        if header is not None:
            self.header = header
            self.first_row = 1
        else:
            if not data:
                raise Refused(f'{self.name}: no header line')
            self.check_bytes(1, lines[0])
            self.header = lines[0].split(b'\t')
            self.first_row = 2
        self.lines = lines

    def refuse(self, number, message):
        raise Refused(f'{self.name}:{number}: {message}')

    def check_bytes(self, number, line):
        if b'\r' in line:
            self.refuse(number, 'carriage return in the line')
        if b'\0' in line:
            self.refuse(number, 'NUL in the line')

    def column(self, name, needed=True):
        """The index of the column, or None if it may be absent and is."""
        count = self.header.count(name)
        place = 1 if self.first_row == 2 else '--header'
        if count > 1:
            self.refuse(place, f'column {text(name)} stands twice in the header')
        if count == 1:
            return self.header.index(name)
        if needed:
            self.refuse(place, f'no column {text(name)}')
        return None

    def rows(self):
        """Yield (line number, fields) of every row."""
        width = len(self.header)
        for index in range(self.first_row - 1, len(self.lines)):
            line = self.lines[index]
            if not self.clean:
                self.check_bytes(index + 1, line)
            fields = line.split(b'\t')
            if len(fields) != width:
                self.refuse(index + 1, f'{len(fields)} fields, the header has {width}')
            yield index + 1, fields

    def text_value(self, number, field):
        """The field as a text value: None, or bytes that are valid UTF-8."""
        if not self.all_utf8 and not is_utf8(field):
            self.refuse(number, f"invalid UTF-8: '{text(field)}'")
        return none_or(field)


def tables(operands, header=None):
    for name in operands or ['-']:
        yield Table(name, header)


def check_names(header):
    """Of columns to be printed: no command reads a table with a name twice."""
    names = [name if isinstance(name, bytes) else name.encode() for name in header]
    if len(set(names)) < len(names):
        raise Refused('the output would have two columns of one name', 2)


def table_of(header, rows, options):
    """The bytes of an output table. A field is None, bytes, str or int."""
    out = []
    if not options.no_output_header:
        out.append(line_of(header, b''))
    for row in rows:
        out.append(line_of(row, options.null))
    return b''.join(out)


def line_of(row, null):
    fields = []
    for field in row:
        if field is None:
            field = null
        elif not isinstance(field, bytes):
            field = os.fsencode(str(field))
        fields.append(field)
    return b'\t'.join(fields) + b'\n'
