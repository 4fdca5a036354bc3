# SPDX-License-Identifier: MIT
"""Office documents, books, saved pages and PDFs come out as the article in them."""

from __future__ import annotations

import base64

import pytest

from diptych.errors import ArticleError
from diptych.text.article import Article, BlockKind, BlockState, TitleSource
from library.packed import docx, epub, mhtml, odt, pdf, word_paragraph, zipped
from library.samples import PROSE, PROSE_2, PROSE_3, article_from, texts


def code_of(content: bytes, name: str) -> str:
    with pytest.raises(ArticleError) as caught:
        article_from(content, name)
    return caught.value.code


def levels(article: Article) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, b.span.of(article.text)) for b in article.blocks]


STYLES = (
    '<w:X><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Mine"><w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
    '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
)


def styled(text: str, style: str) -> str:
    return word_paragraph(text, f'<w:pStyle w:val="{style}"/>')


def test_word_headings_follow_the_ancestry_of_their_style() -> None:
    article = article_from(
        docx(styled("The bill", "Mine") + word_paragraph(PROSE), styles=STYLES), "a.docx"
    )

    assert (article.title, article.title_source) == ("The bill", TitleSource.TEXT)


def test_a_word_title_stands_above_its_headings() -> None:
    body = styled("The wall", "T") + styled("The bill", "Mine") + word_paragraph(PROSE)

    article = article_from(docx(body, styles=STYLES), "a.docx")

    assert levels(article)[:2] == [("title", 0, "The wall"), ("heading", 1, "The bill")]


def test_styles_based_on_each_other_end() -> None:
    assert PROSE in texts(article_from(docx(styled(PROSE, "A"), styles=STYLES), "a.docx"))


def test_word_lists_have_levels() -> None:
    item = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="3"/></w:numPr>'
    body = word_paragraph("one", item.format(0)) + word_paragraph("part", item.format(1))

    assert levels(article_from(docx(body), "a.docx")) == [
        ("list-item", 1, "one"),
        ("list-item", 2, "part"),
    ]


def test_deleted_words_are_left_out_and_inserted_ones_kept() -> None:
    body = (
        f"<w:p><w:r><w:t>{PROSE} </w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>ever</w:t></w:r></w:ins></w:p>"
    )

    assert texts(article_from(docx(body), "a.docx")) == [f"{PROSE} ever"]


def test_text_boxes_and_footnotes_are_blocks_of_their_own() -> None:
    box = f"<w:txbxContent>{word_paragraph('In the box')}</w:txbxContent>"
    notes = f'<w:X><w:footnote w:id="1">{word_paragraph("A note")}</w:footnote></w:footnotes>'

    article = article_from(
        docx(f"<w:p><w:r><w:t>{PROSE}</w:t>{box}</w:r></w:p>", footnotes=notes), "a.docx"
    )

    assert texts(article) == [PROSE, "In the box", "A note"]
    assert texts(article, BlockKind.NOTE, BlockState.SECONDARY) == ["A note"]


def test_the_cells_of_a_row_stand_on_one_line() -> None:
    cell = "<w:tc>{}</w:tc>"
    row = f"<w:tr>{cell.format(word_paragraph('Year'))}{cell.format(word_paragraph('Cost'))}</w:tr>"

    article = article_from(docx(f"<w:tbl>{row}{row}</w:tbl>{word_paragraph(PROSE)}"), "a.docx")

    assert levels(article)[:2] == [("table", 0, "Year\tCost")] * 2


def test_word_properties_fill_what_the_text_leaves_open() -> None:
    article = article_from(
        docx(word_paragraph(PROSE), title="The wall", author="Ida Holm"), "a.docx"
    )

    assert (article.title, article.title_source) == ("The wall", TitleSource.METADATA)
    assert (article.authors, article.date) == (("Ida Holm",), "2024-05-12")


@pytest.mark.parametrize(
    ("title", "author"), [("Document1", "Administrator"), ("Microsoft Word - x.doc", "python-docx")]
)
def test_what_programs_note_by_themselves_is_not_believed(title: str, author: str) -> None:
    article = article_from(docx(word_paragraph(PROSE), title=title, author=author), "a.docx")

    assert article.title_source is TitleSource.DERIVED
    assert article.authors == ()


