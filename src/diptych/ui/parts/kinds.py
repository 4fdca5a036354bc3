# SPDX-License-Identifier: MIT
"""How each kind of match looks and is called: the one place that says so."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QTextCharFormat

from diptych.compare.values import Kind, Saying
from diptych.ui.parts.theme import Palette
from diptych.ui.parts.translation import QT_TRANSLATE_NOOP
from diptych.values import dataclass

Ink = Kind | str  # a kind, or the name of a colour of the palette
Parts = tuple[tuple[float, float], ...]

_Line = QTextCharFormat.UnderlineStyle
_Pen = Qt.PenStyle
_WHOLE: Parts = ((0.0, 1.0),)


@dataclass(frozen=True, slots=True)
class KindLook:
    """The signs of one kind.

    Hue alone never tells kinds apart: letter and line style say the same. ``hues``
    are ``#rrggbb`` by theme, laid under text with the opacity ``fill``. ``parts`` are
    the shares (from, to) of an overview mark's width that are drawn. Kinds are
    painted in the order of the table, the last on top. Of a ``rare`` one nothing is
    said in a pair that has none.
    """

    kind: Kind
    name: str  # English, as ``short`` and ``full`` are; see translated_name
    short: str  # what it means, in a few words
    full: str  # and in a sentence
    letter: str
    underline: QTextCharFormat.UnderlineStyle
    pen: Qt.PenStyle
    fill: float
    hues: Mapping[str, str]
    parts: Parts = _WHOLE
    rare: bool = False

    def color(self, palette: Palette, alpha: float = 1.0) -> QColor:
        """Return the hue in a theme with an opacity of 0 to 1."""
        color = QColor(self.hues[palette.name])
        color.setAlphaF(alpha)
        return color

    def translated_name(self) -> str:
        """Return what the kind is called on screen, in the reader's language."""
        return QCoreApplication.translate("Kind", self.name)

    def in_short(self) -> str:
        """Return what the kind means, in a few words of the reader's language."""
        return QCoreApplication.translate("Legend", self.short)

    def in_full(self) -> str:
        """Return what the kind means, in a sentence of the reader's language."""
        return QCoreApplication.translate("Legend", self.full)


_TABLE = (
    KindLook(
        Kind.SAME_SOURCE,
        QT_TRANSLATE_NOOP("Kind", "Same source"),
        QT_TRANSLATE_NOOP("Legend", "a work that both cite"),
        QT_TRANSLATE_NOOP(
            "Legend",
            "Both cite this work, whatever they say of it: in their lists, and in the text.",
        ),
        "S",
        _Line.DotLine,
        _Pen.DotLine,
        0.34,
        {"light": "#c3b1e1", "dark": "#75639e", "sepia": "#b8a0c4"},
        ((0.0, 0.28), (0.36, 0.64), (0.72, 1.0)),
        # Few articles list works.
        rare=True,
    ),
    KindLook(
        Kind.SAME_FACTS,
        QT_TRANSLATE_NOOP("Kind", "Same facts"),
        QT_TRANSLATE_NOOP("Legend", "the same figures, dates, names"),
        QT_TRANSLATE_NOOP(
            "Legend", "Both give the same figures, dates or names, whatever they say of them."
        ),
        "F",
        _Line.DashDotLine,
        _Pen.DashDotLine,
        0.36,
        {"light": "#a8d3a0", "dark": "#4f8a4a", "sepia": "#a3bd83"},
        ((0.0, 0.62), (0.8, 1.0)),
    ),
    KindLook(
        Kind.SAME_CLAIM,
        QT_TRANSLATE_NOOP("Kind", "Same claim"),
        QT_TRANSLATE_NOOP("Legend", "the same in other words"),
        QT_TRANSLATE_NOOP(
            "Legend",
            "Both say this, each in words of its own; the strength tells how likely it is.",
        ),
        "C",
        _Line.DashUnderline,
        _Pen.DashLine,
        0.34,
        {"light": "#8db8e0", "dark": "#4a7fae", "sepia": "#6aa2dc"},
        ((0.0, 0.42), (0.58, 1.0)),
    ),
    # Painted last, over wider passages that the same words lie in.
    KindLook(
        Kind.SAME_WORDS,
        QT_TRANSLATE_NOOP("Kind", "Same words"),
        QT_TRANSLATE_NOOP("Legend", "word for word"),
        QT_TRANSLATE_NOOP(
            "Legend", "Both have this wording: a quotation, or text that one took from the other."
        ),
        "W",
        _Line.SingleUnderline,
        _Pen.SolidLine,
        0.38,
        {"light": "#f3c969", "dark": "#b0872a", "sepia": "#e3b04b"},
    ),
)
LOOKS = {look.kind: look for look in _TABLE}
PAINTED = {look.kind: order for order, look in enumerate(_TABLE)}


def kind_name(kind: Kind) -> str:
    """Return what a kind is called on screen, in the reader's language."""
    return LOOKS[kind].translated_name()


def saying_name(saying: Saying) -> str:
    """Return what a match is called on screen, in the reader's language."""
    return {
        Saying.RELATED: QCoreApplication.translate("Kind", "Related"),
        Saying.DENIES: QCoreApplication.translate("Kind", "Denies"),
        Saying.DIFFERS: QCoreApplication.translate("Kind", "Differs"),
    }.get(saying) or kind_name(Kind(saying.value))


def color_of(ink: Ink, palette: Palette, alpha: float = 1.0) -> QColor:
    """Return the colour of a kind or of another mark, with an opacity of 0 to 1."""
    if isinstance(ink, Kind):
        return LOOKS[ink].color(palette, alpha)
    return palette.color(ink, alpha)
