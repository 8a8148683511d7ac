"""Map files: which column of an export plays which part. Profiles are such files."""
import codecs

from cart_values import compile_pattern
from exact import Fault

PROFILES = {
    'eccube4': '''\
# EC-CUBE 4, order CSV
order=注文番号|注文ID
customer=会員ID|メールアドレス
date=受注日
product=商品コード|商品ID
product_name=商品名
quantity=個数
price=価格
kind=明細区分(ID)
kind:1=goods
kind:2=shipping
kind:3=fee
kind:4=discount
kind:5=tax
kind:6=points
status=対応状況(ID)
status:1=pending
status:4=pending
status:5=shipped
status:6=paid
status:3=cancelled
status:9=returned
status:7=void
status:8=void
match=注文番号,明細区分(ID)
optional=customer,product,product_name
''',
    'shopify': '''\
# Shopify, orders export
order=Name
customer=Email|Phone|Billing Phone
date=Created at
product=Lineitem sku|Lineitem name
product_name=Lineitem name
quantity=Lineitem quantity
price=Lineitem price
discount=Lineitem discount
shop=Source
status?Cancelled at=cancelled
status=Financial Status
status:pending=pending
status:authorized=pending
status:partially_paid=pending
status:paid=paid
status:partially_refunded=paid
status:refunded=returned
status:voided=void
fill=Name
refund=Refunded Amount
match=Name,Lineitem name
optional=customer,discount,shop,refund,status?
''',
}

SOURCES = ('order', 'customer', 'date', 'product', 'product_name', 'category', 'quantity',
           'amount', 'price', 'discount', 'cost', 'media', 'shop', 'kind', 'status', 'refund')
STATUSES = ('pending', 'paid', 'shipped', 'delivered', 'cancelled', 'returned', 'void')
KINDS = ('goods', 'shipping', 'fee', 'discount', 'tax', 'points')
BLANKS = ' \t\r'
MADE = ('order_id', 'line', 'customer_id', 'order_date', 'product_id', 'product_name', 'category',
        'quantity', 'amount', 'cost', 'media', 'shop', 'status')
SEPARATORS = {',': ',', ';': ';', 'tab': '\t', 'TAB': '\t', '\\t': '\t'}


class Map:
    def __init__(self):
        self.sources = {}           # role -> list of ('column', name) or ('constant', text)
        self.status_if = []         # (column, status word)
        self.status_words = {}      # the export's code -> status word
        self.kind_words = {}
        self.fill = None
        self.keep = []
        self.match = []
        self.optional = []          # roles whose columns may be absent, and 'status?'
        self.date_pattern = None
        self.encoding = None
        self.separator = None


def alternatives(text):
    """A|B|"constant" -> list of ('column', name) or ('constant', text)."""
    out = []
    while True:
        text = text.strip(BLANKS)
        if text.startswith('"'):
            value, quote, text = text[1:].partition('"')
            if not quote:
                raise ValueError('quote not closed')
            kind, text = 'constant', text.strip(BLANKS)
        else:
            value = text.partition('|')[0]
            kind, text = 'column', text[len(value):]
            value = value.strip(BLANKS)
        if not value:
            raise ValueError('not a column or constant')
        out.append((kind, value))
        if not text:
            return out
        if text[0] != '|':
            raise ValueError('expected | behind a constant')
        text = text[1:]


def names(text):
    found = [name.strip(BLANKS) for name in text.split(',')]
    if not all(found):
        raise ValueError('a column name is missing')
    if len(set(found)) < len(found):
        raise ValueError('a name twice')
    return found


def entry(m, text):
    """One entry of a map into m. ValueError says what is wrong."""
    head = text.partition('=')[0].strip(BLANKS)
    if '=' not in text:
        raise ValueError('no = in the entry')
    for prefix, words, table in (('status:', STATUSES, m.status_words),
                                 ('kind:', KINDS, m.kind_words)):
        if head.startswith(prefix):
            key, _, word = text[len(prefix):].rpartition('=')
            key, word = key.strip(BLANKS), word.strip(BLANKS)
            if word not in words:
                raise ValueError('not one of %s: %s' % (' '.join(words), word))
            if key in table:
                raise ValueError('%s%s twice' % (prefix, key))
            table[key] = word
            return
    if head.startswith('status?'):
        column, _, word = text[len('status?'):].rpartition('=')
        column, word = column.strip(BLANKS), word.strip(BLANKS)
        if word not in STATUSES:
            raise ValueError('not one of %s: %s' % (' '.join(STATUSES), word))
        if column in [name for name, _ in m.status_if]:
            raise ValueError('status?%s twice' % column)
        m.status_if.append((column, word))
        return
    value = text.partition('=')[2].strip(BLANKS)
    if head in SOURCES:
        if head in m.sources:
            raise ValueError(head + ' twice')
        m.sources[head] = alternatives(value)
        return
    if head in ('match', 'keep', 'optional'):
        if getattr(m, head):
            raise ValueError(head + ' twice')
        setattr(m, head, names(value))
        if head == 'keep' and set(m.keep) & set(MADE):
            raise ValueError('keep: the name of a column that is made')
        if head == 'optional' and not set(m.optional) <= set(SOURCES + ('status?', 'fill')):
            raise ValueError('optional: no such role')
        return
    if head not in ('fill', 'date_format', 'encoding', 'separator'):
        raise ValueError('unknown entry: ' + head)
    attribute = 'date_pattern' if head == 'date_format' else head
    if getattr(m, attribute) is not None:
        raise ValueError(head + ' twice')
    if not value:
        raise ValueError(head + ' is empty')
    if head == 'date_format':
        value = compile_pattern(value)
    elif head == 'separator':
        if value not in SEPARATORS:
            raise ValueError('separator is not , ; or tab')
        value = SEPARATORS[value]
    elif head == 'fill':
        choices = alternatives(value)
        if len(choices) != 1 or choices[0][0] != 'column':
            raise ValueError('fill is one column')
    elif head == 'encoding' and value != 'auto':
        try:
            codecs.lookup(value)
        except LookupError:
            raise ValueError('unknown encoding: ' + value) from None
    setattr(m, attribute, value)


def parse(text, name):
    m = Map()
    for number, line in enumerate(text.split('\n'), 1):
        line = line.strip(BLANKS)
        if not line or line.startswith('#'):
            continue
        try:
            entry(m, line)
        except ValueError as error:
            raise Fault(1, '%s:%d: %s' % (name, number, error)) from None
    check(m, name)
    return m


def check(m, name):
    has = m.sources.__contains__
    if has('amount') and (has('price') or has('discount')):
        raise Fault(1, name + ': amount excludes price and discount')
    if not has('amount') and not has('price'):
        raise Fault(1, name + ': neither amount nor price')
    if m.status_words and not has('status'):
        raise Fault(1, name + ': status: entries without status=')
    if m.kind_words and not has('kind'):
        raise Fault(1, name + ': kind: entries without kind=')


def profile(name):
    return parse(PROFILES[name], 'profile ' + name)
