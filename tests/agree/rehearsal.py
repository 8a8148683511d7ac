"""The oracle's view of a table before the run that counts.

Options with numbers of days and dates are chosen by it, so that they are
about what decides in the table.
"""
import common
import programs

DAYS = [0, 1, 7, 30, 31, 60, 90, 180, 365] * 5 + [4000000]


class Rehearsal:
    def __init__(self, chance, table, pairs, roles):
        """pairs: what of the options says how the table is read; roles: needed."""
        self.chance, self.table = chance, table
        self.book = programs.book(table.files, pairs, roles)
        self.customers = self.book.customers if self.book else []

    def days_apart(self):
        """From a customer's first purchase to the second, or to the end; or a day
        too few or too many."""
        pick = self.chance.choice
        if not self.customers:
            return self.chance.randint(0, 400)
        seconds = [customer.purchases[1].day - customer.first_day()
                   for customer in self.customers if len(customer.purchases) > 1]
        if any(seconds) and self.chance.random() < 0.75:
            return pick([days for days in seconds if days]) - pick([0, 0, 1, 1])
        return self.book.as_of - pick(self.customers).first_day() + pick([0, 0, 1])

    def lapse(self):
        """From a customer's last purchase to the end; or a day too many."""
        if not self.customers:
            return self.chance.randint(0, 400)
        last = self.chance.choice(self.customers).purchases[-1]
        return self.book.as_of - last.day + self.chance.choice([0, 1])

    def month_later(self):
        """An --as-of by which somebody has been a customer for months of 30 days."""
        if self.customers and self.chance.random() < 0.6:
            day = self.chance.choice(self.customers).first_day()
            months = self.chance.randint(1, 24)
            yield 'as-of', common.day_text(day + 30 * months - self.chance.choice([0, 1]))

    def numbers_of_days(self, most):
        """A list of days, as --horizons takes it."""
        found = [self.days_apart() if self.chance.random() < 0.6 else self.chance.choice(DAYS)
                 for _ in range(self.chance.randint(1, most))]
        return ','.join(map(str, sorted(set(found))))

    def span(self):
        """--first-from and --first-to, or one of them."""
        if not self.customers:
            days = [common.near(self.chance, self.table) for _ in 'ab']
        else:
            days = [common.day_text(self.chance.choice(self.customers).first_day()
                                    + self.chance.choice([0, 0, 1, -1])) for _ in 'ab']
        for name, day in (('first-from', min(days)), ('first-to', max(days))):
            if self.chance.random() < 0.7:
                yield name, day
