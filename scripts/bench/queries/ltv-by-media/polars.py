HORIZONS = [30, 60, 90, 180, 365]


def ask(lines):
    orders = lines.group_by('customer_id', 'order_id').agg(
        pl.col('order_date').min(), pl.col('media').first(), pl.col('amount').sum())
    # after one sort, a customer's first purchase is where the customer changes
    seen = orders.sort('customer_id', 'order_date', 'order_id').with_columns(
        first=pl.col('customer_id') != pl.col('customer_id').shift(1, fill_value='')
    ).with_columns(
        second=pl.col('first').shift(1, fill_value=False) & ~pl.col('first'),
        won=pl.when('first').then('order_date').forward_fill(),
        media=pl.when('first').then('media').forward_fill(),
    ).with_columns(
        since=(pl.col('order_date') - pl.col('won')).dt.total_days(),
        left=(AS_OF - pl.col('won')).dt.total_days())
    left, since = pl.col('left'), pl.col('since')
    sums = seen.group_by('media').agg(
        pl.col('first').sum().alias('customers'),
        (pl.col('second') & (left >= 180) & (since <= 180)).sum().alias('repeated'),
        pl.col('amount').filter('first').sum().alias('first_amount'),
        pl.col('amount').sum(), pl.len().alias('purchases'),
        *[(pl.col('first') & (left >= h)).sum().alias(f'm{h}') for h in HORIZONS],
        *[pl.col('amount').filter((left >= h) & (since <= h)).sum().alias(f'a{h}')
          for h in HORIZONS])
    return sums.sort(['customers', 'media'], descending=[True, False]).select(
        'media', 'customers', pl.col('m180').alias('f2_mature'),
        (pl.col('repeated') / pl.col('m180')).alias('f2_rate'), 'first_amount', 'amount',
        (pl.col('amount') / pl.col('purchases')).alias('aov'),
        *[column for h in HORIZONS for column in (
            pl.col(f'm{h}'), (pl.col(f'a{h}') / pl.col(f'm{h}')).alias(f'ltv_{h}'))])
