# SPDX-License-Identifier: MIT
"""The small dialogs say what they should and ask for what the reader wants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from diptych.settings import Settings
from diptych.text.calendar import is_iso_date
from diptych.ui.library.edit_dialog import ArticleFacts, EditArticle, split_list
from diptych.ui.library.import_summary import FailedFile, ImportSummary
from diptych.ui.parts import theme
from diptych.ui.parts.controls import Chip
from diptych.ui.parts.rows import RowList
from diptych.ui.parts.sheet import palette_in_force
from diptych.ui.shell.appearance import AppearancePopover
from diptych.ui.shell.error_dialog import ErrorDialog
from diptych.ui.shell.remap import ActionRow
from diptych.ui.shell.shortcuts_dialog import KeyField, ShortcutList, matching_actions

SCAN = FailedFile("/texts/scan.pdf", "scan", "scan.pdf holds no text.")
FACTS = ArticleFacts(
    "The harbour vote", ("Ada Lindqvist", "Li Wei"), "2025-02", "Review", ("port",)
)


def button(dialog: QWidget, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == words)


def test_failed_files_are_tried_again(qtbot: QtBot) -> None:
    dialog = ImportSummary("1 not readable", [SCAN])
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.retry_requested) as asked:
        button(dialog, "Try again").click()
    assert asked.args == [("/texts/scan.pdf",)]


def test_failed_file_is_revealed(qtbot: QtBot) -> None:
    dialog = ImportSummary("1 not readable", [SCAN])
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.reveal_requested) as asked:
        button(dialog, "Show the file").click()
    assert asked.args == ["/texts/scan.pdf"]


def test_failed_list_is_copied(qtbot: QtBot) -> None:
    dialog = ImportSummary("1 not readable", [SCAN])
    qtbot.addWidget(dialog)
    button(dialog, "Copy list").click()
    assert QGuiApplication.clipboard().text() == "/texts/scan.pdf: scan.pdf holds no text."


def test_summary_without_failures_offers_no_retry(qtbot: QtBot) -> None:
    dialog = ImportSummary("48 added", [])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not button(dialog, "Try again").isVisible()


def test_error_details_are_copied(qtbot: QtBot) -> None:
    dialog = ErrorDialog("Traceback: boom", sentence="Close the other window.")
    qtbot.addWidget(dialog)
    button(dialog, "Copy details").click()
    assert QGuiApplication.clipboard().text() == "Traceback: boom"


def test_error_says_what_can_be_done(qtbot: QtBot) -> None:
    dialog = ErrorDialog("x", sentence="Close the other window.")
    qtbot.addWidget(dialog)
    assert any("Close the other window." in label.text() for label in dialog.findChildren(QLabel))


def test_corrections_leave_as_facts(qtbot: QtBot) -> None:
    dialog = EditArticle(FACTS)
    qtbot.addWidget(dialog)
    dialog.findChildren(QLineEdit)[0].setText("A better title")
    with qtbot.waitSignal(dialog.changed) as changed:
        button(dialog, "Save").click()
    assert changed.args == [
        ArticleFacts("A better title", FACTS.authors, FACTS.date, FACTS.source, FACTS.tags)
    ]


def test_untouched_boxes_give_back_the_same_facts(qtbot: QtBot) -> None:
    dialog = EditArticle(FACTS)
    qtbot.addWidget(dialog)
    assert dialog.facts() == FACTS


def test_wrong_date_cannot_be_saved(qtbot: QtBot) -> None:
    dialog = EditArticle(FACTS)
    qtbot.addWidget(dialog)
    dialog.findChildren(QLineEdit)[2].setText("14 Feb")
    assert not button(dialog, "Save").isEnabled()


@pytest.mark.parametrize(
    ("typed", "good"),
    [("2025", True), ("2025-02-14", True), ("", True), ("2025-13", False), ("25", False)],
)
def test_dates_are_iso(typed: str, good: bool) -> None:
    assert is_iso_date(typed) is good


def test_semicolons_let_commas_into_a_name() -> None:
    assert split_list("Lindqvist, Ada; Wei, Li") == ("Lindqvist, Ada", "Wei, Li")


def test_appearance_shows_what_it_was_given(qtbot: QtBot) -> None:
    values = Settings(
        theme="dark", reading_size=14.0, line_height=1.6, measure=72, note_preview=True
    )
    popover = AppearancePopover(values)
    qtbot.addWidget(popover)
    assert popover.values() == values


def test_appearance_changes_leave_at_once(qtbot: QtBot) -> None:
    popover = AppearancePopover(Settings())
    qtbot.addWidget(popover)
    with qtbot.waitSignal(popover.changed) as changed:
        popover.findChildren(QSlider)[0].setValue(40)
    assert changed.args[0].reading_size == 20.0


def test_theme_is_chosen_by_its_chip(qtbot: QtBot) -> None:
    popover = AppearancePopover(Settings())
    qtbot.addWidget(popover)
    with qtbot.waitSignal(popover.changed) as changed:
        next(c for c in popover.findChildren(Chip) if c.text() == "Sepia").click()
    assert changed.args[0].theme == "sepia"


def test_showing_values_changes_nothing(qtbot: QtBot) -> None:
    popover = AppearancePopover(Settings())
    qtbot.addWidget(popover)
    with qtbot.assertNotEmitted(popover.changed):
        popover.show_values(
            Settings(
                theme="sepia",
                reading_family="No Such Font",
                reading_size=9.5,
                line_height=1.25,
                measure=44,
            )
        )


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_popover_opens_without_a_button(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    popover = AppearancePopover(Settings(), window)
    popover.show_at(QAction(window))
    assert popover.isVisible()


def test_shortcuts_are_found_by_name_and_key() -> None:
    rows = (ActionRow("a", "Pin left", "Go", "Alt+1"), ActionRow("b", "Swap", "Go", "Ctrl+X"))
    assert matching_actions(rows, "pin alt") == (rows[0],)


def test_shortcuts_are_read_out_with_their_key(qtbot: QtBot) -> None:
    dialog = ShortcutList((("Pin left", "Alt+1"),))
    qtbot.addWidget(dialog)
    index = dialog.findChild(RowList).model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Pin left, Alt+1"


@pytest.fixture
def worn(qapp: QApplication) -> Iterator[QPalette]:
    """The application's palette, put back afterwards."""
    before = qapp.palette()
    yield QPalette(before)
    qapp.setPalette(before)


