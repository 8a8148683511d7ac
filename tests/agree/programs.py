"""Runs of a command and of its oracle, seen alike.

The oracle runs inside this process: starting Python for each of thousands of
runs would take most of the time.
"""
import importlib
import io
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BIN = os.path.abspath(os.environ.get('TOKUI_BIN', 'bin'))
PLACE = re.compile(rb'[a-z-]+: (\S+?:[0-9]+)[: \n]')

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(ROOT, 'tests', 'oracle'))


def path(name):
    return os.path.join(BIN, name)


class Run:
    """status, out and err of a run; files: name -> bytes of the files it wrote;
    made: what the watched functions of an oracle made."""

    def __init__(self, status, out, err):
        self.status, self.out, self.err, self.files, self.made = status, out, err, {}, {}

    def place(self):
        """FILE:LINE of the message, or None."""
        m = PLACE.match(self.err)
        return m and m[1]

    def table(self):
        """What it printed, wherever to."""
        return self.files.get('output', self.out)

    def take_files(self, names):
        for name in names:
            if os.path.exists(name):
                with open(name, 'rb') as file:
                    self.files[name] = file.read()
                os.remove(name)
        return self


def run(name, words, stdin=b''):
    done = subprocess.run([path(name)] + words, input=stdin, capture_output=True)
    return Run(done.returncode, done.stdout, done.stderr)


class Stream(io.TextIOWrapper):
    """Standard input or output kept in memory."""

    def __init__(self, data=b''):
        super().__init__(io.BytesIO(data), 'utf-8', 'surrogateescape', newline='',
                         write_through=True)

    def bytes(self):
        return self.buffer.getvalue()


def leave(status):
    raise SystemExit(status)


# what of the oracle's inside tells what a run was about: module, function
WATCHED = [('orders', 'read'), ('orders', 'won_between'), ('ltv_by_media', 'header_of'),
           ('abc_rank', 'ranked')]
made = {}               # function -> what it made last


def watch(place, name):
    """From now on the function tells what it makes."""
    module = importlib.import_module(place)
    function = getattr(module, name)

    def telling(*args, **options):
        made[name] = function(*args, **options)
        return made[name]
    setattr(module, name, telling)


for watched in WATCHED:
    watch(*watched)
options, orders, tsv = [importlib.import_module(name) for name in ('options', 'orders', 'tsv')]


def oracle(name, words, stdin=b''):
    """The same of the oracle."""
    module = importlib.import_module(name.replace('-', '_'))
    made.clear()
    kept = sys.argv, sys.stdin, sys.stdout, sys.stderr, os._exit
    sys.argv = [name] + words
    sys.stdin, sys.stdout, sys.stderr = Stream(stdin), Stream(), Stream()
    os._exit = leave
    status = 0
    try:
        module.command()
    except SystemExit as end:
        status = end.code or 0
    finally:
        out, err = sys.stdout.bytes(), sys.stderr.bytes()
        sys.argv, sys.stdin, sys.stdout, sys.stderr, os._exit = kept
    run = Run(status, out, err)
    run.made = dict(made)
    return run


def words_of(files, pairs):
    """A command line of these options and of the files, which are written."""
    words = [f'--{name}' if value is None else f'--{name}={value}' for name, value in pairs]
    for number, data in enumerate(files):
        words.append(f'rehearsal{number}')
        with open(words[-1], 'wb') as file:
            file.write(data)
    return words


def book(files, pairs, roles):
    """The oracle's book of a table with these options, or None if it is refused."""
    words = words_of(files, pairs)
    try:
        return orders.read(options.Options(words), roles, ['order', 'status'])
    except tsv.Refused:
        return None
