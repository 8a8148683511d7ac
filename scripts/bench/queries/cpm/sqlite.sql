SELECT customer_id, min(day), max(day), count(*), sum(amount),
    CAST(julianday(max(day)) - julianday(min(day)) AS INTEGER),
    CAST(julianday('2025-12-30') - julianday(max(day)) AS INTEGER)
FROM (
    SELECT customer_id, order_id, min(order_date) AS day, sum(amount) AS amount
    FROM lines
    GROUP BY customer_id, order_id
)
GROUP BY customer_id;
