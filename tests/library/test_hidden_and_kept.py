# SPDX-License-Identifier: MIT
"""Office files and books lose no word a reader sees, and show none that is hidden in them."""

from __future__ import annotations

import io
import zipfile

import pytest

from diptych.text.article import BlockKind
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
