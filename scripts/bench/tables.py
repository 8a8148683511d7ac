"""The tables: made anew by sample-orders, kept in a folder while they are asked about."""
import os
import random
import subprocess

AS_OF = '2025-12-30'        # the last of the preset's days; the queries have it too


class Tables:
    def __init__(self, programs, folder):
        self.sample_orders = os.path.join(programs, 'sample-orders')
        self.folder = folder
        self.path = os.path.join(folder, 'orders.tsv')
        self.what = None        # stands in it

    def make(self, lines, *options, shuffled=False, customers=None):
        """The path of a table; there is one at a time."""
        what = lines, options, shuffled, customers
        if what != self.what:
            self.what = None
            self.write(['--preset', 'bench', '--lines', str(lines), *options])
            if shuffled:
                self.shuffle(lines)
            if customers:
                self.merge(customers)
            self.what = what
        subprocess.run(['cat', self.path], stdout=subprocess.DEVNULL, check=True)  # warm
        return self.path

    def write(self, options):
        subprocess.run([self.sample_orders, '-o', self.path, *options], check=True)

    def filter(self, command):
        """Replace the table by what a command of it prints."""
        with open(self.path + '.new', 'wb') as file:
            subprocess.run(command, stdout=file, check=True)
        os.replace(self.path + '.new', self.path)

    def shuffle(self, lines):
        """The same on every run: by random bytes of one seed."""
        chance, source = random.Random(1), self.path + '.random'
        with open(source, 'wb') as file:
            for _ in range(8):
                file.write(chance.randbytes(lines))
        self.filter(['sh', '-c', 'head -n 1 "$0"; sed 1d "$0" | shuf --random-source="$1"',
                     self.path, source])
        os.remove(source)

    def merge(self, customers):
        """No more than so many customers, with all the orders."""
        self.filter(['awk', '-F', '\t', '-v', 'OFS=\t', '-v', f'n={customers}',
                     'NR > 1 { $2 = sprintf("C%08d", substr($2, 2) % n) } 1', self.path])

    def remove(self):
        if os.path.exists(self.path):
            os.remove(self.path)
        self.what = None
