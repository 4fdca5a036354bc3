# SPDX-License-Identifier: MIT
"""Office files and books lose no word a reader sees, and show none that is hidden in them."""

from __future__ import annotations

import io
import zipfile

import pytest

from diptych.text.article import BlockKind, BlockState
from library.packed import docx, epub, odt, word_paragraph, zipped
from library.samples import PROSE, PROSE_2, article_from, texts

RUBY = (
    "<w:r><w:ruby><w:rt><w:r><w:t>みなと</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>港</w:t></w:r>"
    "</w:rubyBase></w:ruby></w:r>"
)
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


@pytest.mark.parametrize(
    ("runs", "seen"),
    [
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Secret. </w:t></w:r><w:r><w:t>Seen.</w:t></w:r>",
         "Seen."),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Seen.</w:t></w:r>', "Seen."),
        (f"<w:r><w:t>So </w:t></w:r><m:oMath {MATH}><m:r><m:t>E=mc2</m:t></m:r></m:oMath>",
         "So E=mc2"),
        (RUBY, "港"),
    ],
    ids=("hidden", "not hidden after all", "formula", "ruby"),
)  # fmt: skip
def test_a_word_document_shows_what_word_shows(runs: str, seen: str) -> None:
    article = article_from(docx(f"<w:p>{runs}</w:p>{word_paragraph(PROSE)}"), "wall.docx")

    assert texts(article)[0] == seen


def test_a_drop_cap_goes_back_to_its_word() -> None:
    body = word_paragraph("T", '<w:framePr w:dropCap="drop"/>') + word_paragraph(PROSE[1:])

    assert PROSE in texts(article_from(docx(body), "wall.docx"))


def test_an_account_name_is_turned_round() -> None:
    article = article_from(docx(word_paragraph(PROSE), author="Holm, Ida"), "wall.docx")

    assert article.authors == ("Ida Holm",)


def test_the_facts_of_a_template_are_not_the_articles() -> None:
    article = article_from(docx(word_paragraph(PROSE), author="python-docx"), "wall.docx")

    assert (article.authors, article.date) == ((), "")


def test_an_open_document_hides_what_its_styles_hide() -> None:
    styles = (
        '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        '<text:p>Seen <text:span text:style-name="H">secret </text:span>words.</text:p>'
        '<text:section text:display="none"><text:p>Never shown.</text:p></text:section>'
    )

    assert texts(article_from(odt(body, styles=styles), "wall.odt")) == ["Seen words."]


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        (r"The quick {\i\*\unknown bell} rings", "The quick bell rings"),
        (r"It was {\deleted sold}kept", "It was kept"),
        (r"A {\nonesttables old reader }table", "A table"),
        (r"{\upr{Ferry}{\*\ud F\u233 ?rry}} end", "Férry end"),
    ],
    ids=("star in a group", "deleted", "for old readers", "unicode twin"),
)
def test_rich_text_keeps_its_words(source: str, seen: str) -> None:
    article = article_from(rf"{{\rtf1\ansi {source}.\par {PROSE}\par}}", "wall.rtf")

    assert texts(article)[0] == f"{seen}."


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (r"\ilvl0", BlockKind.PARAGRAPH),
        (r"\ls1\ilvl0", BlockKind.LIST_ITEM),
        (r"{\pntext\'B7\tab}", BlockKind.LIST_ITEM),
    ],
)
def test_rich_text_tells_its_lists(command: str, kind: BlockKind) -> None:
    article = article_from(rf"{{\rtf1\ansi \pard{command} {PROSE}\par}}", "wall.rtf")

    assert article.blocks[0].kind is kind


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('<itemref idref="', '<itemref idref="gone-'),
        ('media-type="application/xhtml+xml"', 'media-type="text/xml"'),
    ],
)
def test_a_book_with_a_broken_package_is_read(right: str, wrong: str) -> None:
    whole = zipfile.ZipFile(io.BytesIO(epub({"one.xhtml": f"<p>{PROSE}</p><p>{PROSE_2}</p>"})))
    parts = {name: whole.read(name) for name in whole.namelist()}
    parts["OEBPS/book.opf"] = parts["OEBPS/book.opf"].replace(right.encode(), wrong.encode())

    assert PROSE in texts(article_from(zipped(parts), "wall.epub"))


