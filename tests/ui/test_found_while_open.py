# SPDX-License-Identifier: MIT
"""What was looked for, said and kept of articles stays true when these change or go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.library.progress import ReadingState, SavedPair
from diptych.text.sides import Side
from diptych.ui.search.concordance_dialog import Concordance
from diptych.ui.search.quote_check_dialog import QuoteCheck
from ui.acting import opened, trigger
from ui.listed import listed
from ui.test_changed_while_open import BEFORE, NOW, read_again


def find(diptych: Diptych, words: str) -> Callable[[], str]:
    """Look for words with the find bar; return what tells how often they were found."""
    trigger(diptych, "find")
    bar = diptych.window.find_bar
    bar.words.setText(words)
    return lambda: " ".join(label.text() for label in bar.findChildren(QLabel))


def test_the_find_bar_counts_in_the_text_as_it_is(
    diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    counted = find(diptych, NOW)
    assert counted() == "Not found"

    read_again(diptych, files[0], qtbot)

    assert counted() == "1 place"
    hits = diptych.states.search.hits
    assert [hit.side for hit in hits.hits] == [Side.LEFT]


def test_the_find_bar_leaves_out_a_side_that_is_empty_now(diptych: Diptych) -> None:
    counted = find(diptych, "passengers")
    assert counted() == "2 places"

    diptych.states.pair.clear(Side.RIGHT)

    assert counted() == "1 place"


def test_the_find_bar_does_not_count_what_a_search_found(diptych: Diptych, qtbot: QtBot) -> None:
    counted = find(diptych, "passengers")

    diptych.window.toolbar.search.setText("mayor")

    hits, texts = diptych.states.search.hits, diptych.states.pair
    left = texts.sides[Side.LEFT].article.text
    qtbot.waitUntil(lambda: [h.span.of(left) for h in hits.hits][:1] == ["mayor"])
    assert counted() == ""
    diptych.window.find_bar.step_requested.emit(1)
    assert counted() == "1 of 2"


def test_words_in_context_follow_the_library(
    diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    dialog = opened(diptych, "concordance", Concordance)
    dialog._word.setText("passengers")
    dialog._choose_scope("library")

    def told() -> list[str]:
        return [" ".join(f"{row.before} {row.word}".split()) for row in listed(dialog)]

    qtbot.waitUntil(lambda: len(told()) == 2)
    read_again(diptych, files[0], qtbot)
    qtbot.waitUntil(lambda: any(line.endswith(NOW) for line in told()))
    assert not any(line.endswith(BEFORE) for line in told())
    diptych.states.library.remove([diptych.states.pair.pinned_ids()[1]])
    qtbot.waitUntil(lambda: len(told()) == 1)


def test_a_quotation_is_checked_anew_in_another_library(
    diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    dialog = opened(diptych, "check-quote", QuoteCheck)
    dialog._text.setPlainText(f"{BEFORE} used the night boat")
    dialog.check()
    qtbot.waitUntil(lambda: dialog._answer.text().startswith("Stands exactly so"))

    read_again(diptych, files[0], qtbot)

    qtbot.waitUntil(lambda: not dialog._answer.text().startswith("Stands exactly so"))
    assert not any(BEFORE in row.text for row in listed(dialog))


@pytest.fixture
def kept(diptych: Diptych, qtbot: QtBot) -> Diptych:
    """A window with a saved pair, which lies open."""
    library = diptych.states.library
    pair = SavedPair("Both ferries", *diptych.states.pair.pinned_ids())
    diptych.window.reading_list_presenter.save(pair)
    qtbot.waitUntil(lambda: library.shelves.pairs == (pair,))
    return diptych


def test_a_saved_pair_outlives_a_changed_file(
    kept: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    read_again(kept, files[0], qtbot)

    pairs, ids = kept.window.library_panel.pairs, kept.states.pair.pinned_ids()
    qtbot.waitUntil(
        lambda: [(r.name, r.left_id, r.right_id) for r in pairs.rows()] == [("Both ferries", *ids)]
    )


def test_a_recent_pair_outlives_a_changed_file(
    diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    ids = diptych.states.pair.pinned_ids()
    diptych.states.pair.clear(Side.LEFT)
    pairs = diptych.window.library_panel.pairs
    qtbot.waitUntil(lambda: [row.left_id for row in pairs.rows()] == [ids[0]])

    change_in_library(diptych, files[0], qtbot)

    qtbot.waitUntil(lambda: [row.right_id for row in pairs.rows()] == [ids[1]])
    assert pairs.rows()[0].left_id != ids[0]


def test_a_verdict_outlives_a_changed_file(
    diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    found = diptych.states.pair.found
    trigger(diptych, "next-match")
    trigger(diptych, "accept")
    qtbot.waitUntil(lambda: not diptych.states.judging._lane.is_busy)

    read_again(diptych, files[0], qtbot)

    qtbot.waitUntil(lambda: bool(found.verdicts))


def change_in_library(diptych: Diptych, file: Path, qtbot: QtBot) -> str:
    """Change a file and have the library read it, and nothing else; return its id now."""
    library = diptych.states.library
    before = {entry.id for entry in library.entries}
    file.write_text(file.read_text(encoding="utf-8").replace(BEFORE, NOW), encoding="utf-8")
    library.add([file])
    qtbot.waitUntil(lambda: {entry.id for entry in library.entries} != before)
    new = next(entry.id for entry in library.entries if entry.id not in before)
    qtbot.waitUntil(lambda: new in library.shelves.became.values())
    return new


@pytest.fixture
def older(diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot) -> tuple[Diptych, str]:
    """A window that shows the left text as it was, and the id of what its file holds now."""
    qtbot.waitUntil(lambda: len(diptych.states.library.entries) == 2)
    diptych.window.frame.texts.focus(Side.LEFT)
    return diptych, change_in_library(diptych, files[0], qtbot)


def test_what_lies_open_is_marked_as_read_though_its_file_changed(
    older: tuple[Diptych, str], qtbot: QtBot
) -> None:
    diptych, now = older
    trigger(diptych, "mark-read")
    qtbot.waitUntil(lambda: diptych.states.library.entry(now).reading is ReadingState.READ)


def test_what_lies_open_is_taken_out_though_its_file_changed(
    older: tuple[Diptych, str], qtbot: QtBot
) -> None:
    diptych, now = older
    trigger(diptych, "remove-articles")
    qtbot.waitUntil(lambda: diptych.states.library.entry(now) is None)
    qtbot.waitUntil(lambda: diptych.states.pair.sides[Side.LEFT] is None)
    assert "“The harbour vote”" in diptych.window.status.message.text()
    trigger(diptych, "undo")
    qtbot.waitUntil(lambda: diptych.states.pair.pinned_ids()[0] == now)


def test_what_lies_open_is_tagged_and_listed_as_open_though_its_file_changed(
    older: tuple[Diptych, str], qtbot: QtBot
) -> None:
    diptych, now = older
    care, panel = diptych.window.library_care, diptych.window.library_panel
    care.tag(care._chosen(), "quay")
    qtbot.waitUntil(lambda: diptych.states.library.entry(now).tags == ("quay",))
    qtbot.waitUntil(lambda: (now, Side.LEFT) in {(r.id, r.side) for r in listed(panel, "Articles")})