def test_opendocument_headings_lists_notes_and_rows() -> None:
    article = article_from(
        odt(
            "<text:h text:outline-level='2'>The bill</text:h>"
            f"<text:p>{PROSE}<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            "<text:p>A note</text:p></text:note-body></text:note></text:p>"
            "<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>part"
            "</text:p></text:list-item></text:list></text:list-item></text:list>"
            "<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell>"
            "<table:table-cell><text:p>Cost</text:p></table:table-cell></table:table-row></table:table>"
        ),
        "a.odt",
    )

    assert levels(article)[1:] == [
        ("paragraph", 0, PROSE), ("note", 0, "A note"), ("list-item", 1, "one"),
        ("list-item", 2, "part"), ("table", 0, "Year\tCost"),
    ]  # fmt: skip


def test_opendocument_spaces_are_counted_but_not_without_end() -> None:
    article = article_from(
        odt(f"<text:p>{PROSE}<text:s text:c='2000000000'/>end<text:tab/>now</text:p>"), "a.odt"
    )

    assert article.text.endswith("end\tnow")
    assert len(article.text) < len(PROSE) + 250


def test_tracked_deletions_and_remarks_are_left_out() -> None:
    article = article_from(
        odt(
            "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
            f"<text:p>{PROSE}<office:annotation><text:p>remark</text:p></office:annotation> end"
            "</text:p>"
        ),
        "a.odt",
    )

    assert texts(article) == [f"{PROSE} end"]


def test_a_secret_opendocument_says_so() -> None:
    manifest = {"META-INF/manifest.xml": "<m><encryption-data/></m>"}

    assert code_of(odt("<text:p>x</text:p>", **manifest), "a.odt") == "encrypted"


def test_a_book_is_its_chapters_in_order() -> None:
    article = article_from(
        epub({"b": f"<h1>One</h1><p>{PROSE}</p>", "a": f"<h1>Two</h1><p>{PROSE_2}</p>"}), "a.epub"
    )

    assert texts(article, BlockKind.HEADING) == ["One", "Two"]
    assert (article.title, article.authors) == ("The wall", ("Ida Holm", "Jon Aas"))


def test_a_books_contents_are_folded() -> None:
    article = article_from(epub({"nav": "<ol><li>One</li></ol>", "a": f"<p>{PROSE}</p>"}), "a.epub")

    assert texts(article, state=BlockState.FOLDED) == ["One"]


def test_a_locked_book_says_so_and_scrambled_fonts_do_not_lock() -> None:
    lock = "<encryption xmlns:enc='e'><enc:EncryptionMethod Algorithm='{}'/></encryption>"
    name = "META-INF/encryption.xml"
    chapters = {"a": f"<p>{PROSE}</p>"}

    assert code_of(epub(chapters, **{name: lock.format("aes128")}), "a.epub") == "encrypted"
    fonts = lock.format("http://www.idpf.org/2008/embedding")
    assert article_from(epub(chapters, **{name: fonts}), "a.epub").text == PROSE


@pytest.mark.parametrize("encoding", ["8bit", "base64", "quoted-printable"])
def test_a_saved_page_is_read_in_each_of_its_wrappings(encoding: str) -> None:
    page = f"<html><body><h1>Die Mauer</h1><p>{PROSE}</p></body></html>"
    if encoding == "base64":
        page = base64.encodebytes(page.encode()).decode()

    article = article_from(mhtml(page, encoding=encoding), "a.mhtml")

    assert texts(article) == ["Die Mauer", PROSE]
    assert article.format == "mhtml"


def rtf(body: str) -> bytes:
    return f"{{\\rtf1\\ansi\\ansicpg1252 {body}}}".encode("ascii")


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("caf\\'e9", "café"),
        ("a \\u8211 ? b", "a – b"),
        ("\\u-10179 ?\\u-8704 ?", "😀"),
        ("lone \\u-10240 ? one", "lone \ufffd one"),
        ("a\\emdash b\\~c", "a—b\u00a0c"),
        ("x {\\*\\unknown gone}{\\pict 89504e47}y", "x y"),
        ("{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt shown}}", "shown"),
        ("\\{braces\\} and \\\\", "{braces} and \\"),
        ("a}}}} after", "a after"),
        ("end \\bin99999999 x", "end"),
        ("{\\fonttbl{\\f1\\fcharset204 Arial;}}{\\f1 \\'cf\\'f0}", "Пр"),
    ],
)
def test_rich_text_characters(source: str, read: str) -> None:
    assert article_from(rtf(source), "a.rtf").text == read


def test_rich_text_headings_lists_and_notes() -> None:
    article = article_from(
        rtf(
            "{\\stylesheet{\\s1 heading 1;}}\\pard\\s1 The bill\\par\\pard "
            f"{PROSE}{{\\footnote A note}}\\par"
            "\\pard\\ls1\\ilvl0 one\\par\\pard\\ls1\\ilvl1 part\\par"
        ),
        "a.rtf",
    )

    assert levels(article)[1:] == [
        ("paragraph", 0, PROSE),
        ("list-item", 1, "one"),
        ("list-item", 2, "part"),
        ("note", 0, "A note"),
    ]
    assert article.title == "The bill"


