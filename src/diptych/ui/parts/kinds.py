# SPDX-License-Identifier: MIT
"""How each kind of match looks and is called: hue, letter and line style together."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCharFormat

from diptych.compare.values import Kind

_Line = QTextCharFormat.UnderlineStyle


@dataclass(frozen=True, slots=True)
class KindLook:
    """The signs of one kind; ``hue`` names a colour of the palette.

    Hue alone never tells kinds apart: letter and line style say the same.
    """

    kind: Kind
    hue: str
    letter: str
    underline: QTextCharFormat.UnderlineStyle

    def translated_name(self) -> str:
        """Return what the kind is called on screen, in the reader's language."""
        return kind_name(self.kind)


LOOKS = {
    Kind.SAME_WORDS: KindLook(Kind.SAME_WORDS, "words", "W", _Line.SingleUnderline),
    Kind.SAME_CLAIM: KindLook(Kind.SAME_CLAIM, "claim", "C", _Line.DashUnderline),
    Kind.SAME_FACTS: KindLook(Kind.SAME_FACTS, "facts", "F", _Line.DashDotLine),
}


def kind_name(kind: Kind) -> str:
    """Return what a kind is called on screen, in the reader's language."""
    return {
        Kind.SAME_WORDS: QCoreApplication.translate("Kind", "Same words"),
        Kind.SAME_CLAIM: QCoreApplication.translate("Kind", "Same claim"),
        Kind.SAME_FACTS: QCoreApplication.translate("Kind", "Same facts"),
    }[kind]
