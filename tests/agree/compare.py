"""Where a run differs from what was expected of it."""

UNKNOWN = [b'seconds', b'peak_bytes']       # of --stats: what an oracle cannot know


def differs(expected, got, strict=True):
    """In words, or None. Messages need not be alike, but must name the same line;
    unless strict, one of them may name none."""
    if got.status != expected.status:
        return f'status {got.status}, expected {expected.status}: {shown(got.err or expected.err)}'
    for name in sorted({'', *expected.files, *got.files}):
        one, other = [run.files.get(name) if name else run.out for run in (got, expected)]
        if one != other:
            return first_difference(name or 'standard output', one, other)
    if got.status == 0:
        one, other = [known_lines(run.err) for run in (got, expected)]
        return None if one == other else first_difference('standard error', one, other)
    if got.status == 1 and b'sum too large' not in expected.err:
        return other_place(expected, got, strict)
    return None


def other_place(expected, got, strict):
    one, other = got.place(), expected.place()
    if one == other or not strict and None in (one, other):
        return None
    return f'it says {shown(got.err)}; expected {shown(expected.err)}'


def known_lines(err):
    return b''.join(line for line in err.splitlines(True) if line.split(b'\t')[0] not in UNKNOWN)


def first_difference(where, one, other):
    if one is None or other is None:
        return f'{where}: written by one of both only'
    one, other = one.split(b'\n'), other.split(b'\n')
    at = next(n for n in range(max(len(one), len(other))) if one[n:n + 1] != other[n:n + 1])
    return (f'{where}, line {at + 1}: {shown(b"".join(one[at:at + 1]))}; '
            f'expected {shown(b"".join(other[at:at + 1]))}')


def shown(line):
    return repr(line.decode('utf-8', 'backslashreplace'))
