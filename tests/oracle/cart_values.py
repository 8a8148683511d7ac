"""Loose spellings of dates and numbers, as shop systems export them."""
import re

from exact import (BadValue, DECIMAL, UNIT, LIMIT, check_offset, day_number, decimal, print_day,
                   seconds_of, shortest, shown)


def narrow(text):
    """Full-width ASCII, blanks, yen sign and minus sign to their ASCII forms; trimmed."""
    out = []
    for char in text:
        code = ord(char)
        if char in '\t\r\n\xa0':
            char = ' '
        elif 0xFF01 <= code <= 0xFF5E:
            char = chr(code - 0xFEE0)
        elif code == 0x3000:
            char = ' '
        elif code == 0xFFE5:
            char = '\u00a5'
        elif code == 0x2212:
            char = '-'
        out.append(char)
    return ''.join(out).strip(' ')


NUMBER = re.compile('(-?)[\u00a5\\\\]?(-?)'
                    r'((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)')


def number(text):
    """-> micros, or None for a field of blanks only."""
    clean = narrow(text)
    if clean == '':
        return None
    m = NUMBER.fullmatch(clean)
    if not m or (m[1] and m[2]):
        raise BadValue('not a number: ' + shown(text))
    plain = m[1] + m[2] + m[3].replace(',', '')
    if not DECIMAL.fullmatch(plain):
        raise BadValue('more than 12 digits or 6 decimals: ' + shown(text))
    return decimal(plain)[0]


TIME = r'([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(\.[0-9]+)?)?'
OFFSET = r'(?: *(Z|[+-][0-9]{2}:?[0-9]{2}))?'
SPELLINGS = [re.compile(day + r'(?:(?:T| +)' + TIME + ')?' + OFFSET) for day in
             (r'([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})',
              r'([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})',
              r'([0-9]{4})([0-9]{2})([0-9]{2})')]


def print_date(day, seconds):
    if seconds is None:
        return print_day(day)
    return '%s %02d:%02d:%02d' % (print_day(day), seconds // 3600, seconds // 60 % 60, seconds % 60)


def date(text, pattern=None):
    """-> the date as the strict TSV writes it, or None for a field of blanks only."""
    clean = narrow(text)
    if clean == '':
        return None
    if pattern is not None:
        return date_by_pattern(clean, text, pattern)
    for spelling in SPELLINGS:
        m = spelling.fullmatch(clean)
        if m:
            break
    else:
        raise BadValue('not a date: ' + shown(text))
    day = day_number(int(m[1]), int(m[2]), int(m[3]), text)
    if m[8] and m[8] != 'Z':
        check_offset(int(m[8][1:3]), int(m[8][-2:]), text)
    if m[4] is None:
        return print_date(day, None)
    return print_date(day, seconds_of(int(m[4]), int(m[5]), int(m[6] or 0), text))


DAMAGED = re.compile(r'[0-9](\.[0-9]+)?E\+[0-9]{2,}')


def check_code(text):
    """A long number that a spreadsheet has cut is no code."""
    if text is not None and DAMAGED.fullmatch(text):
        raise BadValue('not a code but what a spreadsheet left of it: ' + shown(text))


def same_name(text):
    """Header names are compared so, where none is the very same."""
    small = [chr(ord(c) + 32) if 'A' <= c <= 'Z' else c for c in narrow(text) if c != ' ']
    return ''.join(small).replace('\xa5', '\\\\')


# what a directive takes it keeps
DIRECTIVES = {'Y': '(?P<Y>[0-9]{4})', 'm': '(?P<m>[0-9]{1,2}+)', 'd': '(?P<d>[0-9]{1,2}+)',
              'H': '(?P<H>[0-9]{1,2}+)', 'M': '(?P<M>[0-9]{1,2}+)', 'S': '(?P<S>[0-9]{1,2}+)',
              '%': '%'}


def compile_pattern(text):
    """date_format= -> a regular expression. ValueError says what is wrong."""
    out, seen = [], []
    for part in re.findall('%.?| +|[^% ]', narrow(text), re.DOTALL):
        if part[0] == '%':
            letter = part[1:]
            if letter not in DIRECTIVES or not letter:
                raise ValueError('date_format: unknown directive ' + part)
            if letter in seen and letter != '%':
                raise ValueError('date_format: ' + part + ' twice')
            seen.append(letter)
            out.append(DIRECTIVES[letter])
        else:
            out.append(' ++' if part[0] == ' ' else re.escape(part))
    if not {'Y', 'm', 'd'} <= set(seen):
        raise ValueError('date_format: needs %Y, %m and %d')
    return re.compile(''.join(out))


def date_by_pattern(clean, text, pattern):
    m = pattern.fullmatch(clean)
    if not m:
        raise BadValue('not a date of this date_format: ' + shown(text))
    got = m.groupdict()
    day = day_number(int(got['Y']), int(got['m']), int(got['d']), text)
    seconds = seconds_of(int(got.get('H') or 0), int(got.get('M') or 0), int(got.get('S') or 0),
                         text)
    return print_date(day, None if got.get('H') is None else seconds)


def line_amount(price, quantity, discount):
    """price x quantity - discount, exact; it must fit a strict decimal."""
    exact = price * quantity - discount * UNIT
    micros, rest = divmod(exact, UNIT)
    if rest:
        raise BadValue('amount has more than 6 decimals')
    return check_amount(micros)


def check_amount(micros):
    if abs(micros) >= 10 ** 12 * UNIT or abs(micros) >= LIMIT:
        raise BadValue('amount has more than 12 digits')
    return micros
