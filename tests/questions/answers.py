"""The questions of tokui(7), answered by SQL: a second opinion on each pipeline.

    answers.py TABLE MAILED COSTS

prints for each question a line '== N' and the rows that its pipeline should
print, header apart. The as-of date is AS_OF. Only rounding is Python's, exact.
"""
import datetime
import sqlite3
import sys
from fractions import Fraction

AS_OF = '2024-12-31'
HALF_YEAR_AGO = '2024-06-30'
YEAR_AGO = '2023-12-31'


def day(text):
    return datetime.date.fromisoformat(text[:10]).toordinal()


def moment(text):
    clock = (text[11:] or '00:00:00').split(':')
    return day(text) * 86400 + sum(int(part) * unit
                                   for part, unit in zip(clock, (3600, 60, 1)))


def quotient(above, below, decimals):
    """Rounded half away from zero, from exact numbers."""
    if above is None or not below:
        return ''
    scaled = abs(Fraction(above) / Fraction(below)) * 10 ** decimals
    whole = int(scaled + Fraction(1, 2))
    sign = '-' if Fraction(above) / Fraction(below) < 0 and whole else ''
    digits = str(whole).rjust(decimals + 1, '0')
    return sign + digits[:-decimals] + '.' + digits[-decimals:]


def month(number):
    return datetime.date.fromordinal(number).isoformat()[:7]


class Median:
    def __init__(self):
        self.values = []

    def step(self, value):
        self.values.append(value)

    def finalize(self):
        values = sorted(self.values)
        middle = len(values) // 2
        if not values:
            return ''
        return quotient(values[middle] + values[-middle - 1], 2, 2)


def read(db, name, path):
    with open(path, encoding='utf-8') as file:
        header, *rows = [line.rstrip('\n').split('\t') for line in file]
    db.execute(f'create table {name} (n integer primary key, {", ".join(header)})')
    marks = ', '.join('?' * (len(header) + 1))
    db.executemany(f'insert into {name} values ({marks})',
                   [[n, *(field or None for field in row)] for n, row in enumerate(rows)])


VIEWS = '''
create table counted as
    select n, order_id, customer_id, product_id, media, day(order_date) as day,
        moment(order_date) as moment, cast(amount as integer) as amount,
        cast(cost as integer) as cost, coalesce(order_id, '#' || n) as key
    from lines
    where coalesce(status, 'paid') in ('pending', 'paid', 'shipped', 'delivered');
create table orders as
    select key, order_id, customer_id, min(day) as day, min(moment) as moment,
        min(n) as line, sum(amount) as amount,
        sum(amount) < 0 or (sum(amount) = 0 and min(amount) < 0) as refund
    from counted where customer_id is not null group by key
    having min(day) <= day('{as_of}');
create table purchases as
    select o.*, c.media, row_number() over (partition by o.customer_id
        order by o.moment, o.order_id, o.line) as nth
    from orders o join counted c on c.n = o.line where not refund;
create table kept as
    select c.*, o.key is null as guest from counted c left join orders o
        on o.key = c.key and c.customer_id is not null
    where o.key is not null or (c.customer_id is null and c.day <= day('{as_of}'));
create table customers as
    select o.customer_id, min(o.line) as line, sum(o.amount) as amount,
        (select coalesce(media, '(none)') from purchases p
            where p.customer_id = o.customer_id and nth = 1) as media,
        (select min(day) from purchases p
            where p.customer_id = o.customer_id) as first,
        (select max(day) from purchases p
            where p.customer_id = o.customer_id) as last,
        (select day from purchases p
            where p.customer_id = o.customer_id and nth = 2) as second,
        (select count(*) from purchases p
            where p.customer_id = o.customer_id) as purchases
    from orders o group by o.customer_id having purchases > 0;
create table ages as
    select o.customer_id, o.day - c.first as age, o.amount
    from orders o join customers c using (customer_id) where o.day >= c.first;
'''

NEVER_AGAIN = '''
select customer_id, iso(first) from customers
where purchases = 1 and customer_id in (select customer_id from kept
    where not guest and product_id in ('TRIAL', 'SAMPLE'))
order by line
'''

WORTH = '''
with recursive months(k) as (select 1 union all select k + 1 from months where k < 24),
spent(media, customers, cost) as (
    select media, (select count(*) from customers c where c.media = m.media),
        (select sum(cast(cost as integer)) from costs s where s.media = m.media)
    from (select media from customers union select media from costs) m),
worth(media, days, mature, amount) as (
    select c.media, d.days, count(distinct c.customer_id), sum(a.amount)
    from customers c join (select 30 * k as days from months) d
        left join ages a on a.customer_id = c.customer_id and a.age <= d.days
    where c.first + d.days <= day(:as_of) group by c.media, d.days)
select media, customers, quotient(amount * 6, mature * 10, 2),
    quotient(coalesce(cost, 0), customers, 2),
    quotient(amount * 6 * customers - coalesce(cost, 0) * mature * 10,
        mature * 10 * customers, 2),
    (select min(days / 30) from worth w where w.media = spent.media
        and w.amount * 6 * customers >= coalesce(cost, 0) * w.mature * 10)
from spent join worth using (media)
where days = 180 and amount * 6 * customers > coalesce(cost, 0) * mature * 10
order by customers desc, media
'''

