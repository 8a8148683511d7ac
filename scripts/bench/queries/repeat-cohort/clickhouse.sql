WITH customers AS (
    SELECT arraySort(groupArray((toYear(day) * 12 + toMonth(day) - 1, amount))) AS o,
        o[1].1 AS cohort
    FROM (
        SELECT customer_id, order_id, min(order_date) AS day, sum(l.amount) AS amount
        FROM lines AS l
        GROUP BY customer_id, order_id
    )
    GROUP BY customer_id
), cells AS (
    SELECT cohort, x.1 - cohort AS k, sum(new) AS active, count() AS purchases,
        sum(x.2) AS amount
    FROM customers
    ARRAY JOIN o AS x,
        arrayMap((y, n) -> n = 1 OR o[n - 1].1 != y.1, o, arrayEnumerate(o)) AS new
    GROUP BY cohort, k
), grid AS (
    SELECT cohort, active AS customers,
        arrayJoin(range(toUInt64(2026 * 12 - cohort))) AS since
    FROM cells
    WHERE k = 0
)
SELECT concat(toString(intDiv(g.cohort, 12)), '-',
        leftPad(toString(g.cohort % 12 + 1), 2, '0')),
    customers, since, active, if(complete, toString(active / customers), '') AS rate,
    purchases, amount,
    if(complete, toString(sum(amount) OVER (PARTITION BY g.cohort ORDER BY since)
        / customers), '') AS ltv,
    g.cohort + since < 2026 * 12 - 1 AS complete
FROM grid AS g LEFT JOIN cells AS c ON g.cohort = c.cohort AND g.since = c.k
ORDER BY g.cohort, since
