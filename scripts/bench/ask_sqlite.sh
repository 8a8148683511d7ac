# ask SQLite: QUERY.sql TABLE
sqlite3 -batch :memory: 'CREATE TABLE lines (order_id TEXT, customer_id TEXT,
    order_date TEXT, product_id TEXT, quantity INTEGER, amount INTEGER,
    cost INTEGER, media TEXT, shop TEXT)' \
    '.mode tabs' ".import --skip 1 '$2' lines" "$(cat "$1")"
