# SPDX-License-Identifier: MIT
"""Ctrl+P: the pages in view are those that are printed, of the report and of one article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.ui.export.choices import ExportChoice, ExportProfile, ExportScope
from diptych.ui.export.dialog import ExportDialog
from diptych.ui.export.pages_view import PagesView
from diptych.ui.export.print_sheet import PrintSheet

# Some sixty sheets: in one paragraph of that length Qt takes a minute to break the lines.
LONG = "".join("<p>" + "Line after line. " * 40 for _ in range(300))


def opened(diptych: Diptych, qtbot: QtBot) -> PrintSheet:
    diptych.window.actions_by_id["print"].trigger()
    sheet = diptych.window.findChild(PrintSheet)
    save = next(b for b in sheet.findChildren(QPushButton) if "PDF" in b.text().replace("&", ""))
    qtbot.waitUntil(save.isEnabled)
    return sheet


def printed(diptych: Diptych, qtbot: QtBot, target: Path) -> list[str]:
    diptych.window.print_presenter.save(target)
    qtbot.waitUntil(lambda: target.exists() and target.stat().st_size > 0)
    document = pypdfium2.PdfDocument(target)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_the_report_printed_is_the_one_of_the_window(
    diptych: Diptych, qtbot: QtBot, tmp_path: Path
) -> None:
    found = diptych.states.pair.found
    found.set_filter(replace(found.filter, kinds=frozenset()))
    assert not found.visible
    opened(diptych, qtbot)
    words = " ".join(printed(diptych, qtbot, tmp_path / "report.pdf"))
    assert "The harbour vote" in words and "Both say" not in words


def test_an_article_is_printed_whole_on_the_pages_that_were_shown(
    diptych: Diptych, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = opened(diptych, qtbot)
    sheet.findChild(QComboBox).setCurrentIndex(1)
    qtbot.waitUntil(lambda: "46,000" not in diptych.window.print_presenter.html)
    pages = printed(diptych, qtbot, tmp_path / "article.pdf")
    words = " ".join(" ".join(pages).split())
    assert "Some 41,000 passengers used the night boat last year" in words
    assert "46,000" not in words


def test_printing_shows_that_it_goes_on_and_can_be_given_up(
    diptych: Diptych, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(diptych, qtbot)
    presenter, status = diptych.window.print_presenter, diptych.window.status
    presenter.html = "<p>" + "Line after line of a long report. " * 100_000
    presenter.save(tmp_path / "long.pdf")
    assert status.cancel.isVisible()

    status.cancel.click()
    qtbot.waitUntil(status.cancel.isHidden)

    assert "nothing was written" in status.message.text()
    assert not any(tmp_path.glob("long*")) and not any(tmp_path.glob(".diptych*"))


def on_a_printer(diptych: Diptych, file: Path, html: str) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(file))
    diptych.window.print_presenter.html = html
    diptych.window.print_presenter._print(printer)


def test_printing_into_a_file_can_be_given_up_and_says_what_came_of_it(
    diptych: Diptych, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(diptych, qtbot)
    status = diptych.window.status
    folder = tmp_path / "printed"
    folder.mkdir()
    on_a_printer(diptych, folder / "long.pdf", LONG)
    qtbot.waitUntil(lambda: status.bar.maximum() > 0 and status.bar.value() > 1)

    status.cancel.click()

    assert status.cancel.isHidden() and status.message.text() == "Stopped; nothing was written."
    assert not any(folder.iterdir())


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_where_a_printed_file_is_and_why_there_is_none_is_said(
    diptych: Diptych, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(diptych, qtbot)
    status, file = diptych.window.status, tmp_path / "short.pdf"

    on_a_printer(diptych, file, "<p>One")
    qtbot.waitUntil(lambda: status.message.text() == f"Written to {file}")
    assert file.exists()

    on_a_printer(diptych, tmp_path / "nowhere" / "short.pdf", "<p>One")
    qtbot.waitUntil(lambda: status.message.text().startswith("Nothing was printed"))


def test_what_is_being_printed_is_not_cut_off_by_another(
    diptych: Diptych, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(diptych, qtbot)
    first = tmp_path / "long.pdf"
    on_a_printer(diptych, first, LONG)

    on_a_printer(diptych, tmp_path / "other.pdf", "<p>One")

    assert "still being printed" in diptych.window.status.message.text()
    qtbot.waitUntil(first.exists, timeout=30_000)


def test_without_an_article_it_says_what_to_do(open_window: Callable[..., Diptych]) -> None:
    diptych = open_window()
    diptych.window.actions_by_id["print"].trigger()
    assert diptych.window.findChild(PrintSheet) is None
    assert "Open an article" in diptych.window.status.message.text()


@pytest.mark.usefixtures("diptych_look")
def test_the_export_dialog_shows_pages_of_what_is_printed(qtbot: QtBot) -> None:
    profile = ExportProfile("report-pdf", "PDF", is_text=False, is_paged=True)
    dialog = ExportDialog([ExportScope("pair", "1", 0)], [profile])
    qtbot.addWidget(dialog)
    dialog.show_preview(ExportChoice("pair", "report-pdf"), "<p>One</p>" * 400, ["report.pdf"])
    assert not dialog.findChild(PagesView).isHidden()
    qtbot.waitUntil(dialog.shows_pages)
    assert any("report.pdf" in label.text() for label in dialog.findChildren(QLabel))
    assert any("pages" in label.text() for label in dialog.findChildren(QLabel))
