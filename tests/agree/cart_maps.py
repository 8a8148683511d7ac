"""What exports of each profile look like, and maps made up at random."""
import string

STATUSES = ['pending', 'paid', 'shipped', 'delivered', 'cancelled', 'returned', 'void']
KINDS = ['goods', 'goods', 'shipping', 'fee', 'discount', 'tax', 'points']
FORMATS = ['%Y.%m.%d', '%d/%m/%Y', '%Y年%m月%d日', '%Y/%m/%d %H:%M', '%d%%%m-%Y  %H.%M.%S', '%m%d%Y']
ROLES = ['order', 'customer', 'date', 'product', 'product_name', 'category', 'quantity', 'cost',
         'media', 'shop', 'discount', 'refund', 'kind', 'status']
ENTRIES = ['constant', 'alternatives', 'keep=', 'fill=', 'status?', 'optional=', 'date_format=',
           'encoding=', 'separator=', 'match=', 'kind:', 'kind:=goods', 'status:', 'status:=',
           'amount=', 'price=', 'comment', 'CRLF map', 'BOM map'] + [role + '=' for role in ROLES]


class Plan:
    """columns: role, 'keep', 'flag' or 'fill' -> names that may stand in the header."""

    def __init__(self, columns, kinds, statuses, optional=()):
        self.columns, self.kinds, self.statuses = columns, kinds, statuses
        self.optional = list(optional)
        self.date_format = self.encoding = self.separator = self.text = None


def eccube4():
    return Plan({
        'order': ['注文番号'], 'customer': ['会員ID', 'メールアドレス'], 'date': ['受注日'],
        'product': ['商品コード', '商品ID'], 'product_name': ['商品名'], 'quantity': ['個数'],
        'price': ['価格'], 'kind': ['明細区分(ID)'], 'status': ['対応状況(ID)'],
    }, list('111123456'), list('13456789'), ['customer', 'product', 'product_name'])


def shopify():
    plan = Plan({
        'fill': ['Name'], 'customer': ['Email', 'Phone', 'Billing Phone'], 'date': ['Created at'],
        'product': ['Lineitem sku'], 'product_name': ['Lineitem name'],
        'quantity': ['Lineitem quantity'], 'price': ['Lineitem price'],
        'discount': ['Lineitem discount'], 'shop': ['Source'], 'flag': ['Cancelled at'],
        'status': ['Financial Status'], 'refund': ['Refunded Amount'],
    }, [''], ['pending', 'authorized', 'partially_paid', 'paid', 'partially_refunded', 'refunded',
              'voided'], ['customer', 'discount', 'shop', 'refund', 'flag'])
    return plan


PROFILES = {'eccube4': eccube4, 'shopify': shopify}


# ---- maps made up

def random_plan(chance, used):
    """A plan and its map: plan.text."""
    maker = MapMaker(chance, used)
    maker.roles()
    maker.codes()
    maker.rest()
    plan = maker.plan
    lines = maker.lines
    chance.shuffle(lines)
    end = '\n'
    if chance.random() < 0.2:
        end = '\r\n'
        used.add('CRLF map')
    plan.text = end.join(lines) + chance.choice(['', end])
    if chance.random() < 0.2:
        plan.text = '\ufeff' + plan.text
        used.add('BOM map')
    return plan


class MapMaker:
    def __init__(self, chance, used):
        self.chance, self.used = chance, used
        self.plan = Plan({}, [''], [])
        self.lines, self.count = [], 0

    def add(self, kind, line):
        self.used.add(kind)
        self.lines.append(self.chance.choice(['', '', ' ', '\t']) + line)

    def name(self):
        self.count += 1
        word = self.chance.choice(['列', 'Column ', 'x', '項目(ID)', 'a b '])
        return word + string.ascii_letters[self.count]

    def roles(self):
        amount = self.chance.random() < 0.4
        wanted = [role for role in ROLES if self.chance.random() < 0.65
                  and not (amount and role == 'discount')]
        for role in wanted + ['amount' if amount else 'price']:
            self.role(role)

    def role(self, role):
        names = [self.name() for _ in range(self.chance.choice([1, 1, 1, 2, 3]))]
        parts = list(names)
        if len(names) > 1:
            self.used.add('alternatives')
        if role in ('shop', 'media', 'category', 'customer') and self.chance.random() < 0.3:
            parts.append('"本店, a|b"')
            self.used.add('constant')
        self.plan.columns[role] = names
        sign = self.chance.choice(['=', ' = '])
        self.add(role + '=', role + sign + self.chance.choice(['|', ' | ']).join(parts))

    def codes(self):
        chance, plan = self.chance, self.plan
        if 'kind' in plan.columns:
            plan.kinds = chance.sample(['1', '2', '3', '商品', 'a=b', 'x y'], 4)
            if chance.random() < 0.5:
                plan.kinds.append('')
                self.used.add('kind:=goods')
            for code in plan.kinds:
                self.add('kind:', f'kind:{code}={chance.choice(KINDS)}')
        if 'status' in plan.columns:
            plan.statuses = chance.sample(['1', '2', 'paid', '入金済', 'a=b'], 4)
            for code in plan.statuses:
                self.add('status:', f'status:{code}={chance.choice(STATUSES)}')
            if chance.random() < 0.3:
                self.add('status:=', 'status:=pending')
        if chance.random() < 0.3:
            plan.columns['flag'] = [self.name()]
            self.add('status?', f'status?{plan.columns["flag"][0]}={chance.choice(STATUSES)}')

    def rest(self):
        chance, plan = self.chance, self.plan
        if chance.random() < 0.3:
            names = [self.name() for _ in range(chance.choice([1, 2]))]
            for number, name in enumerate(names):
                plan.columns[f'keep{number}'] = [name]
            self.add('keep=', 'keep=' + ','.join(names))
        if chance.random() < 0.4:
            plan.columns['fill'] = [self.name()]
            self.add('fill=', f'fill={plan.columns["fill"][0]}')
        if chance.random() < 0.4:
            roles = [role for role in plan.columns if role in ROLES] or ['order']
            plan.optional = chance.sample(roles, min(len(roles), 3))
            words = list(plan.optional)
            if 'flag' in plan.columns:
                plan.optional.append('flag')
                words.append('status?')
            self.add('optional=', 'optional=' + ','.join(words))
        if 'date' in plan.columns and chance.random() < 0.3:
            plan.date_format = chance.choice(FORMATS)
            self.add('date_format=', 'date_format=' + plan.date_format)
        if chance.random() < 0.2:
            plan.encoding = chance.choice(['utf-8', 'cp932', 'euc_jp'])
            self.add('encoding=', 'encoding=' + plan.encoding.replace('_', '-'))
        if chance.random() < 0.3:
            plan.separator = chance.choice([',', ';', '\t'])
            self.add('separator=', 'separator=' + plan.separator.replace('\t', 'tab'))
        if chance.random() < 0.2:
            self.add('match=', 'match=列a,Column b')
        if chance.random() < 0.3:
            self.add('comment', '# order=not this')
            self.lines.append('')
