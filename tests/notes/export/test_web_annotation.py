# SPDX-License-Identifier: MIT
"""Notes leave as W3C Web Annotations and come back without loss."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.errors import NoteError
from diptych.notes.anchor import Anchor
from diptych.notes.export.web_annotation import annotation, from_json, to_json
from diptych.notes.note import Colour, Note, Stance, new_note
from diptych.text.sides import Side
from notes.samples import anchor

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
NAMES = WORDS.map(str.strip).filter(bool)
TIMES = st.datetimes(min_value=datetime(1000, 1, 1), timezones=st.just(UTC))
ANCHORS = st.builds(
    Anchor,
    WORDS,
    WORDS,
    st.sampled_from(Side),
    WORDS,
    prefix=WORDS,
    suffix=WORDS,
    start=st.integers(0, 10),
    end=st.integers(10, 10**6),
    title=WORDS,
    authors=st.lists(WORDS, max_size=3).map(tuple),
    source=WORDS,
    date=WORDS,
    path=WORDS,
    page=st.integers(0, 9),
    paragraph=st.integers(0, 9),
    times=st.integers(0, 9),
)
NOTES = st.builds(
    Note,
    st.uuids().map(str),
    WORDS,
    st.lists(ANCHORS, max_size=3).map(tuple),
    st.sampled_from(Stance),
    st.lists(NAMES, unique=True, max_size=3).map(tuple),
    st.sampled_from(Colour),
    TIMES,
    TIMES,
    st.none() | TIMES,
    st.just("") | st.uuids().map(str),
)


@given(st.lists(NOTES, max_size=3).map(tuple))
@settings(max_examples=60, deadline=None)
def test_any_notes_come_back_equal(notes: tuple[Note, ...]) -> None:
    assert from_json("".join(to_json(notes))) == notes


def test_the_standard_names_are_used() -> None:
    written = "".join(to_json([new_note("Hm.", (anchor("The old quay"),), tags=("piles",))]))
    (item,) = json.loads(written)["items"]
    quote, position = item["target"][0]["selector"]
    assert (item["type"], item["body"][0]["value"], item["body"][1]["purpose"]) == (
        "Annotation",
        "Hm.",
        "tagging",
    )
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", "The old quay")
    assert (position["type"], position["start"]) == ("TextPositionSelector", 27)


def test_annotations_of_other_programs_are_read() -> None:
    foreign = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/anno/1",
        "type": "Annotation",
        "unknown": {"x": [1]},
        "bodyValue": "Seen elsewhere.",
        "target": {
            "source": "http://example.org/page",
            "selector": {"type": "TextQuoteSelector", "exact": "words", "prefix": "some "},
        },
    }
    (note,) = from_json(json.dumps([foreign]))
    (found,) = note.anchors
    assert (note.text, found.quote, found.source) == (
        "Seen elsewhere.",
        "words",
        "http://example.org/page",
    )


def test_the_same_foreign_annotation_always_gets_the_same_id() -> None:
    foreign = json.dumps({"id": "x:1", "type": "Annotation", "body": "a", "target": "x:y"})
    assert from_json(foreign)[0].id == from_json(foreign)[0].id


def of_others(**members: object) -> Note:
    target = {"source": "https://paper.example/quay"}
    (found,) = from_json(
        json.dumps({"type": "Annotation", "id": "urn:x:1", "target": target} | members)
    )
    return found


@pytest.mark.parametrize(
    "target",
    [
        {"selector": {"type": "FragmentSelector", "refinedBy": {"type": "TextQuoteSelector"}}},
        {"selector": [{"type": ["TextQuoteSelector"]}]},
        {"type": "Choice", "items": [{"selector": {"type": "TextQuoteSelector"}}]},
    ],
    ids=["refined", "types", "choice"],
)
def test_the_words_are_found_however_they_are_chosen(target: dict[str, object]) -> None:
    written = json.dumps(target).replace(
        'TextQuoteSelector"', 'TextQuoteSelector", "exact": "Nine"'
    )
    written = written.replace(
        '["TextQuoteSelector", "exact": "Nine"]', '["TextQuoteSelector"], "exact": "Nine"'
    )
    assert [a.quote for a in of_others(target=json.loads(written)).anchors] == ["Nine"]


def test_annotations_in_a_graph_come_in() -> None:
    one = {"type": "Annotation", "id": "urn:x:1", "body": "Mine.", "target": "https://a.example"}
    assert [note.text for note in from_json(json.dumps({"@graph": [one]}))] == ["Mine."]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Bread &amp; <b>salt</b></p><p>and <i>more</i></p>", "Bread & **salt**\n\nand *more*"),
        ("a<br>b<ul><li>one<li>two</ul>", "a\nb\n\n- one\n- two"),
        ("see <a href='https://a.example/x y'>there</a>", "see [there](<https://a.example/x y>)"),
        ("<style>p {}</style><script>x()</script>said", "said"),
        ("<![if !IE]>a<![endif]>b <![x", "ab"),
        ("</b></a></script>1 < 2 <b>x", "1 < 2 **x**"),
    ],
)
def test_a_body_in_html_is_a_note_in_markdown(html: str, text: str) -> None:
    body = {"type": "TextualBody", "format": "text/html", "value": html}
    assert of_others(body=body).text == text


def test_a_short_name_is_good_for_one_passage_alone() -> None:
    def id_of(target: str, words: str) -> str:
        foreign = {"type": "Annotation", "id": "1", "target": target, "bodyValue": words}
        return from_json(json.dumps(foreign))[0].id

    assert id_of("https://one.example/", "Now") == id_of("https://one.example/", "Later")
    assert id_of("https://one.example/", "Now") != id_of("https://other.example/", "Now")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "{}", '{"type": "Book"}', "[" * 100_000, '"x"', "\0", "1e999"]
)
def test_what_holds_no_annotations_is_refused_in_words(text: str) -> None:
    with pytest.raises(NoteError):
        from_json(text)


@pytest.mark.parametrize(
    "members",
    [
        {"target": 5, "body": 5},
        {"target": [None, [], {"selector": [1, "x", {"type": "TextPositionSelector"}]}]},
        {"target": {"selector": {"type": "TextPositionSelector", "start": -4, "end": "x"}}},
        {"created": "yesterday", "modified": 7, "diptych:stance": ["x"]},
        {"body": {"value": {"@value": "x"}}, "diptych:colour": "\ud800"},
        {"id": 5, "diptych:deleted": True},
        {"created": "0001-01-01T00:00:00+14:00"},
    ],
)
def test_senseless_members_are_passed_over(members: dict[str, object]) -> None:
    assert len(from_json(json.dumps({"type": "Annotation", **members}))) == 1


def test_an_article_that_is_not_here_goes_by_its_address() -> None:
    known = anchor("The old quay")
    away = replace(known, content_hash="", article_id="", source="https://tide.example/quay")
    (target,) = cast("list[dict[str, Any]]", annotation(new_note("x", (away,)))["target"])
    assert target["source"]["id"] == "https://tide.example/quay"


def test_selectors_that_say_nothing_are_left_out() -> None:
    whole = replace(anchor("The old quay"), quote="", prefix="", suffix="", start=0, end=0)
    note = new_note("x", (whole,))
    (target,) = cast("list[dict[str, Any]]", annotation(note)["target"])
    assert "selector" not in target
    assert from_json("".join(to_json([note]))) == (note,)
