WITH toDate('2025-12-30') AS as_of, orders AS (
    SELECT any(l.customer_id) AS customer_id, order_id, min(order_date) AS day,
        any(l.media) AS media, sum(l.amount) AS amount
    FROM lines AS l
    GROUP BY order_id
), customers AS (
    SELECT arraySort(groupArray((day, order_id, media, amount))) AS o,
        o[1].1 AS won, o[1].3 AS first_media, o[1].4 AS first_amount,
        length(o) > 1 AND o[2].1 - won <= 180 AS repeated, length(o) AS purchases,
        arraySum(x -> x.4, o) AS spent,
        arraySum(x -> if(x.1 - won <= 30, x.4, 0), o) AS a30,
        arraySum(x -> if(x.1 - won <= 60, x.4, 0), o) AS a60,
        arraySum(x -> if(x.1 - won <= 90, x.4, 0), o) AS a90,
        arraySum(x -> if(x.1 - won <= 180, x.4, 0), o) AS a180,
        arraySum(x -> if(x.1 - won <= 365, x.4, 0), o) AS a365
    FROM orders
    GROUP BY customer_id
)
SELECT first_media, count() AS customers, countIf(won + 180 <= as_of) AS f2_mature,
    countIf(won + 180 <= as_of AND repeated) / f2_mature AS f2_rate,
    sum(first_amount), sum(spent), sum(spent) / sum(purchases) AS aov,
    countIf(won + 30 <= as_of) AS m30, sumIf(a30, won + 30 <= as_of) / m30,
    countIf(won + 60 <= as_of) AS m60, sumIf(a60, won + 60 <= as_of) / m60,
    countIf(won + 90 <= as_of) AS m90, sumIf(a90, won + 90 <= as_of) / m90,
    countIf(won + 180 <= as_of) AS m180, sumIf(a180, won + 180 <= as_of) / m180,
    countIf(won + 365 <= as_of) AS m365, sumIf(a365, won + 365 <= as_of) / m365
FROM customers
GROUP BY first_media
ORDER BY customers DESC, first_media
