WITH ties AS (
    SELECT amount, groupArray(customer_id) AS ids, length(ids) * amount AS tie
    FROM (
        SELECT customer_id, sum(l.amount) AS amount
        FROM lines AS l
        GROUP BY customer_id
    )
    GROUP BY amount
), ranked AS (
    SELECT amount, ids, sum(length(ids)) OVER w - length(ids) + 1 AS rank,
        sum(tie) OVER w AS cum_value, cum_value - tie AS ahead, sum(tie) OVER () AS total
    FROM ties
    WINDOW w AS (ORDER BY amount DESC ROWS UNBOUNDED PRECEDING)
)
SELECT rank, customer_id, amount, round(amount / total, 6) AS share, cum_value,
    round(cum_value / total, 6) AS cum_share,
    multiIf(ahead < 0.7 * total, 'A', ahead < 0.9 * total, 'B', 'C') AS class
FROM ranked
ARRAY JOIN ids AS customer_id
ORDER BY rank, customer_id
