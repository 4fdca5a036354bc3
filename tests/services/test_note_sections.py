# SPDX-License-Identifier: MIT
"""A note tells the section of its passage, in every list and in every file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from diptych.notes.anchor import anchor_for
from diptych.notes.export.entries import quotation
from diptych.notes.export.formats import text_of
from diptych.notes.export.profiles import Format
from diptych.notes.note import Note, new_note
from diptych.services.articles import open_article
from diptych.services.exporting import ExportOrder, notes_ordered, wish_for
from diptych.services.indexing import add_files
from diptych.services.note_keeping import Notebook
from diptych.services.note_sections import Sections
from diptych.services.stores import Stores
from diptych.text.article import Span
from diptych.text.sides import Side

PAPER = """# Shade

## 1 Methods

We put forty loggers into the water.

## 2 Results; a view

A single row of trees is not enough, we found.
"""
QUOTE = "A single row of trees is not enough"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.md"
    path.write_text(PAPER, encoding="utf-8")
    return path


@pytest.fixture
def note(stores: Stores, paper: Path) -> Note:
    add_files(stores, [paper])
    article, _ = open_article(stores, str(paper))
    start = article.text.index(QUOTE)
    span = Span(start, start + len(QUOTE))
    made = new_note("see", (anchor_for(article, span, side=Side.LEFT, path=str(paper)),))
    return stores.notes.add(made)


def section(stores: Stores, note: Note) -> tuple[str, ...]:
    (told,) = Sections().told(stores, [note])
    return told.anchors[0].section


def test_the_newest_notes_tell_their_sections(stores: Stores, note: Note) -> None:
    assert note.anchors[0].section == ()
    found = Notebook().newest(stores, "", limit=5)
    assert [n.anchors[0].section for n in found.notes] == [("2 Results; a view",)]


def test_a_changed_heading_is_told_as_it_is_now(stores: Stores, note: Note, paper: Path) -> None:
    newer = PAPER.replace("2 Results; a view", "3 What we found").replace("We put", "Then we put")
    paper.write_text(newer, encoding="utf-8")
    add_files(stores, [paper])
    assert section(stores, note) == ("3 What we found",)


def test_a_passage_of_an_article_nobody_has_is_under_no_heading(stores: Stores, note: Note) -> None:
    strange = replace(note.anchors[0], article_id="0" * 16)
    assert section(stores, replace(note, anchors=(strange,))) == ()


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (Format.COMMONMARK, "paragraph 2, section 2"),
        (Format.GITHUB, "paragraph 2, section 2"),
        (Format.OBSIDIAN, "paragraph 2, section 2"),
        (Format.PANDOC, ", para. 2, sec. 2]"),
        (Format.CSV, '"paragraph 2, section 2"'),
        (Format.WEB_ANNOTATION, '"diptych:section": [\n'),
    ],
)
def test_each_export_names_the_section(
    stores: Stores, note: Note, form: Format, words: str
) -> None:
    notes = notes_ordered(stores, ExportOrder("all", form))
    assert words in text_of(notes, wish_for(form, notes))


def test_a_section_without_a_number_is_named_by_its_title(stores: Stores, note: Note) -> None:
    (told,) = Sections().told(stores, [note])
    named = quotation(replace(told.anchors[0], section=("Results; a view",)))
    assert named.place == "paragraph 2, section “Results; a view”"
    assert named.locator == "para. 2, sec. “Results, a view”"


def test_an_article_that_comes_later_has_its_sections_told(stores: Stores, paper: Path) -> None:
    article, _ = open_article(stores, str(paper))
    start = article.text.index(QUOTE)
    anchor = anchor_for(article, Span(start, start + len(QUOTE)), side=Side.LEFT, path=str(paper))
    notebook = Notebook()
    stores.notes.add(new_note("see", (anchor,)))
    sections = []
    for _ in range(2):
        (note,) = notebook.newest(stores, "", limit=5).notes
        sections.append(note.anchors[0].section)
        add_files(stores, [paper])
    assert sections == [(), ("2 Results; a view",)]
