#ifndef SAMPLE_PUT_H
#define SAMPLE_PUT_H

#include <stdint.h>

#include "text.h"

/*
 * Writing by hand, at a place that has room: each returns the end of what it
 * put there.
 */
char *digits_put(char *to, uint64_t value, int width);	/* at least width */
char *whole_put(char *to, int64_t value);
char *clock_put(char *to, int32_t second);		/* HH:MM:SS */
char *date_put(char *to, int32_t day);
char *word_put(char *to, const char *word);
char *text_put(char *to, struct text);

#endif
