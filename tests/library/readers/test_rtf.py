# SPDX-License-Identifier: MIT
"""Rich text comes out as the article in it."""

from __future__ import annotations

import pytest

from library.packed import rtf
from library.samples import PROSE, article_from, levels, marks, texts


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


def test_a_note_and_its_place_have_one_mark() -> None:
    article = article_from(
        rtf(
            f"{PROSE}{{\\super\\chftn{{\\footnote {{\\super\\chftn}} See the bill.}}}} It held "
            "10{\\super 3} boats.{\\super 2}\\par"
        ),
        "a.rtf",
    )
    assert texts(article) == [f"{PROSE}[1] It held 10³ boats.[2]", "[1] See the bill."]


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


@pytest.mark.parametrize(
    ("written", "mark"),
    [
        ("{\\listtext\\pard\\plain 3.\\tab}", "3."),
        ("{\\pntext\\f1 b)\\tab}", "b)"),
        ("{\\listtext 2.1.\\tab}", "2.1."),
        ("{\\listtext\\f3 \\'b7\\tab}", ""),
        ("{\\listtext\\f2 o\\tab}", ""),
    ],
)
def test_rich_text_items_keep_the_number_written_for_them(written: str, mark: str) -> None:
    article = article_from(rtf(f"{written}\\pard\\ls1 a crew\\par\\pard {PROSE}\\par"), "a.rtf")

    assert marks(article) == [mark]


BOX = (
    "{{\\shp{{\\*\\shpinst{{\\sp{{\\sn x}}{{\\sv 202}}}}{{\\shptxt \\pard In the box.\\par}}}}{}}}"
)
OLD_BOX = "{\\*\\do\\dobxcolumn{\\dptxbxtext\\pard In the box.\\par}}"


@pytest.mark.parametrize(
    "box",
    [BOX.format(""), BOX.format(f"{{\\shprslt{OLD_BOX}}}"), OLD_BOX],
    ids=["Word", "with a twin for old readers", "Word 95"],
)
def test_a_text_box_is_read_once_and_apart(box: str) -> None:
    article = article_from(rtf(f"\\pard A word {box}goes on.\\par\\pard {PROSE}\\par"), "a.rtf")

    assert [text for _, _, text in levels(article)] == ["In the box.", "A word goes on.", PROSE]


def test_a_text_box_of_a_page_head_is_left_out() -> None:
    article = article_from(rtf(f"{{\\header {BOX.format('')}}}\\pard {PROSE}\\par"), "a.rtf")

    assert article.text == PROSE


def test_rich_text_tells_the_day_it_was_made() -> None:
    made = "{\\info{\\creatim\\yr2024\\mo3\\dy5\\hr10}{\\doccomm draft}}"

    article = article_from(rtf(f"{made}har\\-bour\\par"), "a.rtf")

    assert (article.date, article.text) == ("2024-03-05", "harbour")
