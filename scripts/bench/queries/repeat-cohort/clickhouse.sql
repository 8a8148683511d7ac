WITH customers AS (
    SELECT arraySort(groupArray((month, amount))) AS o, o[1].1 AS cohort
    FROM (
        SELECT any(l.customer_id) AS customer_id,
            toYear(min(order_date)) * 12 + toMonth(min(order_date)) - 1 AS month,
            sum(l.amount) AS amount
        FROM lines AS l
        GROUP BY order_id
    )
    GROUP BY customer_id
), cells AS (
    SELECT cohort, x.1 - cohort AS k, sum(new) AS active, count() AS purchases,
        sum(x.2) AS amount
    FROM customers
    ARRAY JOIN o AS x,
        arrayMap((y, n) -> n = 1 OR o[n - 1].1 != y.1, o, arrayEnumerate(o)) AS new
    GROUP BY cohort, k
), cohorts AS (
    SELECT cohort, groupArray((k, active, purchases, amount)) AS cells,
        sumIf(active, k = 0) AS customers
    FROM cells
    GROUP BY cohort
)
SELECT concat(toString(intDiv(cohort, 12)), '-',
        leftPad(toString(cohort % 12 + 1), 2, '0')),
    customers, since,
    (arrayFirst(x -> x.1 = since, cells) AS cell).2,
    if(complete, toString(cell.2 / customers), '') AS rate, cell.3, cell.4,
    if(complete, toString(arraySum(x -> if(x.1 <= since, x.4, 0), cells) / customers),
        '') AS ltv,
    cohort + since < 2026 * 12 - 1 AS complete
FROM cohorts
ARRAY JOIN range(toUInt64(2026 * 12 - cohort)) AS since
ORDER BY cohort, since
