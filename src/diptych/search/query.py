# SPDX-License-Identifier: MIT
"""From what a reader typed to what is asked for; every input means something or nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from string import ascii_lowercase

from diptych.patterns import late_pattern
from diptych.search.expression import (
    And,
    Dated,
    Fuzzy,
    In,
    InLanguage,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)
from diptych.search.indexed import Field
from diptych.search.understood import in_words
from diptych.text.calendar import date_number
from diptych.text.numbers import with_plain_digits
from diptych.text.stems import LANGUAGES, base_language
from diptych.text.terms import (
    alternatives,
    is_paired,
    is_picture,
    is_stop_word,
    number_spellings,
    written_forms,
)
from diptych.text.tokens import FLAG_LETTERS, GERSHAYIM, GROUPED, PICTURES, dotted
from diptych.translatable import Translatable, joined
from diptych.values import dataclass

LONGEST_QUERY = 1_000
# A pasted page is cut here, and the reader told.
MOST_WORDS = 60
# Brackets inside brackets: Python's own stack must not be what says no.
_DEEPEST = 20
_MOST_NEAR = 100
# As everywhere in spelling: three changes make another word of most.
_MOST_CHANGES = 2

_FIELDS = {
    "title": Field.TITLE,
    "author": Field.AUTHOR,
    "by": Field.AUTHOR,
    "source": Field.SOURCE,
    "tag": Field.TAG,
}
_NARROWING = ("lang", "language", "date", "after", "since", "before", "in")
_MORE_LANGUAGES = {"chinese": "zh", "japanese": "ja", "korean": "ko", "ukrainian": "uk"}
_LANGUAGE_CODES = {name: code for code, name in LANGUAGES.items()} | _MORE_LANGUAGES

_OPENING = '"“”„«»「『'
_CLOSING = '"“”«»」』'
# author:lee “closed port” (oil OR gas) near/5 -ship U. S. 1 250 צה"ל
_PIECE = late_pattern(
    f"(?P<field>(?:{'|'.join((*_FIELDS, *_NARROWING))}):)"
    f"|[{_OPENING}](?P<phrase>(?:[^{_CLOSING}]|{GERSHAYIM})*)(?:[{_CLOSING}]|$)"
    f"|(?P<open>\\()|(?P<close>\\))"
    f"|(?P<near>near/\\d+)(?=\\s|$)"
    f"|(?P<minus>(?<![^\\s(])-(?=[^\\s-]))"
    f"|(?P<picture>[{FLAG_LETTERS}]{{2}}|[{PICTURES}])"
    f"|(?P<word>{dotted()}(?![^\\s()])|{GROUPED}"
    f"|(?:[^\\s(){_OPENING}{_CLOSING}{PICTURES}{FLAG_LETTERS}]|{GERSHAYIM})+)",
    re.IGNORECASE,
)
# e.g. “closed po”, not “closed po ” or “"closed port"”
_ENDS_IN_A_WORD = late_pattern(r"[^\W_]$")
# e.g. in:notes, in: articles, not pin:notes
_SCOPE = late_pattern(r"(?<!\S)in:\s*(?:notes?|articles)(?!\S)", re.IGNORECASE)
# e.g. neutr*lity, whose star means nothing here
_STAR_INSIDE = late_pattern(r"\*[^\W_]")
_ACRONYM = late_pattern(
    r"[A-Z]{2,}|(?:[^\W\d_]\.[ \u00a0]?){2,}"
)  # the WHO is not who, the U.S. not us
# Six letters in a row: a query in capitals that has them is shouted, not made of names.
_LONG = late_pattern(r"[^\W\d_]{6}")
_INITIAL = late_pattern(r"\s*[A-Z]\.?\s+[A-Z]")  # "K Rowling"
# e.g. neutralty~ or neutralty~2
_FUZZY = late_pattern(r"(.*[^\W_])~(\d?)$", re.DOTALL)


class Scope(StrEnum):
    """Where to look."""

    ARTICLES = "articles"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; ``root`` is None when nothing is.

    ``understood`` says it in one plain line. ``words`` are the plain words as
    typed, for spelling suggestions.
    """

    typed: str
    root: Node | None
    understood: Translatable
    scope: Scope = Scope.ARTICLES
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    text: str


def parse(typed: str, languages: Sequence[str] = ("",)) -> Query:
    """Read a finished query; ``languages`` are those whose articles shall be found."""
    return _parsed(typed, tuple(languages) or ("",), None)


def parse_unfinished(typed: str, languages: Sequence[str] = ("",)) -> Query:
    """Read a query that is still being typed: its last word may go on."""
    goes_on = _ENDS_IN_A_WORD.search(typed[:LONGEST_QUERY]) is not None
    # The number of its piece; a phrase whose quotation marks are still open is read as
    # finished.
    last = len(_pieces(_cleaned(typed))) - 1 if goes_on else None
    return _parsed(typed, tuple(languages) or ("",), last)


