"""The options of a command as its own --help tells them."""
import re
import subprocess

LINE = re.compile(r'  (?:-(?P<letter>.),|   ) --(?P<name>[a-z0-9-]+)(?: (?P<arg>\S+))?(?:  .*)?')
WORD = re.compile(r'[a-z][a-z0-9-]*')


class Option:
    def __init__(self, name, letter, arg):
        self.name, self.letter, self.arg = name, letter, arg
        self.words = [word for word in (arg or '').split('|') if WORD.fullmatch(word)]


def options(program):
    """name -> Option, of every line that describes one."""
    text = subprocess.run([program, '--help'], capture_output=True, check=True,
                          encoding='utf-8').stdout
    found = {}
    for line in text.splitlines():
        m = LINE.fullmatch(line)
        if m:
            found[m['name']] = Option(m['name'], m['letter'], m['arg'])
    return found


def spelled(chance, options, pairs):
    """(name, value or None) pairs as words of a command line, in any spelling."""
    words = []
    for name, value in pairs:
        letter = options[name].letter
        if letter and chance.random() < 0.5:
            words += [f'-{letter}'] if value is None else \
                [f'-{letter}', value] if chance.random() < 0.5 or value == '' else \
                [f'-{letter}{value}']
        elif value is None:
            words.append(f'--{name}')
        elif chance.random() < 0.5:
            words += [f'--{name}', value]
        else:
            words.append(f'--{name}={value}')
    return words
