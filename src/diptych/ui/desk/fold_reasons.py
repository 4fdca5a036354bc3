# SPDX-License-Identifier: MIT
"""Why parts of a page are folded away, in the reader's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from diptych.ui.parts.translation import QT_TRANSLATE_NOOP

# What the library's readers write into ``Block.reason``; listed to be translated.
REASONS = (
    QT_TRANSLATE_NOOP("FoldReason", "about the author"),
    QT_TRANSLATE_NOOP("FoldReason", "advertisement"),
    QT_TRANSLATE_NOOP("FoldReason", "after the article"),
    QT_TRANSLATE_NOOP("FoldReason", "author box"),
    QT_TRANSLATE_NOOP("FoldReason", "beside the article"),
    QT_TRANSLATE_NOOP("FoldReason", "button"),
    QT_TRANSLATE_NOOP("FoldReason", "caption"),
    QT_TRANSLATE_NOOP("FoldReason", "comment form"),
    QT_TRANSLATE_NOOP("FoldReason", "comments"),
    QT_TRANSLATE_NOOP("FoldReason", "contents"),
    QT_TRANSLATE_NOOP("FoldReason", "cookie notice"),
    QT_TRANSLATE_NOOP("FoldReason", "copyright"),
    QT_TRANSLATE_NOOP("FoldReason", "dialog"),
    QT_TRANSLATE_NOOP("FoldReason", "footnote"),
    QT_TRANSLATE_NOOP("FoldReason", "form"),
    QT_TRANSLATE_NOOP("FoldReason", "front matter"),
    QT_TRANSLATE_NOOP("FoldReason", "hidden on the page"),
    QT_TRANSLATE_NOOP("FoldReason", "invisible characters"),
    QT_TRANSLATE_NOOP("FoldReason", "label"),
    QT_TRANSLATE_NOOP("FoldReason", "line numbers"),
    QT_TRANSLATE_NOOP("FoldReason", "link address"),
    QT_TRANSLATE_NOOP("FoldReason", "navigation"),
    QT_TRANSLATE_NOOP("FoldReason", "no text"),
    QT_TRANSLATE_NOOP("FoldReason", "nothing left under it"),
    QT_TRANSLATE_NOOP("FoldReason", "page footer"),
    QT_TRANSLATE_NOOP("FoldReason", "placeholder"),
    QT_TRANSLATE_NOOP("FoldReason", "Project Gutenberg licence"),
    QT_TRANSLATE_NOOP("FoldReason", "related links"),
    QT_TRANSLATE_NOOP("FoldReason", "rule"),
    QT_TRANSLATE_NOOP("FoldReason", "running head or page number"),
    QT_TRANSLATE_NOOP("FoldReason", "section label"),
    QT_TRANSLATE_NOOP("FoldReason", "share buttons"),
    QT_TRANSLATE_NOOP("FoldReason", "short lines beside the article"),
    QT_TRANSLATE_NOOP("FoldReason", "shown only without scripts"),
    QT_TRANSLATE_NOOP("FoldReason", "sign-up"),
    QT_TRANSLATE_NOOP("FoldReason", "words in a figure"),
)


def translated_reason(reason: str) -> str:
    """Return a reason in the reader's language; one that is not listed as it is."""
    return QCoreApplication.translate("FoldReason", reason)