SEGMENT = '''
create table {name} as select *,
    case when f = 1 then case r when 5 then 'new' when 4 then 'promising'
            when 3 then 'about_to_sleep' else 'hibernating' end
        when r = 5 then case when f < 4 then 'potential_loyal' else 'champion' end
        when r = 4 then case when f < 4 then 'potential_loyal' else 'loyal' end
        when r = 3 then case f when 2 then 'about_to_sleep'
            when 3 then 'need_attention' else 'loyal' end
        else case f when 2 then 'hibernating' when 5 then 'cant_lose'
            else 'at_risk' end end as segment
from (select customer_id,
        1 + (gone <= 365) + (gone <= 180) + (gone <= 90) + (gone <= 30) as r,
        1 + (n >= 2) + (n >= 3) + (n >= 5) + (n >= 10) as f
    from (select customer_id, day('{date}') - max(day) as gone, count(*) as n
        from purchases where day <= day('{date}') group by customer_id))
'''

SILENT = '''
select customer_id, t.segment, n.segment from customers c
    join then_segment t using (customer_id) join now_segment n using (customer_id)
where t.segment in ('champion', 'loyal', 'need_attention')
    and n.segment in ('about_to_sleep', 'at_risk', 'cant_lose', 'hibernating')
order by c.line
'''

WITHIN = '''
select {key}, count(*), sum(first + {days} <= day(:as_of)),
    sum(first + {days} <= day(:as_of) and coalesce(second - first <= {days}, 0)),
    quotient(sum(first + {days} <= day(:as_of)
            and coalesce(second - first <= {days}, 0)),
        sum(first + {days} <= day(:as_of)), 6)
from customers group by 1 order by 1
'''

PROFIT = '''
with margins as (
    select coalesce(product_id, '(none)') as product,
        sum(coalesce(amount, 0) - coalesce(cost, 0)) as margin
    from kept group by 1),
summed as (
    select *, (select sum(margin) from margins where margin > 0) as total,
        sum(margin) over (order by margin desc) as cum,
        rank() over (order by margin desc) as place
    from margins where margin > 0)
select place, product, margin, quotient(margin, total, 6), cum,
    quotient(cum, total, 6), 'A' from summed s
where 100 * coalesce((select max(cum) from summed b where b.margin > s.margin), 0)
    < 70 * total
order by margin desc, product
'''

STAGE = '''
create table {name} as
select customer_id, (case when n = 1 then 'first' when tenure < 90 then 'toddler'
        when amount * all_n < 7 * all_amount then 'steady'
        when tenure < 210 then 'trendy' else 'prime' end)
    || case when gone < 240 then '-active' else '-lapsed' end as segment
from (select p.customer_id, count(*) as n, max(p.day) - min(p.day) as tenure,
        day('{date}') - max(p.day) as gone,
        (select sum(amount) from orders o where o.customer_id = p.customer_id
            and o.day <= day('{date}')) as amount,
        (select sum(amount) from purchases where day <= day('{date}')) as all_amount,
        (select count(*) from purchases where day <= day('{date}')) as all_n
    from purchases p where p.day <= day('{date}') group by p.customer_id)
'''

STEADY = '''
select t.segment, n.segment, count(*)
from then_stage t join now_stage n using (customer_id)
where t.segment like 'first-%' and n.segment like 'steady-%'
group by 1, 2 order by 1, 2
'''

NOT_MAILED = '''
select customer_id from customers
where customer_id in (select customer_id from kept where product_id = 'SERUM')
    and customer_id not in (select customer_id from kept
        where product_id = 'SOAP' and not guest)
    and customer_id not in (select customer_id from mailed)
order by line
'''

SLEEPING = '''
select rank() over (order by amount desc), customer_id, amount from customers
where day(:as_of) - last >= 60 and purchases >= 2
order by amount desc, customer_id
'''

LADDER = '''
with recursive steps(n) as (select 1 union all select n + 1 from steps where n < 12)
select n, sum(purchases >= n), sum(purchases > n),
    sum(purchases = n and day(:as_of) - last >= 240),
    quotient(sum(purchases > n), sum(purchases > n)
        + sum(purchases = n and day(:as_of) - last >= 240), 6),
    (select median(b.day - a.day) from purchases a join purchases b
        using (customer_id) where a.nth = n and b.nth = n + 1)
from steps join customers where purchases >= n group by n order by n
'''


def main(table, mailed, costs):
    db = sqlite3.connect(':memory:')
    db.create_function('day', 1, day, deterministic=True)
    db.create_function('moment', 1, moment, deterministic=True)
    db.create_function('quotient', 3, quotient, deterministic=True)
    db.create_function('month', 1, month, deterministic=True)
    db.create_function('iso', 1, lambda n: datetime.date.fromordinal(n).isoformat())
    db.create_aggregate('median', 1, Median)
    for name, path in ('lines', table), ('mailed', mailed), ('costs', costs):
        read(db, name, path)
    db.executescript(VIEWS.format(as_of=AS_OF))
    db.executescript(SEGMENT.format(name='now_segment', date=AS_OF))
    db.executescript(SEGMENT.format(name='then_segment', date=HALF_YEAR_AGO))
    db.executescript(STAGE.format(name='now_stage', date=AS_OF))
    db.executescript(STAGE.format(name='then_stage', date=YEAR_AGO))
    queries = [NEVER_AGAIN, WORTH, SILENT, WITHIN.format(key='month(first)', days=90),
               PROFIT, STEADY, NOT_MAILED, SLEEPING,
               WITHIN.format(key="media, 'all'", days=180), LADDER]
    queries[8] = queries[8].replace('group by 1 order by 1', 'group by 1, 2 order by 1')
    for number, query in enumerate(queries, 1):
        print('==', number)
        for row in db.execute(query, {'as_of': AS_OF} if ':as_of' in query else {}):
            print('\t'.join('' if field is None else str(field) for field in row))


if __name__ == '__main__':
    main(*sys.argv[1:])
