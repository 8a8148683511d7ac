SELECT customer_id, max(order_date) AS last_date,
    toDate('2025-12-30') - last_date AS recency_days,
    uniqExact(order_id) AS purchases, sum(l.amount) AS amount
FROM lines AS l
GROUP BY customer_id
