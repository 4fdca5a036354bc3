# SPDX-License-Identifier: MIT
"""The word under the pointer in a script without spaces, where Qt would take the sentence."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QTextBoundaryFinder
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from diptych.text.tokens import is_unspaced
from diptych.ui.offsets import by_units

_THAI_TO_KHMER = "\u0e00", "\u17ff"  # and Lao and Burmese; their marks stand above letters
_LONGEST = 4  # Chinese words are seldom longer


def select_clicked_word(view: QTextEdit, place: QPointF) -> None:
    """Select the word under a double click where Qt has selected more than that."""
    cursor = view.cursorForPosition(place.toPoint())
    block, at = cursor.block(), cursor.positionInBlock()
    # The caret stands between two characters, and the one clicked may be that before it.
    at -= place.x() < view.cursorRect(cursor).center().x()
    word = clicked_word(by_units(block.text()), at, view.toPlainText())
    if word is not None:
        cursor.setPosition(block.position() + word[0])
        cursor.setPosition(block.position() + word[1], QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)


def clicked_word(text: str, at: int, everything: str) -> tuple[int, int] | None:
    """Return where the word around ``text[at]`` begins and ends, None where spaces tell.

    ``text`` has a code unit of Qt for each character. Thai has its dictionary in Qt. Of
    Chinese the longest run of up to four characters is taken that ``everything`` has twice;
    what stands there once is no word that anybody could tell.
    """
    if not 0 <= at < len(text):
        return None
    if not _THAI_TO_KHMER[0] <= text[at] <= _THAI_TO_KHMER[1]:
        return _repeated_run(text, at, everything) if is_unspaced(text[at]) else None
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, text)
    finder.setPosition(at + 1)
    end = at + 1 if finder.isAtBoundary() else finder.toNextBoundary()
    word = text[finder.toPreviousBoundary() : end]
    return end - len(word), end - len(word) + len(word.rstrip())


def _repeated_run(text: str, at: int, everything: str) -> tuple[int, int]:
    for length in range(_LONGEST, 1, -1):
        for start in range(max(0, at - length + 1), min(at, len(text) - length) + 1):
            run = text[start : start + length]
            if all(map(is_unspaced, run)) and everything.count(run) > 1:
                return start, start + length
    return at, at + 1
