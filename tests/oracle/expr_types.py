"""Types of expressions. A column without a role has the type of its first typed use.

    types = Types(roles); types.condition(tree); types.show(tree); ...; types.settle()

Types: number text date truth, days (of date - date: a number that goes with durations),
duration (180d), months (6m, 1y); None while a column's type is not known yet.
"""
from expr import wrong

ORDER_SUMS = {'order_amount': 'amount', 'order_quantity': 'quantity'}
HINT = 'quote the literal, or use number(), date(), text()'
DURATIONS = ('duration', 'months')
NUMBERS = ('number', 'days')
# what a column of no type becomes beside this type
BESIDE = {'truth': 'text', 'duration': 'days', 'months': 'number'}


def sum_type(op, a, b):
    """The type of a + b or a - b, or None if they do not go together."""
    if a == b == 'date':
        return 'days' if op == '-' else None
    if a == 'date' and b in DURATIONS or op == '+' and a in DURATIONS and b == 'date':
        return 'date'
    if a == b == 'number':
        return 'number'
    both = {a, b}
    return 'days' if 'days' in both and both <= {'days', 'number', 'duration'} else None


def comparable(a, b):
    if 'truth' in (a, b) or a in DURATIONS and b in DURATIONS:
        return False
    return a == b or {a, b} in ({'number', 'days'}, {'days', 'duration'})


