SELECT customer_id, min(day) AS first_date, max(day) AS last_date,
    count() AS purchases, sum(amount) AS amount,
    last_date - first_date AS tenure_days,
    toDate('2025-12-30') - last_date AS recency_days
FROM (
    SELECT any(l.customer_id) AS customer_id, min(order_date) AS day,
        sum(l.amount) AS amount
    FROM lines AS l
    GROUP BY order_id
)
GROUP BY customer_id
