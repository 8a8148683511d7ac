"""segment --customers: one row per customer for whom the expression is true.

Orders, purchases and customers are those of orders.py; this adds the lines' other
columns and the aggregates.
"""
import os
import sys

import exact
import orders
import tsv
from exact import BadValue, Fault, UNIT, LIMIT
from expr_eval import Evaluator, ordered, printed
from expr_types import ORDER_SUMS
from segment import Output, Scene, check_line, decoded, reject


PICKS = ('first', 'last', 'nth')


class LineScene(Scene):
    """A line: its columns, and its order's sums."""

    def __init__(self, s, raw, sheet):
        super().__init__(s, raw)
        self.sheet, self.order_sums = sheet, {}

    @property
    def as_of(self):
        given = self.sheet.s.as_of
        return self.sheet.book.as_of if given is None else given

    @as_of.setter
    def as_of(self, value):
        pass

    def column(self, name):
        return self.order_sums[name] if name in ORDER_SUMS else self.values[name]

    def raw(self, name):
        if name in ORDER_SUMS:
            return exact.print_number(self.order_sums[name], self.decimals(name))
        return self.texts[name]

    def decimals(self, name):
        """As in row mode those of the field; an order's sum has its column's."""
        return self.sheet.decimals(name) if name in ORDER_SUMS else super().decimals(name)


class PurchaseScene:
    """A purchase as first, last and nth see it; other columns from one of its lines."""

    def __init__(self, sheet, purchase, line_scene):
        self.sheet, self.purchase, self.line = sheet, purchase, line_scene
        self.as_of = sheet.book.as_of

    def column(self, name):
        role = self.sheet.role_of.get(name)
        if name in ORDER_SUMS:
            return self.line.column(name)
        if role in ('amount', 'quantity', 'cost'):
            return getattr(self.purchase, role)
        if role == 'date':
            return self.purchase.day, None
        if role in ('media', 'shop'):
            found = getattr(self.purchase, role)
            return None if found is None else decoded(found)
        return self.line.column(name)

    def raw(self, name):
        role = self.sheet.role_of.get(name)
        if role in ('amount', 'quantity', 'cost'):
            return exact.print_number(self.column(name), self.decimals(name))
        if role == 'date':
            return exact.print_day(self.purchase.day)
        if role in ('media', 'shop'):
            return self.column(name)
        return self.line.raw(name)

    def decimals(self, name):
        return self.sheet.decimals(name)


class CustomerScene:
    """A customer: outside aggregates only the customer column and as_of."""

    def __init__(self, sheet, customer):
        self.sheet, self.customer = sheet, customer
        self.as_of = sheet.book.as_of
        self.id = decoded(customer.id)
        self.lines = sorted((line for order in customer.orders for line in order.lines),
                            key=lambda line: line.number)
        add_order_sums(sheet, self.lines)

    def column(self, name):
        return self.id

    raw = column

    def decimals(self, name):
        return self.sheet.decimals(name)

    # ---- aggregates

    def aggregate(self, node):
        return getattr(self, 'of_' + node.value)(node)

    def scene(self, line):
        return self.sheet.scenes[line.number]

    def holds(self, part, line):
        return part is None or self.sheet.evaluator.value(part, self.scene(line))

    def count(self, node, groups):
        """How many groups of lines have a line for which P; without P all."""
        part = node.args[0] if node.args else None
        return sum([any([self.holds(part, line) for line in lines]) for lines in groups]) * UNIT

    def of_purchases(self, node):
        return self.count(node, [purchase.lines for purchase in self.customer.purchases])

    def of_orders(self, node):
        groups = {}
        for line in self.lines:
            groups.setdefault(order_key(line), []).append(line)
        return self.count(node, groups.values())

    def of_lines(self, node):
        return self.count(node, [[line] for line in self.lines])

    def of_any(self, node):
        return any([self.holds(node.args[0], line) for line in self.lines])

    def of_all(self, node):
        return all([self.holds(node.args[0], line) for line in self.lines])

    def found(self, node):
        """X of the lines for which P, none left out; dates by day."""
        kind = self.sheet.types.final(node.args[0])
        out = []
        for line in self.lines:
            truth = self.holds(node.where, line)
            value = ordered(self.sheet.evaluator.value(node.args[0], self.scene(line)), kind)
            if truth and value is not None:
                out.append(value)
        return out

    def of_sum(self, node):
        total = sum(self.found(node))
        if abs(total) >= LIMIT:
            raise BadValue('sum too large')
        return total

    def of_mean(self, node):
        found = self.found(node)
        if not found:
            return None
        decimals = self.sheet.evaluator.decimals(node, self)
        step = 10 ** (6 - decimals)
        return exact.round_div(sum(found), len(found) * step) * step

    def extreme(self, node, pick):
        found = self.found(node)
        if not found:
            return None
        value = pick(found)
        return (value, None) if self.sheet.types.final(node.args[0]) == 'date' else value

    def of_min(self, node):
        return self.extreme(node, min)

    def of_max(self, node):
        return self.extreme(node, max)

    def of_distinct(self, node):
        return len(set(self.found(node))) * UNIT

    def of_first(self, node):
        return self.nth(node, 0)

    def of_last(self, node):
        return self.nth(node, -1)

    def of_nth(self, node):
        return self.nth(node, node.n - 1)

    def nth(self, node, index):
        values = []
        for purchase in self.customer.purchases:
            lines = [line for line in purchase.lines if self.holds(node.where, line)]
            if lines:
                line = lines[0] if node.where else purchase.first_line
                scene = PurchaseScene(self.sheet, purchase, self.scene(line))
                values.append(self.sheet.evaluator.value(node.args[0], scene))
        return values[index] if index < len(values) and values else None


