# SPDX-License-Identifier: MIT
"""A change as one line to read: what stays, with what went struck and what came underlined."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.compare.changes.values import Change, ChangeKind, Changes, Edit, Finding
from diptych.patterns import late_pattern
from diptych.text.article import Article, Span
from diptych.values import dataclass

_BEFORE = 50  # code points of what stays, before the first words that changed
_BETWEEN = 90  # of what stays between two edits
_EDIT = 160  # of what went or came at one place
_LONGEST = 330  # of a line in all; what comes after is read in the texts
_SPACES = late_pattern(r"\s+")
_ONE_SIDED = (ChangeKind.MOVED, ChangeKind.ONLY_LEFT, ChangeKind.ONLY_RIGHT)

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change in words; ``gone`` and ``come`` are ranges of code points in ``text``.

    ``right`` is told apart where no word of the left stands for one of the right.
    """

    number: int
    kind: ChangeKind
    findings: tuple[Finding, ...]
    text: str
    gone: Ranges = ()
    come: Ranges = ()
    right: str = ""


def change_lines(changes: Changes, left: Article, right: Article) -> tuple[ChangeLine, ...]:
    """Return all changes in words, in their order."""
    texts = left.reading_text(), right.reading_text()
    return tuple(
        _line(number, change, texts, knows_words=changes.knows_words)
        for number, change in enumerate(changes.changes)
    )


def _line(number: int, change: Change, texts: tuple[str, str], *, knows_words: bool) -> ChangeLine:
    left, right = (_cut(span.of(text)) for span, text in _sides(change, texts))
    # A moved sentence reads the same on both sides: its words stand once.
    if change.kind in _ONE_SIDED:
        return ChangeLine(number, change.kind, change.findings, left or right)
    # Two languages: no word can be struck for another, so both stand one below the other.
    if not knows_words:
        return ChangeLine(number, change.kind, change.findings, left, right=right)
    woven = _Woven(texts)
    woven.take(change)
    return ChangeLine(
        number,
        change.kind,
        change.findings,
        "".join(woven.parts),
        tuple(woven.gone),
        tuple(woven.come),
    )


def _sides(change: Change, texts: tuple[str, str]) -> tuple[tuple[Span, str], tuple[Span, str]]:
    return (change.left, texts[0]), (change.right, texts[1])


class _Woven:
    """The left passage with the words of the right put in where they came."""

    def __init__(self, texts: tuple[str, str]) -> None:
        self._texts = texts
        self._length = 0
        self.parts: list[str] = []
        self.gone: list[tuple[int, int]] = []
        self.come: list[tuple[int, int]] = []

    def take(self, change: Change) -> None:
        left = self._texts[0]
        edits: Sequence[Edit] = change.edits
        first = edits[0].left.start if edits else change.left.start
        self._add(_end_of(left[change.left.start : first], _BEFORE))
        for at, edit in enumerate(edits):
            self._edit(edit)
            later = edits[at + 1].left.start if at + 1 < len(edits) else change.left.end
            stays = left[edit.left.end : max(edit.left.end, later)]
            self._add(_middle(stays) if at + 1 < len(edits) else stays)
            # Ended between two edits, so that no ranges are cut in half.
            if self._length > _LONGEST:
                break

    def _edit(self, edit: Edit) -> None:
        gone, come = edit.left.of(self._texts[0]), edit.right.of(self._texts[1])
        if gone:
            self.gone.append(self._add(_cut(gone, _EDIT)))
        if gone and come:
            # e.g. “colourcolor” would read as one word that neither has.
            self._add(" ")
        right, span = self._texts[1], edit.right
        # What was put in brings the spaces of its own text along: none before a comma.
        if come and not gone and right[max(0, span.start - 1) : span.start].isspace():
            self._add(" ")
        if come:
            self.come.append(self._add(_cut(come, _EDIT)))
        if come and not gone and right[span.end : span.end + 1].isspace():
            self._add(" ")

    def _add(self, text: str) -> tuple[int, int]:
        """Put a part at the end and return where it stands; spaces are never doubled."""
        text = _SPACES.sub(" ", text)
        if text.startswith(" ") and (not self.parts or self.parts[-1].endswith(" ")):
            text = text[1:]
        start = self._length
        if text:
            self.parts.append(text)
            self._length += len(text)
        return start, self._length


def _cut(text: str, most: int = _LONGEST) -> str:
    # Of a passage as long as a chapter the spaces need not be squeezed to show a line of it.
    text = _SPACES.sub(" ", text).strip() if len(text) < 4 * most else text[:most] + "…"
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + "…"


def _end_of(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    # Begins with a whole word where there is one; Chinese has no spaces to begin after.
    tail = text[-most:]
    return "…" + (tail.split(" ", 1)[1] if " " in tail.rstrip() else tail)


def _middle(text: str) -> str:
    if len(text) <= _BETWEEN:
        return text
    head, tail = text[: _BETWEEN // 2], text[-_BETWEEN // 2 :]
    return f"{head.rsplit(' ', 1)[0]} … {tail.split(' ', 1)[-1]}"
