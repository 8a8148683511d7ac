SELECT customer_id, max(day) AS last_date,
    DATE '2025-12-30' - max(day) AS recency_days,
    count(*) AS purchases, sum(amount)::BIGINT AS amount
FROM (
    SELECT customer_id, order_id, min(order_date) AS day, sum(amount) AS amount
    FROM lines
    GROUP BY customer_id, order_id
)
GROUP BY customer_id
