"""Types of expressions. A column without a role has the type of its first typed use.

    types = Types(roles); tree_type = types.check(tree); ...; types.settle()

Types: number text date truth months. A column whose type is not known yet is an Unknown.
"""
from expr import wrong

VALUES = ('number', 'text', 'date')
ORDER_SUMS = {'order_amount': 'amount', 'order_quantity': 'quantity'}
HINT = 'quote the literal, or use number(), date(), text()'


class Unknown:
    """Columns that must agree; type is None until a typed use is met."""

    def __init__(self):
        self.type, self.same = None, None

    def root(self):
        return self.same.root() if self.same else self


class Types:
    def __init__(self, roles, customer=None):
        """roles: column -> type. customer: the customer column, in customer mode only."""
        self.customer = customer
        self.columns = {}
        for column, kind in roles.items():
            self.columns[column] = cell = Unknown()
            cell.type = kind
        self.differences = []       # (node, root) of - between two unknowns
        self.extremes = []          # (node, type) of min and max
        self.conversions = []       # (node, type of the argument)

    def now(self, kind):
        if isinstance(kind, Unknown):
            root = kind.root()
            return root.type or root
        return kind

    def agree(self, node, a, b):
        a, b = self.now(a), self.now(b)
        if isinstance(a, Unknown) and isinstance(b, Unknown):
            if a is not b:
                b.same = a
        elif isinstance(a, Unknown):
            a.type = self.value(node, b)
        elif isinstance(b, Unknown):
            b.type = self.value(node, a)
        elif a != b:
            raise wrong(node, 'a %s and a %s' % (a, b), HINT)
        return a

    def value(self, node, kind):
        kind = self.now(kind)
        if kind in ('truth', 'months'):
            raise wrong(node, 'a %s is no value here' % kind)
        return kind

    def must(self, node, part, kind):
        self.agree(part, kind, self.check(part))

    def truth(self, part):
        if self.now(self.check(part)) != 'truth':
            raise wrong(part, 'expected something that is true or false')

    # ---- one method for each kind of node

    def check(self, node):
        node.type = getattr(self, 'check_' + {
            '+': 'plus', '-': 'minus', '*': 'product', '/': 'product', 'and': 'logic',
            'or': 'logic', 'not': 'logic', 'in': 'membership', 'days': 'number',
        }.get(node.op, node.op))(node)
        return node.type

    def check_number(self, node):
        return 'number'

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
        return self.columns.setdefault(node.value, Unknown())

    def check_neg(self, node):
        self.must(node, node.args[0], 'number')
        return 'number'

    def check_product(self, node):
        for part in node.args:
            self.must(node, part, 'number')
        return 'number'

    def check_plus(self, node):
        a, b = [self.now(self.check(part)) for part in node.args]
        right = node.args[1]
        if right.op in ('days', 'months') and (a == 'date' or isinstance(a, Unknown)
                                               or right.op == 'months'):
            self.agree(node, 'date', a)
            return 'date'
        self.agree(node.args[0], 'number', a)
        self.agree(right, 'number', b)
        return 'number'

    def check_minus(self, node):
        left, right = node.args
        a, b = self.now(self.check(left)), self.now(self.check(right))
        if right.op in ('days', 'months') and (a == 'date' or isinstance(a, Unknown)
                                               or right.op == 'months'):
            self.agree(left, 'date', a)
            return 'date'
        if a == 'date' and b == 'number':
            raise wrong(node, 'a date minus a number', 'days are written 90d')
        if 'date' in (a, b):
            self.agree(left, 'date', a)
            self.agree(right, 'date', b)
        elif isinstance(a, Unknown) and isinstance(b, Unknown):
            self.agree(node, a, b)
            self.differences.append((node, a))
        else:
            self.agree(left, 'number', a)
            self.agree(right, 'number', b)
        return 'number'

    def check_compare(self, node):
        left, right = node.args
        for part in node.args:
            if part.op == 'text' and part.value == '':
                raise wrong(part, 'comparing with an empty text', 'is none')
        a = self.value(left, self.check(left))
        b = self.value(right, self.check(right))
        self.agree(right, a, b)
        return 'truth'

    def check_between(self, node):
        first = self.value(node.args[0], self.check(node.args[0]))
        for part in node.args[1:]:
            if part.op == 'text' and part.value == '':
                raise wrong(part, 'comparing with an empty text', 'is none')
            self.agree(part, first, self.value(part, self.check(part)))
        return 'truth'

    def check_membership(self, node):
        first = self.value(node.args[0], self.check(node.args[0]))
        for item in node.value['items']:
            if item.op == 'text' and item.value == '':
                raise wrong(item, 'comparing with an empty text', 'is none')
            self.agree(item, first, self.check(item))
        return 'truth'

    def check_match(self, node):
        self.value(node, self.check(node.args[0]))
        return 'truth'

    def check_isnone(self, node):
        self.value(node, self.check(node.args[0]))
        return 'truth'

    def check_logic(self, node):
        for part in node.args:
            self.truth(part)
        return 'truth'

    def check_call(self, node):
        argument = node.args[0]
        if node.value in ('number', 'date', 'text'):
            kind = self.value(argument, self.check(argument))
            self.conversions.append((node, kind))
            return node.value
        wanted = {'lower': 'text', 'length': 'text', 'abs': 'number'}.get(node.value, 'date')
        self.must(node, argument, wanted)
        return 'text' if node.value == 'lower' else 'number'

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
            self.must(node, argument, 'number')
            kind = 'number'
        else:
            kind = self.value(argument, self.check(argument))
        if name in ('min', 'max'):
            self.extremes.append((node, kind))
        if node.where:
            self.truth(node.where)
        return 'number' if name == 'distinct' else kind

    # ---- whole expressions

    def condition(self, tree):
        self.truth(tree)
        self.outside(tree)

    def show(self, tree):
        kind = self.now(self.check(tree))
        if kind == 'months':
            raise wrong(tree, 'a duration is no value')
        self.outside(tree)

    def outside(self, node):
        """In customer mode: no column outside an aggregate but the customer's."""
        if self.customer is None or node.op == 'aggregate':
            return
        if node.op == 'column' and node.value != self.customer:
            raise wrong(node, 'a column outside an aggregate: ' + node.value,
                        'first(%s), any(%s = ...)' % (node.value, node.value))
        for part in node.parts():
            self.outside(part)

    def settle(self):
        """After all expressions: what is still unknown is text; -> column -> type."""
        for node, kind in self.differences:
            kind = self.now(kind)
            if isinstance(kind, Unknown):
                kind.type = 'number'
            elif kind == 'text':
                raise wrong(node, 'a difference of texts', HINT)
        for node, kind in self.extremes:
            if isinstance(self.now(kind), Unknown):
                raise wrong(node, '%s() of a column without a type' % node.value, HINT)
        for node, kind in self.conversions:
            kind = self.now(kind)
            kind = 'text' if isinstance(kind, Unknown) else kind
            if node.value != 'text' and kind not in ('text', node.value):
                raise wrong(node, '%s() of a %s' % (node.value, kind))
        out = {}
        for column, cell in self.columns.items():
            kind = self.now(cell)
            out[column] = 'text' if isinstance(kind, Unknown) else kind
        return out

    def final(self, node):
        kind = self.now(node.type)
        return 'text' if isinstance(kind, Unknown) else kind


def named_columns(tree, order_sums):
    """Columns that an expression names (order_amount and order_quantity in customer mode not)."""
    return {node.value for node in tree.walk() if node.op == 'column'
            and not (order_sums and node.value in ORDER_SUMS)}
