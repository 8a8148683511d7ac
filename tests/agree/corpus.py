"""Compare the commands with their oracles on the inputs of the fuzz harnesses.

    corpus.py DIRECTORY [HARNESS…]

DIRECTORY/HARNESS holds inputs: tests/fuzz/seeds, or what fuzzing has kept.
How a harness makes a run of its input is told by its source: its calls, its
table. Standard output and exit status must be the same, messages must name the
same line.
"""
import ast
import os
import re
import shlex
import sys
import tempfile

sys.dont_write_bytecode = True

import programs
import tap
from compare import differs

FUZZ = os.path.join(programs.ROOT, 'tests', 'fuzz')
FILES = ['map', 'file', 'grid', 'cuts', 'roles', 'rules', 'list', 'expr', 'names']
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


class Source:
    """What stands in a harness: strings, and the calls it makes."""

    def __init__(self, name):
        with open(os.path.join(FUZZ, name + '.c'), encoding='utf-8') as file:
            self.text = file.read()

    def bytes(self, name):
        """Of: static const char NAME[] = "…" "…";"""
        text = re.search(r'\b%s\[\] =\s((?:\s*"(?:[^"\\]|\\.)*")+);' % name, self.text)[1]
        return b''.join(ast.literal_eval('b' + escaped(s)) for s in STRING.findall(text))

    def calls(self):
        """Of: … calls[][…] = { { "rfm", "-N" }, … };"""
        text = re.search(r'\bcalls\[\]\[\w+\] = {\n(.*?)\n};', self.text, re.S)[1]
        return [[ast.literal_eval(s) for s in STRING.findall(row)]
                for row in re.findall(r'{(.*?)}', text, re.S)]


def escaped(string):
    """Non-ASCII characters as a bytes literal has them."""
    return ''.join(c if ord(c) < 128 else ''.join('\\x%02x' % b for b in c.encode())
                   for c in string)


def word(data):
    """As main() is given it: up to a NUL."""
    return os.fsdecode(data.split(b'\0')[0])


def not_utf8(data):
    try:
        data.decode()
    except UnicodeDecodeError:
        return True
    return False


def choice(data):
    """As world_choice() makes a number of the bytes."""
    h = 14695981039346656037
    for byte in data:
        h = (h ^ byte) * 1099511628211 % 2**64
    return h ^ h >> 29


# ---- of each harness: command, words, standard input, and what any other file is

def orders(data, source, calls):
    call = calls[data[0] % len(calls)] if data else None
    if not call or '--rejects' in call:
        return None
    return call[0], call[1:], data[1:], None


def csv(data, source, calls):
    call = calls[data[0] % len(calls)] if data else None
    return call and (call[0], call[1:], data[1:], source.bytes('map'))


def cart_map(data, source, calls):
    text, _, export = data.partition(b'\f')
    return 'from-cart', ['--map=map', '--fees=all'], export or source.bytes('csv'), text


def expression(data, source, calls):
    text, _, table = data.partition(b'\f')
    table = table or source.bytes('table')
    if b'~' in text or b'\0' in text or not_utf8(text):
        return None     # patterns of another kind, and without limits
    if re.search(rb'-\s*-', text):
        return None     # of a - b - k - -k = 5d either type of k may be first
    words = [] if text.startswith(b'\b') else ['--as-of=2024-03-31']
    if text.startswith(b'\t'):
        return 'segment', words + ['--rules=rules'], table, text[1:]
    if text[:1] in (b'\v', b'\b'):
        shown = word(text[1:])
        expr = 'purchases() > 0' if choice(data) & 2 else shown
        return 'segment', words + ['--customers', '--show=x=' + shown, '--', expr], table, text[1:]
    return 'segment', words + ['--', word(text)], table, text


def options(data, source, calls):
    lines = data.split(b'\n')
    end = lines.index(b'') if b'' in lines else len(lines)
    words = [word(line) for line in lines[:end][:20]]
    if not_utf8(b'\n'.join(lines[:end])) or b'\r' in data:
        return None
    if not words or words[0] not in os.listdir(programs.BIN) or words[0] == 'sample-orders':
        return None
    # what is help, what is written, and where, is not compared
    if any('/' in w or '-h' in w or '-v' in w or '-o' in w or '-out' in w
           or 'print-map' in w or '--rej' in w or '~' in w for w in words):
        return None
    return words[0], words[1:], source.bytes('table'), b'\n'.join(lines[end + 1:])


HARNESSES = {'orders': orders, 'csv': csv, 'map': cart_map, 'expression': expression,
             'options': options}


def elsewhere(difference):
    """Of two faults of a header, or of a small file, either may be said."""
    return difference.startswith('it says') and ('a quote in a field' in difference
        or not re.search("expected [b'\"]*[a-z-]+: stdin:", difference))


def compare(run):
    command, words, stdin, content = run
    for name in FILES if content is not None else []:
        with open(name, 'wb') as file:
            file.write(content)
    expected = programs.oracle(command, words, stdin)
    got = programs.run(command, words, stdin)
    difference = differs(expected, got, strict=False)
    if difference and elsewhere(difference):
        return None
    return difference and shlex.join([command] + words) + ': ' + difference


def main():
    directory = os.path.abspath(sys.argv[1])
    failed = False
    with tempfile.TemporaryDirectory() as place:
        os.chdir(place)
        for name in sys.argv[2:] or HARNESSES:
            source = Source(name)
            calls = source.calls() if 'calls[]' in source.text else []
            differences, count = [], 0
            for file in sorted(os.listdir(os.path.join(directory, name))):
                with open(os.path.join(directory, name, file), 'rb') as input:
                    run = HARNESSES[name](input.read(), source, calls)
                if run and not os.path.exists(programs.path(run[0])):
                    run = None
                difference = run and compare(run)
                count += run is not None
                if difference:
                    differences.append(file + ': ' + difference)
            tap.check(f'{name}: {count} inputs', differences)
            failed |= bool(differences)
        os.chdir('/')
    tap.done()
    sys.exit(failed)


if __name__ == '__main__':
    main()
