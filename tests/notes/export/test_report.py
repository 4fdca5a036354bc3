# SPDX-License-Identifier: MIT
"""A comparison report tells both sides, as Markdown and as a page."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

import docx
import pytest
from lxml import html
from markdown_it import MarkdownIt

from diptych.notes.export.report import (
    MEANINGS,
    ArticleHead,
    Both,
    Report,
    Said,
    report_html,
    report_markdown,
)
from diptych.notes.export.word import word_document
from diptych.notes.note import new_note
from notes.export.test_markdown import BREAKOUTS, HOSTILE, read_quotes
from notes.samples import anchor


def report(words: str = "Nine piles.", text: str = "Mine.") -> Report:
    sides = Said(words, "paragraph 1"), Said("Ten piles.")
    both = Both("same-claim", *sides, (("nine", "ten"),), "strong (87 %)")
    return Report(
        left=ArticleHead("Quay to close", ("Ida Holm",), "The Tide", "2025"),
        right=ArticleHead(words),
        both_say=(both,),
        differ=(both,),
        only_left=(Said(words),),
        only_right=(Said("Alone.", "page 2"),),
        notes=(new_note(text, (anchor("The old quay"),)),),
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_quotes_survive_in_markdown(words: str) -> None:
    written = "".join(report_markdown(report(words)))
    quotes = read_quotes(written, MarkdownIt("commonmark"))
    assert quotes == [words, "Ten piles.", words, "Ten piles.", words, "Alone.", "The old quay"]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_quotes_survive_on_a_page(words: str) -> None:
    page = html.document_fromstring("".join(report_html(report(words))))
    first = page.find(".//blockquote")
    assert first is not None and first.text_content() == words


@pytest.mark.parametrize("text", [*HOSTILE, *BREAKOUTS, "![x](http://x.example/a.png)"])
def test_a_page_fetches_and_runs_nothing(text: str) -> None:
    page = html.document_fromstring("".join(report_html(report(text, text))))
    names = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert not names & {"script", "img", "link", "iframe", "b", "i", "div2"}


def test_every_part_is_there() -> None:
    written = "".join(report_markdown(report()))
    for heading in ("Both say (1)", "Differ (1)", "Only left (1)", "Only right (1)", "Notes (1)"):
        assert f"## {heading}" in written
    assert "Figures that differ: nine / ten" in written


def test_an_empty_comparison_is_a_report_all_the_same() -> None:
    empty = Report(ArticleHead("A"), ArticleHead("B"))
    assert "No notes on this pair." in "".join(report_markdown(empty))
    assert "No notes on this pair." in "".join(report_html(empty))


def words_of_page(page: str) -> list[str]:
    return [" ".join(p.text_content().split()) for p in html.document_fromstring(page).iter()]


def words_of_word(page: str) -> list[str]:
    return [p.text for p in docx.Document(io.BytesIO(word_document(page))).paragraphs]


def test_every_form_tells_how_strong_a_match_is_and_what_the_kinds_mean() -> None:
    page = "".join(report_html(report()))
    for lines in (words_of_page(page), words_of_word(page)):
        assert "Same claim, strong (87 %)" in lines
        assert "Same claim " + MEANINGS["same-claim"] in lines
        assert report().about_strength in lines
    written = "".join(report_markdown(report()))
    assert "### Same claim, strong (87 %)" in written
    assert f"- **Same claim**: {MEANINGS['same-claim']}" in written


def test_the_three_kinds_are_always_explained_and_others_where_they_occur() -> None:
    named = [meaning.name for meaning in report().key]
    assert named == ["Same words", "Same claim", "Same facts"]
    denied = Both("denies", Said("Yes."), Said("No."))
    assert (
        Report(ArticleHead("A"), ArticleHead("B"), differ=(denied,)).key[-1].words
        == MEANINGS["denies"]
    )


def test_every_kind_has_a_tint_of_its_own_on_the_page() -> None:
    page = "".join(report_html(report()))
    assert not [kind for kind in MEANINGS if not re.search(rf"^\.{kind} .*background", page, re.M)]


@pytest.mark.parametrize("written", [report_html, report_markdown])
def test_the_name_of_a_section_keeps_its_capitals(
    written: Callable[[Report], Iterator[str]],
) -> None:
    told = ArticleHead("One")
    only = (Said("Alone.", "paragraph 3, section “The Lease of 1998”"),)
    assert "Paragraph 3, section “The Lease of 1998”" in "".join(
        written(Report(told, told, only_left=only))
    )
