WITH spent AS MATERIALIZED (
    SELECT customer_id, sum(amount) AS amount
    FROM lines
    GROUP BY customer_id
), ranked AS (
    SELECT rank() OVER w AS rank, customer_id, amount, sum(amount) OVER w AS cum_value,
        sum(amount) OVER (ORDER BY amount DESC
            GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS ahead,
        (SELECT sum(amount) FROM spent) AS total
    FROM spent
    WINDOW w AS (ORDER BY amount DESC)
)
SELECT rank, customer_id, amount, printf('%.6f', 1.0 * amount / total), cum_value,
    printf('%.6f', 1.0 * cum_value / total),
    CASE WHEN coalesce(ahead, 0) < 0.7 * total THEN 'A'
        WHEN ahead < 0.9 * total THEN 'B' ELSE 'C' END
FROM ranked
ORDER BY rank, customer_id;
