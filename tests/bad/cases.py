"""The cases of bad inputs, read from the files beside this one."""
import csv
import os
import re
import shlex

HERE = os.path.dirname(os.path.abspath(__file__))
SLOW = 'TOKUI_LINES' in os.environ      # the build makes all of it slow
# under TSan only threads matter: the first value of each kind, by 3 threads
FEW = int(os.environ.get('TOKUI_TABLES', 400)) <= 20
# what the words in braces are
SIZES = {'LONG': 100_000_000, 'WIDE': 1_000_000, 'MANY': 30_000}
if SLOW:
    SIZES = {'LONG': 3_000_000, 'WIDE': 100_000, 'MANY': 3_000}
SIZES |= {'MANY+2': SIZES['MANY'] + 2, 'MANY+3': SIZES['MANY'] + 3}


# ---- text in the files

def decoded(text):
    """Escapes as bytes."""
    def byte(m):
        c = m[1]
        return {'t': b'\t', 'r': b'\r', 'n': b'\n', '0': b'\0', '\\': b'\\'}.get(c) \
            or bytes([int(c[1:], 16)])
    parts = re.split(r'(\\(?:x[0-9a-f]{2}|.))', text)
    return b''.join(byte((None, part[1:])) if i % 2 else part.encode()
                    for i, part in enumerate(parts))


def expanded(text, words):
    """Bytes with {WORD} and {TEXT*N}, innermost first."""
    while m := re.search(rb'\{([^{}]*)\}', text):
        word = m[1].decode('latin-1')
        if word in words:
            with_it = words[word]
        elif word in SIZES:
            with_it = b'%d' % SIZES[word]
        elif times := re.fullmatch(rb'(.*)\*([0-9]+)', m[1], re.S):
            with_it = times[1] * int(times[2])
        else:
            break
        text = text[:m.start()] + with_it + text[m.end():]
    return text


def table(name):
    """A strict TSV as dictionaries."""
    with open(os.path.join(HERE, name), encoding='utf-8') as file:
        head, *rows = [line.rstrip('\n').split('\t') for line in file]
    for row in rows:
        assert len(row) == len(head), (name, row)
    return [dict(zip(head, row)) for row in rows]


HINTS = {row['hint']: row['text'] for row in table('hints.tsv')}


# ---- tables without fault

class Base:
    """A header and rows, into which faults are put; as bytes with their LF."""

    def __init__(self, separator, head, row):
        self.separator, self.names, self.fields = separator, head.split(), row.split()
        self.head, self.made = self.joined(self.names), []

    def joined(self, fields):
        return self.separator.join(fields).encode() + b'\n'

    def row(self, number):
        """Each is an order of its own; customers come again."""
        first, customer, *rest = self.fields
        return self.joined([f'{first}{number + 1}', f'{customer}{number % 1000}', *rest])

    def rows(self, n):
        if len(self.made) < n:
            self.made = [self.row(number) for number in range(n)]
        return self.made[:n]

    def row_with(self, name, value):
        """A row with one field as it is in the cases."""
        fields = [b'other', b'another'] + [field.encode() for field in self.fields[2:]]
        fields[self.names.index(name)] = decoded(value)
        return self.separator.encode().join(fields) + b'\n'


BASES = {
    'orders': Base('\t', 'order_id customer_id order_date amount status media note',
                   'order ann 2024-01-01 10 paid web note'),
    'cart': Base(',', 'number who day code price quantity state',
                 'order ann 2024-01-01 tea 10 1 ok'),
}


# ---- cases

def escaped(row):
    """A row as --rejects writes it."""
    text = row.replace(b'\\', b'\\\\').decode('utf-8', 'surrogateescape')
    for byte, escape in (('\t', '\\t'), ('\r', '\\r'), ('\n', '\\n'), ('\0', '\\0')):
        text = text.replace(byte, escape)
    return re.sub('[\udc80-\udcff]', lambda m: f'\\x{ord(m[0]) - 0xdc00:02x}', text)


class Case:
    """text names it; meets: what a call must meet."""
    ends = False        # the run, whatever --rejects says

    def __init__(self, text, meets):
        self.text, self.meets, self.met = text, meets, False

    def met_by(self, words):
        return set(self.meets.split()) <= words

    def rejected(self, file, line, base):
        """What --rejects FILE holds of it."""
        row = self.line(base)[:-1]
        if base.separator == ',':
            row = '\t'.join(next(csv.reader([row.decode()]))).encode()
        return f'{file}\t{line}\t{self.column}\t{self.reason}\t{escaped(row)}\n'


class Value(Case):
    """A value in the column that meets names last; what must be said of it."""

    def __init__(self, row):
        super().__init__(row['value'], row['meets'])
        self.column, self.same = self.meets.split()[-1], row.get('same')
        self.reason, self.hint = row.get('reason'), row.get('hint')
        self.shown = row.get('shown') or row['value']

    def line(self, base, value=None):
        return base.row_with(self.column, value or self.text)

    def message(self, place):
        """What is said, and the hint."""
        return (f"{place}: {self.column}: {self.reason}: '{self.shown}'",
                HINTS[self.hint].replace('{value}', self.shown))


class Line(Case):
    """A whole line."""

    def __init__(self, row):
        super().__init__(row['row'], row['meets'])
        self.column, self.reason, self.hint = '', row['reason'], row['hint']
        self.said = self.reason
        if of_value := re.fullmatch("([a-z]+): (.*): '.*'", self.said):
            self.column, self.reason = of_value.groups()
        self.ends = row['ends'] == 'yes'

    def line(self, base):
        return decoded(self.text) + b'\n'

    def message(self, place):
        return f'{place}: {self.said}', HINTS.get(self.hint, '')


class Input(Case):
    """Files, and how they are read: the words of inputs."""

    def __init__(self, lines):
        words = dict(line.partition(' ')[::2] for line in lines
                     if not re.match(r'[tuv][:.]', line))
        super().__init__(words['case'], words.get('meets', ''))
        self.files = [line for line in lines if re.match(r'[tuv][:.]', line)]
        self.run = self.split(words.get('run', 't'))
        self.same = self.split(words.get('same') or words.get('like') or '')
        self.alike, self.once = 'like' in words, 'once' in words
        self.ahead = self.split(words.get('ahead', ''))
        self.status = int(words.get('status', 1))
        hint = words.get('hint', '')
        self.says, self.hint = (expanded(text.encode(), {}).decode() for text in (
            words.get('says', ''), HINTS.get(hint, hint)))

    @staticmethod
    def split(text):
        return [decoded(word).decode() for word in shlex.split(text)]

    def write_files(self, base):
        words = {'head': base.head[:-1], 'row': base.row(0)[:-1]}
        for line in self.files:
            text = expanded(decoded(line[2:].removeprefix(' ')), words)
            with open(line[0], 'ab') as file:
                file.write(text + (b'\n' if line[1] == ':' else b''))

    def remove_files(self):
        for name in 'tuv':
            if os.path.exists(name):
                os.remove(name)


def values():
    return [Value(row) for row in table('values.tsv')]


def good():
    return [Value(row) for row in table('good.tsv')]


def lines():
    return [Line(row) for row in table('rows.tsv')]


def inputs():
    with open(os.path.join(HERE, 'inputs'), encoding='utf-8') as file:
        paragraphs = re.split('\n\n+', file.read())
    each = ([line for line in paragraph.splitlines() if not line.startswith('#')]
            for paragraph in paragraphs)
    return [Input(lines) for lines in each if lines and not (SLOW and 'plain' in lines)]
