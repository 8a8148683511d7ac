"""Values (contract 1.3): dates, decimals, and how numbers print.

A day is its proleptic Gregorian ordinal (0001-01-01 is 1, a Monday).
A decimal is an integer in units of 10**-6, always exact.
"""
import calendar
import datetime
import re

MICRO = 10 ** 6
TOO_LARGE = 9_223_372_036_854 * MICRO

DATE = re.compile(
    rb'([0-9]{4})-([0-9]{2})-([0-9]{2})'
    rb'(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?'
    rb'(?:Z|[+-]([0-9]{2}):([0-9]{2}))?)?')
DECIMAL = re.compile(rb'(-?)([0-9]{1,12})(?:\.([0-9]{1,6}))?')


# ---- reading

def parse_date(field):
    """(day, second of the day), or None if the field is not a date."""
    match = DATE.fullmatch(field)
    if not match:
        return None
    year, month, day, hour, minute, second, off_hour, off_minute = (
        int(group or 0) for group in match.groups())
    if hour > 23 or minute > 59 or second > 59:
        return None
    if off_minute > 59 or off_hour * 60 + off_minute > 14 * 60:
        return None
    try:
        ordinal = datetime.date(year, month, day).toordinal()
    except ValueError:
        return None
    return ordinal, (hour * 60 + minute) * 60 + second


def parse_decimal(field):
    """(value in 10**-6, decimals as written), or None."""
    match = DECIMAL.fullmatch(field)
    if not match:
        return None
    sign, whole, fraction = match.groups()
    fraction = fraction or b''
    value = int(whole) * MICRO + int(fraction.ljust(6, b'0'))
    return (-value if sign else value), len(fraction)


# ---- days, months, weeks

def show_day(day):
    return datetime.date.fromordinal(day).isoformat()


def month_of(day):
    """Months are counted: year * 12 + month - 1."""
    date = datetime.date.fromordinal(day)
    return date.year * 12 + date.month - 1


def month_days(month):
    return calendar.monthrange(month // 12, month % 12 + 1)[1]


def month_start(month):
    return datetime.date(month // 12, month % 12 + 1, 1).toordinal()


def month_end(month):
    return month_start(month) + month_days(month) - 1


def show_month(month):
    return f'{month // 12:04}-{month % 12 + 1:02}'


def week_of(day):
    return (day - 1) // 7


def week_start(week):
    return week * 7 + 1


def months_before(day, count):
    """N months before a date; 0 (before every day) if that is before year 1."""
    month = month_of(day) - count
    if month < 12:
        return 0
    if day == month_end(month_of(day)):
        return month_end(month)
    day_of_month = datetime.date.fromordinal(day).day
    return month_start(month) + min(day_of_month, month_days(month)) - 1


# ---- printing

def quotient(numerator, denominator, decimals):
    """numerator / denominator with so many decimals, half away from zero;
    None if the denominator is 0."""
    if denominator == 0:
        return None
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    scale = 10 ** decimals
    scaled = (2 * abs(numerator) * scale + denominator) // (2 * denominator)
    sign = '-' if numerator < 0 and scaled else ''
    if decimals == 0:
        return f'{sign}{scaled}'
    return f'{sign}{scaled // scale}.{scaled % scale:0{decimals}}'


def show_share(numerator, denominator):
    return quotient(numerator, denominator, 6)


def show_money(value, decimals):
    return quotient(value, MICRO, decimals)


def mean_decimals(decimals):
    return min(decimals + 2, 6)


def show_money_mean(total, count, decimals):
    """Mean of money (or quantity) whose column has so many decimals."""
    return quotient(total, count * MICRO, mean_decimals(decimals))


def show_count_mean(total, count):
    return quotient(total, count, 2)


def show_median(numbers):
    """Median of days: 2 decimals, None of nothing."""
    if not numbers:
        return None
    numbers = sorted(numbers)
    half = len(numbers) // 2
    if len(numbers) % 2:
        return quotient(numbers[half], 1, 2)
    return quotient(numbers[half - 1] + numbers[half], 2, 2)
