SELECT customer_id, max(day),
    CAST(julianday('2025-12-30') - julianday(max(day)) AS INTEGER),
    count(*), sum(amount)
FROM (
    SELECT customer_id, order_id, min(order_date) AS day, sum(amount) AS amount
    FROM lines
    GROUP BY customer_id, order_id
)
GROUP BY customer_id;
