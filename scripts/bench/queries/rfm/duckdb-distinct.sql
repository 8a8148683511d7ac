SELECT customer_id, max(order_date) AS last_date,
    DATE '2025-12-30' - max(order_date) AS recency_days,
    count(DISTINCT order_id) AS purchases, sum(amount)::BIGINT AS amount
FROM lines
GROUP BY customer_id
