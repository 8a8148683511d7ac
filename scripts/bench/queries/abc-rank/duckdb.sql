WITH spent AS MATERIALIZED (
    SELECT customer_id, sum(amount)::BIGINT AS amount
    FROM lines
    GROUP BY customer_id
), ranked AS (
    SELECT customer_id, amount, rank() OVER w AS rank, row_number() OVER w AS n,
        sum(amount) OVER (w ROWS UNBOUNDED PRECEDING)
            - amount * (n - rank + 1) AS ahead,
        sum(amount) OVER (w) AS cum_value,
        (SELECT sum(amount) FROM spent) AS total
    FROM spent
    WINDOW w AS (ORDER BY amount DESC)
)
SELECT rank, customer_id, amount, amount / total AS share, cum_value,
    cum_value / total AS cum_share,
    CASE WHEN ahead < 0.7 * total THEN 'A' WHEN ahead < 0.9 * total THEN 'B'
        ELSE 'C' END AS class
FROM ranked
ORDER BY rank, customer_id
