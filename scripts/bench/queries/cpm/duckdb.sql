SELECT customer_id, min(day) AS first_date, max(day) AS last_date,
    count(*) AS purchases, sum(amount)::BIGINT AS amount,
    max(day) - min(day) AS tenure_days,
    DATE '2025-12-30' - max(day) AS recency_days
FROM (
    SELECT customer_id, order_id, min(order_date) AS day, sum(amount) AS amount
    FROM lines
    GROUP BY customer_id, order_id
)
GROUP BY customer_id
