# SPDX-License-Identifier: MIT
"""Notes of other programs come in with their quotes."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.errors import NoteError
from diptych.notes.export.web_annotation import to_json
from diptych.notes.incoming.reading import notes_in, read_notes
from diptych.notes.incoming.settling import Shelved, settle
from diptych.notes.note import Colour, new_note
from diptych.notes.store import NoteStore
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


def test_two_marks_on_the_same_words_are_two_notes() -> None:
    rows = [{"highlighted_text": QUOTE, "notes": words} for words in ("One.", "Another.")]
    first, second = notes_in(json.dumps({**CALIBRE, "annotations": rows}))
    assert (first.text, second.text, first.id == second.id) == ("One.", "Another.", False)


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


# Zotero 7 puts the link to the place first and has more in it

ITEM = "zotero://select/library/items/AAAA1111"


def place(key: str, program: str = "open-pdf") -> str:
    return f"zotero://{program}/library/items/BBBB2222?page=1&annotation={key}"


ZOTERO_7 = f"""# Annotations  
(3/5/2024, 7:10:00 PM)

[Go to annotation]({place("K1")}) “{QUOTE}” ([Holm, 2025, p. 3]({ITEM})) How many?

([Holm, 2025, p. 4]({ITEM})) On the page as a whole.

[Перейти]({place("K2", "open")}) «She promised a bus» ([Holm & Winter, 2025, S. xii]({ITEM}))

[Go to annotation]({place("K3")})  
([Holm, 2025, p. 5]({ITEM}))

