def ask(lines):
    orders = lines.group_by('customer_id', 'order_id').agg(
        pl.col('order_date').min(), pl.col('amount').sum())
    customers = orders.group_by('customer_id').agg(
        first_date=pl.col('order_date').min(), last_date=pl.col('order_date').max(),
        purchases=pl.len(), amount=pl.col('amount').sum())
    return customers.with_columns(
        tenure_days=(pl.col('last_date') - pl.col('first_date')).dt.total_days(),
        recency_days=(AS_OF - pl.col('last_date')).dt.total_days())
