# SPDX-License-Identifier: MIT
"""Who in the library tells a claim: when, in the same words, otherwise, or not so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from diptych.compare.companions import Shelf, Telling
from diptych.compare.values import Saying
from diptych.errors import LibraryError
from diptych.services.articles import remove
from diptych.services.indexing import add
from diptych.services.stores import Stores
from diptych.services.story import Story, Teller, story_at, story_of, tellers_among
from diptych.text.article import Span

CLAIM = "The night ferry to Kelsand carried 41,000 passengers in the last winter season."
TELLERS = {
    "first": ("2024-03-01", CLAIM),
    "later": (
        "2024-05-01",
        "In its last winter season the Kelsand night ferry carried 46,000 passengers.",
    ),
    "denying": (
        "2024-06-01",
        "The night ferry to Kelsand did not carry passengers in the last winter season.",
    ),
    "other": ("2024-07-01", "A choir from the islands sang in the old customs house on Sunday."),
    "undated": ("", "Last winter the Kelsand night ferry carried 41,000 passengers in a season."),
}
ASKED = f"The council met on Tuesday. {CLAIM} Nobody spoke of the budget for the breakwater."


@pytest.fixture
def story(stores: Stores, tmp_path: Path) -> Callable[[], Story]:
    def written(name: str, date: str, text: str) -> Path:
        path = tmp_path / f"{name}.md"
        head = f"---\ntitle: {name}\n" + (f"date: {date}\n" if date else "") + "---\n\n"
        path.write_text(f"{head}{text}\n\nA line of {name} that no other has.\n", encoding="utf-8")
        return path

    paths = [written(name, *told) for name, told in TELLERS.items()]
    add(stores, [written("asked", "2024-04-01", ASKED), *paths])
    entry = next(e for e in stores.catalogue.entries() if e.title == "asked")
    article = stores.catalogue.article(entry.id)
    start = article.text.index("night ferry")
    return lambda: story_of(stores, article, Span(start, start + 5))


def by_title(story: Story) -> dict[str, Teller]:
    return {teller.title: teller for teller in story.tellers}


def test_they_stand_along_the_line_of_time_those_without_a_date_last(
    story: Callable[[], Story],
) -> None:
    assert [t.title for t in story().tellers] == ["first", "asked", "later", "denying", "undated"]


def test_each_is_said_how_it_tells_the_claim(story: Callable[[], Story]) -> None:
    told = by_title(story())

    assert told["first"].saying is Saying.SAME_WORDS
    assert (told["later"].saying, told["later"].figures) == (
        Saying.DIFFERS,
        (("41,000", "46,000"),),
    )
    assert told["denying"].saying is Saying.DENIES
    assert [t.title for t in told.values() if t.is_first] == ["first"]
    assert [t.title for t in told.values() if t.is_asked] == ["asked"]


def test_what_is_near_in_meaning_alone_is_called_related(
    story: Callable[[], Story], stores: Stores
) -> None:
    found = story()
    asked = stores.catalogue.article(found.article_id)
    other = by_title(found)["undated"]
    shelf = Shelf()

    told = [
        tellers_among(stores, shelf, asked, found.span, [Telling(other.id, 0, 0.7, by_words)])[0]
        for by_words in (True, False)
    ]

    assert [teller.saying for teller in told] == [Saying.SAME_CLAIM, Saying.RELATED]


def test_the_story_is_of_whole_sentences(story: Callable[[], Story]) -> None:
    assert story().quote == CLAIM


def test_the_quotation_stands_where_it_is_said_to(
    stores: Stores, story: Callable[[], Story]
) -> None:
    for teller in story().tellers:
        text = stores.catalogue.article(teller.id).text
        assert " ".join(teller.span.of(text).split()) == teller.quote


def test_an_article_taken_away_tells_nothing_any_more(
    stores: Stores, story: Callable[[], Story]
) -> None:
    gone = by_title(story())["later"].id

    remove(stores, [gone])

    assert "later" not in by_title(story())


def test_a_place_without_a_sentence_has_no_story_of_others(stores: Stores, tmp_path: Path) -> None:
    path = tmp_path / "alone.txt"
    path.write_text("Nothing here is told anywhere else in the library.\n", encoding="utf-8")
    add(stores, [path])
    article = stores.catalogue.article(stores.catalogue.entries()[0].id)

    assert len(story_of(stores, article, Span(0, 4)).tellers) == 1


def test_a_claim_of_a_changed_file_is_looked_for_in_its_new_words(
    stores: Stores, story: Callable[[], Story], tmp_path: Path
) -> None:
    told = story()
    path = tmp_path / "asked.md"
    path.write_text(path.read_text("utf-8").replace("The council", "A council of nine"), "utf-8")
    add(stores, [path])

    later = story_at(stores, told.article_id, told.span)

    assert later.article_id != told.article_id
    assert later.quote == CLAIM


def test_a_claim_of_an_article_taken_out_has_no_story(
    stores: Stores, story: Callable[[], Story]
) -> None:
    told = story()
    remove(stores, [told.article_id])

    with pytest.raises(LibraryError, match="taken out"):
        story_at(stores, told.article_id, told.span)