def _parsed(typed: str, languages: tuple[str, ...], unfinished: int | None) -> Query:
    parser = _Parser(_pieces(_cleaned(typed)), languages, unfinished)
    root = parser.any_of(0)
    understood = in_words(root) if root else Translatable("Nothing to search for")
    if parser.scope is Scope.NOTES and root:
        understood = Translatable("{words}, in your notes", words=understood)
    elif parser.scope is Scope.NOTES:
        understood = Translatable("All your notes")
    if len(typed) > LONGEST_QUERY or parser.is_cut:
        parser.remarks.append(Translatable("only the beginning of the query was used"))
    if parser.remarks:
        remarks = joined(dict.fromkeys(parser.remarks), "; ")
        understood = Translatable("{words} ({remarks})", words=understood, remarks=remarks)
    return Query(typed, root, understood, parser.scope, tuple(dict.fromkeys(parser.words)))


def _cleaned(typed: str) -> str:
    """Drop what no reader types: control characters, halves of a pair."""
    return "".join(
        # Control, surrogate, private, unassigned; line and paragraph ends.
        " " if unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp") else c
        for c in typed[:LONGEST_QUERY]
    )


def _pieces(text: str) -> list[_Piece]:
    pieces = []
    for match in _PIECE.finditer(text):
        kind = match.lastgroup
        if kind:
            pieces.append(_Piece(kind, match[kind]))
    return pieces


