WITH RECURSIVE months AS MATERIALIZED (
    SELECT customer_id, strftime('%Y', day) * 12 + strftime('%m', day) - 1 AS month,
        count(*) AS purchases, sum(amount) AS amount
    FROM (
        SELECT customer_id, order_id, min(order_date) AS day, sum(amount) AS amount
        FROM lines
        GROUP BY customer_id, order_id
    )
    GROUP BY customer_id, month
), cells AS MATERIALIZED (
    SELECT cohort, month - cohort AS k, count(*) AS active, sum(purchases) AS purchases,
        sum(amount) AS amount
    FROM (
        SELECT *, min(month) OVER (PARTITION BY customer_id) AS cohort
        FROM months
    )
    GROUP BY cohort, k
), grid AS (
    SELECT cohort, active AS customers, 0 AS k
    FROM cells
    WHERE k = 0
    UNION ALL
    SELECT cohort, customers, k + 1
    FROM grid
    WHERE cohort + k + 1 < 2026 * 12
), filled AS (
    SELECT cohort, customers, k, coalesce(active, 0) AS active,
        coalesce(purchases, 0) AS purchases, coalesce(amount, 0) AS amount,
        cohort + k < 2026 * 12 - 1 AS complete
    FROM grid LEFT JOIN cells USING (cohort, k)
)
SELECT printf('%04d-%02d', cohort / 12, cohort % 12 + 1), customers, k, active,
    CASE WHEN complete THEN 1.0 * active / customers END, purchases, amount,
    CASE WHEN complete THEN
        1.0 * sum(amount) OVER (PARTITION BY cohort ORDER BY k) / customers END,
    complete
FROM filled
ORDER BY cohort, k;
