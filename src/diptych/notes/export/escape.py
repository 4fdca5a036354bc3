# SPDX-License-Identifier: MIT
"""Text made safe for Markdown: what is parsed back is what was put in."""

from __future__ import annotations

import re
from functools import lru_cache

from diptych.patterns import late_pattern
from diptych.values import dataclass

# Vertical tabs, form feeds, separators, NEL: lines to str.splitlines, but not to Markdown.
_SPACE_LIKE = late_pattern(r"[\v\f\x1c-\x1f\x85]")
# Control characters, lone surrogates and noncharacters, which no page or XML may hold.
_UNFIT = late_pattern("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

# Everything some Markdown dialect reads as markup: CommonMark's own characters,
# tables and strike-out (GitHub), citations, mathematics and superscript (Pandoc),
# tags, highlights and comments (Obsidian). A backslash before it is right in all.
_MARKUP = (
    r"[\\`*\[\]~^$|]"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)"
    r"|(?<!\w)[@#](?=\w)"
    r"|=(?==)|%(?=%)"
)
# Pandoc makes quotation marks, dashes and ellipses of its own, ties abbreviations
# to the next word, and reads braces, citations and divisions.
_SHORT_FORMS = (
    "aet aetat al Apr Aug bk Bros c Capt cf ch chap chs Co col Corp cp d Dec Dr e.g ed eds esp "
    "f fasc Feb ff fig fl fol fols Fr Gen Gov Hon i.e ill Inc incl Jan Jr Jul Jun Ltd M.A M.D "
    "Mar Mr Mrs Ms n n.b nn No Nov Oct p Ph.D pp Pres Prof pt q.v Rep Rev s.v s.vv saec sec Sen "
    "Sep Sept Sgt Sr St univ viz vol vs"
)
_SHORT_FORM = r"\b(?:" + "|".join(re.escape(each) for each in _SHORT_FORMS.split()) + r")\."
# “quoted”, a -- b, and so on..., @ann: what Pandoc prints as other signs or cites.
_SMART = (
    r"|[\"'\u2018\u2019\u201c\u201d{}]|-(?=-)|(?<=-)-|\.(?=\.)|(?<=\.)\."
    r"|@|:(?=:)|(?<=:):|!$|[<>]"
)


@dataclass(frozen=True)
class Dialect:
    """What of a text a kind of Markdown would read as markup."""

    special: re.Pattern[str]
    may_be: re.Pattern[str]  # most lines have none of these
    short_form: re.Pattern[str] | None = None

    def marked_off(self, text: str) -> str:
        """Return ``text`` with a backslash before all that is special inside a line."""
        # With this, and figures read only where there are any, 10,000 notes take 1.54 s and not
        # 2.17.
        if not self.may_be.search(text):
            return text
        pieces, last = [], 0
        for found in _ADDRESS.finditer(text):
            address = self._address(found.group())
            # GitHub's own links reach to the next blank or “<” and would take a backslash in:
            # the sign behind it, the beginning of a tag, say, would then stand unescaped.
            behind = _NO_BLANK.match(text, found.end())
            if behind and address == found.group() and self.escaped(behind[0]) != behind[0]:
                address = self._bracketed(address)
            pieces += [self.escaped(text[last : found.start()]), address]
            last = found.end()
        return with_ended_addresses("".join([*pieces, self.escaped(text[last:])]))

    def escaped(self, text: str) -> str:
        """Return ``text`` for the inside of a link, where no address is one of its own."""
        # A backslash before any ASCII sign is that sign, in all dialects.
        text = self.special.sub(r"\\\g<0>", text)
        if self.short_form is not None:
            # “Mr. Lee”: Pandoc would tie the two with a no-break space.
            text = self.short_form.sub(lambda found: f"{found.group()[:-1]}\\.", text)
        return text

    def _address(self, address: str) -> str:
        """Return an address so that no backslash gets into what it leads to."""
        return address if self.escaped(address) == address else self._bracketed(address)

    def _bracketed(self, address: str) -> str:
        # In angle brackets these would be no link, or have their entity read: so they are plain
        # words.
        if address.startswith("www.") or _ENTITY.search(address):
            return self.escaped(address).replace("www.", "www\\.", 1).replace("://", "\\://", 1)
        return f"<{address}>"


def with_ended_addresses(markdown: str) -> str:
    """End bare addresses before an escaped tag by a reference, whatever stands around them."""
    return _TAG_IN_ADDRESS.sub(r"\1&lt;", markdown)


