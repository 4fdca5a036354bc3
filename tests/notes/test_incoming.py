# SPDX-License-Identifier: MIT
"""Notes of other programs come in with their quotes."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.errors import NoteError
from diptych.notes.export.web_annotation import to_json
from diptych.notes.incoming.reading import notes_in, read_notes
from diptych.notes.incoming.settling import Shelved, settle
from diptych.notes.note import Colour, new_note
from notes.samples import TEXT, anchor, article

QUOTE = "Divers found cracks in nine of its forty piles."
HYPOTHESIS = {
    "export_date": "2024-05-02T10:00:00.000Z",
    "export_userid": "acct:reader@hypothes.is",
    "client_version": "1.1500.0",
    "annotations": [
        {
            "id": "aBcD",
            "created": "2024-05-01T10:00:00.123456+00:00",
            "updated": "2024-05-01T11:00:00.123456+00:00",
            "user": "acct:reader@hypothes.is",
            "uri": "https://tide.example/quay",
            "text": "How many?",
            "tags": ["piles", " "],
            "document": {"title": ["Quay to close for repairs"]},
            "target": [
                {
                    "source": "https://tide.example/quay",
                    "selector": [
                        {"type": "RangeSelector", "startOffset": 3},
                        {"type": "TextPositionSelector", "start": 812, "end": 859},
                        {
                            "type": "TextQuoteSelector",
                            "exact": QUOTE,
                            "prefix": "close in May. ",
                            "suffix": "\n\nThe mayor",
                        },
                    ],
                }
            ],
        },
        {
            "id": "reply",
            "uri": "https://tide.example/quay",
            "text": "Nine.",
            "references": ["aBcD"],
            "target": [{"source": "https://tide.example/quay"}],
        },
    ],
}
CALIBRE = {
    "version": 1,
    "type": "calibre_annotation_collection",
    "annotations": [
        {
            "type": "highlight",
            "uuid": "ybGnregc0FPNrUijNfIHxg",
            "highlighted_text": QUOTE,
            "notes": "How many?",
            "timestamp": "2024-05-01T10:00:00.000Z",
            "style": {"kind": "color", "type": "builtin", "which": "purple"},
            "toc_family_titles": ["Quay to close for repairs"],
        },
        {"type": "highlight", "highlighted_text": "Gone.", "removed": True},
        {"type": "bookmark", "title": "Bookmark #1"},
    ],
}
ZOTERO = f"""# Annotations  
(5/1/2024, 10:00:00 AM)

