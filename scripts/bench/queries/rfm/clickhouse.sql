SELECT customer_id, max(day) AS last_date,
    toDate('2025-12-30') - last_date AS recency_days,
    count() AS purchases, sum(amount) AS amount
FROM (
    SELECT customer_id, order_id, min(order_date) AS day, sum(l.amount) AS amount
    FROM lines AS l
    GROUP BY customer_id, order_id
)
GROUP BY customer_id
