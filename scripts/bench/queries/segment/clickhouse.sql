SELECT *
FROM lines AS l
WHERE amount >= 10000 AND match(media, '^(tv|flyer|mail)')
    AND order_date BETWEEN toDate('2024-01-01') AND toDate('2024-12-31')
