SELECT customer_id, count(*), sum(amount), max(day)
FROM (
    SELECT customer_id, order_id, min(order_date) AS day, sum(amount) AS amount
    FROM lines
    GROUP BY customer_id, order_id
)
GROUP BY customer_id
HAVING count(*) >= 2 AND sum(amount) >= 30000
    AND julianday('2025-12-30') - julianday(max(day)) <= 180;
