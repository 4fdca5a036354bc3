# SPDX-License-Identifier: MIT
"""One of each dialog, filled as a reader would meet it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from diptych.compare.changes.values import Ignored
from diptych.paths import profile_in
from diptych.settings import Settings
from diptych.ui.changes.tools import AlikeSheet
from diptych.ui.export.choices import ExportProfile, ExportScope
from diptych.ui.export.dialog import ExportDialog
from diptych.ui.export.existing_file import ExistingFile
from diptych.ui.export.print_sheet import PrintSheet
from diptych.ui.export.template_editor import TemplateEditor
from diptych.ui.library.care_sheet import CareSheet, LibraryOrder
from diptych.ui.library.edit_dialog import ArticleFacts, EditArticle
from diptych.ui.library.import_summary import FailedFile, ImportSummary
from diptych.ui.library.removed import RemovedArticles
from diptych.ui.notes.attention import NeedsAttention
from diptych.ui.notes.backups_dialog import BackupsDialog
from diptych.ui.notes.deleted import DeletedNotes
from diptych.ui.parts.name_sheet import NameSheet
from diptych.ui.search.both_dialog import SearchBoth
from diptych.ui.search.concordance_dialog import Concordance
from diptych.ui.search.quote_check_dialog import QuoteCheck
from diptych.ui.shell.actions import action_rows, build_actions
from diptych.ui.shell.appearance import AppearancePopover
from diptych.ui.shell.error_dialog import ErrorDialog
from diptych.ui.shell.help_sheet import HelpSheet
from diptych.ui.shell.palette import CommandPalette
from diptych.ui.shell.report_dialog import ReportDialog
from diptych.ui.shell.shortcuts_dialog import ShortcutList
from diptych.ui.story.dialog import StoryDialog


def _actions(parent: QWidget) -> dict[str, QAction]:
    return build_actions(parent)


DIALOGS: dict[str, Callable[[QWidget], QWidget]] = {
    "words alike": lambda parent: AlikeSheet(Ignored(alike=(("thou", "you"),)), parent),
    "library order": lambda parent: CareSheet(LibraryOrder(), parent),
    "print": lambda parent: PrintSheet(["1"], parent),
    "articles taken out": lambda parent: RemovedArticles([], parent),
    "colours": HelpSheet,
    "appearance": lambda parent: AppearancePopover(Settings(), parent),
    "backups": lambda parent: BackupsDialog([], parent),
    "concordance": Concordance,
    "deleted notes": lambda parent: DeletedNotes([], parent),
    "edit article": lambda parent: EditArticle(ArticleFacts(""), parent),
    "error": lambda parent: ErrorDialog("", parent),
    "existing file": lambda parent: ExistingFile("7.md", parent),
    "export": lambda parent: ExportDialog(
        [ExportScope("pair", "1", 5)], [ExportProfile("commonmark", "2")], parent
    ),
    "name": lambda parent: NameSheet("1", lambda _: "2", parent=parent),
    "failed files": lambda parent: ImportSummary("3", [FailedFile("/4.pdf", "scan", "5")], parent),
    "needs attention": lambda parent: NeedsAttention([], parent),
    "palette": lambda parent: CommandPalette(list(_actions(parent).values()), parent),
    "quotation": QuoteCheck,
    "report": lambda parent: ReportDialog(profile_in(Path("somewhere")), parent),
    "search both": SearchBoth,
    "story": StoryDialog,
    "template": lambda parent: TemplateEditor("6", "", "", parent),
    "shortcuts": lambda parent: ShortcutList(action_rows(_actions(parent)), parent),
}