def order_key(line):
    return ('line', line.number) if line.order is None else ('order', line.order)


def add_order_sums(sheet, lines):
    sums = {}
    for line in lines:
        for role in ('amount', 'quantity'):
            pair = getattr(line, role)
            key = order_key(line), role
            sums[key] = sums.get(key, 0) + (pair[0] if pair else 0)
    for line in lines:
        for name, role in ORDER_SUMS.items():
            sheet.scenes[line.number].order_sums[name] = sums[order_key(line), role]


class Sheet:
    """All lines with their columns, and the book that orders.py makes of them."""

    def __init__(self, s):
        self.s, self.types = s, s.types
        self.evaluator = Evaluator(s.types)
        self.scenes = []        # by line number
        self.rejects, self.rows = [], 0
        self.role_of = {decoded(column): role for role, column in s.roles.items()}
        self.early = list(self.early_parts())
        self.summed = set(self.summed_roles())
        self.book = orders.read(s, [], [], read_lines=self.read_lines)
        self.cache = {}

    def early_parts(self):
        """What aggregates compute of each line by itself: done in every row, kept or not."""
        for _, tree in self.s.rules + self.s.shows:
            for node in tree.walk():
                if node.op != 'aggregate':
                    continue
                parts = node.parts()
                if any(self.is_late(part) for part in
                       (parts[1:] if node.value in PICKS else parts)):
                    continue
                yield from parts[1:] if node.value in PICKS else parts

    def summed_roles(self):
        """Roles whose sums of orders and purchases are asked for."""
        for _, tree in self.s.rules + self.s.shows:
            for node in tree.walk():
                if node.op == 'column' and node.value in ORDER_SUMS:
                    yield ORDER_SUMS[node.value]
                if node.op == 'aggregate' and node.value in PICKS:
                    yield from (self.role_of.get(part.value) for part in node.args[0].walk()
                                if part.op == 'column')

    def is_late(self, part):
        return any(node.op == 'as_of' and self.s.as_of is None
                   or node.op == 'column' and node.value in ORDER_SUMS for node in part.walk())

    def decimals(self, name):
        """Decimals of the most precise value of a column among the kept lines."""
        name = decoded(self.s.roles[ORDER_SUMS[name]]) if name in ORDER_SUMS else name
        if name not in self.cache:
            texts = [self.scenes[line.number].texts[name] for line in self.book.kept]
            self.cache[name] = max((len(t.partition('.')[2]) for t in texts if t), default=0)
        return self.cache[name]

    def read_lines(self, s, needs, uses):
        named = set(s.columns)      # columns that must be there
        for _, tree in s.rules + s.shows:
            for node in tree.walk():
                if node.op == 'column' and node.value in ORDER_SUMS:
                    named.add(decoded(s.roles[ORDER_SUMS[node.value]]))
        for name in named:
            s.column_types.setdefault(name, 'number')
        lines = []
        for table in tsv.tables(s.operands, s.header):
            for role in s.named_roles:
                table.column(s.roles[role])
            columns = {name: table.column(os.fsencode(name)) for name in sorted(named)}
            index = {}
            for role in orders.TEXT_ROLES + orders.DECIMAL_ROLES + ('date',):
                if role in ('customer', 'date'):
                    index[role] = table.column(s.roles[role])
                elif role in ('order', 'status', 'amount'):
                    index[role] = table.column(
                        s.roles[role], role == 'amount' and s.refunds == 'drop')
                elif role not in ('quantity', 'cost') or role in self.summed:
                    index[role] = columns.get(decoded(s.roles[role]))
                else:
                    index[role] = None
            if isinstance(s.status, set) and index['status'] is None:
                raise Fault(1, table.name + ':1: --status, and no status column')
            for number in range(table.first_row, len(table.lines) + 1):
                self.rows += 1
                line = table.lines[number - 1]
                try:
                    self.read_line(lines, table, number, line, index, columns)
                except (BadValue, tsv.Refused) as error:
                    if s.rejects is None:
                        raise Fault(1, '%s:%d: %s' % (table.name, number, error)) from None
                    self.rejects.append(reject(table.name, number, error, line))
        return lines

    def read_line(self, lines, table, number, raw, index, columns):
        fields = check_line(raw, len(table.header))
        line = orders.Line()
        line.number, line.place = len(lines), (table.name, number)

        def field(role):
            return b'' if index[role] is None else fields[index[role]]
        for role in orders.TEXT_ROLES:
            setattr(line, role, table.text_value(number, field(role)))
        for role in orders.DECIMAL_ROLES:
            setattr(line, role, orders.read_decimal(table, number, role, field(role)))
        line.day, line.second = orders.read_date(table, number, field('date'))
        line.guest = line.customer is None
        orders.check_status(self.s, table, number, line)
        scene = LineScene(self.s, {name: fields[i] for name, i in columns.items()}, self)
        for part in self.early:
            self.evaluator.value(part, scene)
        lines.append(line)
        self.scenes.append(scene)


