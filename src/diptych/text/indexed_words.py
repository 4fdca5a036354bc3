# SPDX-License-Identifier: MIT
"""The words of a text as an index is fed them: those of ``terms``, cut at the speed of ``bytes``.

A library has millions of words, and a step of Python for each is what making an index
takes. Here a text goes through a few steps as a whole; only what is rare, a hyphenated
word or a name with initials, is looked at by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from diptych.patterns import late_pattern
from diptych.text.plain_forms import DOTS
from diptych.text.terms import (
    DOTTED,
    NO_TERM,
    beyond_ascii,
    cut_forms,
    first_dots,
    grouped_places,
    initials_after,
    joined_forms,
    may_show_pictures,
    needs_care,
    picture_places,
)
from diptych.text.tokens import WITHIN_WORDS

_BEFORE_FIRST_DOT = (2, 1)  # letters: Ph.D., U.S.
# Signs that no text has, for what is still asked once all that parts words is a space.
_HYPHEN, _DOT = "\1", "\2"
_OUR_SIGNS = (_HYPHEN, _DOT)
_MARKED_DOTS = dict.fromkeys(DOTS, _DOT)
_APOSTROPHES = frozenset("\u2019\u2018")
_OTHER_HYPHENS = frozenset("\u2010\u2011")
# What stands inside words and is no letter there, and what breaks long words in two.
_UNUSUAL = late_pattern(f"[{WITHIN_WORDS}\u200b\u200c](?<![\u2018\u2019])")
_MOST_SIGNS = 60  # different ones; each is a step over the whole text


def _bare_sign(sign: str) -> str:
    if sign in "'`":
        return "'"
    if sign == "-":
        return _HYPHEN
    return sign.lower() if sign.isalnum() or sign in ("\n", *_OUR_SIGNS) else " "


_BARE = "".join(map(_bare_sign, map(chr, range(128)))).encode() + bytes(range(128, 256))
_WORDS = bytes(ord(" ") if chr(code) in ("\n", _HYPHEN) else code for code in range(256))
_LETTER = rb"[0-9a-z\x80-\xff]"  # in lower case, in UTF-8
# From the first hyphen of a word on, and the whole of such a word. At the end of a line a
# hyphen may part one word: commit-⏎tee.
_FROM_HYPHEN = late_pattern(rb"\x01(?<=%b\x01)\n?%b(?:[^ \n]|(?<=\x01)\n)*" % (_LETTER, _LETTER))
_HYPHENATED = late_pattern(rb"(?<!%b)%b++(?:\x01\n?%b++)+" % (_LETTER, _LETTER, _LETTER))
_JOINTS = f"{_HYPHEN}\n".encode()
# O'Neill, o’brien, once their apostrophe is the plain one
_IRISH = late_pattern(rb"'(?<=o')(?<!%bo')((?:%b+)(?:'%b+)*)" % (_LETTER, _LETTER, _LETTER))
_THREE_LETTERS = late_pattern("[^\\W\\d_]{3}")
# 'tis, the boys' and 'so' lose theirs.
_OUTER_APOSTROPHE = late_pattern(rb"'(?:(?<!%b')|(?!%b))" % (_LETTER, _LETTER))
_HEBREW = late_pattern("[\u05d0-\u05ea]")


def indexed_words(text: str) -> bytes:
    """Return ``written_forms`` and ``later_initials`` between spaces, in UTF-8.

    They are not spelled alike, but have the same terms.
    """
    dots = first_dots(text)
    signs = _signs(text)
    if _is_plain(text, signs):
        bare = _bare(text, dots, signs)
        words, joined = _words(bare), _joined(bare, text, signs)
    else:
        words, joined = _by_lines(text)
    more = b" ".join(filter(None, (joined, _spaced(initials_after(dots, text)))))
    # A place without a term keeps the further ones from standing beside the last word.
    return b" ".join((words, NO_TERM.encode(), more)) if more else words


def _signs(text: str) -> str:
    """Return the letters and signs of a text that ASCII lacks, each once."""
    return "".join(set(beyond_ascii(text)))


def _is_plain(text: str, signs: str) -> bool:
    """Tell whether all that parts the words of a text are signs that stand for themselves."""
    if any(sign in text for sign in _OUR_SIGNS):
        return False
    if not signs:
        return True
    if _UNUSUAL.search(signs) or _HEBREW.search(signs) or needs_care(signs):
        return False
    return sum(not sign.isalnum() for sign in signs) <= _MOST_SIGNS


def _by_lines(text: str) -> tuple[bytes, bytes]:
    """Return the words of a text, of its plain lines quickly, and those that widen the recall."""
    words: list[bytes] = []
    last: list[str] = []
    lines = groupby(text.split("\n"), lambda line: _is_plain(line, _signs(line)))
    for is_plain, run in lines:
        said = "\n".join(run)
        if is_plain:
            words.append(_words(_bare(said, first_dots(said), _signs(said))))
        else:
            forms, more = cut_forms(said)
            words.append(_spaced(forms))
            last += more
    return b" ".join(words), _spaced(last + joined_forms(text))


def _bare(text: str, dots: Sequence[int], signs: str) -> bytes:
    """Return a text in lower case, spaces for what parts its words but hyphens and apostrophes.

    The dots of U.S. are there as another sign; letters that ASCII lacks stay as they are.
    """
    text = _with_dots_marked(text, dots)
    for sign in signs:
        if not sign.isalnum():
            # Sign for sign: in bytes this would take four times as long.
            plain = "'" if sign in _APOSTROPHES else "-" if sign in _OTHER_HYPHENS else " "
            text = text.replace(sign, plain)
    return text.encode(errors="replace").translate(_BARE)


def _with_dots_marked(text: str, dots: Sequence[int]) -> str:
    """Return a text with a sign of ours for each dot and space of U.S. and J. K."""
    pieces, past = [], 0
    for dot in dots:
        for before in _BEFORE_FIRST_DOT:
            start = dot - before
            found = DOTTED.match(text, start) if start >= past else None
            if found:
                pieces += [text[past:start], found.group().translate(_MARKED_DOTS)]
                past = found.end()
                break
    return "".join([*pieces, text[past:]]) if pieces else text


def _words(bare: bytes) -> bytes:
    """Return the words of a bare text between spaces."""
    return _OUTER_APOSTROPHE.sub(b" ", bare.translate(_WORDS, _DOT.encode()))


def _joined(bare: bytes, text: str, signs: str) -> bytes:
    """Return the ``joined_forms`` of a text."""
    joined = [*_hyphenated(bare), *(form.encode() for form, _, _ in grouped_places(text))]
    joined += _irish_names(bare)
    if may_show_pictures(signs):
        joined += (picture.encode() for picture, _, _ in picture_places(text))
    return b" ".join(joined)


def _hyphenated(bare: bytes) -> Iterator[bytes]:
    """Yield each hyphenated word as one."""
    past = 0
    for rest in _FROM_HYPHEN.finditer(bare):
        # Back to where the word of this hyphen begins, never over a letter twice.
        start = max(past, bare.rfind(b" ", past, rest.start()) + 1)
        start = max(start, bare.rfind(b"\n", start, rest.start()) + 1)
        past = rest.end()
        for word in _HYPHENATED.findall(bare, start, past):
            yield word.translate(None, _JOINTS)


def _irish_names(bare: bytes) -> Iterator[bytes]:
    """Yield the Brien of each O'Brien."""
    for found in _IRISH.finditer(bare):
        name = found.group(1)
        # Three bytes may be one letter.
        if _THREE_LETTERS.match(name.decode()):
            yield name


def _spaced(forms: Sequence[str]) -> bytes:
    """Return forms between spaces; J. K. has one inside, which its term has not."""
    spaced = (form.translate(DOTS) if "." in form else form or NO_TERM for form in forms)
    return " ".join(spaced).encode()
