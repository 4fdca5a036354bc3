# SPDX-License-Identifier: MIT
"""Counted words that no widget of its own says; their form follows the number."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from diptych.compare.tally import Tally

_HOURS_FROM = 120  # minutes

WORDS_A_MINUTE = 220  # read by a grown-up who takes the time


def grouped(count: int) -> str:
    """Return a number with its thousands apart, as the language of the window has it."""
    return QLocale().toString(count)


def _apart(told: str, count: int) -> str:
    """Return a sentence with its number's thousands apart, which Qt writes without."""
    return told.replace(str(count), grouped(count), 1)


class Counted(QObject):
    """Says how many; an object because Qt's tools find plural forms in ``tr`` alone."""

    def words(self, count: int) -> str:
        """Return a length as ``1,310 words``, in Russian as ``1 310 слов``."""
        return _apart(self.tr("%n word(s)", "", count), count)

    def notes(self, count: int) -> str:
        """Return how many notes there are."""
        return _apart(self.tr("%n note(s)", "", count), count)

    def minutes(self, count: int) -> str:
        """Return how long reading takes, of a book in hours."""
        if count < _HOURS_FROM:
            return self.tr("%n min", "", count)
        return self.tr("%n h", "hours", round(count / 60))

    def copies(self, count: int) -> str:
        """Return how many other articles are nearly the same as one."""
        return _apart(self.tr("%n near copy(ies)", "", count), count)

    def folded_lines(self, count: int) -> str:
        """Return how many lines stand behind the line that unfolds them."""
        return _apart(self.tr("%n line(s) folded away", "", count), count)

    def tally(self, counted: Tally) -> str:
        """Return how a comparison comes out: agree on 12, differ on 3, and so on."""
        parts = [_apart(self.tr("agree on %n", "", counted.agree), counted.agree)]
        if counted.perhaps:
            parts.append(
                _apart(self.tr("perhaps on %n", "agree", counted.perhaps), counted.perhaps)
            )
        parts.append(_apart(self.tr("differ on %n", "", counted.differ), counted.differ))
        if counted.only_left is not None and counted.only_right is not None:
            parts += self._alone(counted.only_left, counted.only_right)
        words = ", ".join(parts)
        return words[:1].upper() + words[1:]

    def _alone(self, only_left: int, only_right: int) -> list[str]:
        """Say what stands on one side alone; no passage may be sure to, which is no count of 0."""
        if not only_left and not only_right:
            return [self.tr("only on one side: none sure enough to list")]
        none_left, none_right = (
            self.tr("only left: none sure enough to list"),
            self.tr("only right: none sure enough to list"),
        )
        return [
            _apart(self.tr("%n only left", "", only_left), only_left) if only_left else none_left,
            _apart(self.tr("%n only right", "", only_right), only_right)
            if only_right
            else none_right,
        ]

    def matches(self, count: int) -> str:
        """Return how many matches a pair has."""
        return _apart(self.tr("%n match(es)", "", count), count)

    def changes(self, count: int) -> str:
        """Return how many changes lie between two versions, or two parts of them."""
        return _apart(self.tr("%n change(s)", "", count), count)
