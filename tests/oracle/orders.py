"""Lines, orders, purchases, customers (contract 1.4).

    book = orders.read(options, needs, uses)

book.customers are in row order; each has its purchases in order.
"""
import tsv
import values
from tsv import Refused

TEXT_ROLES = ('customer', 'order', 'product', 'category', 'media', 'shop', 'status')
DECIMAL_ROLES = ('amount', 'quantity', 'cost')
COUNTING = {b'pending', b'paid', b'shipped', b'delivered', None}
LEFT_OUT = {b'cancelled', b'returned', b'void'}


class Line:
    """One row. amount, quantity and cost are (value, decimals), or None."""
    __slots__ = ('number', 'place', 'guest', 'day', 'second') + TEXT_ROLES + DECIMAL_ROLES


class Order:
    """Lines of one order; or, under --unit day, a day's purchases in one."""

    def __init__(self, lines):
        first = lines[0]
        self.lines = lines
        self.first_line = first
        self.id = first.order
        self.customer = first.customer
        self.media = first.media
        self.shop = first.shop
        self.day, self.second = min((line.day, line.second) for line in lines)

    def add_up(self):
        self.amount = total(self.lines, 'amount')
        self.quantity = total(self.lines, 'quantity')
        self.cost = total(self.lines, 'cost')
        below = any(line.amount and line.amount[0] < 0 for line in self.lines)
        self.is_refund = self.amount < 0 or (self.amount == 0 and below)

    def place_in_time(self):
        return self.day, self.second, self.id or b'', self.first_line.number


class Customer:
    def __init__(self, id):
        self.id = id
        self.first_number = None    # of the first kept line
        self.orders = []            # all that count towards money, refunds too
        self.purchases = []         # in order

    def amount(self, start=0, end=10 ** 9):
        """Net amount of the orders dated from start to end."""
        return checked(sum(order.amount for order in self.orders
                           if start <= order.day <= end))

    def first_day(self):
        return self.purchases[0].day


class Book:
    """All kept lines as orders and customers.

    everyone   customers and those with refunds only, by first appearance
    customers  those with a purchase
    nameless   orders whose table has no customer column (abc-rank)
    guests     orders made of guest lines, not yet added up (abc-rank)
    """


def checked(number):
    """A finished sum; too large a one is refused."""
    if abs(number) >= values.TOO_LARGE:
        raise Refused('amount: sum too large')
    return number


def total(lines, role):
    pairs = [getattr(line, role) for line in lines]
    return checked(sum(pair[0] for pair in pairs if pair))


# ---- lines

def read_lines(options, needs, uses):
    """Every row as a Line, all its columns checked."""
    needs = list(needs) + ['amount'] * (options.refunds == 'drop')
    roles = needs + [role for role in uses if role not in needs]
    lines, dates, decimals = [], {}, {}
    for table in tsv.tables(options.operands, options.header):
        for role in options.named_roles:
            table.column(options.roles[role])
        index = {role: table.column(options.roles[role], role in needs) for role in roles}
        if isinstance(options.status, set) and index.get('status') is None:
            table.refuse(1, '--status, and no status column')
        texts = [role for role in TEXT_ROLES if index.get(role) is not None]
        numbers = [role for role in DECIMAL_ROLES if index.get(role) is not None]
        absent = [role for role in TEXT_ROLES + DECIMAL_ROLES
                  if role not in texts and role not in numbers]
        for number, fields in table.rows():
            line = Line()
            line.number = len(lines)
            line.place = (table.name, number)
            for role in absent:
                setattr(line, role, None)
            for role in texts:
                setattr(line, role, table.text_value(number, fields[index[role]]))
            for role in numbers:
                field = fields[index[role]]
                if field not in decimals:
                    decimals[field] = read_decimal(table, number, role, field)
                setattr(line, role, decimals[field])
            field = fields[index['date']]
            if field not in dates:
                dates[field] = read_date(table, number, field)
            line.day, line.second = dates[field]
            line.guest = line.customer is None and 'customer' in texts
            check_status(options, table, number, line)
            lines.append(line)
    return lines


def read_decimal(table, number, role, field):
    if tsv.none_or(field) is None:
        return None
    parsed = values.parse_decimal(field)
    if parsed is None:
        table.refuse(number, f"{role}: not a decimal number: '{tsv.text(field)}'")
    return parsed


def read_date(table, number, field):
    parsed = values.parse_date(field)
    if parsed is None:
        table.refuse(number, f"date: not a date: '{tsv.text(field)}'")
    return parsed


def check_status(options, table, number, line):
    if options.status is None and line.status not in COUNTING | LEFT_OUT:
        table.refuse(number, f"status: not a known word: '{tsv.text(line.status)}'")


def counts(options, line):
    if options.status == 'all':
        return True
    return line.status in (COUNTING if options.status is None else options.status)


