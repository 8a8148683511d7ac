def ask(lines):
    spent = lines.group_by('customer_id').agg(pl.col('amount').sum())
    sums = spent.sort(['amount', 'customer_id'], descending=[True, False]).with_row_index(
        'n', 1).with_columns(
            total=pl.col('amount').sum(), cum_value=pl.col('amount').cum_sum(),
            tie=pl.col('amount') != pl.col('amount').shift(1, fill_value=-1))
    ranked = sums.with_columns(
        rank=pl.when('tie').then('n').forward_fill(),
        ahead=pl.when('tie').then(pl.col('cum_value') - pl.col('amount')).forward_fill(),
        cum_value=pl.when(pl.col('tie').shift(-1, fill_value=True)).then(
            'cum_value').backward_fill())
    total, ahead = pl.col('total'), pl.col('ahead')
    letter = pl.when(ahead < 0.7 * total).then(pl.lit('A')).when(
        ahead < 0.9 * total).then(pl.lit('B')).otherwise(pl.lit('C'))
    return ranked.select(
        'rank', 'customer_id', 'amount', (pl.col('amount') / total).round(6).alias('share'),
        'cum_value', (pl.col('cum_value') / total).round(6).alias('cum_share'),
        letter.alias('class'))
