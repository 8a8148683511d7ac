def ask(lines):
    day = pl.col('order_date')
    orders = lines.group_by('customer_id', 'order_id').agg(day.min(), pl.col('amount').sum())
    month = day.dt.year().cast(pl.Int32) * 12 + day.dt.month() - 1
    # after one sort, a customer's first month is where the customer changes
    seen = orders.select('customer_id', 'amount', month=month).sort(
        'customer_id', 'month').with_columns(
            first=pl.col('customer_id') != pl.col('customer_id').shift(1, fill_value='')
        ).with_columns(
            new=pl.col('first') | (pl.col('month') != pl.col('month').shift(1)),
            cohort=pl.when('first').then('month').forward_fill())
    cells = seen.group_by('cohort', k=pl.col('month') - pl.col('cohort')).agg(
        active=pl.col('new').sum(), purchases=pl.len(), amount=pl.col('amount').sum())
    grid = cells.filter(pl.col('k') == 0).select(
        'cohort', customers=pl.col('active'),
        k=pl.int_ranges(0, 2026 * 12 - pl.col('cohort'), dtype=pl.Int32)).explode('k')
    full = grid.join(cells, on=['cohort', 'k'], how='left').with_columns(
        pl.col('active', 'purchases', 'amount').fill_null(0)).sort('cohort', 'k')
    complete = pl.col('cohort') + pl.col('k') < 2026 * 12 - 1
    return full.select(
        pl.date(pl.col('cohort') // 12, pl.col('cohort') % 12 + 1, 1).dt.strftime('%Y-%m'),
        'customers', 'k', 'active',
        pl.when(complete).then(pl.col('active') / pl.col('customers')).alias('rate'),
        'purchases', 'amount',
        pl.when(complete).then(
            pl.col('amount').cum_sum().over('cohort') / pl.col('customers')).alias('ltv'),
        complete.cast(pl.Int8).alias('complete'))
