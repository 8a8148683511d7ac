#!/usr/bin/env python3
"""The ten questions of tokui(7), on generated shops: each pipeline of the page
prints what SQL answers (tests/questions/answers.py); TAP for prove(1)."""
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BIN = os.path.abspath(os.environ.get('TOKUI_BIN', os.path.join(ROOT, 'bin')))
ANSWERS = os.path.join(ROOT, 'tests', 'questions', 'answers.py')
SECTION = re.compile(r'^\.Ss Ten questions of a shop\n(.*?)^\.S[sh]', re.M | re.S)
# the columns and products of the example shop, of a generated one
SHOP = r'''sample-orders --seed %d --lines 3000 --from 2023-07-01 --days 600 |
awk -F '\t' -v OFS='\t' 'NR == 1 {
        print "order_id", "customer_id", "order_date", "product_id", "amount",
            "cost", "media", "status"
        next
    }
    { n = substr($4, 4) %% 9
      split("TRIAL TRIAL SERUM SERUM CREAM CREAM SOAP SAMPLE", name, " ")
      product = n < 8 ? name[n + 1] : ""
      print $1, $2, $3, product, $7, $8, $9, $11 }' >shop.tsv
awk -F '\t' 'NR == 1 || NR %% 37 == 5 && $2 { print $2 }' shop.tsv >mailed.tsv
awk -F '\t' 'NR == 1 { print "media\tcost" }
    NR > 1 && !seen[$7]++ { print $7 "\t" 9000 * ++n }' shop.tsv >costs.tsv'''


def pipelines():
    """The commands of the section that read the shop."""
    with open(os.path.join(ROOT, 'man', 'tokui.7'), encoding='utf-8') as file:
        section = SECTION.search(file.read())[1]
    text = section.replace('\\e', '\\').replace('\\-', '-')
    commands, open_one = [], False
    for line in text.splitlines():
        if line.startswith('$ '):
            commands.append(line[2:])
        elif open_one and line.startswith('> '):
            commands[-1] += '\n' + line[2:]
        open_one = line.startswith(('$ ', '> ')) and bool(commands)
    return [command for command in commands if 'shop.tsv' in command]


def sh(command):
    return subprocess.run(['sh', '-c', command], stdout=subprocess.PIPE,
                          check=True, text=True).stdout


def main():
    os.environ['PATH'] = BIN + ':' + os.environ['PATH']
    commands = pipelines()
    number = 0
    for seed in (1, 2, 3):
        with tempfile.TemporaryDirectory() as directory:
            os.chdir(directory)
            sh(SHOP % seed)
            answers = sh(f'python3 "{ANSWERS}" shop.tsv mailed.tsv costs.tsv')
            answers = re.split(r'^== [0-9]+\n', answers, flags=re.M)[1:]
            os.chdir(directory)
            for command, answer in zip(commands, answers, strict=True):
                rows = sh(command).partition('\n')[2].replace('\\N', '')
                number += 1
                good = rows == answer and answer
                first = command.partition('\n')[0].replace('#', r'\#')
                print(f'{"" if good else "not "}ok {number} - seed {seed}: {first}')
                if not good:
                    print('# it prints', repr(rows[:600]))
                    print('# SQL says ', repr(answer[:600]))
            os.chdir('/')
    print(f'1..{number}')


if __name__ == '__main__':
    main()