def run(s):
    header = [s.roles['customer']] + [os.fsencode(name) for name, _ in s.shows]
    if s.by_rules:
        header.append(os.fsencode(s.name))
    if len(set(header)) < len(header):
        raise Fault(2, 'the output would have two columns of one name')
    sheet = Sheet(s)
    out = Output(s.output)
    try:
        body = [customer_row(s, sheet, customer) for customer in sheet.book.customers]
    except BadValue as error:
        raise Fault(1, str(error)) from None
    if s.rejects is not None:
        with open(s.rejects, 'w', encoding='utf-8', newline='') as f:
            f.write('\n'.join(['file\tline\tcolumn\treason\trow'] + sheet.rejects) + '\n')
        if sheet.rows and len(sheet.rejects) == sheet.rows:
            raise Fault(1, 'every row was rejected')
    if not s.no_output_header:
        out.write(b'\t'.join(header) + b'\n')
    body = [row for row in body if row is not None]
    for row in body:
        out.write(b'\t'.join(s.null if f is None else f for f in row) + b'\n')
    out.finish()
    if s.stats:
        orders.print_stats(sheet.book, s, len(body), sys.stderr, len(sheet.rejects))


def customer_row(s, sheet, customer):
    scene = CustomerScene(sheet, customer)
    truths = [(name, sheet.evaluator.value(tree, scene)) for name, tree in s.rules]
    shown = []
    for _, tree in s.shows:
        kind = s.types.final(tree)
        decimals = sheet.evaluator.decimals(tree, scene) if kind == 'number' else 0
        text = printed(sheet.evaluator.value(tree, scene), kind, decimals)
        shown.append(None if text is None else os.fsencode(text))
    if s.by_rules:
        name = next((name for name, truth in truths if truth), None)
        return [customer.id] + shown + [None if name is None else os.fsencode(name)]
    if truths[0][1] == s.invert:
        return None
    return [customer.id] + shown
