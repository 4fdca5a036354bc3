# SPDX-License-Identifier: MIT
"""Notes and reports as Word documents, read back by our own reader and by python-docx."""

from __future__ import annotations

import io

import docx

from diptych.notes.export.escape import xml_text
from diptych.notes.export.note_text import note_html
from diptych.notes.export.notes_page import notes_page
from diptych.notes.export.report import ArticleHead, Both, Report, Said, report_html
from diptych.notes.export.word import word_document
from diptych.notes.note import new_note


def read(html: str) -> docx.document.Document:
    return docx.Document(io.BytesIO(word_document(html)))


def test_headings_lists_and_emphasis_are_styles_of_word() -> None:
    made = read("<h2>One</h2><p>A <b>bold</b> <em>word</em>.</p><ul><li>first</li></ul>")
    told = [(p.style.name, p.text) for p in made.paragraphs]
    assert told == [("Heading 2", "One"), ("Normal", "A bold word."), ("List Bullet", "first")]
    runs = made.paragraphs[1].runs
    assert [run.text.strip() for run in runs if run.bold] == ["bold"]
    assert [run.text.strip() for run in runs if run.italic] == ["word"]


def told_of(text: str) -> list[tuple[str, str]]:
    made = read(f"<body>{note_html(text)}</body>")
    return [(p.style.name, p.text) for p in made.paragraphs]


def test_lists_in_lists_and_what_belongs_to_an_item_stay_apart() -> None:
    assert told_of("- one\n  - two\n    1. three\n- four\n\n  more\n\n  > said\n\nEnd") == [
        ("List Bullet", "one"),
        ("List Bullet 2", "two"),
        ("List Number 3", "three"),
        ("List Bullet", "four"),
        ("List Continue", "more"),
        ("Quote", "said"),
        ("Normal", "End"),
    ]


def test_a_quotation_in_a_note_is_one_in_word() -> None:
    assert told_of("> one\n>\n> two\n\nmine") == [
        ("Quote", "one"),
        ("Quote", "two"),
        ("Normal", "mine"),
    ]


def test_every_numbered_list_begins_where_its_writer_did() -> None:
    made = read(f"<body>{note_html('1. a' + chr(10) + '2. b')}<p>x</p>{note_html('4. c')}</body>")
    ids = [p._p.pPr.numPr.numId.val for p in made.paragraphs if p.style.name == "List Number"]
    numbering = made.part.numbering_part.element
    firsts = [numbering.num_having_numId(i).lvlOverride_lst[0].startOverride.val for i in ids]
    assert ids[0] == ids[1] != ids[2]
    assert firsts == [1, 1, 4]


def test_no_word_of_a_footnote_is_left_out() -> None:
    assert told_of("So it is [^1].\n\n[^1]: Said Holm.\n\nsee [2]\n\n[2]: https://a.example") == [
        ("Normal", "So it is [^1]."),
        ("Normal", "[^1]: Said Holm."),
        ("Normal", "see 2"),
    ]


def test_a_report_sets_both_sides_beside_one_another() -> None:
    both = Both("same-claim", Said("The boat stays.", "paragraph 1"), Said("It goes on."))
    made = read(
        "".join(report_html(Report(ArticleHead("One"), ArticleHead("Two"), both_say=(both,))))
    )
    cells = [cell.text for row in made.tables[1].rows for cell in row.cells]
    assert "The boat stays." in cells[0] and "It goes on." in cells[1]
    assert any(p.text == "Both say (1)" for p in made.paragraphs)


def test_notes_keep_their_words_and_what_no_file_may_hold_is_left_out() -> None:
    note = new_note("Really **so**? <b>&amp;\x0b</b>", tags=("port",))
    words = "\n".join(p.text for p in read("".join(notes_page([note], {}))).paragraphs)
    assert "Really so?" in words and "tags: port" in words


def test_words_without_a_space_between_them_stay_together() -> None:
    assert [p.text for p in read("<p>night<b>boat</b>, <i>late</i>\n again</p>").paragraphs] == [
        "nightboat, late again"
    ]


def test_what_no_xml_may_hold_is_left_out() -> None:
    assert xml_text("a\ud800b\x00c\ufffe\td") == "abc\td"
