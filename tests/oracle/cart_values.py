"""Loose spellings of dates and numbers, as shop systems export them."""
import re

from exact import (BadValue, DECIMAL, UNIT, LIMIT, check_offset, day_number, decimal, print_day,
                   seconds_of, shortest, shown)


def narrow(text):
    """Full-width ASCII, blank, yen sign and minus sign to their ASCII forms; trimmed."""
    out = []
    for char in text:
        code = ord(char)
        if 0xFF01 <= code <= 0xFF5E:
            char = chr(code - 0xFEE0)
        elif code == 0x3000:
            char = ' '
        elif code == 0xFFE5:
            char = '\u00a5'
        elif code == 0x2212:
            char = '-'
        out.append(char)
    return ''.join(out).strip(' \t\r\n')


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
OFFSET = r'(?: ?(Z|[+-][0-9]{2}:?[0-9]{2}))?'
SPELLINGS = [re.compile(day + r'(?:(?:T| +)' + TIME + OFFSET + ')?') for day in
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
    if m[4] is None:
        return print_date(day, None)
    if m[8] and m[8] != 'Z':
        check_offset(int(m[8][1:3]), int(m[8][-2:]), text)
    return print_date(day, seconds_of(int(m[4]), int(m[5]), int(m[6] or 0), text))


DIRECTIVES = {'Y': r'(?P<Y>[0-9]{4})', 'm': r'(?P<m>[0-9]{1,2})', 'd': r'(?P<d>[0-9]{1,2})',
              'H': r'(?P<H>[0-9]{1,2})', 'M': r'(?P<M>[0-9]{1,2})', 'S': r'(?P<S>[0-9]{1,2})',
              'y': r'(?P<y>[0-9]{2})', 'z': r'(?P<z>Z|[+-][0-9]{2}:?[0-9]{2})', '%': '%'}


def compile_pattern(text):
    """date_format= -> a regular expression. ValueError says what is wrong."""
    out, seen, i = [], [], 0
    while i < len(text):
        if text[i] == '%':
            letter = text[i + 1:i + 2]
            if letter not in DIRECTIVES or not letter:
                raise ValueError('date_format: unknown directive %' + letter)
            if letter in seen and letter != '%':
                raise ValueError('date_format: %' + letter + ' twice')
            seen.append(letter)
            out.append(DIRECTIVES[letter])
            i += 2
        elif text[i] == ' ':
            out.append(' +')
            i += 1
        else:
            out.append(re.escape(text[i]))
            i += 1
    if ('Y' in seen) == ('y' in seen) or 'm' not in seen or 'd' not in seen:
        raise ValueError('date_format: needs %Y (or %y), %m and %d')
    if ('M' in seen and 'H' not in seen) or ('S' in seen and 'M' not in seen):
        raise ValueError('date_format: %M needs %H, %S needs %M')
    return re.compile(''.join(out))


def date_by_pattern(clean, text, pattern):
    m = pattern.fullmatch(clean)
    if not m:
        raise BadValue('not a date of this date_format: ' + shown(text))
    got = m.groupdict()
    if got.get('Y'):
        year = int(got['Y'])
    else:                                   # as POSIX: 69-99 are 1969-1999
        year = int(got['y']) + (1900 if int(got['y']) >= 69 else 2000)
    day = day_number(year, int(got['m']), int(got['d']), text)
    if got.get('z') and got['z'] != 'Z':
        check_offset(int(got['z'][1:3]), int(got['z'][-2:]), text)
    if got.get('H') is None:
        return print_date(day, None)
    return print_date(day, seconds_of(int(got['H']), int(got.get('M') or 0),
                                      int(got.get('S') or 0), text))


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


__all__ = ['number', 'date', 'compile_pattern', 'line_amount', 'shortest']
