# SPDX-License-Identifier: MIT
"""OpenDocument texts come out as the article in them."""

from __future__ import annotations

import pytest

from library.packed import odt
from library.samples import PROSE, article_from, code_of, levels, marks, texts


def test_raised_signs_are_marks_of_notes_or_powers() -> None:
    style = (
        '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/>'
        "</style:style>"
    )
    raised = '<text:span text:style-name="T1">{}</text:span>'
    body = f"<text:p>{PROSE} It held 10{raised.format(3)} boats.{raised.format(2)}</text:p>"
    article = article_from(odt(body, styles=style), "a.odt")
    assert texts(article) == [f"{PROSE} It held 10³ boats.[2]"]


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
        ("paragraph", 0, f"{PROSE}[1]"), ("note", 0, "[1] A note"), ("list-item", 1, "one"),
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


LIST_STYLE = (
    "<text:list-style style:name='L1'>"
    "<text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>"
    "<text:list-level-style-number text:level='2' style:num-format='a' style:num-suffix=')'"
    " text:display-levels='2' text:start-value='2'/></text:list-style>"
)


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ("<text:list text:style-name='L1'>{0}{0}</text:list>", ["1.", "2."]),
        ("<text:list text:style-name='Other'>{0}</text:list>", [""]),
        (
            (
                "<text:list text:style-name='L1'>{0}</text:list>"
                "<text:list text:style-name='L1' text:continue-numbering='true'>{0}</text:list>"
                "<text:list text:style-name='L1'>{0}</text:list>"
            ),
            ["1.", "2.", "1."],
        ),
        (
            (
                "<text:list text:style-name='L1'><text:list-item text:start-value='4'><text:p>one"
                "</text:p><text:list>{0}{0}</text:list></text:list-item></text:list>"
            ),
            ["4.", "4.b)", "4.c)"],
        ),
    ],
)
def test_opendocument_lists_count_as_their_style_says(body: str, numbers: list[str]) -> None:
    item = "<text:list-item><text:p>of the list</text:p></text:list-item>"

    assert marks(article_from(odt(body.format(item), styles=LIST_STYLE), "a.odt")) == numbers


HIDDEN_STYLES = (
    '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="T2" style:parent-style-name="T1"/>'
)


@pytest.mark.parametrize(
    "hidden",
    [
        '<text:p text:style-name="T2">Nobody sees it.</text:p>',
        '<text:p><text:hidden-paragraph text:is-hidden="true"/>Nobody sees it.</text:p>',
        (
            '<text:section text:display="condition" text:is-hidden="true">'
            "<text:p>Nobody sees it.</text:p></text:section>"
        ),
    ],
    ids=["inherited style", "field", "condition"],
)
def test_opendocument_leaves_out_what_is_hidden(hidden: str) -> None:
    article = article_from(odt(f"<text:p>{PROSE}</text:p>{hidden}", styles=HIDDEN_STYLES), "a.odt")

    assert texts(article) == [PROSE]
