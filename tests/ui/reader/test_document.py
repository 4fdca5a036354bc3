# SPDX-License-Identifier: MIT
"""How the paragraphs of a pane are set."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextBlock, QTextDocument
from pytestqt.qtbot import QtBot

from diptych.ui.desk.page import Page, Paragraph
from diptych.ui.offsets import PaneMap
from diptych.ui.parts.theme import load_palette
from diptych.ui.reader.document import GAP, ITEMS_AT_ONCE, Typography, empty_document, filling


def built(page: Page) -> QTextDocument:
    document = empty_document(Typography())
    for _ in filling(document, page, Typography(), load_palette("light")):
        pass
    return document


def set_document(*paragraphs: Paragraph) -> QTextDocument:
    return built(Page(paragraphs, PaneMap("", ()), (), 0))


def blocks(document: QTextDocument) -> list[QTextBlock]:
    return [document.findBlockByNumber(number) for number in range(document.blockCount())]


def test_items_of_a_list_have_bullets_that_are_no_text(qtbot: QtBot) -> None:
    document = set_document(
        Paragraph("paragraph", "It asks for"),
        Paragraph("list-item", "a crew", level=1, mark="•"),
        Paragraph("list-item", "a pier", level=1, mark="•"),
        Paragraph("paragraph", "and no more."),
    )
    assert [b.textList() is not None for b in blocks(document)] == [False, True, True, False]
    assert document.toPlainText() == "It asks for\na crew\na pier\nand no more."


def test_a_list_that_opens_a_page_has_bullets(qtbot: QtBot) -> None:
    document = set_document(
        Paragraph("list-item", "a crew", mark="•"), Paragraph("list-item", "a pier", mark="•")
    )
    assert all(block.textList() is not None for block in blocks(document))


def test_an_item_with_a_mark_of_its_own_gets_no_second_one(qtbot: QtBot) -> None:
    document = set_document(
        Paragraph("list-item", "2. a pier", level=1),
        Paragraph("list-item", "a crew", level=1, mark="•"),
    )
    assert [block.textList() is not None for block in blocks(document)] == [False, True]


def test_an_item_stands_in_on_the_side_it_is_read_from(qtbot: QtBot) -> None:
    document = set_document(Paragraph("list-item", "מעבורת הלילה", level=1, rtl=True, mark="•"))
    form = blocks(document)[0].blockFormat()
    assert form.rightMargin() > form.leftMargin() == 0


def test_a_list_ends_with_the_gap_of_a_paragraph(qtbot: QtBot) -> None:
    document = set_document(
        Paragraph("list-item", "a crew", mark="•"),
        Paragraph("list-item", "2. a pier"),
        Paragraph("paragraph", "and no more."),
    )
    first, last, after = (block.blockFormat().bottomMargin() for block in blocks(document))
    assert first < last == after


def test_every_bullet_is_as_quiet_as_the_next(qtbot: QtBot) -> None:
    document = set_document(
        Paragraph("list-item", "a crew", mark="•"),
        Paragraph("list-item", "a pier", mark="•"),
        Paragraph("paragraph", "and no more."),
    )
    first, last, after = (block.charFormat().foreground().color() for block in blocks(document))
    assert first == last != after


def test_a_list_of_thousands_is_put_in_some_at_a_time(qtbot: QtBot) -> None:
    count = 1_000
    document = set_document(*[Paragraph("list-item", "a crew", mark="•")] * count)
    assert [block.text() for block in blocks(document)] == ["a crew"] * count
    lists = [block.textList() for block in blocks(document)]
    assert max(found.count() for found in lists) == ITEMS_AT_ONCE


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize(
    "mark", ["1.", "10)", "c.", "(iv)", "B:", "2.1.", "007.", "0.", "-1.", "MMXX."]
)
def test_a_number_is_painted_before_its_item_and_is_no_text(
    qtbot: QtBot, mark: str, rtl: bool
) -> None:
    document = set_document(Paragraph("list-item", "a crew", level=1, mark=mark, rtl=rtl))
    item = blocks(document)[0]
    assert item.textList().itemText(item) == mark + GAP
    assert document.toPlainText() == "a crew"


def test_a_long_number_pushes_its_item_in(qtbot: QtBot) -> None:
    short, long = blocks(
        set_document(
            Paragraph("list-item", "a crew", level=1, mark="1.", widest="1."),
            Paragraph("list-item", "a pier", level=1, mark="10.11.12.13.", widest="10.11.12.13."),
        )
    )
    assert long.blockFormat().leftMargin() > short.blockFormat().leftMargin()