class Types:
    def __init__(self, roles, customer=None):
        """roles: column -> type. customer: the customer column, in customer mode only."""
        self.customer = customer
        self.columns = dict(roles)
        self.conditions, self.shows = [], []
        self.changed = self.numbers = self.strict = False

    def condition(self, tree):
        self.conditions.append(tree)

    def show(self, tree):
        self.shows.append(tree)

    def settle(self):
        """-> column -> type. All uses are looked at until no column gets a type from them;
        then what is still open in x - y is a number, and any other column text."""
        self.infer()
        self.numbers = True
        self.infer()
        for node in self.nodes():
            if node.op == 'aggregate' and node.value in ('min', 'max') and node.type is None:
                raise wrong(node, '%s() of a column without a type' % node.value, HINT)
        self.columns = {column: kind or 'text' for column, kind in self.columns.items()}
        self.infer()
        self.strict = True
        for tree in self.conditions:
            self.truth(tree)
            self.outside(tree)
        for tree in self.shows:
            kind = self.check(tree)
            if kind in DURATIONS:
                raise wrong(tree, 'a duration is no value')
            for node in tree.walk() if kind == 'text' else ():
                if node.op == 'text' and set(node.value) & set('\t\n\r'):
                    raise wrong(node, 'no field can hold that text')
            self.outside(tree)
        return self.columns

    def infer(self):
        self.changed = True
        while self.changed:
            self.changed = False
            for tree in self.conditions + self.shows:
                self.check(tree)

    def nodes(self):
        for tree in self.conditions + self.shows:
            yield from tree.walk()

    def final(self, node):
        """What evaluation needs to know."""
        return 'number' if node.type in ('days', 'duration') else node.type or 'text'

    # ---- what a use says, and whether it may be

    def fail(self, node, message, hint=None):
        if self.strict:
            raise wrong(node, message, hint)

    def takes(self, node, kind):
        """What is still open takes the type; x - y beside days is of dates."""
        kind = BESIDE.get(kind, kind)
        if node.type is not None or kind is None:
            return
        if node.op == 'column':
            self.columns[node.value] = node.type = 'number' if kind == 'days' else kind
            self.changed = True
        elif node.op == '-' and kind in ('days', 'date'):
            for part in node.args:
                self.takes(part, 'date')
        elif node.op == 'aggregate' and node.args:
            self.takes(node.args[0], kind)

    def pair(self, a, b):
        """Both sides of a comparison."""
        self.takes(a, b.type)
        self.takes(b, a.type)
        for part in (a, b):
            if part.op == 'text' and part.value in ('', '\\N'):
                self.fail(part, 'comparing with an empty text', 'is none')
        if not comparable(a.type, b.type):
            self.fail(b, 'a %s and a %s' % (a.type, b.type), HINT)

    def must(self, part, kind):
        self.check(part)
        self.takes(part, kind)
        if part.type != kind and not (kind == 'number' and part.type == 'days'):
            self.fail(part, 'a %s, and no %s' % (part.type, kind), HINT)

    def value(self, part):
        kind = self.check(part)
        if kind == 'truth' or kind in DURATIONS:
            self.fail(part, 'a %s is no value here' % kind)
        return kind

    def truth(self, part):
        if self.check(part) != 'truth':
            self.fail(part, 'expected something that is true or false')

    # ---- one method for each kind of node

    def check(self, node):
        node.type = getattr(self, 'check_' + {
            '+': 'sum', '-': 'sum', '*': 'product', '/': 'product', 'and': 'logic',
            'or': 'logic', 'not': 'logic', 'in': 'membership',
        }.get(node.op, node.op))(node)
        return node.type

    def check_number(self, node):
        return 'number'

    def check_days(self, node):
        return 'duration'

    def check_months(self, node):
        return 'months'

    def check_text(self, node):
        return 'text'

    def check_date(self, node):
        return 'date'

    def check_as_of(self, node):
        return 'date'

    def check_column(self, node):
        if self.customer is not None and node.value in ORDER_SUMS:
            return 'number'
        return self.columns.setdefault(node.value, None)

    def check_neg(self, node):
        if self.check(node.args[0]) in DURATIONS:
            return node.args[0].type
        self.must(node.args[0], 'number')
        return node.args[0].type

    def check_product(self, node):
        for part in node.args:
            self.must(part, 'number')
        return 'number'

    def check_sum(self, node):
        left, right = node.args
        a, b = self.check(left), self.check(right)
        if a is None and b is None:
            if node.op == '+' or self.numbers:
                self.takes(left, 'number')
                self.takes(right, 'number')
        elif a is None:
            self.takes(left, 'date' if b == 'date' or b in DURATIONS else 'number')
        elif b is None:
            self.takes(right, 'date' if a == 'date' or a in DURATIONS else 'number')
        kind = sum_type(node.op, left.type, right.type)
        if kind is None:
            self.fail(node, 'a %s and a %s' % (left.type, right.type), 'days are written 90d')
        return kind

    def check_compare(self, node):
        for part in node.args:
            self.check(part)
        self.pair(*node.args)
        return 'truth'

    def check_between(self, node):
        first = node.args[0]
        for part in node.args:
            self.check(part)
        for part in node.args[1:]:
            self.pair(first, part)
        return 'truth'

    def check_membership(self, node):
        self.value(node.args[0])
        for item in node.value['items']:
            self.check(item)
            self.pair(node.args[0], item)
        return 'truth'

    def check_match(self, node):
        self.value(node.args[0])
        return 'truth'

    def check_isnone(self, node):
        self.value(node.args[0])
        return 'truth'

    def check_logic(self, node):
        for part in node.args:
            self.truth(part)
        return 'truth'

    def check_call(self, node):
        argument, name = node.args[0], node.value
        if name in ('number', 'date', 'text'):
            kind = self.value(argument)
            if name != 'text' and kind not in ('text', name) and (name, kind) != ('number', 'days'):
                self.fail(node, '%s() of a %s' % (name, kind))
            return name
        wanted = {'lower': 'text', 'length': 'text', 'abs': 'number'}.get(name, 'date')
        self.must(argument, wanted)
        return 'text' if name == 'lower' else argument.type if name == 'abs' else 'number'

    def check_aggregate(self, node):
        for part in node.parts():
            for inside in part.walk():
                if inside.op == 'aggregate':
                    raise wrong(inside, 'an aggregate inside an aggregate')
        name = node.value
        if name in ('purchases', 'orders', 'lines', 'any', 'all'):
            for part in node.args:
                self.truth(part)
            return 'truth' if name in ('any', 'all') else 'number'
        argument = node.args[0]
        if name in ('sum', 'mean'):
            self.must(argument, 'number')
        else:
            self.value(argument)
        if node.where:
            self.truth(node.where)
        return 'number' if name in ('distinct', 'sum', 'mean') else argument.type

    def outside(self, node):
        """In customer mode: no column outside an aggregate but the customer's."""
        if self.customer is None or node.op == 'aggregate':
            return
        if node.op == 'column' and node.value != self.customer:
            raise wrong(node, 'a column outside an aggregate: ' + node.value,
                        'first(%s), any(%s = ...)' % (node.value, node.value))
        for part in node.parts():
            self.outside(part)


def named_columns(tree, order_sums):
    """Columns that an expression names (order_amount and order_quantity in customer mode not)."""
    return {node.value for node in tree.walk() if node.op == 'column'
            and not (order_sums and node.value in ORDER_SUMS)}
