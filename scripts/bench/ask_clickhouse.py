"""Ask ClickHouse: QUERY.sql TABLE RESULT. `FROM lines` in the query is the table."""
import sys

import chdb

query, table, result = sys.argv[1:]
id_type = 'UUID' if query.endswith('-uuid.sql') else 'String'
columns = (f'order_id {id_type}, customer_id {id_type}, order_date Date, '
           'product_id String, quantity Int32, amount Int64, cost Int64, media String, '
           'shop String')
method = 'read' if table == '/dev/stdin' else 'pread'
with open(query) as file:
    text = file.read().replace(
        'FROM lines', f"FROM file('{table}', 'TabSeparatedWithNames', '{columns}')")
chdb.query(f"""
    INSERT INTO FUNCTION file('{result}', 'TabSeparated') {text}
    SETTINGS storage_file_read_method = '{method}'""")