@pytest.mark.parametrize(
    "head",
    [
        "\n---\ntitle: The wall\nauthor: Ida Holm\ndate: 2024-03-05\n---\n",
        "% The wall\n% Ida Holm\n% March 5, 2024\n",
        "Title: The wall\nAuthor: Ida Holm\nDate: March 5, 2024\n",
        ';;;\n{"title": "The wall", "author": "Ida Holm", "date": "2024-03-05"}\n;;;\n',
        "---\ntitle: The wall\nauthor: Holm, Ida\nnote: it goes: on\ndate: 1709618400\n---\n",
        '---\ntitle: The wall\nauthor: ["[[Ida Holm]]"]\ndate: [[2024-03-05]]\n---\n',
    ],
    ids=("blank line first", "pandoc", "bare keys", "json", "colon in a value", "vault links"),
)
def test_the_heads_of_markdown_are_read(head: str) -> None:
    article = article_from(f"{head}\n{PROSE}\n\n{PROSE_2}\n", "wall.md")

    assert (article.title, article.authors, article.date) == (
        "The wall",
        ("Ida Holm",),
        "2024-03-05",
    )


def test_a_page_inside_a_word_document_is_read() -> None:
    relations = (
        '<Relationships xmlns="r"><Relationship Id="r9" Target="part.html" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"/>'
        "</Relationships>"
    )
    chunk = '<w:altChunk xmlns:r="x" r:id="r9"/>'
    whole = zipfile.ZipFile(io.BytesIO(docx(word_paragraph(PROSE) + chunk)))
    parts = {name: whole.read(name) for name in whole.namelist()}
    parts["word/_rels/document.xml.rels"] = relations
    parts["word/part.html"] = f"<p>{PROSE_2}</p>"

    article = article_from(zipped(parts), "wall.docx")

    assert texts(article) == [PROSE, PROSE_2]


def test_a_page_that_a_word_document_names_500_times_is_read_once() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    named = "".join(
        f'<Relationship Id="r{n}" Target="part.html" Type="{kind}"/>' for n in range(500)
    )
    chunks = "".join(f'<w:altChunk id="r{n}"/>' for n in range(500))
    whole = zipfile.ZipFile(io.BytesIO(docx(word_paragraph(PROSE) + chunks)))
    parts = {name: whole.read(name) for name in whole.namelist()}
    parts["word/_rels/document.xml.rels"] = f"<Relationships>{named}</Relationships>"
    parts["word/part.html"] = f"<p>{PROSE_2}</p>"

    assert texts(article_from(zipped(parts), "wall.docx")) == [PROSE, PROSE_2]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = word_paragraph("The wall", "<w:rPr><w:del/></w:rPr>") + word_paragraph(" is old.")

    article = article_from(docx(body + word_paragraph(PROSE)), "wall.docx")

    assert texts(article)[0] == "The wall is old."


@pytest.mark.parametrize(
    ("font", "char", "seen"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("Symbol", "F061", "α"),
        ("Arial", "2192", "→"),
        ("Arial", "x", ""),
    ],
)
def test_symbols_of_word_are_characters(font: str, char: str, seen: str) -> None:
    run = f'<w:r><w:t>a</w:t></w:r><w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'

    article = article_from(docx(f"<w:p>{run}</w:p>{word_paragraph(PROSE)}"), "wall.docx")

    assert texts(article)[0] == f"a{seen}"


def test_a_table_of_one_cell_is_a_frame_around_text() -> None:
    cell = (
        f"<w:tbl><w:tr><w:tc>{word_paragraph(PROSE)}{word_paragraph(PROSE_2)}</w:tc></w:tr></w:tbl>"
    )

    article = article_from(docx(cell), "wall.docx")

    assert texts(article, BlockKind.PARAGRAPH) == [PROSE, PROSE_2]


EVENTS = (
    '<dc:date opf:event="modification" xmlns:opf="o">2024-06-01</dc:date>'
    '<dc:date opf:event="publication" xmlns:opf="o">1921-03-05</dc:date>'
)
MAIN_TITLE = (
    '<dc:title id="m">Walls of stone</dc:title><meta refines="#m" property="title-type">main</meta>'
)


@pytest.mark.parametrize(
    ("metadata", "title", "date"),
    [(EVENTS, "The wall", "1921-03-05"), (MAIN_TITLE, "Walls of stone", "")],
    ids=("day of publication", "main title"),
)
def test_a_books_own_facts_are_told_from_the_others(metadata: str, title: str, date: str) -> None:
    whole = zipfile.ZipFile(io.BytesIO(epub({"one": f"<p>{PROSE}</p>"})))
    parts = {name: whole.read(name) for name in whole.namelist()}
    added = f"</dc:title>{metadata}".encode()
    parts["OEBPS/book.opf"] = parts["OEBPS/book.opf"].replace(b"</dc:title>", added, 1)

    article = article_from(zipped(parts), "wall.epub")

    assert (article.title, article.date) == (title, date)


