/* spelling.c - numbers, dates and names as shops spell them */
#include <stdio.h>
#include <string.h>

#include "spelling.h"

static int n;

static void
ok(int good, const char *kind, const char *s)
{
	printf("%sok %d - %s '%s'\n", good ? "" : "not ", ++n, kind, s);
}

static void
number(const char *s, int64_t expected)
{
	int64_t v = 0;

	ok(spelling_number(text_of(s), &v) && v == expected, "number", s);
}

static void
no_number(const char *s)
{
	int64_t v;

	ok(!spelling_number(text_of(s), &v), "no number", s);
}

/* expected "": no date */
static void
date(const char *s, const char *format, const char *expected)
{
	char out[SPELLED_DATE];
	const size_t len = spelling_date(out, text_of(s), text_of(format));

	ok(text_same((struct text){ out, len }, text_of(expected)), "date", s);
}

static void
numbers(void)
{
	static const char *const bad[] = { "", " ", "-", "¥", "1,", ",1",
		"1,23", "1234,567", "1,234,56", "1,234.5,6", "1.234,567",
		"1 2", "- 1", "¥ 1", "--1", "¥¥1", "１２３４５６７８９０１２３",
		"1.1234567", "abc", "\xff", "0000000000000000000000000000000"
		"000000000000000000000000000000000000000000000000000" };

	number("1234567", 1234567000000);
	number("1,234,567.5", 1234567500000);
	number(" ￥１，２００．５　", 1200500000);
	number("−5", -5000000);
	number("-\\5", -5000000);
	number("999999999999.999999", 999999999999999999);
	number("-0", 0);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		no_number(bad[i]);
}

static void
dates(void)
{
	date("2024/1/5 9:03", "", "2024-01-05 09:03:00");
	date("2024-1-5", "", "2024-01-05");
	date(" ２０２４／０１／０５　０９：０３：０４ ", "",
	    "2024-01-05 09:03:04");
	date("20240105 10:11", "", "2024-01-05 10:11:00");
	date("2024-01-05T10:11:12.123456-0330", "", "2024-01-05 10:11:12");
	date("2024-01-05+14:00", "", "2024-01-05");
	date("2024-01-05+14:01", "", "");
	date("2023-02-29", "", "");
	date("2024-01-05T", "", "");
	date("2024/1/5 9:03:4x", "", "");
	date("2024-01-05 10", "", "");
	date("5.1.2024", "%d.%m.%Y", "2024-01-05");
	date("05012024", "%d%m%Y", "2024-01-05");
	date("2024年1月5日 9時", "%Y年%m月%d日  %H時", "2024-01-05 09:00:00");
	date("2024%01-05", "%Y%%%m-%d", "2024-01-05");
	date("2024-01-05", "%Y/%m/%d", "");
}

static void
names_and_formats(void)
{
	ok(spelling_format_valid(text_of("%Y%m%d%H%M%S")), "format", "all");
	ok(!spelling_format_valid(text_of("%Y%m")), "no format", "no day");
	ok(!spelling_format_valid(text_of("%Y%m%d%d")), "no format", "twice");
	ok(!spelling_format_valid(text_of("%Y%m%d%")), "no format", "% last");
	ok(!spelling_format_valid(text_of("%Y%m%d%y")), "no format", "%y");
	ok(!spelling_format_valid(text_of("%Y-----------------------------"
	    "-------------------------------------%m%d")), "no format", "long");
	ok(spelling_same_name(text_of("明細区分（ＩＤ） "),
	    text_of("明細区分(id)")), "same name", "width and case");
	ok(!spelling_same_name(text_of("a"), text_of("b")), "names", "differ");
	ok(spelling_same_name(text_of("😀é Ａ"), text_of("😀É a")) == 0
	    && spelling_same_name(text_of("😀é Ａ"), text_of("😀é a"))
	    && spelling_same_name(text_of("é"), text_of("é")),
	    "same name", "of characters of two and of four bytes");
	ok(spelling_is_damaged(text_of("1.23E+18"))
	    && spelling_is_damaged(text_of("4.9E+12"))
	    && spelling_is_damaged(text_of("2E+12")), "damaged", "1.23E+18");
	ok(!spelling_is_damaged(text_of("1.5E+1"))
	    && !spelling_is_damaged(text_of("1E+1"))
	    && !spelling_is_damaged(text_of("1E+1x"))
	    && !spelling_is_damaged(text_of("E+18"))
	    && !spelling_is_damaged(text_of(".E+18"))
	    && !spelling_is_damaged(text_of("12E+18"))
	    && !spelling_is_damaged(text_of("12.5E+18"))
	    && !spelling_is_damaged(text_of("A1E+18"))
	    && !spelling_is_damaged(text_of("1.E+18"))
	    && !spelling_is_damaged(text_of("1.2xE+18"))
	    && !spelling_is_damaged(text_of("1E+18x")), "codes", "1E+18");
}

int
main(void)
{
	numbers();
	dates();
	names_and_formats();
	printf("1..%d\n", n);
	return 0;
}
