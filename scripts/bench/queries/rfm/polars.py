def ask(lines):
    orders = lines.group_by('customer_id', 'order_id').agg(
        pl.col('order_date').min(), pl.col('amount').sum())
    customers = orders.group_by('customer_id').agg(
        last_date=pl.col('order_date').max(), purchases=pl.len(), amount=pl.col('amount').sum())
    return customers.select(
        'customer_id', 'last_date',
        (AS_OF - pl.col('last_date')).dt.total_days().alias('recency_days'),
        'purchases', 'amount')
