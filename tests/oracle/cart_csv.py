"""Bytes of an export -> text -> CSV records, with true line numbers."""
import codecs
import re

WINDOW = 64 * 1024


def keep_bad_byte(error):
    """An invalid byte becomes one character U+DC80..U+DCFF; decoding goes on behind it."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wide = error.encoding.lower().startswith('utf-16')
    end = error.end if wide else error.start + 1
    return ''.join(chr(0xDC00 + b) for b in error.object[error.start:end]), end


codecs.register_error('keepbad', keep_bad_byte)


def decide(data):
    """Encoding by BOM, else by what stands from the first non-ASCII byte on."""
    if data.startswith(codecs.BOM_UTF8):
        return 'utf-8'
    if data.startswith(codecs.BOM_UTF16_LE):
        return 'utf-16-le'
    if data.startswith(codecs.BOM_UTF16_BE):
        return 'utf-16-be'
    first = next((i for i, b in enumerate(data) if b >= 0x80), None)
    if first is None:
        return 'utf-8'
    window = data[first:first + 1 + WINDOW]
    complete = first + len(window) == len(data)
    try:
        codecs.getincrementaldecoder('utf-8')().decode(window, complete)
        return 'utf-8'
    except UnicodeDecodeError:
        return 'cp932'


def bad(char):
    return 0xDC00 <= ord(char) <= 0xDCFF


def decode(data, encoding):
    """Whole input as text; invalid bytes as U+DC80..U+DCFF. A BOM is dropped."""
    name = decide(data) if encoding == 'auto' else codecs.lookup(encoding).name
    text = data.decode(name, 'keepbad')
    if name == 'cp932':     # Python reads these single bytes, the table has no character there
        for char, byte in (('\x80', 0x80), ('\uf8f0', 0xA0), ('\uf8f1', 0xFD),
                           ('\uf8f2', 0xFE), ('\uf8f3', 0xFF)):
            text = text.replace(char, chr(0xDC00 + byte))
    if name.startswith('utf') and text.startswith('\ufeff'):
        text = text[1:]
    return text


def separator_of(text):
    """Of , ; TAB the one that stands most often in the first line, outside quotes."""
    counts, begun, quoted = {',': 0, ';': 0, '\t': 0}, False, False
    for char in text:
        if char in '\r\n' and not quoted:
            if begun:
                break
            continue
        begun = True
        quoted ^= char == '"'
        if char in counts and not quoted:
            counts[char] += 1
    return max(counts, key=counts.get)


LINE_END = re.compile('\r\n|\r|\n')


def lines_in(text):
    return len(LINE_END.findall(text))


class Broken(Exception):
    """What no CSV holds: (line, reason)."""


def records(text, separator):
    """Yields (line, fields). A line without any byte is no record; LF, CRLF and CR end one."""
    separator = separator or separator_of(text)
    plain = re.compile('[^%s\r\n"]*' % separator)
    i, line = 0, 1
    while i < len(text):
        start, fields = i, []
        while True:
            if text[i:i + 1] == '"':
                value, i = quoted(text, i, start, line)
            else:
                m = plain.match(text, i)
                value, i = m[0], m.end()
                check(text, start, i, line)
            fields.append(value)
            if text[i:i + 1] != separator:
                break
            i += 1
        m = LINE_END.match(text, i)
        if i < len(text) and not m:
            raise Broken(line, 'a quote in a field, or text behind a closing quote')
        if fields != [''] or i > start:
            yield line, fields
        i = m.end() if m else i
        line += lines_in(text[start:i])


def quoted(text, i, start, line):
    """From the opening quote on: the field's value, and where it ends."""
    out, i = [], i + 1
    while True:
        end = text.find('"', i)
        check(text, start, len(text) if end < 0 else end, line)
        if end < 0:
            raise Broken(line, 'a quote that does not close')
        out.append(text[i:end])
        if text[end + 1:end + 2] != '"':
            return ''.join(out), end + 1
        out.append('"')
        i = end + 2


def check(text, start, end, line):
    """NUL and invalid bytes, at the line where they stand."""
    for at in range(start, end):
        if text[at] == '\0' or bad(text[at]):
            raise Broken(line + lines_in(text[start:at]), 'NUL' if text[at] == '\0' else
                         'invalid byte 0x%02x' % (ord(text[at]) - 0xDC00))