@pytest.mark.parametrize("name", theme.THEMES)
def test_dialogs_wear_the_applications_theme(qapp: QApplication, worn: QPalette, name: str) -> None:
    palette = theme.load_palette(name)
    worn.setColor(QPalette.ColorRole.Window, palette.color("side"))
    worn.setColor(QPalette.ColorRole.WindowText, palette.color("ink"))
    qapp.setPalette(worn)
    assert palette_in_force().name == name


def test_open_dialog_follows_the_theme(qapp: QApplication, worn: QPalette, qtbot: QtBot) -> None:
    dialog = ErrorDialog("x")
    qtbot.addWidget(dialog)
    dark = theme.load_palette("dark")
    worn.setColor(QPalette.ColorRole.Window, dark.color("side"))
    worn.setColor(QPalette.ColorRole.WindowText, dark.color("ink"))
    qapp.setPalette(worn)
    qtbot.waitUntil(lambda: dialog.values.name == "dark")


def test_escape_leaves_the_field_for_new_keys_and_nothing_else(qtbot: QtBot) -> None:
    dialog = ShortcutList([ActionRow("quit", "Quit", "File", "Ctrl+Q", True)])
    qtbot.addWidget(dialog)
    dialog.open()
    (field,) = dialog.findChildren(KeyField)
    dialog.findChild(RowList).row_activated.emit(ActionRow("quit", "Quit", "File", "Ctrl+Q", True))
    assert field.isVisible()

    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert dialog.isVisible() and not field.isVisible()


def test_a_long_title_is_shown_from_its_beginning(qtbot: QtBot) -> None:
    dialog = EditArticle(replace(FACTS, title="The harbour vote, a month on, " * 10))
    qtbot.addWidget(dialog)
    assert {box.cursorPosition() for box in dialog.findChildren(QLineEdit)} == {0}
