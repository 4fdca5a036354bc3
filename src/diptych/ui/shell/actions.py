# SPDX-License-Identifier: MIT
"""Every action of the window in one table: its words, its menu and its key."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from diptych.ui.parts.translation import QT_TRANSLATE_NOOP
from diptych.ui.shell.remap import ActionRow
from diptych.values import dataclass

MENUS = (
    QT_TRANSLATE_NOOP("Actions", "&File"),
    QT_TRANSLATE_NOOP("Actions", "&Edit"),
    QT_TRANSLATE_NOOP("Actions", "&View"),
    QT_TRANSLATE_NOOP("Actions", "&Go"),
    QT_TRANSLATE_NOOP("Actions", "&Notes"),
    QT_TRANSLATE_NOOP("Actions", "&Help"),
)
FILE, EDIT, VIEW, GO, NOTES, HELP = MENUS


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action; the first of ``keys`` is shown, all of them work."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    begins_group: bool = False


def _spec(id_: str, menu: str, text: str, *keys: str, **more: bool) -> ActionSpec:
    return ActionSpec(id_, menu, text, keys, **more)


_ = QT_TRANSLATE_NOOP
# Only marked here for the translators: the language is known when the actions are built.
SPECS = (
    _spec("add-files", FILE, _("Actions", "Add &files…"), "Ctrl+O"),
    _spec("add-folder", FILE, _("Actions", "Add a f&older…"), "Ctrl+Shift+O"),
    _spec("paste-article", FILE, _("Actions", "Paste as an ar&ticle"), "Ctrl+Shift+V"),
    _spec("open-samples", FILE, _("Actions", "Open the &sample articles")),
    _spec("removed-articles", FILE, _("Actions", "Articles taken o&ut…")),
    _spec("edit-article", FILE, _("Actions", "Edit t&itle, author, date…"), "F2"),
    _spec("tag-articles", FILE, _("Actions", "Ta&g the articles…")),
    _spec("library-order", FILE, _("Actions", "Put the library in or&der…")),
    _spec("remove-articles", FILE, _("Actions", "Remove the articles from the library")),
    _spec("reveal-file", FILE, _("Actions", "Show the file in its folder")),
    _spec("open-chapter", FILE, _("Actions", "Open a &chapter…")),
    _spec("reading-list", FILE, _("Actions", "Put on the reading &list"), "Ctrl+Alt+B"),
    _spec("mark-read", FILE, _("Actions", "&Mark as read"), "Ctrl+Alt+R"),
    _spec("save-pair", FILE, _("Actions", "Sa&ve this pair…"), "Ctrl+Alt+S"),
    _spec("export-pair", FILE, _("Actions", "&Export notes…"), "Ctrl+E", begins_group=True),
    _spec("export-report", FILE, _("Actions", "Repo&rt on the pair…")),
    _spec("print", FILE, _("Actions", "&Print…"), "Ctrl+P"),
    _spec("quit", FILE, _("Actions", "&Quit"), "Ctrl+Q", begins_group=True),
    _spec("undo", EDIT, _("Actions", "&Undo"), "Ctrl+Z"),
    _spec("redo", EDIT, _("Actions", "&Redo"), "Ctrl+Shift+Z"),
    _spec("copy", EDIT, _("Actions", "&Copy"), "Ctrl+C", begins_group=True),
    _spec("copy-with-source", EDIT, _("Actions", "Copy with sourc&e"), "Ctrl+Shift+C"),
    _spec("copy-both", EDIT, _("Actions", "Copy bot&h passages of the match"), "Ctrl+Alt+C"),
    _spec("cite-style", EDIT, _("Actions", "H&ow sources are written…")),
    _spec(
        "search", EDIT, _("Actions", "&Search the library"), "Ctrl+K", "Ctrl+L", begins_group=True
    ),
    _spec(
        "search-selection",
        EDIT,
        _("Actions", "Search the library for the se&lection"),
        "Ctrl+Shift+F",
    ),
    _spec("search-both", EDIT, _("Actions", "Search &both articles…"), "Ctrl+Shift+K"),
    _spec("check-quote", EDIT, _("Actions", "Check a &quotation…"), "Ctrl+Shift+U"),
    _spec("concordance", EDIT, _("Actions", "A &word in all its contexts…"), "Ctrl+Shift+Y"),
    _spec("save-search", EDIT, _("Actions", "Sa&ve this search"), "Ctrl+D"),
    _spec("find", EDIT, _("Actions", "&Find in the articles…"), "Ctrl+F"),
    _spec("find-next", EDIT, _("Actions", "&Next hit"), "F3"),
    _spec("find-previous", EDIT, _("Actions", "&Previous hit"), "Shift+F3"),
    _spec("toggle-library", VIEW, _("Actions", "&Library"), "Ctrl+B", checkable=True),
    _spec("toggle-panel", VIEW, _("Actions", "Matches an&d notes"), "Ctrl+Shift+B", checkable=True),
    _spec("overview", VIEW, _("Actions", "O&verview of articles"), "Ctrl+Shift+M", checkable=True),
    _spec("woven", VIEW, _("Actions", "Read both as one"), "Ctrl+Shift+W", checkable=True),
    _spec("as-versions", VIEW, _("Actions", "&Compare as two versions"), checkable=True),
    _spec(
        "versions-at-once", VIEW, _("Actions", "Show changes of versions at once"), checkable=True
    ),
    _spec("brief", VIEW, _("Actions", "The pair in brief"), "Ctrl+Shift+I", checkable=True),
    _spec(
        "scroll-together", VIEW, _("Actions", "&Scroll together"), "Ctrl+Shift+L", checkable=True
    ),
    _spec(
        "mark-only-here",
        VIEW,
        _("Actions", "Mark what is &only here"),
        "Ctrl+Shift+H",
        checkable=True,
    ),
    _spec("by-meaning", VIEW, _("Actions", "Compare by meaning as &well"), checkable=True),
    _spec("pause-meaning", VIEW, _("Actions", "Pause reading for meaning"), checkable=True),
    _spec("show-all-lines", VIEW, _("Actions", "Show all &hidden lines of the article")),
    _spec("align-here", VIEW, _("Actions", "Ali&gn here"), "Ctrl+Shift+A"),
    _spec("remove-alignments", VIEW, _("Actions", "Remove alignments made by hand")),
    # On many keyboards + is the key of = with Shift.
    _spec("larger", VIEW, _("Actions", "L&arger text"), "Ctrl++", "Ctrl+=", begins_group=True),
    _spec("smaller", VIEW, _("Actions", "S&maller text"), "Ctrl+-"),
    _spec("normal-size", VIEW, _("Actions", "&Normal size"), "Ctrl+0"),
    _spec("appearance", VIEW, _("Actions", "A&ppearance…"), "Ctrl+,"),
    _spec("ribbons", VIEW, _("Actions", "&Bands between the texts"), checkable=True),
    _spec("focus-mode", VIEW, _("Actions", "The te&xts alone"), "F9", checkable=True),
    _spec("full-screen", VIEW, _("Actions", "&Full screen"), "F11", checkable=True),
    _spec("next-match", GO, _("Actions", "&Next match"), "Alt+Down", "F7"),
    _spec("previous-match", GO, _("Actions", "&Previous match"), "Alt+Up", "Shift+F7"),
    _spec("next-difference", GO, _("Actions", "Next &difference or change"), "F8"),
    _spec("previous-difference", GO, _("Actions", "Previous difference or change"), "Shift+F8"),
    # Enter is the key of the number pad.
    _spec("counterpart", GO, _("Actions", "To the &counterpart"), "Alt+Return", "Alt+Enter"),
    _spec("story", GO, _("Actions", "The story of this claim…"), "Ctrl+Shift+S"),
    _spec("why-match", GO, _("Actions", "&Why this match"), "Ctrl+I", checkable=True),
    _spec("outline", GO, _("Actions", "To a &heading…"), "Ctrl+J"),
    _spec("accept", GO, _("Actions", "&Accept the match"), "Ctrl+Return", begins_group=True),
    _spec("reject", GO, _("Actions", "&Reject the match"), "Ctrl+Backspace"),
    _spec(
        "learn-from-verdicts",
        GO,
        _("Actions", "Let my &verdicts order the other matches"),
        checkable=True,
    ),
    _spec("single-keys", GO, _("Actions", "&Judge listed matches by letters"), checkable=True),
    _spec("back", GO, _("Actions", "&Back"), "Alt+Left", begins_group=True),
    _spec("forward", GO, _("Actions", "&Forward"), "Alt+Right"),
    _spec("pin-left", GO, _("Actions", "Pin on the &left"), "Alt+1", begins_group=True),
    _spec("pin-right", GO, _("Actions", "Pin on the righ&t"), "Alt+2"),
    _spec("swap", GO, _("Actions", "&Swap the sides"), "Ctrl+Shift+X"),
    _spec("best-pair", GO, _("Actions", "To the two that share &most")),
    _spec("version-before", GO, _("Actions", "Beside its v&ersion before")),
    _spec("unpin-left", GO, _("Actions", "Close the left article")),
    _spec("unpin-right", GO, _("Actions", "Close the right article")),
    _spec("next-pane", GO, _("Actions", "Next pane &or panel"), "F6", begins_group=True),
    _spec("previous-pane", GO, _("Actions", "Previous pane or panel"), "Shift+F6"),
    _spec("left-pane", GO, _("Actions", "Left article"), "Ctrl+1"),
    _spec("right-pane", GO, _("Actions", "Right article"), "Ctrl+2"),
    _spec("note", NOTES, _("Actions", "&New note"), "Ctrl+N"),
    _spec("add-passage", NOTES, _("Actions", "Add the &selection to the note"), "Ctrl+Shift+N"),
    _spec("highlight", NOTES, _("Actions", "&Highlight"), "Ctrl+H", begins_group=True),
    _spec("highlight-yellow", NOTES, _("Actions", "Highlight in yellow")),
    _spec("highlight-green", NOTES, _("Actions", "Highlight in green")),
    _spec("highlight-blue", NOTES, _("Actions", "Highlight in blue")),
    _spec("highlight-red", NOTES, _("Actions", "Highlight in red")),
    _spec("highlight-violet", NOTES, _("Actions", "Highlight in violet")),
    _spec("mark-counterpart", NOTES, _("Actions", "Mark with its &counterpart"), "Ctrl+Shift+J"),
    _spec("note-passage", NOTES, _("Actions", "&Go between note and passage"), "Ctrl+M"),
    _spec(
        "note-preview",
        NOTES,
        _("Actions", "Show the note as it &will look"),
        "Ctrl+Shift+E",
        checkable=True,
    ),
    _spec("tag-notes", NOTES, _("Actions", "Tags of the chosen notes…"), begins_group=True),
    _spec("merge-notes", NOTES, _("Actions", "Merge the chosen notes")),
    _spec("link-notes", NOTES, _("Actions", "Link the chosen notes")),
    _spec("all-notes", NOTES, _("Actions", "Show a&ll notes"), begins_group=True),
    _spec("group-notes", NOTES, _("Actions", "Gro&up the notes by…")),
    _spec("needs-attention", NOTES, _("Actions", "Notes that need at&tention…")),
    _spec("deleted-notes", NOTES, _("Actions", "Recently &deleted notes…")),
    _spec("import-notes", NOTES, _("Actions", "&Import notes…"), begins_group=True),
    _spec("mirror-notes", NOTES, _("Actions", "Keep a &Markdown copy of the notes…")),
    _spec("restore-backup", NOTES, _("Actions", "Restore a &backup…")),
    _spec("legend", HELP, _("Actions", "&Legend: what the colours mean"), "?"),
    _spec("guide", HELP, _("Actions", "The &guide"), "F1"),
    _spec("shortcuts", HELP, _("Actions", "&Keyboard shortcuts"), "Ctrl+?", "Shift+F1"),
    _spec("palette", HELP, _("Actions", "&Command palette…"), "Ctrl+Shift+P"),
    _spec("report", HELP, _("Actions", "&Report for a fault…")),
    _spec("about", HELP, _("Actions", "&About Diptych"), begins_group=True),
)


def build_actions(parent: QWidget, remapped: Mapping[str, str] | None = None) -> dict[str, QAction]:
    """Return all actions by id, owned by ``parent``; ``remapped`` replaces keys."""
    remapped = remapped or {}
    actions = {}
    for spec in SPECS:
        # No letter after & chooses two entries of a menu (tests/ui/reader/test_menus.py).
        action = QAction(QCoreApplication.translate("Actions", spec.text), parent)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        keys = (remapped[spec.id],) if spec.id in remapped else spec.keys
        action.setShortcuts([QKeySequence(key) for key in keys if key])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        # The window has it too, so that its keys work while the menu bar is hidden (focus mode).
        parent.addAction(action)
        actions[spec.id] = action
    return actions


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Put the actions into the menus of the window, in the order of the table."""
    menus = {name: bar.addMenu(QCoreApplication.translate("Actions", name)) for name in MENUS}
    for spec in SPECS:
        menu = menus[spec.menu]
        if spec.begins_group and not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(actions[spec.id])
    return menus


def action_rows(actions: Mapping[str, QAction]) -> list[ActionRow]:
    """Return every action for the list of shortcuts, in the order of the menus."""
    return [
        ActionRow(
            spec.id,
            actions[spec.id].text().replace("&", ""),
            QCoreApplication.translate("Actions", spec.menu).replace("&", ""),
            ", ".join(
                key.toString(QKeySequence.SequenceFormat.NativeText)
                for key in actions[spec.id].shortcuts()
            ),
            actions[spec.id].isEnabled(),
        )
        for spec in SPECS
    ]
