"""Ask Polars: QUERY.py TABLE RESULT. The query is a function ask(lines) of a lazy frame."""
import runpy
import sys
from datetime import date

import polars as pl

query, table, result = sys.argv[1:]
SCHEMA = {'order_id': pl.String, 'customer_id': pl.String, 'order_date': pl.Date,
          'product_id': pl.String, 'quantity': pl.Int32, 'amount': pl.Int64,
          'cost': pl.Int64, 'media': pl.String, 'shop': pl.String}
words = {'pl': pl, 'date': date, 'AS_OF': date(2025, 12, 30)}
lines = pl.scan_csv(sys.stdin.buffer if table == '/dev/stdin' else table,
                    separator='\t', quote_char=None, schema=SCHEMA)
runpy.run_path(query, words)['ask'](lines).sink_csv(
    result, separator='\t', include_header=False, engine='streaming')
