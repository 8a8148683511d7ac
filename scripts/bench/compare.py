"""Whether two results say the same, row for row."""


def rows(path, columns, ordered=False):
    """A result as lines of its first columns: sorted, unless they have an order."""
    with open(path, 'rb') as file:
        lines = file.read().splitlines()
    cut = (b'\t'.join(line.split(b'\t', columns)[:columns]) for line in lines)
    return list(cut) if ordered else sorted(cut)


def same_value(expected, got):
    """Fractions may differ by one in the last decimal of what is expected."""
    if expected == got:
        return True
    whole, point, decimals = expected.partition(b'.')
    if not point:
        return False
    try:
        return abs(float(expected) - float(got)) <= 10.0 ** -len(decimals) * (1 + 1e-6)
    except ValueError:
        return False


def same_row(expected, got):
    expected, got = expected.split(b'\t'), got.split(b'\t')
    return len(expected) == len(got) and all(map(same_value, expected, got))


def difference(expected, got):
    """What first differs between two lists of rows, or None."""
    if len(expected) != len(got):
        return f'{len(expected)} rows and {len(got)}'
    for one, other in zip(expected, got):
        if one != other and not same_row(one, other):
            return f'{one.decode()!r} and {other.decode()!r}'
    return None