def wrapped(text: str, top: int = 700, left: int = 60) -> list[tuple[int, int, int, str]]:
    words, lines, line = text.split(), [], ""
    for word in words:
        if len(line) + len(word) > 78:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [(left, top - 14 * n, 12, words) for n, words in enumerate([*lines, line])]


def test_pdf_lines_become_paragraphs() -> None:
    article = article_from(pdf([wrapped(PROSE) + wrapped(PROSE_2, 620)]), "a.pdf")

    assert texts(article) == [PROSE, PROSE_2]


def test_a_paragraph_goes_on_over_the_page() -> None:
    lines = wrapped(f"{PROSE} {PROSE_2}")

    article = article_from(
        pdf([lines[:3], [(60, 760 - 14 * n, 12, w) for n, (*_, w) in enumerate(lines[3:])]]),
        "a.pdf",
    )

    assert texts(article) == [f"{PROSE} {PROSE_2}"]
    assert article.blocks[0].page == 1


def test_larger_lines_are_headings() -> None:
    article = article_from(pdf([[(60, 760, 24, "The wall"), *wrapped(PROSE)]]), "a.pdf")

    assert article.title == "The wall"


def test_a_word_cut_at_the_end_of_a_line_is_made_whole() -> None:
    article = article_from(
        pdf([[(60, 700, 12, "They met to talk about the har-"), (60, 686, 12, "bour wall.")]]),
        "a.pdf",
    )

    assert article.text == "They met to talk about the harbour wall."


def test_running_heads_and_page_numbers_are_dimmed() -> None:
    bodies = [PROSE, PROSE_2, PROSE_3, f"Now then: {PROSE}"]
    pages = [
        [(60, 800, 9, "The Coast, yearbook"), *wrapped(body), (290, 30, 9, str(number))]
        for number, body in enumerate(bodies, start=1)
    ]

    article = article_from(pdf(pages), "a.pdf")

    dimmed = set(texts(article, state=BlockState.DIMMED))
    assert dimmed == {"The Coast, yearbook", "1", "2", "3", "4"}


def test_pdf_properties_are_read() -> None:
    article = article_from(pdf([wrapped(PROSE)], title="The wall"), "a.pdf")

    assert (article.title, article.authors, article.date) == (
        "The wall",
        ("Ida Holm",),
        "2024-05-12",
    )


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (zipped({"hello.txt": "hi"}), "a.docx", "unsupported"),
        (docx(word_paragraph(PROSE))[:300], "a.docx", "damaged"),
        (docx(" " * (70 << 20)), "a.docx", "bomb"),
        (docx(""), "a.docx", "no-text"),
        (epub({"a": "<!DOCTYPE html [<!ENTITY x 'y'>]>"}), "a.epub", "unsafe-xml"),
        (zipped({"mimetype": "application/epub+zip"}), "a.epub", "damaged"),
        (mhtml("", encoding="base64"), "a.mhtml", "no-text"),
        (rtf("{\\pict 89}"), "a.rtf", "no-text"),
        (b"%PDF-1.7\n", "a.pdf", "damaged"),
        (pdf([[]]), "a.pdf", "no-text"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
            "a.odt",
            "unsupported",
        ),
    ],
)
def test_what_holds_no_article_has_its_code(content: bytes, name: str, code: str) -> None:
    assert code_of(content, name) == code


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (docx(word_paragraph(PROSE) + word_paragraph(PROSE_3)), "a.docx"),
        (odt(f"<text:p>{PROSE}</text:p><text:p>{PROSE_3}</text:p>"), "a.odt"),
        (epub({"a": f"<p>{PROSE}</p><p>{PROSE_3}</p>"}), "a.epub"),
        (rtf(f"{PROSE}\\par {PROSE_3}"), "a.rtf"),
        (mhtml(f"<p>{PROSE}</p><p>{PROSE_3}</p>"), "a.mhtml"),
        (pdf([wrapped(PROSE) + wrapped(PROSE_3, 600)]), "a.pdf"),
    ],
    ids=["docx", "odt", "epub", "rtf", "mhtml", "pdf"],
)
def test_all_formats_tell_the_same(content: bytes, name: str) -> None:
    article = article_from(content, "a.txt")

    assert article.format == name[2:]
    assert article.text == f"{PROSE}\n\n{PROSE_3}"
    assert article.words == len(f"{PROSE} {PROSE_3}".split())
