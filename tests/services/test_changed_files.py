# SPDX-License-Identifier: MIT
"""What a reader said of two articles holds when a file of theirs is changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.library.progress import SavedPair
from diptych.notes.pair_store import Alignment
from diptych.notes.verdict import Verdict
from diptych.services.alignments import keep_alignments, kept_alignments
from diptych.services.indexing import add
from diptych.services.reading_list import save_pair, saved_pairs
from diptych.services.stores import Stores
from diptych.services.verdicts import keep_verdict, kept_verdicts
from diptych.services.versions_of_pair import Choice, keep_choice, kept_choice

SAID = ("The mayor opened it.", "The mayor has opened it.")


def id_of(stores: Stores, name: str) -> str:
    return next(e.id for e in stores.catalogue.entries() if e.path.stem == name)


@pytest.fixture
def before(stores: Stores) -> tuple[str, str]:
    """The ids of two articles before one of them is changed."""
    return id_of(stores, "boat"), id_of(stores, "quay")


def change(stores: Stores, folder: Path, before: str = "") -> tuple[str, str]:
    """Write a paragraph before the text of the left one; return the ids of both now."""
    file = folder / "boat.txt"
    title, text = file.read_text(encoding="utf-8").split("\n\n", 1)
    file.write_text(f"{title}\n\n{before or 'A word first.'}\n\n{text}", encoding="utf-8")
    add(stores, [folder])
    return id_of(stores, "boat"), id_of(stores, "quay")


def test_a_verdict_holds_and_can_be_taken_back(
    stores: Stores, folder: Path, before: tuple[str, str]
) -> None:
    keep_verdict(stores, *before, quotes=SAID, verdict=Verdict.REJECTED)

    now = change(stores, folder)

    assert now != before
    assert kept_verdicts(stores, *now) == {SAID: Verdict.REJECTED}
    assert kept_verdicts(stores, *reversed(now)) == {SAID[::-1]: Verdict.REJECTED}
    keep_verdict(stores, *now, quotes=SAID, verdict=None)
    assert kept_verdicts(stores, *now) == {}


def test_the_latest_verdict_counts(stores: Stores, folder: Path, before: tuple[str, str]) -> None:
    keep_verdict(stores, *before, quotes=SAID, verdict=Verdict.REJECTED)
    now = change(stores, folder)
    keep_verdict(stores, *now, quotes=SAID, verdict=Verdict.ACCEPTED)

    later = change(stores, folder, "Two words first.")

    assert kept_verdicts(stores, *later) == {SAID: Verdict.ACCEPTED}


def test_aligned_places_go_with_their_words(
    stores: Stores, folder: Path, before: tuple[str, str]
) -> None:
    place = stores.catalogue.article(before[0]).text.index("Lamps")
    keep_alignments(stores, *before, [Alignment(place, 3)])

    now = change(stores, folder)

    (kept,) = kept_alignments(stores, *now)
    assert stores.catalogue.article(now[0]).text[kept.left :].startswith("Lamps")
    assert kept.right == 3
    keep_alignments(stores, *now, ())
    assert kept_alignments(stores, *now) == ()


def test_what_was_taken_for_versions_is_so_still(
    stores: Stores, folder: Path, before: tuple[str, str]
) -> None:
    keep_choice(stores, *before, Choice(taken=True))

    assert kept_choice(stores, *change(stores, folder)).taken is True


def test_a_saved_pair_is_of_the_files_as_they_are(
    stores: Stores, folder: Path, before: tuple[str, str]
) -> None:
    save_pair(stores, SavedPair("Both", *before))

    now = change(stores, folder)

    assert saved_pairs(stores) == (SavedPair("Both", *now),)