class _Parser:
    """Recursive descent that never fails: what has no meaning is left out."""

    def __init__(
        self, pieces: list[_Piece], languages: tuple[str, ...], unfinished: int | None
    ) -> None:
        self._pieces = pieces
        self._languages = languages
        self._unfinished = unfinished
        self._at = 0
        self.scope = Scope.ARTICLES
        self.words: list[str] = []
        self.remarks: list[Translatable] = []
        self.is_cut = False
        self._seen: list[str] = []
        words = [piece.text for piece in pieces if piece.kind == "word"]
        # With capitals locked, capitals name nothing.
        self._is_shouted = all(map(str.isupper, words)) and any(map(_LONG.search, words))

    def any_of(self, depth: int) -> Node | None:
        """Read parts joined by OR, up to a closing parenthesis or the end."""
        parts = [self._all_of(depth)]
        while self._next_is_word("OR"):
            self._at += 1
            parts.append(self._all_of(depth))
        found = tuple(part for part in parts if part is not None)
        return (Or(found) if len(found) > 1 else found[0]) if found else None

    def _all_of(self, depth: int) -> Node | None:
        parts: list[Node] = []
        while self._at < len(self._pieces) and not self._next_is_word("OR"):
            piece = self._pieces[self._at]
            if piece.kind == "close":
                # Without an open group the sign means nothing and is passed over.
                if depth:
                    break
                self._at += 1
            elif piece.kind == "near":
                self._at += 1
                self._join_near(parts, piece, depth)
            elif self._next_is_word("AND"):
                self._at += 1
            else:
                part = self._one(depth)
                if part is not None:
                    parts.append(part)
        kept = self._without_stop_words(parts)
        return (And(tuple(kept)) if len(kept) > 1 else kept[0]) if kept else None

    def _join_near(self, parts: list[Node], piece: _Piece, depth: int) -> None:
        right = self._one(depth) if self._at < len(self._pieces) else None
        if right is None:
            return
        distance = min(_MOST_NEAR, max(1, int(piece.text[5:][:6])))
        if parts and _is_positional(parts[-1]) and _is_positional(right):
            parts[-1] = _near(parts[-1], right, distance)
        else:
            # A date or a negation has no place to be near to: both are asked for.
            parts.append(right)

    def _without_stop_words(self, parts: list[Node]) -> list[Node]:
        """Leave out the commonest words where others decide."""

        def is_common(part: Node) -> bool:
            return isinstance(part, Word) and not is_name(part) and is_stop_word(part.written)

        def is_name(part: Word) -> bool:
            return _ACRONYM.fullmatch(part.written) is not None and not self._is_shouted

        telling = [part for part in parts if not is_common(part)]
        # “to be or not to be”: common words alone are what is asked for.
        if not any(not isinstance(part, Not) for part in telling):
            return parts
        for part in parts:
            if isinstance(part, Word) and is_common(part):
                self.remarks.append(Translatable("without “{word}”", word=part.written))
        return telling

    def _one(self, depth: int) -> Node | None:
        """Read one part: always moves on, so that reading ends."""
        piece = self._pieces[self._at]
        index = self._at
        self._at += 1
        if piece.kind == "minus" or (piece.kind == "word" and piece.text == "NOT"):
            return self._negated(depth)
        if piece.kind == "open":
            return self._group(depth)
        if piece.kind == "field":
            return self._in_field(piece.text[:-1].lower(), depth)
        if piece.kind == "phrase":
            return self._phrase(piece.text)
        if piece.kind == "picture":
            return Word(piece.text, (piece.text,))
        if piece.kind == "word":
            return self._word(piece.text, index == self._unfinished)
        return None

    def _negated(self, depth: int) -> Node | None:
        if self._at >= len(self._pieces) or depth >= _DEEPEST:
            return None
        if self._pieces[self._at].kind in ("close", "near"):
            return None
        # What is not wanted needs no better spelling.
        words = list(self.words)
        part = self._one(depth + 1)
        self.words = words
        return Not(part) if part is not None else None

    def _group(self, depth: int) -> Node | None:
        if depth >= _DEEPEST:
            return None
        part = self.any_of(depth + 1)
        if self._at < len(self._pieces) and self._pieces[self._at].kind == "close":
            self._at += 1
        return part

    def _in_field(self, name: str, depth: int) -> Node | None:
        if self._at >= len(self._pieces) or self._pieces[self._at].kind in ("close", "near"):
            return None
        if name in _FIELDS:
            # Authors, sources and tags are not in the lists that better spellings come from.
            words = list(self.words)
            part = self._one(depth + 1) if depth < _DEEPEST else None
            self.words = words
            return In(_FIELDS[name], part) if part is not None else None
        value = self._pieces[self._at].text
        self._at += 1
        if name in ("lang", "language"):
            return self._in_language(value)
        if name == "in":
            return self._in_scope(value)
        return self._dated(name, value)

    def _in_language(self, value: str) -> Node | None:
        name = value.strip().lower()
        # By name or code: lang:german, lang:de, lang:de-AT
        code = _LANGUAGE_CODES.get(name) or base_language(name)
        if len(code) not in (2, 3):
            self.remarks.append(Translatable("“{word}” is no language", word=value))
            return None
        return InLanguage(code)

    def _in_scope(self, value: str) -> Node | None:
        name = value.strip().lower()
        if name not in ("notes", "note", "articles"):
            # “in:Geneva” is what somebody writes, and Geneva is looked for.
            return self._word(value, False)
        self.scope = Scope.ARTICLES if name == "articles" else Scope.NOTES
        return None

    def _dated(self, name: str, value: str) -> Node | None:
        # 2024/05/31 and 2024.05.31 are taken for 2024-05-31.
        number = date_number(re.sub("[/.]", "-", value)) or _written_date(value)
        if not number:
            self.remarks.append(
                Translatable("“{word}” is no date; write 2024, 2024-05 or 2024-05-31", word=value)
            )
            return None
        if name == "date":
            # date:2025-02 is all of February: up to the first of March, which is not in it
            return Dated(since=number, until=_next(number))
        return Dated(until=number) if name == "before" else Dated(since=number)

    def _phrase(self, text: str) -> Node | None:
        forms, more = written_forms(text)
        if not forms:
            return self._pictures(more)
        # One word in quotation marks stands beside nothing; it is looked for in all its forms.
        if len(forms) <= 1:
            return self._word(text, False)
        written = " ".join(text.split())
        # “1,000 people” is also “1000 people”, whose words stand one place nearer.
        asked = dict.fromkeys(self._side_by_side(spelled) for spelled in number_spellings(text))
        phrases = [Phrase(written, parts) for parts in asked if parts]
        return (Or(tuple(phrases)) if len(phrases) > 1 else phrases[0]) if phrases else None

    def _pictures(self, forms: Sequence[str]) -> Node | None:
        """Read emoji in quotation marks: they have no place among the words."""
        parts = tuple(Word(form, (form,)) for form in self._counted(forms) if is_picture(form))
        return (And(parts) if len(parts) > 1 else parts[0]) if parts else None

    def _side_by_side(self, text: str) -> tuple[tuple[str, ...], ...]:
        forms, _ = written_forms(text)
        parts = [alternatives(form, self._languages) for form in self._counted(forms)]
        is_initial = _INITIAL.match(text) and len(forms[0]) == 1 and not is_stop_word(forms[0])
        # None are left of a phrase that comes after as many words as a query may have.
        if parts and is_initial:
            # The JK of a JK Rowling; where it is J.K., the index has the K by itself.
            parts[0] += tuple(letter + forms[0].lower() for letter in ascii_lowercase)
        return tuple(part for part in parts if part)

    def _word(self, text: str, is_unfinished: bool) -> Node | None:
        if _STAR_INSIDE.search(text):
            self.remarks.append(Translatable("“*” stands at the end of a word only"))
        changed = _FUZZY.match(text)
        forms, more = written_forms(changed[1] if changed else text)
        forms = self._counted(forms)
        if not forms:
            return None
        if len(forms) > 1:
            return self._compound(text, forms, more)
        form = forms[0]
        if is_paired(form):
            # One character begins pairs; two are a pair, as the index keeps them.
            return Prefix(form) if len(form) == 1 else Word(form, (form,))
        if text.endswith("*"):
            return Prefix(form)
        if changed:
            return Fuzzy(form, min(_MOST_CHANGES, max(1, int(changed[2] or 1))))
        self.words.append(form)
        word = Word(form, alternatives(form, self._languages))
        if not word.terms:
            return None
        # Both: the stem of a whole word need not begin as it does.
        return Or((word, Prefix(form))) if is_unfinished else word

    def _compound(self, text: str, forms: list[str], more: list[str]) -> Node | None:
        """Read ``well-known``, ``1,250`` or a run of characters as words side by side."""
        parts = tuple(filter(None, (alternatives(form, self._languages) for form in forms)))
        if not parts:
            return None
        written = text.strip().rstrip("*~")
        phrase = Phrase(written, parts)
        # “wellknown” beside “well-known”, in texts that write it so
        wholes = [form for form in more if not is_paired(form)]
        if not wholes:
            return phrase
        return Or((phrase, Word(wholes[0], alternatives(wholes[0], self._languages))))

    def _counted(self, forms: Sequence[str]) -> list[str]:
        """Keep to the number of words a query may have."""
        left = max(0, MOST_WORDS - len(self._seen))
        if len(forms) > left:
            self.is_cut = True
        kept = list(forms[:left])
        self._seen += kept
        return kept

    def _next_is_word(self, text: str) -> bool:
        at = self._at
        # In capitals alone: “or” and “and” are words of the language.
        return at < len(self._pieces) and self._pieces[at] == _Piece("word", text)


