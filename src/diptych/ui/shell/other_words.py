# SPDX-License-Identifier: MIT
"""Words that readers look for an action by, where its name has another."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from diptych.ui.parts.translation import QT_TRANSLATE_NOOP

_ = QT_TRANSLATE_NOOP
# By the action's id; translated as a whole, for other languages have other words and as many.
OTHER_WORDS = {
    "appearance": _("OtherWords", "theme dark light sepia night font letters language settings"),
    "export-pair": _("OtherWords", "save markdown pandoc obsidian csv"),
    "export-report": _("OtherWords", "pdf word docx html export save"),
    "add-files": _("OtherWords", "open import pdf web page"),
    "paste-article": _("OtherWords", "clipboard insert text"),
    "removed-articles": _("OtherWords", "bin trash deleted restore"),
    "remove-articles": _("OtherWords", "delete"),
    "edit-article": _("OtherWords", "metadata rename correct"),
    "library-order": _("OtherWords", "sort"),
    "search-both": _("OtherWords", "find"),
    "concordance": _("OtherWords", "concordance kwic"),
    "cite-style": _("OtherWords", "citation bibtex reference"),
    "woven": _("OtherWords", "woven merge one column"),
    "as-versions": _("OtherWords", "diff changes track redline"),
    "brief": _("OtherWords", "summary"),
    "larger": _("OtherWords", "zoom bigger font"),
    "smaller": _("OtherWords", "zoom font"),
    "ribbons": _("OtherWords", "ribbons lines links"),
    "focus-mode": _("OtherWords", "focus distraction zen"),
    "story": _("OtherWords", "timeline who first"),
    "why-match": _("OtherWords", "evidence reason explain"),
    "outline": _("OtherWords", "outline contents section chapter"),
    "highlight": _("OtherWords", "mark colour marker"),
    "note": _("OtherWords", "annotate comment write"),
    "restore-backup": _("OtherWords", "recover"),
    "shortcuts": _("OtherWords", "keys hotkeys"),
    "guide": _("OtherWords", "manual help"),
    "report": _("OtherWords", "bug error problem"),
}


def other_words(action_id: str) -> str:
    """Return the words, in the language of the window; empty for an action without."""
    words = OTHER_WORDS.get(action_id, "")
    return QCoreApplication.translate("OtherWords", words) if words else ""
