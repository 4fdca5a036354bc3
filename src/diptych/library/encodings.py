# SPDX-License-Identifier: MIT
"""Bytes to text: which encoding a file is in, said, seen or guessed."""

from __future__ import annotations

import codecs
import unicodedata

from diptych.patterns import late_pattern
from diptych.values import dataclass

# A name a file declares may only choose from these; Python knows codecs that
# are no text encodings at all (zlib_codec, rot13). Old names are read as the
# superset that real files mean by them.
_KNOWN = {
    "utf-8": "utf-8",
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-8": "cp1255",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "cp950": "big5hkscs",
    "shift_jis": "cp932",
    "cp932": "cp932",
    "euc_jp": "euc_jp",
    "iso2022_jp": "iso2022_jp",
    "euc_kr": "cp949",
    "cp949": "cp949",
    "johab": "johab",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "cp866": "cp866",
    "mac-cyrillic": "mac-cyrillic",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    **{f"cp{number}": f"cp{number}" for number in (874, *range(1250, 1259))},
    **{f"iso8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 10, 13, 14, 15, 16)},
}
_SCRIPTLESS = {"utf-16", "utf-16-le", "utf-16-be"}  # impossible once text was found by bytes
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESS_FROM = 200_000  # bytes; detectors need no more
_HIGH = late_pattern(rb"[\x80-\xff]")
_LINE = late_pattern(rb"<?[^<\r\n]*+[\r\n]*+")  # or up to the next tag
_JAPANESE = late_pattern(rb"\x1b\$[@B]")
# The letters of KOI8-U that are lines of a box in KOI8-R, beside a letter.
_UKRAINIAN = late_pattern(
    rb"[\xa4\xa6\xa7\xad\xb4\xb6\xb7\xbd][\xc0-\xff]|[\xc0-\xff][\xa4\xa6\xa7\xad]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with ``\\n`` line ends, and how it was found.

    ``is_guess`` tells that nothing in the file vouches for the encoding.
    """

    text: str
    encoding: str
    is_guess: bool = False
    warnings: tuple[str, ...] = ()


def known_encoding(name: str) -> str:
    """Return the encoding to read for a declared ``name``, or an empty string."""
    try:
        plain = codecs.lookup(name.strip().strip("'\"")).name
    except (LookupError, ValueError):
        return ""
    return _KNOWN.get(plain, "")


def decode(content: bytes, *, declared: str = "", chosen: str = "") -> Decoded:
    """Return the text of ``content``.

    ``chosen`` is the reader's own choice and wins; ``declared`` is what the
    file says (an HTML meta tag) and is believed only if it fits every byte.
    """
    encoding = known_encoding(chosen) if chosen else ""
    if encoding:
        return Decoded(_clean(content.decode(encoding, "replace")), encoding)
    for mark, name in _MARKS:
        if content.startswith(mark):
            return Decoded(_clean(content[len(mark) :].decode(name, "replace")), name)
    wide = _wide_encoding(content)
    if wide:
        return Decoded(_clean(content.decode(wide, "replace")), wide)
    if _JAPANESE.search(content) and (text := _in_seven_bits(content)):
        return Decoded(_clean(text), "iso2022_jp")
    try:
        return Decoded(_clean(content.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(content, known_encoding(declared) if declared else "")


def _in_seven_bits(content: bytes) -> str:
    """Return text that turns from ASCII to Japanese and back by signs, or an empty string."""
    try:
        return content.decode("iso2022_jp_2")
    except UnicodeDecodeError:
        return ""


def _decode_legacy(content: bytes, declared: str) -> Decoded:
    # Not UTF-8, which has just failed, nor UTF-16: the declaration was found byte by byte.
    if declared not in ("", "utf-8") and declared not in _SCRIPTLESS:
        try:
            text = content.decode(declared)
        except UnicodeDecodeError:
            pass
        else:
            # Believed where hardly anything comes out that no article holds.
            if odd_share(text) < 0.02:
                return Decoded(_clean(text), declared)
    # A page of one line has parts, too.
    lines = _LINE.findall(content)
    broken = [line for line in lines if _HIGH.search(line) and not _is_utf8(line)]
    sound = sum(len(_HIGH.findall(line)) for line in lines if _is_utf8(line))
    if sound:
        bad = b"".join(broken).decode("utf-8", "replace").count("\ufffd")
        # One in twenty bad, or no more than three: a torn UTF-8 file rather than another
        # encoding.
        if bad * 20 <= sound + len(_HIGH.findall(b"".join(broken))) or bad <= 3 < sound:
            text = content.decode("utf-8", "replace")
            return Decoded(_clean(text), "utf-8", False, (f"{bad} unreadable characters",))
        # Bytes of UTF-8 that are no accident: two files were glued together.
        if sound > 12:
            return _decode_mixed(lines, broken)
    encoding = guess(content)
    return Decoded(_clean(content.decode(encoding, "replace")), encoding, True, ())


def _decode_mixed(lines: list[bytes], broken: list[bytes]) -> Decoded:
    """Decode a file glued together from UTF-8 and something older, line by line."""
    # By the broken lines alone: the others would speak for UTF-8.
    encoding = guess(b"".join(broken))
    text = "".join(
        line.decode("utf-8") if _is_utf8(line) else line.decode(encoding, "replace")
        for line in lines
    )
    warning = f"{len(broken)} lines were read as {encoding}, the others as UTF-8"
    return Decoded(_clean(text), "utf-8", True, (warning,))


def guess(content: bytes) -> str:
    """Return the likeliest encoding of bytes that are not UTF-8."""
    sample = content[:_GUESS_FROM]
    name = _detected(sample)
    encoding = known_encoding(name) if name else ""
    # Detectors mistake short Western texts for these; Cyrillic of old Macs is real.
    low = name.lower()
    # Told by its letters: nearly all of them have to be Cyrillic.
    if low.startswith("mac") and _mostly_cyrillic(sample, "mac-cyrillic"):
        return "mac-cyrillic"
    if low.startswith(("mac", "ibm")) and low != "ibm866":
        encoding = ""
    if encoding == "koi8-r" and _UKRAINIAN.search(sample):
        return "koi8-u"
    # South European, Nordic, Celtic, Vietnamese, Baltic: rarer than the mistakes that name
    # them.
    if encoding in ("iso8859-3", "iso8859-10", "iso8859-14", "iso8859-16", "cp1258", "iso8859-4"):
        encoding = ""
    # The Western code page, by far the likeliest of what is left.
    return encoding or "cp1252"


def _detected(sample: bytes) -> str:
    try:
        import cchardet
    except ImportError:  # no wheel for Windows on ARM
        from charset_normalizer import from_bytes

        # A tenth of the sample: it is in Python and takes its time.
        best = from_bytes(sample[:20_000]).best()
        return best.encoding if best else ""
    return str(cchardet.detect(sample).get("encoding") or "")


def _mostly_cyrillic(sample: bytes, encoding: str) -> bool:
    high = [c for c in sample.decode(encoding, "replace") if c > "\x7f" and c.isalpha()]
    return bool(high) and sum("\u0400" <= c <= "\u04ff" for c in high) > len(high) * 0.8


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _wide_encoding(content: bytes) -> str:
    """Return utf-16-le or utf-16-be when the zero bytes fall on one side of each pair."""
    sample = content[:_GUESS_FROM]
    zeros = sample.count(0)
    # Western text in UTF-16 has a zero in every pair, Chinese hardly any but at spaces and
    # breaks.
    if not zeros or zeros * 50 < len(sample):
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    # ASCII letters have their zero byte second in little-endian, first in big-endian.
    if odd > 20 * even:
        name = "utf-16-le"
    elif even > 20 * odd:
        name = "utf-16-be"
    else:
        return ""
    return name if odd_share(sample.decode(name, "replace")) < 0.05 else ""


def odd_share(text: str) -> float:
    """Return the share of characters that no article holds (controls, unassigned)."""
    sample = text[:20_000]
    if not sample:
        return 0.0
    odd = sum(
        unicodedata.category(c) in ("Cc", "Cn", "Co", "Cs") and c not in "\t\n\r\x0b\x0c\x85"
        for c in sample
    )
    return (odd + sample.count("\ufffd")) / len(sample)


def letter_share(text: str) -> float:
    """Return the share of letters and digits among the characters that are not space."""
    sample = [c for c in text[:20_000] if not c.isspace()]
    return sum(c.isalnum() or "\u0300" <= c <= "\u036f" for c in sample) / max(1, len(sample))


def _clean(text: str) -> str:
    """Give ``text`` one kind of line end and no character that UTF-8 cannot hold."""
    # A second mark, of a file that was saved twice.
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # One for one: offsets in the file's text stay what they are.
    return text.replace("\0", "\ufffd")
