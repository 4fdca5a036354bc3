# SPDX-License-Identifier: MIT
"""Word documents come out as the article in them."""

from __future__ import annotations

import pytest

from diptych.text.article import BlockKind, BlockState, TitleSource
from diptych.text.headings import headings
from library.packed import docx, word_paragraph
from library.samples import PROSE, article_from, levels, marks, texts

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


def test_a_note_and_its_place_have_one_mark() -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
    note = '<w:{0} w:id="{1}"><w:p><w:r><w:{0}Ref/></w:r><w:r><w:t>{2}</w:t></w:r></w:p></w:{0}>'
    body = (
        f'<w:p><w:r><w:t>{PROSE}</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r>'
        "<w:r><w:t> It held 10</w:t></w:r>" + raised.format("3") + "<w:r><w:t> boats.</w:t></w:r>"
        '<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:t> All sank.</w:t></w:r>'
        f'{raised.format("8")}<w:r><w:footnoteReference w:id="3"/></w:r></w:p>'
    )
    footnotes = note.format("footnote", 3, "The second") + note.format("footnote", 7, "The first")
    article = article_from(
        docx(
            body,
            footnotes=f"<w:X>{footnotes}</w:footnotes>",
            endnotes=f"<w:X>{note.format('endnote', 2, 'The end')}</w:endnotes>",
        ),
        "a.docx",
    )
    assert texts(article) == [
        f"{PROSE}[1] It held 10³ boats.[i] All sank.[8][2]",
        "[2] The second",
        "[1] The first",
        "[i] The end",
    ]


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


def test_numbered_headings_keep_their_numbers_and_count_for_the_clauses_below() -> None:
    outline = (
        '<w:X><w:abstractNum w:abstractNumId="7">'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>'
        '<w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    styles = (
        '<w:X><w:style w:styleId="Heading1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    heading = word_paragraph("Of the harbour", '<w:pStyle w:val="Heading1"/>')
    plain = word_paragraph(
        "Signed", '<w:pStyle w:val="Heading1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    body = word_paragraph(PROSE) + heading + numbered(1, 1) + heading + numbered(1, 1) + plain

    article = article_from(docx(body, numbering=outline, styles=styles), "a.docx")

    assert [block.mark for block in article.blocks[1:]] == ["1.", "1.1", "2.", "2.1", ""]
    assert [each.number for each in headings(article)] == ["1.", "2.", ""]


NUMBERING = (
    '<w:X><w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    "</w:lvl>"
    '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
)


def numbered(number: int, level: int) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return word_paragraph("of the list", properties)


@pytest.mark.parametrize(
    ("items", "numbers"),
    [
        ([(1, 0), (1, 0)], ["3.", "4."]),
        ([(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["3.", "3.a)", "3.b)", "4.", "4.a)"]),
        ([(1, 0), (1, 2)], ["3.", ""]),
        ([(1, 0), (2, 0), (2, 0), (1, 0)], ["3.", "1.", "2.", "3."]),
        ([(9, 0)], [""]),
    ],
)
def test_word_lists_count_as_in_word(items: list[tuple[int, int]], numbers: list[str]) -> None:
    body = "".join(numbered(*item) for item in items)

    assert marks(article_from(docx(body, numbering=NUMBERING), "a.docx")) == numbers


def test_a_word_style_brings_its_number_along() -> None:
    styles = (
        '<w:X><w:style w:styleId="L"><w:name w:val="List Number"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    body = styled("one", "L") + styled("two", "L")

    assert marks(article_from(docx(body, styles=styles, numbering=NUMBERING), "a.docx")) == [
        "3.",
        "4.",
    ]


GHOST = "<w:name w:val='Ghost'/><w:rPr><w:vanish/></w:rPr></w:style>"
HIDING = (
    f"<w:X><w:style w:styleId='Ghost'>{GHOST}"
    "<w:style w:styleId='Heir'><w:basedOn w:val='Ghost'/></w:style></w:styles>"
)


@pytest.mark.parametrize(
    "hidden",
    [
        "<w:p><w:r><w:rPr><w:rStyle w:val='Ghost'/></w:rPr><w:t>Nobody sees it.</w:t></w:r></w:p>",
        styled("Nobody sees it.", "Heir"),
    ],
    ids=["its own style", "its paragraph's, inherited"],
)
def test_words_of_a_hidden_style_are_left_out(hidden: str) -> None:
    article = article_from(docx(word_paragraph(PROSE) + hidden, styles=HIDING), "a.docx")

    assert texts(article) == [PROSE]


def test_a_fraction_keeps_its_parts_apart() -> None:
    space = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    part = "<m:{0}><m:r><m:t>{1}</m:t></m:r></m:{0}>"
    fraction = f"<m:f>{part.format('num', 'n')}{part.format('den', 'k')}</m:f>"

    article = article_from(docx(f"<w:p {space}><m:oMath>{fraction}</m:oMath></w:p>"), "a.docx")

    assert texts(article) == ["n/k"]


OLD_DRAWING = (
    "<w:p><w:r><a:AlternateContent xmlns:a='http://schemas.openxmlformats.org/markup-compatibility/"
    "2006'><a:Choice>{}</a:Choice><a:Fallback><w:pict><w:txbxContent>"
    "<w:p><w:r><w:t>Words in the old drawing.</w:t></w:r></w:p>"
    "</w:txbxContent></w:pict></a:Fallback></a:AlternateContent></w:r></w:p>"
)


def test_words_that_only_the_old_drawing_holds_are_read() -> None:
    article = article_from(docx(word_paragraph(PROSE) + OLD_DRAWING.format("")), "a.docx")

    assert texts(article) == [PROSE, "Words in the old drawing."]


def test_words_that_both_drawings_hold_are_read_once() -> None:
    new = "<w:txbxContent><w:p><w:r><w:t>New words.</w:t></w:r></w:p></w:txbxContent>"

    article = article_from(docx(word_paragraph(PROSE) + OLD_DRAWING.format(new)), "a.docx")

    assert texts(article) == [PROSE, "New words."]


NAMED = "<w:style w:type='paragraph' w:styleId='{0}'><w:name w:val='{1}'/></w:style>"


def test_a_list_of_figures_is_folded() -> None:
    styles = f"<w:X>{NAMED.format('Figures', 'table of figures')}</w:styles>"
    body = styled("Figure 1 The quay\t3", "Figures") + word_paragraph(PROSE)

    article = article_from(docx(body, styles=styles), "a.docx")

    assert texts(article, state=BlockState.FOLDED) == ["Figure 1 The quay 3"]


def test_authors_are_named_by_their_style() -> None:
    styles = f"<w:X>{NAMED.format('Title', 'Title')}{NAMED.format('Author', 'Author')}</w:styles>"
    names = styled("Ida Holm", "Author") + styled("Bo Winter", "Author")
    body = styled("The wall", "Title") + names + word_paragraph(PROSE)

    assert article_from(docx(body, styles=styles), "a.docx").authors == ("Ida Holm", "Bo Winter")


def test_a_hyphen_that_shows_only_at_a_lines_end_is_no_letter() -> None:
    word = "<w:p><w:r><w:t>har</w:t><w:softHyphen/><w:t>bour</w:t></w:r></w:p>"

    assert article_from(docx(word), "a.docx").text == "harbour"
