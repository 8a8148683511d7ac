"""The lines that prove reads."""
MOST = 5        # so many details of a test that fails

tests = 0


def check(name, wrong):
    """A test, passed if nothing is wrong; wrong is a list of texts."""
    global tests
    tests += 1
    print(f'{"not ok" if wrong else "ok"} {tests} - {name}', flush=True)
    for text in wrong[:MOST]:
        print('#', text.replace('\n', '\n# '))
    if len(wrong) > MOST:
        print(f'# … and {len(wrong) - MOST} more')


def skip(name, why):
    global tests
    tests += 1
    print(f'ok {tests} - {name} # SKIP {why}')


def done():
    print(f'1..{tests}')
