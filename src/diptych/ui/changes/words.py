# SPDX-License-Identifier: MIT
"""What the change view calls things."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from diptych.compare.changes.values import ChangeKind, Finding, Standing
from diptych.ui.parts.translation import QT_TRANSLATE_NOOP

_KINDS = {
    ChangeKind.CHANGED: QT_TRANSLATE_NOOP("Changes", "Changed"),
    ChangeKind.MOVED: QT_TRANSLATE_NOOP("Changes", "Moved"),
    ChangeKind.RESHAPED: QT_TRANSLATE_NOOP("Changes", "Split or merged"),
    ChangeKind.ONLY_LEFT: QT_TRANSLATE_NOOP("Changes", "Only left"),
    ChangeKind.ONLY_RIGHT: QT_TRANSLATE_NOOP("Changes", "Only right"),
}
_FINDINGS = {
    Finding.OMITTED: QT_TRANSLATE_NOOP("Changes", "Omitted"),
    Finding.ADDED: QT_TRANSLATE_NOOP("Changes", "Added"),
    Finding.NUMBER: QT_TRANSLATE_NOOP("Changes", "Number differs"),
    Finding.DATE: QT_TRANSLATE_NOOP("Changes", "Date differs"),
    Finding.NAME: QT_TRANSLATE_NOOP("Changes", "Name differs"),
    Finding.DENIED: QT_TRANSLATE_NOOP("Changes", "Denied"),
}
_STANDING = {
    Standing.SAME_ARTICLE: QT_TRANSLATE_NOOP("Changes", "Both sides show the same article."),
    Standing.UNCHANGED: QT_TRANSLATE_NOOP("Changes", "The two say the same, word for word."),
    Standing.NOTHING_FOUND: QT_TRANSLATE_NOOP(
        "Changes",
        "Nothing was found left out or added, and no figure, day or name that differs. Of two "
        "languages no word is set against another.",
    ),
    Standing.STRANGERS: QT_TRANSLATE_NOOP(
        "Changes", "The two have nothing in common: these are hardly two versions."
    ),
    Standing.LEFT_IN_RIGHT: QT_TRANSLATE_NOOP(
        "Changes", "The left text is a part of the right one."
    ),
    Standing.RIGHT_IN_LEFT: QT_TRANSLATE_NOOP(
        "Changes", "The right text is a part of the left one."
    ),
}
HUES = {
    ChangeKind.CHANGED: "accent",
    ChangeKind.MOVED: "moved",
    ChangeKind.RESHAPED: "accent",
    ChangeKind.ONLY_LEFT: "gone",
    ChangeKind.ONLY_RIGHT: "come",
}
"""The colour of each kind, by its name in the palette."""


def kind_name(kind: ChangeKind) -> str:
    """Return what a kind of change is called on screen."""
    return QCoreApplication.translate("Changes", _KINDS[kind])


def finding_name(finding: Finding) -> str:
    """Return what is to be checked, as it is called on screen."""
    return QCoreApplication.translate("Changes", _FINDINGS[finding])


def standing_in_words(standing: Standing) -> str:
    """Return a sentence on how two versions stand to one another as a whole."""
    return QCoreApplication.translate("Changes", _STANDING[standing])
