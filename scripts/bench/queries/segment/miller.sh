mlr --tsvlite --headerless-csv-output filter '$amount >= 10000 &&
    $media =~ "^(tv|flyer|mail)" &&
    $order_date >= "2024-01-01" && $order_date <= "2024-12-31"' "$1"
