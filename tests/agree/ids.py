"""Ids of customers and orders: of every length that a program may treat apart."""

KINDS = {
    'short': lambda mark, n: mark + b'%d' % n,
    'digits': lambda mark, n: b'%03d' % n,
    '8 bytes': lambda mark, n: mark + b'%07d' % n,
    '16 bytes': lambda mark, n: mark + b'%015d' % n,
    '17 bytes': lambda mark, n: mark + b'%016d' % n,
    'long': lambda mark, n: mark + b'-the-same-beginning-for-all-%05d-and-end' % n,
    'long, other end': lambda mark, n: b'%09d-and-the-same-end-for-all-' % n + mark,
    'japanese': lambda mark, n: '会員'.encode() + mark + b'%d' % n,
    'with blanks': lambda mark, n: b' ' + mark + b' %d ' % n,
}


def some(chance, mark, count):
    """So many different ids, of one kind or of several, in no order."""
    kinds = chance.sample(sorted(KINDS), chance.choice([1, 3, len(KINDS)]))
    out = [KINDS[chance.choice(kinds)](mark, n) for n in range(count)]
    chance.shuffle(out)
    return out
