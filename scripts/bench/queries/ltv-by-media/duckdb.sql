WITH orders AS (
    SELECT customer_id, order_id, min(order_date) AS day,
        any_value(media) AS media, sum(amount)::BIGINT AS amount
    FROM lines
    GROUP BY customer_id, order_id
), seen AS (
    SELECT first_value(media) OVER w AS media, first_value(day) OVER w AS won,
        day - first_value(day) OVER w AS since, row_number() OVER w AS n, amount
    FROM orders
    WINDOW w AS (PARTITION BY customer_id ORDER BY day, order_id)
), sums AS (
    SELECT media, count(*) FILTER (n = 1) AS customers,
        count(*) FILTER (n = 2 AND since <= 180
            AND won <= DATE '2025-12-30' - 180) AS repeated,
        sum(amount) FILTER (n = 1) AS first_amount,
        sum(amount) AS amount, count(*) AS purchases,
        count(*) FILTER (n = 1 AND won <= DATE '2025-12-30' - 30) AS m30,
        count(*) FILTER (n = 1 AND won <= DATE '2025-12-30' - 60) AS m60,
        count(*) FILTER (n = 1 AND won <= DATE '2025-12-30' - 90) AS m90,
        count(*) FILTER (n = 1 AND won <= DATE '2025-12-30' - 180) AS m180,
        count(*) FILTER (n = 1 AND won <= DATE '2025-12-30' - 365) AS m365,
        sum(amount) FILTER (since <= 30 AND won <= DATE '2025-12-30' - 30) AS a30,
        sum(amount) FILTER (since <= 60 AND won <= DATE '2025-12-30' - 60) AS a60,
        sum(amount) FILTER (since <= 90 AND won <= DATE '2025-12-30' - 90) AS a90,
        sum(amount) FILTER (since <= 180 AND won <= DATE '2025-12-30' - 180) AS a180,
        sum(amount) FILTER (since <= 365 AND won <= DATE '2025-12-30' - 365) AS a365
    FROM seen
    GROUP BY media
)
SELECT media, customers, m180 AS f2_mature, repeated / m180 AS f2_rate,
    first_amount, amount, amount / purchases AS aov,
    m30, a30 / m30, m60, a60 / m60, m90, a90 / m90,
    m180, a180 / m180, m365, a365 / m365
FROM sums
ORDER BY customers DESC, media
