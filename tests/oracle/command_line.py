"""Options as getopt_long takes them, but for names cut short and options given twice."""
import getopt


def whole_name(name, longs):
    """Whether the option has a value, and its name; in full or not at all."""
    if name + '=' in longs:
        return True, name
    if name in longs:
        return False, name
    raise getopt.GetoptError(f'unknown option --{name}', name)


getopt.long_has_args = whole_name


def parse(argv, shorts, longs, letters, repeatable=()):
    """({name: values}, operands); GetoptError if it cannot be."""
    pairs, operands = getopt.gnu_getopt(argv, shorts, longs)
    given = {}
    for name, value in pairs:
        name = letters.get(name, name[2:])
        if name in given and name not in repeatable:
            raise getopt.GetoptError(f'--{name}: given twice', name)
        given.setdefault(name, []).append(value)
    return given, operands