<mark style="background: #ffd400">“Fishermen doubt the date.”</mark> \
([Holm, 2025]({ITEM})) ([pdf]({place("K4")}))
"""  # noqa: W291


def test_zotero_7_quotes_come_in() -> None:
    found = [(note.anchors[0].quote, note.text) for note in notes_in(ZOTERO_7)]
    assert found == [
        (QUOTE, "How many?"),
        ("", "On the page as a whole."),
        ("She promised a bus", ""),
        ("Fishermen doubt the date.", ""),
    ]


@pytest.mark.parametrize(
    ("cited", "who", "year", "page"),
    [
        ("Opitz, 2022, p. xii", "Opitz", "2022", 0),
        ("Opitz, 2022, pp. 12–14", "Opitz", "2022", 12),
        ("Opitz et al., 2020a, S. 7", "Opitz et al.", "2020", 7),
        ("Опиц и др., 2022, с. 5", "Опиц и др.", "2022", 5),
        ("Opitz, n.d., p. 3", "Opitz", "", 3),
        ("Opitz, in press", "Opitz", "", 0),
        ("Opitz, 2022, p. 3, 5", "Opitz", "2022", 3),
        ("王, 2022, 第 3 页", "王", "2022", 0),
    ],
)
def test_a_zotero_citation_is_taken_apart(cited: str, who: str, year: str, page: int) -> None:
    (note,) = notes_in(f"“Nine piles.” ([{cited}]({ITEM})) ([pdf]({place('K9')}))")
    (found,) = note.anchors
    assert (found.authors, found.date, found.page) == ((who,), year, page)


@pytest.mark.parametrize(
    ("cited", "title", "page"),
    [
        ("“Closed, for now”, 2021, p. e12", "Closed, for now", 0),
        ("“Closed for now,” 2021, p. 4", "Closed for now", 4),
    ],
)
def test_a_work_without_an_author_is_cited_by_its_title(cited: str, title: str, page: int) -> None:
    (note,) = notes_in(f"“Nine piles.” ([{cited}]({ITEM})) ([pdf]({place('K9')}))")
    (found,) = note.anchors
    assert (found.authors, found.title, found.date, found.page) == ((), title, "2021", page)


def test_a_citation_that_stands_twice_is_no_fault() -> None:
    cited = f"([Holm, 2024, p. 1]({ITEM}))"
    (note,) = notes_in(f"“Nine piles.” {cited} Many. {cited}")
    assert note.anchors[0].quote == "Nine piles."


@pytest.mark.parametrize("sign", ["(", ")", " ", "\u00a0", "( ", "“", "[", "1", "a, "])
def test_a_long_run_of_one_sign_is_read_in_no_time(sign: str) -> None:
    quote = f"“A wall {sign * 60_000} of stones”"
    began = time.thread_time()

    (note,) = notes_in(f"{quote} ([Holm, 2024, p. 1]({ITEM})) said\n")

    assert note.text == "said" and note.anchors[0].quote.startswith("A wall")
    assert time.thread_time() - began < 3  # of computing; the square of it is half a minute


def test_a_quote_that_is_itself_the_link_to_its_place_comes_in() -> None:
    (note,) = notes_in(f"[“Nine piles.”]({place('K9')}) ([Holm, 2024, p. 1]({ITEM})) Many.")
    assert (note.anchors[0].quote, note.text) == ("Nine piles.", "Many.")


@pytest.mark.parametrize("is_linked", [True, False])
def test_what_zotfile_took_from_a_pdf_comes_in(is_linked: bool) -> None:
    link = "[{}](zotero://open-pdf/library/items/ABCD2345?page=1)" if is_linked else "{}"
    notes = notes_in(
        "Extracted Annotations (05/12/2020, 14:57:14)\n\n"
        f'"The word "quay" is old." ({link.format("Holm et al 2017b:80")})\n\n'
        f"*A thought of mine* ({link.format('note on p.81')})\n\n"
        f'"Nine piles." ({link.format("Holm 2017:82-83")})\n'
    )
    found = [(n.anchors[0].quote, n.anchors[0].date, n.anchors[0].page, n.text) for n in notes]
    quotes = [('The word "quay" is old.', "2017", 80), ("Nine piles.", "2017", 82)]
    if is_linked:
        assert found == [(*quotes[0], ""), ("", "", 81, "*A thought of mine*"), (*quotes[1], "")]
    else:
        # Nothing but its brackets tells such a note from a comment on what stands before.
        assert found == [(*quotes[0], "*A thought of mine* (note on p.81)"), (*quotes[1], "")]
    assert {n.anchors[0].authors for n in notes if n.anchors[0].quote} <= {
        ("Holm et al",),
        ("Holm",),
    }


@pytest.mark.parametrize("cited", ["p. 12", "S. 12", "12"])
def test_a_link_that_says_a_page_alone_is_the_page(cited: str) -> None:
    (note,) = notes_in(f"“Nine piles.” ([{cited}]({place('K9')})) Many.")
    (anchor,) = note.anchors
    assert (anchor.quote, anchor.page, anchor.authors, note.text) == (
        "Nine piles.",
        12,
        (),
        "Many.",
    )


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("(07/06/2022, 08:41:08)", "2022-06-07"),
        ("(7/6/2022, 8:41:08 am)", "2022-06-07"),
        ("(6/7/2022, 8:41:08 AM)", "2022-06-07"),
        ("(23/06/2022, 08:41:08)", "2022-06-23"),
        ("(23.6.2022, 08:41:08)", "2022-06-23"),
        ("(2022. 6. 23. 오전 8:41:08)", "2022-06-23"),
        ("(2022/6/23 8:41:08)", "2022-06-23"),
        ("(43/43/2022)", "1970-01-01"),
        ("", "1970-01-01"),
    ],
)
def test_a_heading_is_dated_as_its_language_does(heading: str, day: str) -> None:
    (note,) = notes_in(f"# Annotations  \n{heading}\n\n“Nine piles.” ([Holm, 2022]({ITEM}))")
    assert note.modified.astimezone().date().isoformat() == day


# Seen before

UNDATED = f"“{QUOTE}” ([Holm, 2025]({ITEM})) ([pdf]({place('K1')})) my comment"
DATED = f"# Annotations  \n(5/1/2024, 10:00:00 AM)\n\n{UNDATED}"


@pytest.mark.parametrize("text", [UNDATED, DATED, json.dumps(CALIBRE), json.dumps(HYPOTHESIS)])
def test_an_import_seen_before_leaves_the_edited_note(store: NoteStore, text: str) -> None:
    first = store.merge(notes_in(text)).added[0]
    edited = store.update(replace(first, text="my comment, much longer now"))
    again = store.merge(notes_in(text))
    assert (again.added, again.updated, again.conflicts) == ((), (), ())
    assert store.note(first.id) == edited


@pytest.mark.parametrize("gone", [NoteStore.delete, NoteStore.purge])
def test_an_import_seen_before_revives_nothing(
    store: NoteStore, gone: Callable[[NoteStore, str], object]
) -> None:
    (note,) = store.merge(notes_in(UNDATED)).added
    gone(store, note.id)
    again = store.merge(notes_in(UNDATED))
    assert (len(again.unchanged), store.notes()) == (1, ())


@pytest.mark.parametrize("text", [UNDATED, DATED])
def test_a_newer_version_takes_the_place_of_one_nobody_touched(store: NoteStore, text: str) -> None:
    store.merge(notes_in(text))
    newer = text.replace("my comment", "changed in Zotero").replace("5/1/2024", "6/1/2024")
    done = store.merge(notes_in(newer))
    assert [note.text for note in store.notes()] == ["changed in Zotero"]
    assert done.conflicts == ()


def test_a_newer_version_leaves_the_deleted_one_deleted(store: NoteStore) -> None:
    (note,) = store.merge(notes_in(DATED)).added
    store.delete(note.id)
    newer = DATED.replace("my comment", "changed in Zotero").replace("5/1/2024", "6/1/2099")
    store.merge(notes_in(newer))
    assert [note.text for note in store.notes()] == ["changed in Zotero"]


def test_an_undated_version_never_replaces_the_readers_words(store: NoteStore) -> None:
    (note,) = store.merge(notes_in(UNDATED)).added
    store.update(replace(note, text="mine"))
    done = store.merge(notes_in(UNDATED.replace("my comment", "changed in Zotero")))
    assert store.note(note.id).text == "mine"
    assert [copy.text for copy in done.conflicts] == ["changed in Zotero"]


def test_a_note_from_the_future_can_be_edited_and_deleted(store: NoteStore) -> None:
    far = datetime.max.replace(tzinfo=UTC)
    (note,) = store.merge([replace(new_note("x"), created=far, modified=far)]).added
    changed = store.update(replace(note, text="y"))
    assert (store.note(note.id).text, store.delete(note.id).modified > changed.modified) == (
        "y",
        True,
    )


# calibre's viewer, Hypothesis among several readers

VIEWER = {
    "version": 1,
    "type": "calibre_highlights",
    "highlights": [{**CALIBRE["annotations"][0], "spine_index": 7}],  # type: ignore[index]
}


def test_the_calibre_viewers_export_comes_in() -> None:
    assert notes_in(json.dumps(VIEWER)) == notes_in(json.dumps(CALIBRE))


def test_the_words_of_others_say_whose_they_are() -> None:
    mine, reply = HYPOTHESIS["annotations"]
    other = {**reply, "user": "acct:ida@hypothes.is", "user_info": {"display_name": "Ida Holm"}}  # type: ignore[dict-item]
    found = notes_in(json.dumps({**HYPOTHESIS, "annotations": [mine, other]}))
    assert [note.text for note in found] == ["How many?", "Nine.\n\n— Ida Holm"]


def test_a_quote_that_is_null_is_no_place() -> None:
    target = {
        "source": "https://a.example",
        "selector": [{"type": "TextQuoteSelector", "exact": None}],
    }
    row = {"id": "n", "uri": "https://a.example", "text": "x", "target": [target]}
    (note,) = notes_in(json.dumps({"annotations": [row]}))
    assert (note.anchors, note.text) == ((), "x\n\n<https://a.example>")


@pytest.mark.parametrize("picture", ["[image]", "![image](attachments/KEY.png)", ""])
def test_a_mark_on_a_picture_has_no_quotation(picture: str) -> None:
    cited = "([Opitz, 2022, p. 12](zotero://select/library/items/AAAA1111))"
    place = "[Go to annotation](zotero://open-pdf/library/items/BBBB2222?page=12)"
    with_words, *none = notes_in(f"# Notes\n\n{place} {picture} {cited} the chart\n")

    assert not none
    assert with_words.text == "the chart"
    assert with_words.anchors[0].quote == ""
    assert with_words.anchors[0].page == 12


LINKED = (
    "“A quay” ([Holm, 2024, p. 2](zotero://select/library/items/W)) "
    "([pdf](zotero://open-pdf/library/items/A?annotation=K1)) "
)


@pytest.mark.parametrize("before", [LINKED, "“A quay” (Holm, 2024, p. 2) "])
@pytest.mark.parametrize(
    "comment",
    [
        "**bold**, *leaning* and `code` with [a link](https://x.org/a_(b))",
        "one\n\n- two\n  - three\n\n1. four",
        "one\n\n```js\na = [1](2)\n\nb\n```\n\n> five",
        "one\n\n    indented\n\nlast",
    ],
)
def test_a_zotero_comment_comes_in_as_it_is_written(before: str, comment: str) -> None:
    (note,) = notes_in(f"# Annotations\n\n{before}{comment}\n")

    assert (note.text, note.anchors[0].quote) == (comment, "A quay")


@pytest.mark.parametrize(
    "cited",
    ["Holm, 2024, pp. 3–4", "Holm, n.d., p. xii", "Holm, in press", "Holm, 2024 (see Berg, 2023)"],
)
def test_a_citation_without_a_link_begins_a_note_of_its_own(cited: str) -> None:
    notes = notes_in(f"“A quay” (Berg, 2023) one\n\n“A boat” ({cited}) two\n")

    assert [(n.anchors[0].quote, n.text) for n in notes] == [("A quay", "one"), ("A boat", "two")]


@pytest.mark.parametrize(
    "text", ["", "Quay (A. Holm)\n- Your Highlight on page 12\n", "# Own page"]
)
def test_a_page_without_notes_is_told_what_is_read(text: str) -> None:
    with pytest.raises(NoteError, match="Hypothesis and calibre, and Zotero"):
        notes_in(text)
