# SPDX-License-Identifier: MIT
"""The report on paper: its words can be found again, and no heading stands alone."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diptych.errors import NoteError
from diptych.library.reading import article_of
from diptych.notes.export.article_page import article_html
from diptych.notes.export.report import ArticleHead, Both, Report, Said, report_html
from diptych.ui.export.pages_view import PagesView
from diptych.ui.export.printing import (
    pages_of,
    print_pdf,
    print_pdf_alone,
    printing_into,
    printing_on,
)
from diptych.ui.parts import theme
from diptych.worker import Worker
from ui.moments import TimeForOne

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
    sides = Said(words, "paragraph 1"), Said(f"Reagan's Radio: {words}")
    return Both("same-claim", *sides, strength="fair (60 %)")


def test_every_letter_of_a_printed_report_is_found_again(qapp: QApplication) -> None:
    told = ArticleHead("Le Figaro, first", ("Ida Fjell",))
    (page,) = printed(Report(told, told, both_say=(both(WORDS),), only_left=(Said(WORDS),)))
    assert " ".join(page.split()).count(WORDS) == 3
    assert "Le Figaro, first" in page and "Reagan's Radio" in page


@pytest.mark.parametrize("lines", range(1, 8))
def test_no_heading_ends_a_page(qapp: QApplication, lines: int) -> None:
    told = ArticleHead("One")
    pages = printed(Report(told, told, both_say=(both(" ".join([WORDS] * lines)),) * 12))
    assert len(pages) > 1
    for page in pages[:-1]:
        words = re.sub(r"\s*\d+\s*$", "", page)  # the number of the page
        assert not words.endswith(("(60 %)", "Both say (12)", "Notes (0)", "paragraph 1"))


@pytest.mark.parametrize("lines", range(1, 8))
def test_a_heading_has_both_captions_and_how_they_go_on_on_its_sheet(
    qapp: QApplication, lines: int
) -> None:
    told, words = ArticleHead("One"), "Begins here. " + " ".join([WORDS] * lines)
    place = "paragraph 6, section “What the committee of both towns found, and how it ended”"
    pair = Both("same-claim", Said(words, "paragraph 1"), Said(words, place), strength="fair")
    pages = [" ".join(page.split()) for page in printed(Report(told, told, both_say=(pair,) * 15))]
    assert len(pages) > 1
    for page in pages:
        begun = page.count("Same claim, fair")
        assert (page.count("ended”"), page.count("Begins here.")) == (begun, 2 * begun)


@pytest.mark.parametrize("lines", range(1, 8))
def test_no_passage_of_one_side_is_parted_from_what_says_where_it_stands(
    qapp: QApplication, lines: int
) -> None:
    told, words = ArticleHead("One"), "Begins here. " + " ".join([WORDS] * lines)
    only = (Said(words, "paragraph 6, section “The Lease”"),) * 40
    pages = [" ".join(page.split()) for page in printed(Report(told, told, only_left=only))]
    assert len(pages) > 1
    for page in pages:
        assert page.count("Paragraph 6, section “The Lease”") == page.count("Begins here.")
    assert sum(page.count("Begins here.") for page in pages) == len(only)


def test_what_a_style_sheet_sets_in_is_set_in_as_far_on_paper(qapp: QApplication) -> None:
    """A quotation with 48 pixels beside it stands half an inch in: 36 points."""
    theme.load_fonts()
    pdf = print_pdf('<body><p>Above.</p><p style="margin-left: 48px">Beside.</p></body>')
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    lefts = [page.get_charbox(page.get_text_range().index(word))[0] for word in ("Above", "Beside")]

    assert lefts[1] - lefts[0] == pytest.approx(36, abs=1)


def test_a_heading_on_paper_has_the_size_that_the_style_sheet_gives(qapp: QApplication) -> None:
    theme.load_fonts()
    style = "<style>h1, p { font-size: 16pt; }</style>"
    pdf = print_pdf(f"{style}<body><h1>HEAD</h1><p>HEAD</p></body>")
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    heights = [box[3] - box[1] for box in map(page.get_charbox, (0, len("HEAD\r\n")))]

    assert heights[0] == pytest.approx(heights[1], rel=0.03)


def numbered(count: int, begin: int) -> str:
    return " ".join(f"word{n:05}" for n in range(begin, begin + count))


@pytest.mark.parametrize("millimetres", range(90, 297, 11))
def test_no_line_is_written_twice_or_lost_at_the_end_of_a_sheet(
    qapp: QApplication, millimetres: int
) -> None:
    theme.load_fonts()
    parts = [
        f"<p>{numbered(90, 0)}</p><blockquote>{numbered(90, 90)}</blockquote>",
        f"<ul><li>{numbered(80, 180)}</li><li>{numbered(80, 260)}</li></ul>",
        f"<table><tr><td>{numbered(60, 340)}</td><td>{numbered(99, 400)}</td></tr></table>",
        f"<h2>Head</h2><p>{numbered(400, 499)}</p>",
    ]

    text = "".join(all_words_of(printed_on(QSizeF(150, millimetres), "".join(parts))))

    found = re.findall(r"word\d{5}", text)
    assert sorted(found) == [f"word{n:05}" for n in range(899)]


def printed_on(size: QSizeF, body: str) -> bytes:
    """Return a page printed on paper of a size in millimetres."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageMargins(QMarginsF())
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter))
    for _ in printing_on(writer, f"<body>{body}</body>", lambda *_: None):
        pass
    del writer
    return bytes(buffer.data().data())


