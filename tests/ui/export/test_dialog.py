# SPDX-License-Identifier: MIT
"""What is in view is what is written; an answer that came late is not shown."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from diptych.ui.export.choices import ExportChoice, ExportProfile, ExportScope
from diptych.ui.export.dialog import ExportDialog
from diptych.ui.export.existing_file import ExistingFile

SCOPES = (ExportScope("pair", "This pair", 5), ExportScope("none", "Tag #x", 0))
PROFILES = (ExportProfile("commonmark", "CommonMark"), ExportProfile("pdf", "PDF", is_text=False))
FIRST = ExportChoice("pair", "commonmark")


@pytest.fixture
def dialog(qtbot: QtBot) -> ExportDialog:
    dialog = ExportDialog(SCOPES, PROFILES)
    qtbot.addWidget(dialog)
    return dialog


def button(dialog: ExportDialog | ExistingFile, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == words)


def preview(dialog: ExportDialog) -> str:
    return dialog.findChild(QPlainTextEdit).toPlainText()


def test_first_choice_is_kept(qtbot: QtBot) -> None:
    dialog = ExportDialog(SCOPES, PROFILES, choice=ExportChoice("pair", "pdf"))
    qtbot.addWidget(dialog)
    assert dialog.choice() == ExportChoice("pair", "pdf")


def test_other_profile_asks_for_its_preview(dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.preview_requested) as asked:
        dialog.findChildren(QComboBox)[1].setCurrentIndex(1)
    assert asked.args == [ExportChoice("pair", "pdf")]


def test_preview_is_shown_and_may_be_saved(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.show_preview(FIRST, "# Notes")
    assert preview(dialog) == "# Notes"
    with qtbot.waitSignal(dialog.save_requested) as saved:
        button(dialog, "Save…").click()
    assert saved.args == [FIRST]


def test_late_preview_of_another_choice_is_ignored(dialog: ExportDialog) -> None:
    dialog.show_preview(ExportChoice("pair", "pdf"), "late")
    assert preview(dialog) == ""


def test_nothing_is_written_while_the_preview_is_due(dialog: ExportDialog) -> None:
    dialog.show_preview(FIRST, "# Notes")
    dialog.findChildren(QComboBox)[1].setCurrentIndex(1)
    assert not button(dialog, "Save…").isEnabled()


def test_pages_are_said_to_be_set_while_the_preview_is_due(qtbot: QtBot) -> None:
    paged = ExportProfile("report-pdf", "PDF", is_text=False, is_paged=True)
    dialog = ExportDialog(SCOPES, (paged,))
    qtbot.addWidget(dialog)

    assert any("Setting the pages" in label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize(("is_whole", "told"), [(True, "1 page"), (False, "only the beginning")])
def test_pages_are_counted_where_all_are_shown(qtbot: QtBot, is_whole: bool, told: str) -> None:
    paged = ExportProfile("report-html", "HTML", is_paged=True)
    dialog = ExportDialog(SCOPES, (paged,))
    qtbot.addWidget(dialog)

    dialog.show_preview(
        ExportChoice("pair", "report-html"), "<p>One", ["report.html"], is_whole=is_whole
    )
    qtbot.waitUntil(dialog.shows_pages)

    (named,) = (one.text() for one in dialog.findChildren(QLabel) if "report.html" in one.text())
    assert told in named


def test_problem_is_said_and_nothing_can_be_written(dialog: ExportDialog) -> None:
    dialog.show_problem(FIRST, "Line 4 of the template is not closed.")
    assert any("Line 4" in label.text() for label in dialog.findChildren(QLabel))
    assert not button(dialog, "Save…").isEnabled()


def test_empty_scope_says_there_is_nothing(dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.preview_requested, wait=250):
        dialog.findChildren(QComboBox)[0].setCurrentIndex(1)
    assert any("no notes" in label.text() for label in dialog.findChildren(QLabel))


def test_format_without_text_cannot_be_copied(qtbot: QtBot) -> None:
    choice = ExportChoice("pair", "pdf")
    dialog = ExportDialog(SCOPES, PROFILES, choice=choice)
    qtbot.addWidget(dialog)
    dialog.show_preview(choice, "%PDF")
    assert not button(dialog, "Copy").isEnabled()
    assert button(dialog, "Save…").isEnabled()


def test_huge_file_is_shown_in_part(dialog: ExportDialog) -> None:
    dialog.show_preview(FIRST, "line\n" * 100_000)
    assert len(preview(dialog)) < 210_000
    assert "300000 more" in preview(dialog)


def test_several_files_are_named(dialog: ExportDialog) -> None:
    dialog.show_preview(FIRST, "x", ("a.md", "b.md"))
    assert any(label.text() == "2 files: a.md, b.md" for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Add new notes to it", "append"),
        ("Write a second file", "new"),
        ("Replace it", "overwrite"),
    ],
)
def test_existing_file_is_never_replaced_unasked(qtbot: QtBot, words: str, answer: str) -> None:
    dialog = ExistingFile("notes.md")
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.answered) as answered:
        button(dialog, words).click()
    assert answered.args == [answer]


def test_adding_is_not_offered_where_it_cannot_be(qtbot: QtBot) -> None:
    dialog = ExistingFile("notes.pdf", can_append=False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not button(dialog, "Add new notes to it").isVisible()


def test_writing_can_be_stopped_in_the_dialog(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.show()
    dialog.show_preview(FIRST, "# Notes")
    dialog.show_writing(30, 100)

    bar = dialog.findChild(QProgressBar)
    assert bar.isVisible() and (bar.value(), bar.maximum()) == (30, 100)
    assert not button(dialog, "Save…").isEnabled()
    with qtbot.waitSignal(dialog.stop_requested):
        button(dialog, "Stop").click()


def test_after_a_failure_another_place_can_be_chosen(dialog: ExportDialog) -> None:
    dialog.show()
    dialog.show_preview(FIRST, "# Notes")
    dialog.show_writing()

    dialog.end_writing("notes.md could not be written: the disk is full.")

    assert any("the disk is full" in label.text() for label in dialog.findChildren(QLabel))
    assert button(dialog, "Save…").isEnabled()
    assert preview(dialog) == "# Notes"
    assert not dialog.findChild(QProgressBar).isVisible()
