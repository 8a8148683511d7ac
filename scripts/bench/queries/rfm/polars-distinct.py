def ask(lines):
    customers = lines.group_by('customer_id').agg(
        last_date=pl.col('order_date').max(), purchases=pl.col('order_id').n_unique(),
        amount=pl.col('amount').sum())
    return customers.select(
        'customer_id', 'last_date',
        (AS_OF - pl.col('last_date')).dt.total_days().alias('recency_days'),
        'purchases', 'amount')
