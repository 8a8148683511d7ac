WITH orders AS (
    SELECT customer_id, order_id, julianday(min(order_date)) AS day, media,
        sum(amount) AS amount
    FROM lines
    GROUP BY customer_id, order_id
), seen AS (
    SELECT first_value(media) OVER w AS media,
        julianday('2025-12-30') - first_value(day) OVER w AS left,
        day - first_value(day) OVER w AS since, row_number() OVER w AS n, amount
    FROM orders
    WINDOW w AS (PARTITION BY customer_id ORDER BY day, order_id)
), sums AS (
    SELECT media, sum(n = 1) AS customers,
        sum(n = 2 AND since <= 180 AND left >= 180) AS repeated,
        sum(amount * (n = 1)) AS first_amount,
        sum(amount) AS amount, count(*) AS purchases,
        sum(n = 1 AND left >= 30) AS m30,
        sum(n = 1 AND left >= 60) AS m60,
        sum(n = 1 AND left >= 90) AS m90,
        sum(n = 1 AND left >= 180) AS m180,
        sum(n = 1 AND left >= 365) AS m365,
        sum(amount * (since <= 30 AND left >= 30)) AS a30,
        sum(amount * (since <= 60 AND left >= 60)) AS a60,
        sum(amount * (since <= 90 AND left >= 90)) AS a90,
        sum(amount * (since <= 180 AND left >= 180)) AS a180,
        sum(amount * (since <= 365 AND left >= 365)) AS a365
    FROM seen
    GROUP BY media
)
SELECT media, customers, m180, 1.0 * repeated / m180, first_amount, amount,
    1.0 * amount / purchases, m30, 1.0 * a30 / m30, m60, 1.0 * a60 / m60,
    m90, 1.0 * a90 / m90, m180, 1.0 * a180 / m180, m365, 1.0 * a365 / m365
FROM sums
ORDER BY customers DESC, media;
