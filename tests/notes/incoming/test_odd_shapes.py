# SPDX-License-Identifier: MIT
"""Notes in shapes that no program ought to write come in whole, with their quotes."""

from __future__ import annotations

import json

import pytest

from diptych.notes.incoming.reading import notes_in
from diptych.notes.store import NoteStore

QUOTE = "Nine piles were cracked by the ice."
PAGE = "https://tide.example/quay"
WORDS = {"type": "TextQuoteSelector", "exact": QUOTE}
SAID = [(QUOTE, "say")]


def standard(**members: object) -> dict[str, object]:
    target = {"source": PAGE, "selector": WORDS}
    return {"type": "Annotation", "id": "urn:a:1", "bodyValue": "say", "target": target, **members}


def at(**place: object) -> dict[str, object]:
    target = {"source": PAGE, "selector": [WORDS, {"type": "TextPositionSelector", **place}]}
    return standard(target=target)


def chosen(selector: object) -> dict[str, object]:
    return standard(target={"source": PAGE, "selector": selector})


def hypothesis(*rows: dict[str, object]) -> dict[str, object]:
    target = [{"source": PAGE, "selector": [WORDS]}]
    usual = {"id": "h1", "uri": PAGE, "text": "say", "target": target}
    return {"annotations": [{**usual, **row} for row in rows]}


def calibre(*rows: dict[str, object]) -> dict[str, object]:
    usual = {"type": "highlight", "uuid": "u", "highlighted_text": QUOTE, "notes": "say"}
    return {
        "type": "calibre_annotation_collection",
        "annotations": [{**usual, **row} for row in rows],
    }


def refined(depth: int) -> dict[str, object]:
    chapter = {"type": "FragmentSelector", "value": "x"}
    return {**chapter, "refinedBy": refined(depth - 1)} if depth else {**WORDS}


def older(prefix: str) -> dict[str, object]:
    selector = {"@type": f"{prefix}TextQuoteSelector", "exact": QUOTE}
    target = {"source": {"@id": PAGE}, "selector": selector}
    kinds = ["x", f"{prefix}Annotation"]
    return {"@type": kinds, "@id": "urn:a:1", "bodyValue": "say", "target": target}


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (at(start=3.0, end=38.0), SAID),
        (at(start="3", end="38"), SAID),
        (at(start=38, end=3), SAID),
        (at(start=True, end=True), SAID),
        (at(start=float("nan"), end=float("inf")), SAID),
        (chosen(refined(300)), SAID),
        (chosen([None, "s", 5, WORDS]), SAID),
        (chosen({**WORDS, "exact": {"@value": QUOTE}}), SAID),
        (older(""), SAID),
        (older("oa:"), SAID),
        (older("http://www.w3.org/ns/oa#"), SAID),
        (standard(body=["say", {"value": "more"}, None, 5]), [(QUOTE, "say\n\nmore")]),
        ([standard(id=None, bodyValue=word) for word in "ab"], [(QUOTE, "a"), (QUOTE, "b")]),
        ({"type": "AnnotationPage", "items": [f"{PAGE}/1", standard()]}, SAID),
        ({"type": "AnnotationCollection", "first": PAGE, "items": [standard()]}, SAID),
        (standard(bodyValue="sa\ud800y"), [(QUOTE, "sa\ufffdy")]),
        (standard(created=1714557600000), SAID),
        (standard(created="9999-12-31T23:59:59-12:00"), SAID),
        (hypothesis({"target": {"source": PAGE, "selector": WORDS}}), SAID),
        (hypothesis({"document": {"title": "A"}, "tags": None}), SAID),
        (hypothesis({"tags": ["a", 5, None, {"x": 1}, "a", "b\nc"]}), SAID),
        (hypothesis({"target": [{"source": PAGE}], "references": ["gone"]}), [("", "say")]),
        (
            hypothesis({"id": "r", "text": "re", "target": [], "references": ["h1"]}, {}),
            [(QUOTE, "re"), *SAID],
        ),
        (hypothesis({"text": None}), [(QUOTE, "")]),
        (calibre(dict.fromkeys(("uuid", "style", "toc_family_titles", "authors"))), SAID),
        (calibre({"timestamp": 1714557600}), SAID),
        (
            {"type": "calibre_highlights", "highlights": calibre({})["annotations"][0]},  # type: ignore[index]
            SAID,
        ),
        (calibre({"removed": True}), []),
    ],
)
def test_a_note_in_an_odd_shape_is_whole(document: object, said: list[tuple[str, str]]) -> None:
    found = [(note.anchors[0].quote, note.text) for note in notes_in(json.dumps(document))]

    assert found == said


@pytest.mark.parametrize(
    "text",
    [
        "- “{}” (Holm, 2025, p. 3) say\n",
        "> “{}” (Holm, 2025, p. 3) say\n",
        "“{}”\u00a0(Holm,\u00a02025, p.\u00a03) say\n",
        "“{}”\n(Holm, 2025, p. 3)\nsay\n",
        "# Annotations\r\n\r\n“{}” (Holm, 2025, p. 3) say\r\n",
    ],
)
def test_a_quotation_in_markdown_of_an_odd_shape_is_whole(text: str) -> None:
    (note,) = notes_in(text.format(QUOTE))

    assert (note.anchors[0].quote, note.text, note.anchors[0].page) == (QUOTE, "say", 3)


@pytest.mark.parametrize(
    ("document", "texts"),
    [
        ([standard(), standard(bodyValue="other")], ["other", "say"]),
        ([standard(), standard()], ["say"]),
        (hypothesis({}, {"text": "other"}), ["other", "say"]),
        (hypothesis({}, {}), ["say"]),
        (hypothesis({"updated": "2024-01-01"}, {"text": "x", "updated": "2025-01-01"}), ["x"]),
        (calibre({}, {"highlighted_text": "Another one."}), ["say", "say"]),
        (calibre({}, {}), ["say"]),
    ],
)
def test_notes_of_one_name_that_say_something_else_are_all_kept(
    store: NoteStore, document: object, texts: list[str]
) -> None:
    for _ in range(2):
        store.merge(notes_in(json.dumps(document)))

    assert sorted(note.text for note in store.notes()) == texts
