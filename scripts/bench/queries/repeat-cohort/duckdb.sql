WITH orders AS MATERIALIZED (
    SELECT customer_id, order_id,
        year(min(order_date)) * 12 + month(min(order_date)) - 1 AS month,
        sum(amount)::BIGINT AS amount
    FROM lines
    GROUP BY customer_id, order_id
), customers AS MATERIALIZED (
    SELECT customer_id, min(month) AS cohort,
        bit_or(1::BIGINT << (month - 2023 * 12)) AS seen
    FROM orders
    GROUP BY customer_id
), alike AS (
    SELECT cohort, seen, count(*) AS customers
    FROM customers
    GROUP BY cohort, seen
), active AS (
    SELECT cohort, 2023 * 12 + bit - cohort AS k, sum(customers) AS active
    FROM alike, range(36) AS bits(bit)
    WHERE (seen >> bit) & 1 = 1
    GROUP BY cohort, k
), bought AS (
    SELECT cohort, month - cohort AS k, count(*) AS purchases, sum(amount) AS amount
    FROM orders JOIN customers USING (customer_id)
    GROUP BY cohort, k
), sizes AS (
    SELECT cohort, active AS customers, unnest(range(2026 * 12 - cohort)) AS k
    FROM active
    WHERE k = 0
), cells AS (
    SELECT cohort, customers, k, cohort + k < 2026 * 12 - 1 AS complete,
        coalesce(active, 0) AS active, coalesce(purchases, 0) AS purchases,
        coalesce(amount, 0) AS amount
    FROM sizes LEFT JOIN active USING (cohort, k) LEFT JOIN bought USING (cohort, k)
)
SELECT printf('%04d-%02d', cohort // 12, cohort % 12 + 1), customers, k, active,
    CASE WHEN complete THEN active / customers END AS rate, purchases, amount,
    CASE WHEN complete THEN
        sum(amount) OVER (PARTITION BY cohort ORDER BY k) / customers END AS ltv,
    complete::INTEGER
FROM cells
ORDER BY cohort, k
