"""Bytes of an export -> text -> CSV records, with true line numbers."""
import codecs

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


def records(text, separator):
    """Yields (line, fields, raw, reason); reason is None for a sound record.
    A line without any byte is no record."""
    i, line, n = 0, 1, len(text)
    while i < n:
        start, first_line, fields, reason = i, line, [], None
        quoted_any = False
        while True:
            value = []
            if i < n and text[i] == '"':
                quoted_any = True
                i += 1
                while True:
                    if i >= n:
                        reason = reason or 'quote not closed'
                        break
                    if text[i] == '"':
                        if text[i + 1:i + 2] == '"':
                            value.append('"')
                            i += 2
                            continue
                        i += 1
                        break
                    if text[i] == '\n':
                        line += 1
                    value.append(text[i])
                    i += 1
                after = i
                while i < n and text[i] != separator and text[i] != '\n':
                    i += 1
                rest = text[after:i]
                if rest == '\r' and (i >= n or text[i] == '\n'):
                    rest = ''
                if rest:
                    reason = reason or 'text behind a closing quote'
                    value.append(rest)
            else:
                after = i
                while i < n and text[i] != separator and text[i] != '\n':
                    i += 1
                rest = text[after:i]
                if rest.endswith('\r') and (i >= n or text[i] == '\n'):
                    rest = rest[:-1]
                value.append(rest)
            fields.append(''.join(value))
            if i < n and text[i] == separator:
                i += 1
                continue
            break
        raw = text[start:i]
        if raw.endswith('\r') and not fields[-1].endswith('\r'):
            raw = raw[:-1]
        if i < n:           # the line feed
            i += 1
            line += 1
        if fields == [''] and not quoted_any:
            continue
        if reason is None:
            for char in raw:
                if char == '\0':
                    reason = 'NUL in the line'
                elif bad(char):
                    reason = 'invalid byte 0x%02x' % (ord(char) - 0xDC00)
                else:
                    continue
                break
        yield first_line, fields, raw, reason
