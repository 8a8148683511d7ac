"""How shop systems spell numbers, dates and texts: right ways and wrong ones."""

DATES = {
    'date with hyphens': '2024-01-05', 'date with slashes': '2024/01/05',
    'date without zeros': '2024/1/5', 'date in eight digits': '20240105',
    'date and time': '2024/1/5 9:03', 'date and seconds': '2024-01-05 10:11:12',
    'date and fraction': '2024-01-05T10:11:12.123456',
    'date and offset': '2024-01-05 10:11:12 +0900',
    'date and offset behind': '2024-01-05T10:11:12+09:00', 'date and Z': '2024-01-05 10:11Z',
    'full-width date': '２０２４／１／５　９：０３', 'blanks around a date': ' 2024-02-29  23:59 ',
    'blank date': ' 　', 'eight digits and a time': '20240229 0:00',
}
BAD_DATES = ['2024-02-30', '2023/2/29', '5/1/2024', '2024-1', '2024-01-05 24:00', '2024-01-05T',
             '2024-01-05 9', '2024-01-05 9:3', '202401055', '2024-01/05', '2024-01-05 9:03 JST',
             '令和6年1月5日', '2024-01-05 10:00 +15:00', '2024-01-05 10:00 +09:60',
             '2024-01-05 10:00+1401', '2024-13-01', '0000-01-01', '2024-01-05 1:2:3',
             '2024-01-05 10:11:12 PM', '2024.01.05', 'x', '2024-01-05 10:00:60']
NUMBERS = {
    'plain number': '1000', 'decimals of no use': '3980.00', 'decimals': '12.345',
    'commas': '1,200', 'commas and decimals': '1,234,567.50', 'yen sign': '¥1,200',
    'full-width yen sign': '￥980', 'backslash as yen': '\\500', 'minus': '-300',
    'minus before yen': '-¥300', 'yen before minus': '¥-300', 'full-width digits': '５００',
    'full-width number': '－１，２００．５', 'minus sign U+2212': '−120', 'zero': '0',
    'blanks around a number': ' 42　', 'leading zeros': '007', 'six decimals': '0.000001',
    'blank number': '　 ', 'minus zero': '-0', 'twelve digits': '999999999999',
}
BAD_NUMBERS = ['1,20', '1,2000', ',200', '500円', '$5', '1 200', '1.', '.5', '1e3', '+5', '--1', '-',
               '¥', '1234567890123', '0.1234567', '12,345,67', '1.234,50', 'abc', '¥¥1', '1,234,5']
TEXTS = ['石鹸', 'クリーム "夜"', 'a,b', 'semi;colon', 'two\nlines', 'cr\r\nlf', 'tab\there',
         ' blanks ', "it's", '美容液　大', '"', 'x', 'Ünïcode é', '\\N', '㈱①髙', 'plain', '0012']
DAMAGED = ['1.23E+18', '4.50001E+12', '2E+12']


def number(chance, used):
    name = chance.choice(sorted(NUMBERS))
    used.add(name)
    return NUMBERS[name]


def date(chance, used):
    name = chance.choice(sorted(DATES))
    used.add(name)
    return DATES[name]


def date_as(chance, form, used):
    """A date of a date_format."""
    used.add('date_format')
    values = {'Y': '2024', 'm': chance.choice(['1', '01', '12']), 'd': chance.choice(['5', '05',
              '28']),
              'H': chance.choice(['0', '09', '23']), 'M': chance.choice(['0', '30']),
              'S': chance.choice(['7', '59']), '%': '%'}
    out, i = '', 0
    while i < len(form):
        if form[i] == '%':
            i += 1
            out += values[form[i]]
        else:
            out += form[i]
        i += 1
    return out
