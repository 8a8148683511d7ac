def ask(lines):
    return lines.filter(
        pl.col('amount') >= 10000,
        pl.col('media').str.contains('^(tv|flyer|mail)'),
        pl.col('order_date').is_between(date(2024, 1, 1), date(2024, 12, 31)))
