#!/usr/bin/env python3
"""The manual says what the programs do: TAP for prove(1).

In a '.Bd -literal' block of a page a line '$ COMMAND' is an example, lines
'> …' go on with it, and the lines up to the next '$ ' or the block's end are
exactly what it prints, errors included. A page's examples run one after
another in a directory of their own that holds shop.tsv, by sh, with the
programs in PATH.
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BIN = os.path.abspath(os.environ.get('TOKUI_BIN', os.path.join(ROOT, 'bin')))
SECTIONS = ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'DEFINITION', 'OUTPUT',
            'EXIT STATUS', 'EXAMPLES', 'SEE ALSO']
# the default call's header line; segment has the columns of its input
HEADERS = {
    'from-cart': 'for c in order customer date product product_name category '
                 'quantity amount cost media shop status; do echo $c=$c; done '
                 '>all.map; sed "s/=.*//" all.map | paste -sd , - | '
                 'from-cart --map all.map',
    'sample-orders': 'sample-orders --lines 1',
    'segment': None,
}
DEFAULT_HEADER = '%s --as-of 2024-12-31 shop.tsv'
EXAMPLES_LEAST = 20     # in all pages; fewer: they were not found

tests = failed = 0


def ok(holds, name, *why):
    global tests, failed
    tests += 1
    failed += not holds
    print('%s %d - %s' % ('ok' if holds else 'not ok', tests,
                          name.replace('#', r'\#')))
    if not holds:
        for text in why:
            for line in str(text).splitlines():
                print('#   ' + line)
    sys.stdout.flush()


def same(got, wanted, name):
    ok(got == wanted, name, 'wanted:', wanted, 'got:', got)


def read(*path):
    name = os.path.join(ROOT, *path)
    if not os.path.exists(name):
        return ''
    with open(name, encoding='utf-8') as file:
        return file.read()


def run(command, directory):
    env = {'PATH': BIN + ':' + os.environ['PATH'], 'LC_ALL': 'C.UTF-8'}
    done = subprocess.run(['sh', '-c', command], cwd=directory, env=env,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=60)
    return done.stdout.decode('utf-8', 'backslashreplace')


def in_scratch(use):
    with tempfile.TemporaryDirectory() as directory:
        shutil.copy(os.path.join(ROOT, 'tests', 'shop.tsv'), directory)
        return use(directory)


def plain(line):
    for escape, text in ((r'\&', ''), (r'\(aq', "'"), (r'\-', '-'),
                         (r'\e', '\\')):
        line = line.replace(escape, text)
    return line


def examples(page):
    """(command, what it prints) of each example of a page."""
    found, inside = [], False
    for line in page.splitlines():
        if re.match(r'\.(Bd|Ed)\b', line):
            inside = line.startswith('.Bd -literal')
            started = False
        elif inside and line.startswith('$ '):
            found.append([plain(line[2:]), ''])
            started = True
        elif inside and started and not line.startswith('.'):
            into = not found[-1][1] and line.startswith('> ')
            if into:
                found[-1][0] += '\n' + plain(line[2:])
            else:
                found[-1][1] += plain(line) + '\n'
    return found


def sections(page):
    parts = re.split(r'^\.Sh +(.*)\n', page, flags=re.M)[1:]
    return dict(zip(parts[::2], parts[1::2]))


def check_examples(name, page):
    found = examples(page)
    dollars = len(re.findall(r'^(?:\.D[1l] )?\$ ', page, flags=re.M))
    same(len(found), dollars, name + ': every command stands in a .Bd')

    def use(directory):
        for command, wanted in found:
            same(run(command, directory), wanted,
                 '%s: %s' % (name, command.replace('\n', ' ')))
    in_scratch(use)
    return len(found)


def check_readme(page):
    """Its blocks of sh run and say nothing on standard error."""
    blocks = re.findall(r'^```sh\n(.*?)^```', page, flags=re.M | re.S)
    for block in blocks:
        said = in_scratch(lambda d: run('(set -e\n%s) >/dev/null || echo '
                                        'failed' % block, d))
        same(said, '', 'README.md: its commands run')
    return len(blocks)


def check_lint(name, path):
    if not shutil.which('mandoc'):
        ok(True, name + ': lint # SKIP no mandoc')
        return
    done = subprocess.run(['mandoc', '-Tlint', '-Wall', path],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    wrong = [line for line in done.stdout.decode().splitlines()
             if 'referenced manual not found' not in line
             and 'outdated mandoc.db' not in line]
    ok(not wrong, name + ': lint', *wrong)


def page_options(text):
    found = []
    for line in re.findall(r'^\.It (Fl .*)$', text, flags=re.M):
        line = re.sub(r' , ', ', ', plain(line))
        found.append(re.sub(r'Fl ', '-', line).replace(' Ar ', ' '))
    return '\n'.join(found)


def help_options(text):
    found = []
    for line in text.splitlines():
        m = re.match(r'  (?:(-\w, )|    )(--\S+(?: \S+)?)(?:  |$)', line)
        if m:
            found.append((m.group(1) or '') + m.group(2))
    return '\n'.join(found)


def page_synopsis(text):
    found = set(re.findall(r'Fl (\S+(?: Ar \S+)?)', text))
    return '\n'.join(sorted('-' + f.replace(' Ar ', ' ') for f in found))


def help_synopsis(text):
    usage = ' '.join(text.split('\n%s - ' % text.split()[1])[0].split())
    found = set(re.findall(r'\[(-\S+?(?: [^] ]+)?)(?: \.\.\.)?\]', usage))
    return '\n'.join(sorted(found))


def columns(text):
    first = text.split('.El', 1)[0]
    return '\t'.join(re.findall(r'^\.It Va (.*)$', first, flags=re.M))


def check_purpose(name, purpose, page):
    def line(pattern, text):
        m = re.search(pattern, text, flags=re.M)
        return m.group(1) if m else 'no such line'

    same(line(r'^\.Nd (.*)$', page), purpose, name + ': .Nd is the purpose')
    same(line(r'\A/\* %s - (.*) \*/$' % name, read('cmd', name + '.c')),
         purpose, 'cmd/%s.c: the first line is the purpose' % name)
    same(line(r'^\* `%s` (.*)$' % name, read('README.md')), purpose,
         'README.md: %s, with its purpose' % name)
    same(line(r'^\.It Xr %s 1\n(.*)$' % name, read('man', 'tokui.7')),
         purpose, 'tokui.7: %s, with its purpose' % name)


def check_command(name, page):
    part = sections(page)
    said = run(name + ' --help', ROOT)
    same('\n'.join(part), '\n'.join(SECTIONS), name + '.1: its sections')
    same(page_options(part.get('DESCRIPTION', '')), help_options(said)
         + '\n-h, --help\n--version' * ('--version' not in help_options(said)),
         name + '.1: the options are those of --help')
    same(page_synopsis(part.get('SYNOPSIS', '')), help_synopsis(said),
         name + '.1: the synopsis is that of --help')
    check_purpose(name, said.split('\n%s - ' % name)[-1].split('\n')[0], page)
    command = HEADERS.get(name, DEFAULT_HEADER % name)
    if command:
        header = in_scratch(lambda d: run(command + ' | head -n 1', d))
        same(columns(part.get('OUTPUT', '')) + '\n', header,
             name + '.1: OUTPUT has the columns')


def main():
    ran = 0
    for source in sorted(glob.glob(os.path.join(ROOT, 'cmd', '*.c'))):
        name = os.path.basename(source)[:-2]
        page = read('man', name + '.1')
        ok(page, name + ': has a page')
        if page:
            check_command(name, page)
    for path in sorted(glob.glob(os.path.join(ROOT, 'man', '*.[157]'))):
        name = os.path.basename(path)
        check_lint(name, path)
        ran += check_examples(name, read('man', name))
    ok(ran >= EXAMPLES_LEAST, 'examples ran', '%d of them' % ran)
    ok(check_readme(read('README.md')), 'README.md: has commands')
    print('1..%d' % tests)
    return failed > 0


sys.exit(main())
