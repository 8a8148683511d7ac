"""Exact numbers, strict dates and faults, shared by the segment and from-cart oracles.

A number is an int in units of 10**-6 (a micro). A date is (day, seconds or None),
day being datetime.date's ordinal.
"""
import datetime
import re

UNIT = 10 ** 6
LIMIT = 9223372036854 * UNIT        # a magnitude of this or more is "too large"


class Fault(Exception):
    """Ends the run. status: 1 data, 2 usage, 3 input or output."""

    def __init__(self, status, message, hint=None):
        super().__init__(message)
        self.status, self.message, self.hint = status, message, hint


class BadValue(Exception):
    """A value that does not parse; the message says what is wrong."""


def shown(value):
    """A value quoted for a message: shortened, control characters visible."""
    text = value if len(value) <= 40 else value[:40] + '...'
    return "'" + ''.join(c if c >= ' ' and c != '\x7f' else '\\x%02x' % ord(c) for c in text) + "'"


def round_div(numerator, denominator):
    """Quotient of two ints, rounded half away from zero."""
    negative = (numerator < 0) != (denominator < 0)
    a, b = abs(numerator), abs(denominator)
    q = (2 * a + b) // (2 * b)
    return -q if negative else q


def round_to(micros, decimals):
    step = 10 ** (6 - decimals)
    return round_div(micros, step) * step


DECIMAL = re.compile(r'-?[0-9]{1,12}(\.[0-9]{1,6})?')


def decimal(text):
    """Strict decimal -> (micros, decimals as written)."""
    if not DECIMAL.fullmatch(text):
        raise BadValue('not a decimal number: ' + shown(text))
    whole, _, fraction = text.lstrip('-').partition('.')
    micros = int(whole) * UNIT + int((fraction + '000000')[:6])
    return (-micros if text.startswith('-') else micros), len(fraction)


def print_number(micros, decimals):
    micros = round_to(micros, decimals)
    sign = '-' if micros < 0 else ''
    whole, fraction = divmod(abs(micros), UNIT)
    tail = '%06d' % fraction
    return sign + str(whole) + ('.' + tail[:decimals] if decimals else '')


def shortest(micros):
    text = print_number(micros, 6)
    return text.rstrip('0').rstrip('.')


DATE = re.compile(r'([0-9]{4})-([0-9]{2})-([0-9]{2})'
                  r'(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(\.[0-9]+)?)?'
                  r'(Z|[+-][0-9]{2}:[0-9]{2})?)?')


def day_number(year, month, day, text):
    try:
        return datetime.date(year, month, day).toordinal()
    except ValueError:
        raise BadValue('no such date: ' + shown(text)) from None


def seconds_of(hour, minute, second, text):
    if hour > 23 or minute > 59 or second > 59:
        raise BadValue('no such time of day: ' + shown(text))
    return hour * 3600 + minute * 60 + second


def check_offset(hours, minutes, text):
    if minutes > 59 or hours * 60 + minutes > 14 * 60:
        raise BadValue('no such offset: ' + shown(text))


def date(text):
    """Strict date -> (day, seconds or None)."""
    m = DATE.fullmatch(text)
    if not m:
        raise BadValue('not a date: ' + shown(text))
    day = day_number(int(m[1]), int(m[2]), int(m[3]), text)
    if m[4] is None:
        return day, None
    if m[8] and m[8] != 'Z':
        check_offset(int(m[8][1:3]), int(m[8][4:6]), text)
    return day, seconds_of(int(m[4]), int(m[5]), int(m[6] or 0), text)


def plain_day(text):
    """YYYY-MM-DD alone -> day."""
    if not re.fullmatch(r'[0-9]{4}-[0-9]{2}-[0-9]{2}', text):
        raise BadValue('not a date: ' + shown(text))
    return date(text)[0]


def print_day(day):
    return datetime.date.fromordinal(day).isoformat()


def add_months(day, months):
    """Same day of another month, or that month's last day if it has no such day.
    ValueError beyond the years 1 to 9999."""
    d = datetime.date.fromordinal(day)
    index = d.year * 12 + d.month - 1 + months
    year, month = divmod(index, 12)
    first = datetime.date(year, month + 1, 1)
    following = index + 1
    if following == 10000 * 12:
        length = 31
    else:
        length = (datetime.date(following // 12, following % 12 + 1, 1) - first).days
    return datetime.date(year, month + 1, min(d.day, length)).toordinal()