def spoken_in(leaf: Leaf, language: str, languages: Sequence[str]) -> Leaf:
    """Return a leaf without the terms that only the stems of other languages put into it.

    In the index all languages stand side by side, and "Putin" is a form of "put"
    in some. What does not come from a stem stays: a near spelling, for one.
    """
    if isinstance(leaf, Word):
        return Word(leaf.written, _spoken(leaf.written, leaf.terms, language, languages))
    if isinstance(leaf, Phrase):
        forms, _ = written_forms(leaf.written)
        if len(forms) == len(leaf.parts):
            parts = zip(forms, leaf.parts, strict=True)
            own = (_spoken(form, terms, language, languages) for form, terms in parts)
            return Phrase(leaf.written, tuple(own))
    return leaf


def _spoken(
    form: str, terms: tuple[str, ...], language: str, languages: Sequence[str]
) -> tuple[str, ...]:
    # Terms that other languages' stems give and its own does not.
    strange = {*alternatives(form, languages)} - {*alternatives(form, (language,))}
    return tuple(term for term in terms if term not in strange)


def _is_positional(node: Node) -> bool:
    if isinstance(node, And | Or):
        return all(_is_positional(part) for part in node.parts)
    return isinstance(node, Word | Phrase | Prefix | Fuzzy)


def _near(left: Node, right: Node, distance: int) -> Node:
    """Ask for two near one another; each way a phrase may be spelled is asked for by itself."""
    pairs = [(first, second) for first in _spelled(left) for second in _spelled(right)]
    asked = tuple(Near(first, second, distance) for first, second in pairs)
    return Or(asked) if len(asked) > 1 else asked[0]


def _spelled(node: Node) -> tuple[Node, ...]:
    is_one_phrase = isinstance(node, Or) and all(isinstance(part, Phrase) for part in node.parts)
    return node.parts if isinstance(node, Or) and is_one_phrase else (node,)


def without_scope(typed: str) -> str:
    """Return what was typed without the words that say where to look."""
    return " ".join(_SCOPE.sub(" ", typed).split())


def _written_date(value: str) -> int:
    """Return the number of a date as articles write it: "3. Okt. 2025", 14.02.2025."""
    from diptych.text.dates import date_at_start  # few write so, and its patterns are large

    written = with_plain_digits(value.strip())
    found = date_at_start(written)
    return date_number(found[1].iso()) if found and found[0] == len(written) else 0


def _next(number: int) -> int:
    """Return the number of the year, month or day after the one that a number names."""
    year, month, day = number // 10_000, number // 100 % 100, number % 100
    if not month:
        return number + 10_000
    if not day:
        return (year + 1) * 10_000 + 100 if month == 12 else number + 100
    try:
        after = date(year, month, day) + timedelta(days=1)
    except (ValueError, OverflowError):  # no such day; nothing is from it
        return number + 1
    return after.year * 10_000 + after.month * 100 + after.day