def test_a_chapter_of_links_is_the_contents() -> None:
    links = "<h2>Contents</h2><p><a href='a'>One</a></p><p><a href='b'>Two</a></p>"

    article = article_from(epub({"toc": links, "one": f"<p>{PROSE}</p>"}), "wall.epub")

    assert texts(article, state=BlockState.FOLDED) == ["Contents", "One", "Two"]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("See [[Old Wall|the wall]] and [[Quay]].", "See the wall and Quay ."),
        ("It is ==very== old and ~~new~~.", "It is very old and new ."),
        ("A view ![[wall.png]] of it.", "A view of it."),
        ("It stands.[^1] It falls.", "It stands.[ 1] It falls."),
        ("> [!note]\n> A remark\n> on walls.", "A remark on walls."),
    ],
)
def test_the_marks_of_a_vault_are_not_seen(written: str, seen: str) -> None:
    article = article_from(f"# The wall\n\n{written}\n\n{PROSE}\n", "wall.md")

    assert texts(article)[1] == seen


def test_facts_that_a_clipper_lists_are_taken_over() -> None:
    facts = (
        "## Metadata\n- Author: [[Jo Marsh]]\n- Full Title: The wall\n- URL: https://a.example/\n"
    )

    article = article_from(f"# The wall\n\n{facts}\n## Highlights\n- {PROSE}\n", "wall.md")

    assert article.authors == ("Jo Marsh",)
    assert "Author: Jo Marsh" not in texts(article, state=BlockState.SHOWN)


@pytest.mark.parametrize(
    ("name", "title", "date"),
    [
        ("The old wall.md", "The old wall", ""),
        ("2024-05-12-on walls.md", "on walls", "2024-05-12"),
    ],
)
def test_a_note_without_a_title_is_named_by_its_file(name: str, title: str, date: str) -> None:
    article = article_from(f"---\ntags: [stone]\n---\n\n{PROSE}\n\n{PROSE_2}\n", name)

    assert (article.title, article.date) == (title, date)


@pytest.mark.parametrize(
    "head",
    [
        "title: The wall\nauthor: Ida Holm\ndate: 2024-03-06\ntags:\n- boats\n---\n",
        '{\n  "title": "The wall",\n  "author": {"name": "Ida Holm"},\n  "date": "2024-03-06"\n}\n',
        "---\ntitle: The wall\ncreators: [{given: Ida, family: Holm}]\ndate: 2024-03-06\n---\n",
        "# The wall\n\nauthor:: [[Ida Holm]]\ndate:: 2024-03-06\n",
    ],
    ids=["Hexo", "JSON", "Zotero", "Dataview"],
)
def test_other_heads_of_markdown_are_read(head: str) -> None:
    article = article_from(f"{head}\n{PROSE}\n\n{PROSE_2}\n", "a.md")

    assert (article.title, article.authors, article.date) == (
        "The wall",
        ("Ida Holm",),
        "2024-03-06",
    )
    assert texts(article, state=BlockState.SHOWN)[-2:] == [PROSE, PROSE_2]


def test_a_comment_over_several_paragraphs_is_folded() -> None:
    note = f"# The wall\n\n{PROSE}\n\n%%\nFor me.\n\nOnly for me.\n%%\n\n{PROSE_2}\n"

    shown = texts(article_from(note, "a.md"), state=BlockState.SHOWN)

    assert shown == ["The wall", PROSE, PROSE_2]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2024-03-06-the-wall-goes-up.md", "The wall goes up"),
        ("202403061030 The wall.md", "The wall"),
        ("20240306-the wall.md", "the wall"),
    ],
)
def test_a_stamp_before_a_notes_name_is_no_part_of_its_title(name: str, title: str) -> None:
    assert article_from(f"{PROSE}\n\n{PROSE_2}\n", name).title == title


@pytest.mark.parametrize(
    "content",
    ["%%x\n\n" * 4000 + PROSE, "a: b\n" * 39 + "- x\n" * 9000 + PROSE, "%%\n" * 4001 + PROSE],
    ids=["comments that never end", "a head that never ends", "signs alone"],
)
def test_what_begins_and_never_ends_is_read_through_once(content: str) -> None:
    assert PROSE in article_from(content, "a.md").text
