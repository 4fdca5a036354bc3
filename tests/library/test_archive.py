# SPDX-License-Identifier: MIT
"""Packed files of every format tell the same, and say when they hold nothing."""

from __future__ import annotations

import zipfile

import pytest

from library.packed import (
    docx,
    epub,
    mhtml,
    odt,
    pdf,
    rtf,
    scrambled,
    word_paragraph,
    wrapped,
    zipped,
)
from library.samples import PROSE, PROSE_3, article_from, code_of


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (zipped({"hello.txt": "hi"}), "a.docx", "unsupported"),
        (docx(word_paragraph(PROSE))[:300], "a.docx", "damaged"),
        (docx(" " * (70 << 20)), "a.docx", "bomb"),
        (docx("<w:p>" + "<w:r><w:t>a </w:t></w:r>" * 800_000 + "</w:p>"), "a.docx", "bomb"),
        (odt("<text:p>" + "<text:s/>\n" * 1_500_000 + "</text:p>"), "a.odt", "bomb"),
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


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("name", ["a.docx", "a.epub", "a.odt"])
def test_parts_that_are_no_longer_packed_by_any_rule_are_damaged(name: str, packing: int) -> None:
    part = "word/document.xml" if name == "a.docx" else "mimetype"

    assert code_of(scrambled(part, packing), name) == "damaged"


@pytest.mark.parametrize("number", ["²", "1" * 5000, "-1", "1.5", "\u0967" * 5000, ""])
def test_a_level_or_count_that_is_no_number_leaves_the_text(number: str) -> None:
    level = f'<w:outlineLvl w:val="{number}"/><w:numPr><w:ilvl w:val="{number}"/></w:numPr>'
    word = docx(f"<w:p><w:pPr>{level}</w:pPr><w:r><w:t>{PROSE}</w:t></w:r></w:p>")
    head = f'<text:h text:outline-level="{number}">A head</text:h>'
    item = f'<text:list-item text:start-value="{number}"><text:p>{PROSE}</text:p></text:list-item>'
    open_document = odt(
        f'{head}<text:list>{item}</text:list><text:p>On<text:s text:c="{number}"/>it.</text:p>'
    )

    assert PROSE in article_from(word, "a.docx").text
    assert PROSE in article_from(open_document, "a.odt").text


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
