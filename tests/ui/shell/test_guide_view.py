# SPDX-License-Identifier: MIT
"""The guide inside the window is the guide of the project, page by page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QUrl
from PySide6.QtWidgets import QListWidget, QTextBrowser
from pytestqt.qtbot import QtBot

from diptych import assets
from diptych.ui.shell.guide_view import GuideView, page_text, pages

FOLDER = assets.guide_path()


@pytest.fixture
def view(qtbot: QtBot) -> GuideView:
    view = GuideView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    return view


@pytest.fixture
def restored_locale() -> object:
    was = QLocale()
    yield
    QLocale.setDefault(was)


def text_of(view: GuideView) -> str:
    return view.findChild(QTextBrowser).toPlainText()


def test_every_page_is_listed() -> None:
    assert {page.name for page in pages(FOLDER)} == {
        path.stem for path in FOLDER.glob("*.md") if "." not in path.stem
    }


@pytest.mark.parametrize("row", range(len(list(pages(FOLDER)))))
def test_a_page_is_shown_when_chosen(view: GuideView, row: int) -> None:
    view.findChild(QListWidget).setCurrentRow(row)

    page = list(pages(FOLDER))[row]
    title = page_text(FOLDER, page.name).split("\n")[0].removeprefix("# ")
    assert text_of(view).startswith(title)


def test_a_page_is_shown_from_its_top(view: GuideView, qtbot: QtBot) -> None:
    bar = view.findChild(QTextBrowser).verticalScrollBar()

    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.wait(1)  # Qt brings the cursor into view in a turn of its own

    assert bar.value() == 0


def test_words_below_a_picture_are_no_heading(view: GuideView) -> None:
    view.findChild(QListWidget).setCurrentRow(2)

    document = view.findChild(QTextBrowser).document()
    block = document.find("Tinted passages").block()
    assert block.blockFormat().headingLevel() == 0
    assert block.begin().fragment().charFormat().fontWeight() < 600


def test_a_link_turns_to_the_page_and_its_heading(view: GuideView) -> None:
    view.findChild(QTextBrowser).anchorClicked.emit(QUrl("privacy.md#another-place"))

    assert text_of(view).startswith("Privacy")
    assert view.findChild(QTextBrowser).textCursor().block().text() == "Another place"


@pytest.mark.parametrize(
    ("language", "title"), [("ru", "Первые"), ("zh_CN", "最初"), ("de", "The")]
)
def test_the_first_page_is_in_the_language_of_the_window(
    view: GuideView, restored_locale: None, language: str, title: str
) -> None:
    QLocale.setDefault(QLocale(language))

    assert page_text(FOLDER, "index").startswith(f"# {title}")


def test_pictures_fit_the_page(view: GuideView) -> None:
    browser = view.findChild(QTextBrowser)
    view.findChild(QListWidget).setCurrentRow(2)

    assert "￼" in text_of(view)  # a picture
    assert browser.horizontalScrollBar().maximum() == 0


def test_pictures_that_a_package_lacks_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "texts.md").write_text("# Texts\n\n![Two](../images/gone.png)\nWords.\n", "utf-8")

    assert page_text(tmp_path, "texts") == "# Texts\n\nWords.\n"
