# SPDX-License-Identifier: MIT
"""The report on paper: its words can be found again, and no heading stands alone."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from diptych.notes.export.report import Both, Report, Said, Told, report_html
from diptych.ui.export.printing import print_pdf, print_pdf_alone
from diptych.ui.parts import theme
from diptych.worker import Worker

WORDS = "The Russian official found five significant flights affluent, and Tkachev Thaw quit."


def printed(report: Report) -> list[str]:
    """Return the text of each page, as another program reads it."""
    theme.load_fonts()
    return words_of(print_pdf("".join(report_html(report))))


def words_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def both(words: str) -> Both:
    return Both("Same claim", Said(words, "paragraph 1"), Said(f"Reagan's Radio: {words}"))


def test_every_letter_of_a_printed_report_is_found_again(qapp: QApplication) -> None:
    told = Told("Le Figaro, first", ("Ida Fjell",))
    (page,) = printed(Report(told, told, both_say=(both(WORDS),), only_left=(Said(WORDS),)))
    assert " ".join(page.split()).count(WORDS) == 3
    assert "Le Figaro, first" in page and "Reagan's Radio" in page


@pytest.mark.parametrize("lines", range(1, 8))
def test_no_heading_ends_a_page(qapp: QApplication, lines: int) -> None:
    told = Told("One")
    pages = printed(Report(told, told, both_say=(both(" ".join([WORDS] * lines)),) * 12))
    assert len(pages) > 1
    for page in pages[:-1]:
        words = re.sub(r"\s*\d+\s*$", "", page)  # the number of the page
        assert not words.endswith(("Same claim", "Both say (12)", "Notes (0)", "paragraph 1"))


def test_a_pdf_of_its_own_process_says_the_same(qapp: QApplication) -> None:
    theme.load_fonts()
    told = Told("Le Figaro, first", ("Ida Fjell",))
    html = "".join(report_html(Report(told, told, both_say=(both(WORDS),) * 30)))
    printer = Worker("printing")
    try:
        assert words_of(printer.call(print_pdf_alone, html)) == words_of(print_pdf(html))
    finally:
        printer.close()
