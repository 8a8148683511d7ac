"""Ask DuckDB: QUERY.sql TABLE RESULT. The query sees the table as `lines`."""
import sys

import duckdb

query, table, result = sys.argv[1:]
database = duckdb.connect()
database.execute('SET preserve_insertion_order = false')
database.execute(f"""
    CREATE VIEW lines AS SELECT * FROM read_csv('{table}',
        auto_detect = false, header = true, delim = '\t', quote = '', escape = '',
        columns = {{'order_id': 'VARCHAR', 'customer_id': 'VARCHAR', 'order_date': 'DATE',
            'product_id': 'VARCHAR', 'quantity': 'INTEGER', 'amount': 'BIGINT',
            'cost': 'BIGINT', 'media': 'VARCHAR', 'shop': 'VARCHAR'}})""")
with open(query) as file:
    database.execute(f"""
        COPY ({file.read()}) TO '{result}' (HEADER false, DELIMITER '\t', QUOTE '')""")
