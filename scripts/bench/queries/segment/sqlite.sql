SELECT *
FROM lines
WHERE amount >= 10000
    AND (media GLOB 'tv*' OR media GLOB 'flyer*' OR media GLOB 'mail*')
    AND order_date BETWEEN '2024-01-01' AND '2024-12-31';
