"""What the orders of a run are like: a book as the oracle formed it, and its lines.

Under --unit day what looks at moments sees the merged purchases alone.
"""
import values

ORDERS = ['customer of refunds only', 'refund before the first purchase',
          'refund after the first purchase', 'purchases of one moment',
          'second purchase on the first day', 'purchases of a day in one']
SPLIT = ['order of several products', 'order of several media', 'order whose lines lack media']


def of_orders(book, case):
    if len(book.everyone) > len(book.customers):
        yield 'customer of refunds only'
    by_day = ('unit', 'day') in case.pairs
    for customer in book.customers:
        moments = [(purchase.day, purchase.second) for purchase in customer.purchases]
        if len(set(moments)) < len(moments):
            yield 'purchases of one moment'
        if len(moments) > 1 and moments[0][0] == moments[1][0]:
            yield 'second purchase on the first day'
        if by_day and any(len({line.order for line in purchase.lines}) > 1
                          for purchase in customer.purchases):
            yield 'purchases of a day in one'
        for order in customer.orders:
            if order.is_refund:
                before = order.day < customer.first_day()
                yield f'refund {"before" if before else "after"} the first purchase'


def of_split(table):
    """What lines of an order may not agree in."""
    present = set(table.layouts[0])
    orders = {}
    for row in table.rows:
        orders.setdefault(row['order'], []).append(row)
    for order, rows in orders.items():
        if order in (b'', b'\\N') or 'order' not in present:
            continue
        for key, name in (('product', 'products'), ('media', 'media')):
            found = {row[key] for row in rows}
            if key in present and len(found) > 1:
                yield f'order of several {name}'
                if key == 'media' and found & {b'', b'\\N'}:
                    yield 'order whose lines lack media'


def of_spans(customers, as_of, spans):
    """Where a number of days decides."""
    for customer in customers:
        days = [purchase.day - customer.first_day() for purchase in customer.purchases]
        for span in spans:
            if customer.first_day() + span in (as_of, as_of + 1):
                yield 'mature to the day' if customer.first_day() + span == as_of else \
                    'mature but for a day'
            if len(days) > 1 and days[1] in (span, span + 1):
                yield 'second purchase on the last day' if days[1] == span else \
                    'second purchase a day late'


def of_first(customers):
    """The first purchases, by which customers are told apart."""
    months = set()
    for customer in customers:
        day = customer.first_day()
        month = values.month_of(day)
        months.add(month)
        if day == values.month_start(month):
            yield "won on a month's first day"
        if day == values.month_end(month):
            yield "won on a month's last day"
        first, second = (customer.purchases * 2)[:2]
        if (first.day, first.second) == (second.day, second.second) \
                and first.media != second.media:
            yield 'first purchases of one moment, of two media'
    if len(months) > 1:
        yield 'won in several months'
