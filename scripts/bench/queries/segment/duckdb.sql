SELECT *
FROM lines
WHERE amount >= 10000 AND regexp_matches(media, '^(tv|flyer|mail)')
    AND order_date BETWEEN DATE '2024-01-01' AND DATE '2024-12-31'
