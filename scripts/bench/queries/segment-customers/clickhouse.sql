SELECT customer_id, count() AS purchases, sum(o.amount) AS amount, max(day) AS last_date
FROM (
    SELECT any(l.customer_id) AS customer_id, min(order_date) AS day,
        sum(l.amount) AS amount
    FROM lines AS l
    GROUP BY order_id
) AS o
GROUP BY customer_id
HAVING purchases >= 2 AND amount >= 30000 AND toDate('2025-12-30') - last_date <= 180
