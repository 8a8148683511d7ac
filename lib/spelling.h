#ifndef SPELLING_H
#define SPELLING_H

#include <stddef.h>
#include <stdint.h>

#include "text.h"

/*
 * Numbers, dates and names as shops spell them, in valid UTF-8: full-width
 * forms, yen signs, thousands' commas, blanks around.
 */

/* Full-width forms as ASCII, any blank as ' ', a yen sign as '\', minus as
 * '-', the rest as it is; without the blanks around. The length, or room if
 * it does not fit. */
size_t spelling_fold(char *out, size_t room, struct text);

/* -500.00, ¥1,200 or １２００, in millionths; 0 if it is none: at most 12
 * digits and 6 decimals. */
int spelling_number(struct text, int64_t *value);

/* 2024/1/5 9:03, 2024-01-05T10:11:12+09:00, 20240105; or as format says:
 * %Y %m %d %H %M %S, %% and other bytes as they are, a blank for one or more.
 * As YYYY-MM-DD[ HH:MM:SS], the day and time as written; the length, 0 if it
 * is no date. */
enum { SPELLED_DATE = 20 };
size_t spelling_date(char out[SPELLED_DATE], struct text,
    struct text format /* len 0: none */);
int spelling_format_valid(struct text format);

/* Whether two column names are the same but for blanks, full-width forms and
 * the case of ASCII letters. */
int spelling_same_name(struct text, struct text);

/* 1.23E+18 or 2E+12: what a spreadsheet leaves of a long number. */
int spelling_is_damaged(struct text);

int spelling_is_blank(struct text);		/* or empty */

#endif
