"""Ids of customers and orders: of every length that a program may treat apart."""

def uuid(mark, n):
    return b'%08x-0f%02x-4a%02x-bf%02x-%012x' % (
        n * 2654435761 % 2**32, mark[0], n % 256, n * 7 % 256, n)


KINDS = {
    'short': lambda mark, n: mark + b'%d' % n,
    'digits': lambda mark, n: b'%03d' % n,
    '8 bytes': lambda mark, n: mark + b'%07d' % n,
    '16 bytes': lambda mark, n: mark + b'%015d' % n,
    '17 bytes': lambda mark, n: mark + b'%016d' % n,
    'long': lambda mark, n: mark + b'-the-same-beginning-for-all-%05d-and-end' % n,
    'long, other end': lambda mark, n: b'%09d-and-the-same-end-for-all-' % n + mark,
    'japanese': lambda mark, n: '会員'.encode() + mark + b'%d' % n,
    'uuid': uuid,
    'uuid in capitals': lambda mark, n: uuid(mark, n).upper(),
    'nearly a uuid': lambda mark, n: uuid(mark, n)[:14] + b'f' + uuid(mark, n)[15:],
    'with blanks': lambda mark, n: b' ' + mark + b' %d ' % n,
}


def some(chance, mark, count):
    """So many different ids, of one kind or of several, in no order."""
    kinds = chance.sample(sorted(KINDS), chance.choice([1, 3, len(KINDS)]))
    out = [KINDS[chance.choice(kinds)](mark, n) for n in range(count)]
    chance.shuffle(out)
    return out