# ---- orders

def read(options, needs, uses, since=0, read_lines=read_lines):
    """since: orders before that day are ignored altogether."""
    book = Book()
    every = read_lines(options, needs, uses)
    lines = [line for line in every if counts(options, line)]
    orders = form_orders([line for line in lines if not line.guest])
    guest_lines = [line for line in lines if line.guest]

    days = [order.day for order in orders] + [line.day for line in guest_lines]
    book.as_of = options.as_of
    if book.as_of is None and days:
        book.as_of = max(days)
    orders = [order for order in orders if order.day <= book.as_of]
    guest_lines = [line for line in guest_lines if line.day <= book.as_of]
    kept = [line for order in orders for line in order.lines] + guest_lines
    book.decimals = {role: most_decimals(kept, role) for role in DECIMAL_ROLES}
    book.kept = kept

    book.guests = form_orders(guest_lines)
    for order in orders:
        order.add_up()
    form_customers(book, orders, options, since)
    book.nameless = without_dropped(
        [order for order in orders if order.customer is None], options)
    book.lines = len(every)
    book.lines_by_status = len(every) - len(lines)
    return book


def form_orders(lines):
    """Orders in the order of their first lines."""
    groups, by_id = [], {}
    for line in lines:
        group = by_id.get(line.order) if line.order is not None else None
        if group is None:
            group = []
            groups.append(group)
            if line.order is not None:
                by_id[line.order] = group
        elif group[0].customer != line.customer:
            raise Refused('%s:%d: ' % line.place
                          + f"order '{tsv.text(line.order)}' has another customer"
                          + ' at %s:%d' % group[0].place)
        group.append(line)
    return [Order(group) for group in groups]


def most_decimals(lines, role):
    return max((pair[1] for pair in (getattr(line, role) for line in lines) if pair),
               default=0)


def without_dropped(orders, options):
    if options.refunds == 'drop':
        return [order for order in orders if not order.is_refund]
    return orders


# ---- customers

def form_customers(book, orders, options, since):
    by_id = {}
    for order in orders:    # by first line, so customers appear in row order
        if order.customer is None:
            continue
        customer = by_id.setdefault(order.customer, Customer(order.customer))
        customer.orders.append(order)
    for customer in by_id.values():
        customer.first_number = min(order.first_line.number for order in customer.orders)
        customer.orders = [order for order in without_dropped(customer.orders, options)
                           if order.day >= since]
        purchases = [order for order in customer.orders if not order.is_refund]
        purchases.sort(key=Order.place_in_time)
        if options.unit == 'day':
            refunds = [order for order in customer.orders if order.is_refund]
            purchases = merge_days(purchases)
            customer.orders = purchases + refunds
        customer.purchases = purchases
    book.everyone = sorted((customer for customer in by_id.values() if customer.orders),
                           key=lambda customer: customer.first_number)
    book.customers = [customer for customer in book.everyone if customer.purchases]


def merge_days(purchases):
    """One purchase a date; what is the earliest's stays the earliest's."""
    merged = []
    for purchase in purchases:
        if merged and merged[-1].day == purchase.day:
            merged[-1].lines = merged[-1].lines + purchase.lines
            merged[-1].amount = checked(merged[-1].amount + purchase.amount)
            merged[-1].quantity += purchase.quantity
            merged[-1].cost += purchase.cost
        else:
            merged.append(purchase)
    return merged


# ---- what several commands ask

def won_between(customers, span):
    """Customers first won in the span of --first-from and --first-to."""
    start, end = span
    return [customer for customer in customers
            if (start is None or customer.first_day() >= start)
            and (end is None or customer.first_day() <= end)]


def print_stats(book, options, written, out, rejected=0):
    """--stats: what can be known here (not seconds and memory)."""
    customers = book.customers
    purchases = sum(len(customer.purchases) for customer in customers)
    orders = sum(len(customer.orders) for customer in customers)
    twice = [customer for customer in customers if len(customer.purchases) > 1]
    pairs = [
        ('lines', book.lines + rejected), ('lines_rejected', rejected),
        ('lines_by_status', book.lines_by_status),
        ('lines_after_as_of', book.lines - book.lines_by_status - len(book.kept)),
        ('lines_kept', len(book.kept)),
        ('lines_guest', sum(line.guest for line in book.kept)),
        ('orders', orders), ('purchases', purchases), ('refunds', orders - purchases),
        ('customers', len(customers)),
        ('customers_refunds_only', len(book.everyone) - len(customers)),
        ('same_day_second', sum(customer.purchases[1].day == customer.first_day()
                                for customer in twice)),
        ('as_of', '' if book.as_of is None else values.show_day(book.as_of)),
        ('rows_written', written),
    ]
    for name, value in pairs:
        print(f'{name}\t{value}', file=out)
