SELECT customer_id, count(*) AS purchases, sum(amount)::BIGINT AS amount,
    max(day) AS last_date
FROM (
    SELECT customer_id, order_id, min(order_date) AS day, sum(amount) AS amount
    FROM lines
    GROUP BY customer_id, order_id
)
GROUP BY customer_id
HAVING purchases >= 2 AND sum(amount) >= 30000
    AND DATE '2025-12-30' - max(day) <= 180
