# SPDX-License-Identifier: MIT
"""Searching from the command line: orders, counts, quotations, contexts, both sides."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn

import pytest

from diptych.paths import Profile
from diptych.services.indexing import refresh_index, unindexed
from diptych.services.stores import Stores

VOTE = """---
title: The vote
date: 2024-05-01
source: Courier
tags: [harbour]
---

The council voted to keep the night boat. The vote was close.

A long paragraph about other things stands between the two mentions, so that they
are passages of their own and a result has to say that there is one more of them.

Nobody who was at the vote left before midnight.
"""
DEAL = """---
title: A deal
date: 2023-02-01
source: Evening Post
---

Nobody asked the islanders before the vote, and the council voted alone.
"""

Run = Callable[..., tuple[int, str, str]]
Ask = Callable[..., Any]


@pytest.fixture
def ask(run: Run, tmp_path: Path) -> Ask:
    (tmp_path / "vote.md").write_text(VOTE, encoding="utf-8")
    (tmp_path / "deal.md").write_text(DEAL, encoding="utf-8")
    run("add", tmp_path / "vote.md", tmp_path / "deal.md")

    def call(*arguments: object) -> Any:
        status, out, err = run(*arguments, "--json")
        assert status == 0, err
        return json.loads(out)

    return call


@pytest.mark.parametrize(("order", "first"), [("date", "The vote"), ("title", "A deal")])
def test_results_come_in_the_order_asked_for(ask: Ask, order: str, first: str) -> None:
    assert ask("search", "vote", "--sort", order)["hits"][0]["title"] == first


def test_answers_are_counted_by_source_year_language_and_tag(ask: Ask) -> None:
    assert ask("search", "vote")["facets"] == {
        "source": {"Courier": 1, "Evening Post": 1},
        "year": {"2024": 1, "2023": 1},
        "language": {"en": 2},
        "tag": {"harbour": 1},
    }


def test_every_passage_of_an_article_can_be_listed(ask: Ask) -> None:
    (hit,) = ask("search", "vote source:courier", "--passages")["hits"]

    assert hit["more"] == len(hit["passages"]) - 1 == 1


def test_tag_finds_the_article_that_has_it(ask: Ask) -> None:
    assert [hit["title"] for hit in ask("search", "tag:harbour")["hits"]] == ["The vote"]


def test_misspelt_query_is_spelt_better(ask: Ask) -> None:
    assert ask("search", "iskanders")["suggestion"] == "islanders"


def test_notes_are_found_by_their_words(ask: Ask, tmp_path: Path) -> None:
    place = f"{tmp_path / 'vote.md'}:90-120"
    ask("note", "add", "--left", place, "--text", "Ask the **lighthouse** keeper")

    for query in ("in:notes lighthouse", "in:notes light"):
        (hit,) = ask("search", query)["hits"]
        assert hit["title"] == "The vote"
        assert "lighthouse" in hit["snippet"]
    assert [note["start"] for note in ask("search", "lighthouse")["notes"]] == [90]


def test_altered_quotation_names_the_changed_word(ask: Ask) -> None:
    found = ask("quote", "the council voted to stop the night boat")

    assert found["verdict"] == "altered"
    change = found["hits"][0]["changes"][0]
    assert (change["quoted"]["text"], change["stands"]["text"]) == ("stop", "keep")


def test_quotation_without_words_is_wrong_use(run: Run) -> None:
    assert run("quote", "  ")[0] == 2


def test_concordance_of_a_pair_has_its_places_alone(ask: Ask, tmp_path: Path) -> None:
    pair = [tmp_path / "vote.md", tmp_path / "deal.md"]
    found = ask("concordance", "nobody", "--pair", *pair, "--sort", "right")

    assert [line["right"].split()[0] for line in found["lines"]] == ["asked", "who"]
    assert found["total"] == ask("concordance", "nobody")["total"] == 2


def test_passages_of_both_sides_face_each_other(ask: Ask, tmp_path: Path) -> None:
    found = ask("search-both", "council", tmp_path / "vote.md", tmp_path / "deal.md")

    assert found["total"] == 1
    assert "night boat" in found["pairs"][0]["left"]["snippet"]
    assert "islanders" in found["pairs"][0]["right"]["snippet"]


def test_corrected_article_is_found_by_its_new_title(ask: Ask, profile: Profile) -> None:
    (hit,) = ask("search", "islanders")["hits"]
    stores = Stores(profile)
    stores.catalogue.correct(hit["id"], title="The lighthouse affair")

    assert unindexed(stores) == [hit["id"]]
    stores.close()
    assert ask("search", "title:lighthouse")["total"] == 1


def test_index_that_is_gone_or_damaged_is_made_anew(ask: Ask, profile: Profile) -> None:
    stores = Stores(profile)
    assert refresh_index(stores) == 2
    shutil.rmtree(profile.index_folder)

    assert refresh_index(stores) == 2
    stores.close()
    next(profile.index_folder.glob("*.toc")).write_bytes(b"")
    assert ask("search", "vote")["total"] == 2


def test_closed_folder_is_searched_as_it_is(
    ask: Ask, run: Run, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("search", "vote")
    (hit,) = ask("search", "islanders")["hits"]
    with closing(Stores(profile)) as stores:
        stores.catalogue.correct(hit["id"], title="New")

    # Rights do not hold root back, so the storage itself refuses.
    def refuse(_: object, name: str, **__: object) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), name)

    monkeypatch.setattr("diptych.search.whoosh_index._Storage.create_file", refuse)

    status, out, err = run("search", "vote")

    assert status == 0
    assert "2 found" in out
    assert "may not be written" in err


def test_library_that_has_grown_answers_the_same_and_says_that_it_moves(
    ask: Ask, run: Run, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask("index") == {"engine": "whoosh", "articles": 2}
    small = ask("search", "council vote", "--facets")
    monkeypatch.setattr("diptych.search.index.GROWN_FROM", 2)
    profile.index_level_file.unlink()  # as after the article that makes it so many

    _, _, told = run("search", "council vote")
    grown = ask("search", "council vote", "--facets")

    assert "has grown" in told
    assert [hit["id"] for hit in grown["hits"]] == [hit["id"] for hit in small["hits"]]
    assert grown["facets"] == small["facets"]
    assert ask("index") == {"engine": "tantivy", "articles": 2}
    assert not profile.index_folder.exists()


def test_index_of_the_version_before_is_made_anew_with_a_word(
    ask: Ask, run: Run, profile: Profile
) -> None:
    ask("search", "vote")
    shutil.rmtree(profile.index_folder)
    profile.index_folder.mkdir()
    (profile.index_folder / "format.json").write_text('{"format": "3.1.snowballstemmer"}')

    status, out, told = run("search", "vote")

    assert status == 0
    assert "2 found" in out
    assert "another version" in told
    assert run("search", "vote")[2] == ""