# http://paper.example/\<b>: GitHub's link would reach over the backslash and leave a tag
_TAG_IN_ADDRESS = late_pattern(r"((?:://|www\.)[^\s<]*)\\<", re.IGNORECASE)
# Brackets that close belong to the address, as GitHub reads it.
_IN_BRACKETS = r"\([\w.~%-]*\)"
# https://paper.example/a_(b)_c. without the full stop after it
_ADDRESS = late_pattern(
    rf"(?<![\w/<])(?:(?:https?|ftp)://|www\.)(?:{_IN_BRACKETS}|[\w.~:/?#@!$&'*+,;=%-])*"
    rf"(?:{_IN_BRACKETS}|[\w~/#$&+=%*-])",
    re.IGNORECASE,
)
_NO_BLANK = late_pattern(r"\S+")
_ENTITY = late_pattern(r"&#?\w+;")
MARKDOWN = Dialect(late_pattern(_MARKUP), late_pattern(r"[\\`*\[\]~^$|_<&@#=%]"))
PANDOC = Dialect(
    late_pattern(_MARKUP + _SMART),
    late_pattern(r"[\\`*\[\]~^$|_<>&@#=%\"'\u2018\u2019\u201c\u201d{}.:!-]"),
    late_pattern(_SHORT_FORM),
)
# “# a”, “- a”, “1. a”, “(a)”: words of the reader that would become a heading or a list
_LINE_START = late_pattern(
    r"(?P<punctuation>#{1,6}(?=\s|$)|>|[-+](?=\s|$|[-+=:|])|=(?=\s*$)|:(?=[\s:~-])"
    r"|\((?=(?:\w|@|[ivxlcdm]+|\d+)\)))"
    r"|(?P<number>\d{1,9}|[A-Za-z]|[ivxlcdm]+)(?=[.)](?:\s|$))"
)
_SHORT = 200
_BREAK = late_pattern(r"\n\n(\n*)")


def plain(text: str) -> str:
    """Return ``text`` with ``\\n`` line ends and without what no text file may hold."""
    # Most texts: nothing to replace, and no line break in them.
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNFIT.sub("\ufffd", _SPACE_LIKE.sub(" ", text))


def xml_text(text: str) -> str:
    """Return text without what no XML may hold."""
    return "".join(
        c
        for c in text
        if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )


def one_line(text: str, dialect: Dialect = MARKDOWN) -> str:
    """Return ``text`` escaped for the inside of a paragraph, a link or a table cell."""
    # Long ones are quotations and stand once; keeping them would only cost memory.
    return _known_line(text, dialect) if len(text) < _SHORT else _line(text, dialect)


@lru_cache(maxsize=2048)
def _known_line(text: str, dialect: Dialect) -> str:
    """Escape what many notes have in common: titles, bylines, tags."""
    return _line(text, dialect)


def _line(text: str, dialect: Dialect) -> str:
    return dialect.marked_off(" ".join(plain(text).split()))


def heading(text: str, dialect: Dialect = MARKDOWN) -> str:
    """Return ``text`` escaped for a heading; braces would be attributes in Pandoc."""
    line = escaped_line(" ".join(plain(text).split()), dialect)
    # Unless a backslash stands there already.
    line = re.sub(r"(?<!\\)\{", r"\{", line)
    return re.sub(r"(?<!\\)#(?=#*$)", r"\#", line) if line.endswith("#") else line


def paragraphs(text: str, dialect: Dialect = MARKDOWN) -> str:
    """Return ``text`` as Markdown paragraphs that parse back to it, letter for letter.

    Line breaks stay soft breaks, blank lines part paragraphs; white space that
    Markdown would drop is written as character references.
    """
    text = plain(text)
    body = text.strip("\n")
    # Empty lines at the edges would be dropped; they are written as references.
    head = len(text) - len(text.lstrip("\n"))
    tail = len(text) - len(body) - head if body else 0
    pieces = _BREAK.split(body)
    escaped = [_escaped_paragraph(pieces[0], dialect)]
    for extra, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        # More than one empty line between paragraphs: a reference for each that Markdown would
        # drop.
        escaped.append("&#10;" * len(extra) + _escaped_paragraph(piece, dialect))
    return "&#10;" * head + "\n\n".join(escaped) + "&#10;" * tail


def blockquote(text: str, dialect: Dialect = MARKDOWN) -> str:
    """Return ``text`` as one block quotation that parses back to it."""
    return "\n".join(f"> {line}".rstrip(" ") for line in paragraphs(text, dialect).split("\n"))


def table_cell(text: str, dialect: Dialect = MARKDOWN) -> str:
    """Return ``text`` for a cell of a table, where line breaks are references."""
    text = plain(text)
    return "&#10;".join(escaped_line(line, dialect) for line in text.split("\n"))


def _escaped_paragraph(text: str, dialect: Dialect) -> str:
    return "\n".join(escaped_line(line, dialect) for line in text.split("\n"))


def escaped_line(line: str, dialect: Dialect = MARKDOWN) -> str:
    """Return a line of a paragraph, escaped at its start too."""
    middle = line.strip()
    before = line[: len(line) - len(line.lstrip())]
    after = line[len(before) + len(middle) :]
    return _references(before) + started(middle, dialect) + _references(after)


def started(line: str, dialect: Dialect = MARKDOWN) -> str:
    """Return what stands first in a line with nothing in it that starts a block."""
    start = _LINE_START.match(line)
    escaped = dialect.marked_off(line)
    # “1\.”: a backslash before a digit would be a backslash.
    if start and start["number"]:
        cut = len(start["number"])
        return line[:cut] + "\\" + dialect.marked_off(line[cut:])
    if start and not escaped.startswith("\\"):
        return "\\" + escaped
    return escaped


def _references(spaces: str) -> str:
    return "".join(f"&#{ord(space)};" for space in spaces)
