def ask(lines):
    orders = lines.group_by('customer_id', 'order_id').agg(
        pl.col('order_date').min(), pl.col('amount').sum())
    customers = orders.group_by('customer_id').agg(
        purchases=pl.len(), amount=pl.col('amount').sum(),
        last_date=pl.col('order_date').max())
    return customers.filter(
        pl.col('purchases') >= 2, pl.col('amount') >= 30000,
        (AS_OF - pl.col('last_date')).dt.total_days() <= 180)