“{QUOTE}” ([Holm, 2025, p. 3](zotero://select/library/items/D7UTQYXN)) \
([pdf](zotero://open-pdf/library/items/YWBB6P29?page=3&annotation=CSNY8FI7)) How many?

Really.

"She promised a bus along the shore." (Holm, 2025, p. 4) A promise\\*.
"""  # noqa: W291


def test_hypothesis_quotes_come_in() -> None:
    (note, _) = notes_in(json.dumps(HYPOTHESIS))
    (found,) = note.anchors
    assert (note.text, note.tags, note.created.isoformat()) == (
        "How many?",
        ("piles",),
        "2024-05-01T10:00:00.123456+00:00",
    )
    assert (found.quote, found.title, found.source) == (
        QUOTE,
        "Quay to close for repairs",
        "https://tide.example/quay",
    )


def test_a_reply_is_a_note_on_the_same_passage() -> None:
    (note, reply) = notes_in(json.dumps(HYPOTHESIS))
    assert (reply.text, reply.anchors) == ("Nine.", note.anchors)


def test_the_services_own_answer_is_read_as_well() -> None:
    rows = {"total": 2, "rows": HYPOTHESIS["annotations"]}
    assert notes_in(json.dumps(rows)) == notes_in(json.dumps(HYPOTHESIS))


def test_calibre_highlights_come_in_without_the_removed() -> None:
    (note,) = notes_in("\ufeff" + json.dumps(CALIBRE))
    assert (note.text, note.anchors[0].quote, note.colour) == ("How many?", QUOTE, Colour.VIOLET)


def test_the_calibre_librarys_wrapping_is_taken_off() -> None:
    wrapped = {"book_title": "Quays", "annotation": CALIBRE["annotations"][0]}  # type: ignore[index]
    (note,) = notes_in(json.dumps({**CALIBRE, "annotations": [wrapped]}))
    assert (note.anchors[0].title, note.anchors[0].quote) == ("Quays", QUOTE)


def test_zotero_quotes_come_in_with_page_and_comment() -> None:
    first, second = notes_in(ZOTERO)
    (found,) = first.anchors
    assert (found.quote, found.authors, found.date, found.page) == (QUOTE, ("Holm",), "2025", 3)
    assert first.text == "How many?\n\nReally."
    assert (second.anchors[0].quote, second.anchors[0].page, second.text) == (
        "She promised a bus along the shore.",
        4,
        "A promise*.",
    )


@pytest.mark.parametrize("text", [json.dumps(HYPOTHESIS), json.dumps(CALIBRE), ZOTERO])
def test_the_same_file_gives_the_same_notes(text: str) -> None:
    assert notes_in(text) == notes_in(text)


def test_our_own_annotations_are_recognised() -> None:
    note = new_note("Mine.", (anchor(QUOTE),))
    assert notes_in("".join(to_json([note]))) == (note,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[1]",
        '{"annotations": [1]}',
        '{"annotations": 5}',
        "Just text.",
        "[" * 10**5,
    ],
)
def test_what_holds_no_notes_is_refused_in_words(text: str) -> None:
    with pytest.raises(NoteError):
        notes_in(text)


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["annotations", "target", "selector", "uri", "tags", "id", "type"]),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_no_json_whatever_breaks_the_reading(document: object) -> None:
    with contextlib.suppress(NoteError):
        notes_in(json.dumps(document))


@given(st.text(alphabet='a “”"()[]:/?=&\n#>2024,.pzotero-', max_size=120))
def test_no_markdown_whatever_breaks_the_reading(text: str) -> None:
    with contextlib.suppress(NoteError):
        notes_in(text)


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(NoteError, match=r"x\.json is not UTF-8"):
        read_notes(tmp_path / "x.json")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoteError, match="cannot be read"):
        read_notes(tmp_path / "gone.json")


def test_a_note_settles_where_its_article_is() -> None:
    settled = settle(notes_in(json.dumps(HYPOTHESIS)), [Shelved(article(), "/b/quay.txt")])
    (found,) = settled.notes[0].anchors
    assert (found.article_id, found.span.of(TEXT), found.path) == (
        article().id,
        QUOTE,
        "/b/quay.txt",
    )
    assert settled.homeless == ()


def test_a_note_of_an_unknown_article_is_listed() -> None:
    settled = settle(notes_in(json.dumps(CALIBRE)), [Shelved(article("Other text.", "Other"))])
    assert settled.homeless == settled.notes


def test_a_quote_in_two_articles_settles_in_neither() -> None:
    both = [Shelved(article(title="One")), Shelved(article(TEXT + "\n\nMore.", "Two"))]
    note = new_note("x", (replace(anchor(QUOTE), content_hash="", title="", source="", path=""),))
    assert settle([note], both).homeless


def test_a_reworded_quote_does_not_settle_by_itself() -> None:
    newer = article(TEXT.replace("nine of its forty", "eleven of the forty"))
    note = new_note("x", (anchor(QUOTE),))
    assert settle([note], [Shelved(newer)]).homeless


def test_another_container_of_the_same_text_takes_the_notes() -> None:
    other = article(TEXT.replace("\n\n", "\n \n").replace(" ", "\u00a0", 3), "Untitled")
    note = new_note("x", (anchor(QUOTE),))
    settled = settle([note], [Shelved(other, "/b/scan.pdf")])
    assert settled.notes[0].anchors[0].content_hash == other.content_hash