def all_words_of(pdf: bytes) -> list[str]:
    """Return the text of each page, what lies out of sight included."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def test_setting_pages_again_and_again_leaves_nothing_behind(qapp: QApplication) -> None:
    def papers() -> int:
        gc.collect()
        return sum(isinstance(one, QPdfWriter) for one in gc.get_objects())

    for _ in pages_of("<p>One</p>"):
        pass
    before = papers()
    for _ in range(5):
        for _ in pages_of("<p>One</p>"):
            pass

    assert papers() == before


def test_a_pdf_of_its_own_process_says_the_same(qapp: QApplication) -> None:
    theme.load_fonts()
    told = ArticleHead("Le Figaro, first", ("Ida Fjell",))
    html = "".join(report_html(Report(told, told, both_say=(both(WORDS),) * 30)))
    printer = Worker("printing")
    try:
        assert words_of(printer.call(print_pdf_alone, html)) == words_of(print_pdf(html))
    finally:
        printer.close()


def test_a_long_report_has_no_seams_between_the_pieces_it_is_set_in(qapp: QApplication) -> None:
    told = ArticleHead("One")
    pages = printed(Report(told, told, both_say=(both(WORDS),) * 120))
    words = " ".join(" ".join(pages).split())
    assert (words.count(WORDS), words.count("Same claim, fair (60 %)")) == (240, 120)
    assert all("quit." in page for page in pages)


def test_what_is_written_from_right_to_left_is_printed_so(qapp: QApplication) -> None:
    theme.load_fonts()
    told = ArticleHead("א")
    html = "".join(report_html(Report(told, told, only_left=(Said("שלום לעולם כולו."),))))
    page = pypdfium2.PdfDocument(print_pdf(html))[0].get_textpage()
    text = page.get_text_range()
    at = text.index("שלום") if "שלום" in text else text.index("שלום"[::-1])
    line = text[at - 20 : at + 20]
    stop = at - 20 + line.index(".")

    assert page.get_charbox(stop)[0] < page.get_charbox(at)[0]


def test_thousands_of_matches_are_set_a_moment_at_a_time(
    qtbot: QtBot, qapp: QApplication, moments: type[TimeForOne]
) -> None:
    view = PagesView()
    qtbot.addWidget(view)
    told = ArticleHead("One")
    report = Report(told, told, both_say=(both(WORDS),) * 200)
    with qtbot.waitSignal(view.pages_set) as counted:
        view.show_html("".join(report_html(report)))

    assert counted.args[0] == len(printed(report))
    assert moments.taken > 200


def test_printing_is_given_up_between_two_sheets(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    told = ArticleHead("One")
    html = "".join(report_html(Report(told, told, both_say=(both(WORDS),) * 60)))
    sheets: list[tuple[int, int]] = []
    printing = printing_on(printer, html, lambda *told: sheets.append(told))
    while len(sheets) < 2:
        next(printing)

    printing.close()

    assert sheets[-1][0] == 2 < sheets[-1][1]
    assert printer.printerState() is not QPrinter.PrinterState.Active


def a_printer(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(file))
    return printer


def test_a_file_given_up_in_the_middle_is_as_it_was_before(
    qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "out.pdf"
    file.write_bytes(b"an older one")
    sheets: list[int] = []
    body = "<p>" + "Line after line. " * 20_000
    printing = printing_into(a_printer(file), body, lambda done, _: sheets.append(done))
    while len(sheets) < 2:
        next(printing)

    printing.close()

    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]
    assert file.read_bytes() == b"an older one"


def test_a_printed_file_is_whole_and_alone(qapp: QApplication, tmp_path: Path) -> None:
    for _ in printing_into(a_printer(tmp_path / "out.pdf"), "<p>One", lambda *_: None):
        pass

    (file,) = tmp_path.iterdir()
    assert "One" in words_of(file.read_bytes())[0]


def test_a_file_cut_off_by_a_full_disk_is_not_put_in_its_place(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(paper: QPrinter, *_: object) -> Iterator[None]:
        Path(paper.outputFileName()).write_bytes(b"%PDF-1.4 half")
        yield

    monkeypatch.setattr("diptych.ui.export.printing.printing_on", cut_off)

    with pytest.raises(NoteError, match="the disk is full"):
        list(printing_into(a_printer(tmp_path / "out.pdf"), "<p>One", lambda *_: None))
    assert not any(tmp_path.iterdir())


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_folder_that_takes_no_file_is_said(qapp: QApplication, tmp_path: Path) -> None:
    printer = a_printer(tmp_path / "nowhere" / "out.pdf")

    with pytest.raises(NoteError, match="Nothing was printed"):
        list(printing_into(printer, "<p>One", lambda *_: None))


def baselines(pdf: bytes) -> list[int]:
    """Return how high the lines with an m stand on the first page, the upper ones first."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = document[0].get_textpage()
        letters = [n for n in range(text.count_chars()) if text.get_text_range(n, 1) == "m"]
        return sorted({round(text.get_charbox(n)[1]) for n in letters}, reverse=True)
    finally:
        document.close()


def test_paragraphs_of_a_printed_article_stand_apart(qapp: QApplication) -> None:
    theme.load_fonts()
    two = "\n\n".join(["mmmm " * 40] * 2)
    article = article_of(f"# Title\n\n{two}\n".encode(), Path("a.md"))

    lines = baselines(print_pdf("".join(article_html(article))))

    gaps = [above - below for above, below in pairwise(lines)]
    assert sum(gap > min(gaps) + 4 for gap in gaps) == 1


def test_how_far_the_pages_are_set_is_told(qtbot: QtBot, moments: type[TimeForOne]) -> None:
    theme.load_fonts()
    view, told = PagesView(), []
    qtbot.addWidget(view)
    view.setting.connect(told.append)

    with qtbot.waitSignal(view.pages_set):
        view.show_html("<body>" + "".join(f"<h2>{n}</h2><p>Words.</p>" for n in range(20)))

    assert len(told) > 10 and told == sorted(told) and told[-1] == 100
