# SPDX-License-Identifier: MIT
"""The first comparison goes by words and sharpens in place once vectors are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.compare.values import Relation
from diptych.errors import EncoderError
from diptych.notes.verdict import Verdict
from diptych.paths import Profile
from diptych.services.match_filter import STRENGTH_ORDER
from diptych.ui.desk.found_matches import LookedAt
from diptych.ui.parts import theme
from diptych.ui.shell.open_windows import Asked
from ui.acting import trigger

ENCODER_PATIENCE_MS = 600_000  # its process gives way to every other, also to other tests
# Else a test that waits for it on a loaded machine is ended together with its worker.
pytestmark = pytest.mark.timeout(ENCODER_PATIENCE_MS / 1000 + 60)
FILLER = "\n\n".join(f"Line {n} of the minutes names {n * 37} guests." for n in range(40))
LEFT = f"""The harbour vote

The council wants to keep the night ferry running until the end of June.

Some 41,000 passengers used the night boat last year, a third of them shift workers.

{FILLER}
"""
RIGHT = f"""The ferry deal

Members voted for the late boat to go on through the first half of the year.

Last year the night boat carried 46,000 passengers, a third of them shift workers.

{FILLER.replace("minutes names", "protocol lists")}
"""


@pytest.fixture
def diptych(
    qtbot: QtBot, qapp: QApplication, profile: Profile, tmp_path: Path
) -> Iterator[Diptych]:
    theme.load_fonts()
    paths = (tmp_path / "left.txt", tmp_path / "right.txt")
    for path, text in zip(paths, (LEFT, RIGHT), strict=True):
        path.write_text(text, encoding="utf-8")
    diptych = Diptych(qapp, profile, "light")
    diptych.start(Asked(files=paths), size=(1200, 800))
    pair = diptych.states.pair
    qtbot.waitUntil(lambda: pair.comparison is not None)
    yield diptych
    diptych.window.close()
    diptych.window.deleteLater()


def test_sharpening_leaves_the_reader_where_they_are(diptych: Diptych, qtbot: QtBot) -> None:
    pair, split = diptych.states.pair, diptych.window.split
    assert pair.encoders == ()
    first, second = pair.found.visible[:2]
    diptych.states.judging.judge(second, Verdict.ACCEPTED)
    pair.found.choose(first)
    qtbot.waitUntil(lambda: not diptych.disk.is_busy)
    before = (pair.found.matches[first].left, pair.found.matches[second].right, split.places())

    diptych.states.meaning.begin()
    qtbot.waitUntil(lambda: len(pair.encoders) == 2, timeout=ENCODER_PATIENCE_MS)
    qtbot.waitUntil(lambda: not diptych.disk.is_busy)

    assert pair.found.current == first
    assert pair.found.verdicts == {second: Verdict.ACCEPTED}
    assert (
        pair.found.matches[first].left,
        pair.found.matches[second].right,
        split.places(),
    ) == before
    assert any(match.evidence.similarity is not None for match in pair.found.matches)


def test_counts_are_said_to_be_of_what_was_read_so_far_until_they_are_final(
    diptych: Diptych, qtbot: QtBot
) -> None:
    pair, tally, status = diptych.states.pair, diptych.window.matches.tally, diptych.window.status
    qtbot.waitUntil(lambda: bool(tally.text()))
    diptych.states.meaning.show_entries(())  # an encoder would take long
    diptych.states.meaning.begin()
    qtbot.waitUntil(lambda: not diptych.disk.is_busy)
    pair.is_sharpening = True
    diptych.states.meaning.progressed.emit(1, 2)
    so_far = "So far, while both are still being read for meaning: Agree on"
    assert tally.text().startswith(so_far)
    trigger(diptych, "brief")
    in_brief = diptych.window.retellings.brief.tally
    assert in_brief.text().startswith(so_far)

    pair.is_sharpening = False
    pair.settled.emit()

    assert tally.text().startswith("Agree on")
    assert in_brief.text().startswith("Agree on")
    assert status.message.text() == "Both are read for meaning: these counts are final."


def test_no_count_is_provisional_where_no_encoder_knows_both_languages(
    diptych: Diptych, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair, tally, status = diptych.states.pair, diptych.window.matches.tally, diptych.window.status
    qtbot.waitUntil(lambda: bool(tally.text()))
    # One of them is still to be read, for the sake of others in its language.
    monkeypatch.setattr(diptych.states.meaning, "lacks", lambda _: True)
    diptych.states.meaning.progressed.emit(1, 2)
    assert tally.text().startswith("So far")

    monkeypatch.setattr(type(pair), "looked_at", LookedAt.NO_COMMON_LANGUAGE)
    diptych.states.meaning.progressed.emit(1, 2)

    assert tally.text().startswith("Agree on")
    assert "are read for meaning" not in status.message.text()


def test_a_reading_for_meaning_that_fails_leaves_no_count_provisional(
    diptych: Diptych, qtbot: QtBot
) -> None:
    pair = diptych.states.pair
    pair.is_sharpening = True

    with qtbot.waitSignals([pair.settled, pair.failed]):
        pair._fail(EncoderError("The vectors cannot be read."))

    assert not pair.is_sharpening
    assert pair.comparison is not None


def test_by_words_alone_means_no_vectors(diptych: Diptych, qtbot: QtBot) -> None:
    diptych.window.actions_by_id["by-meaning"].setChecked(False)

    diptych.states.meaning.show_entries(diptych.states.library.entries)

    assert diptych.states.meaning.is_paused
    assert not diptych.window.frame.preferences.now.by_meaning


def test_the_status_line_pauses_reading_for_meaning(diptych: Diptych) -> None:
    status = diptych.window.status

    diptych.states.meaning.progressed.emit(3, 8)
    assert "37 %" in status.meaning.text()
    status.meaning.click()

    assert diptych.states.meaning.is_paused
    assert status.meaning.isVisibleTo(status)


def test_verdicts_move_the_other_matches_until_switched_off(diptych: Diptych) -> None:
    pair, window = diptych.states.pair, diptych.window
    pair.found.set_filter(replace(pair.found.filter, order=STRENGTH_ORDER))
    before = [match.strength for match in pair.found.matches]

    diptych.states.judging.judge(pair.found.visible[0], Verdict.ACCEPTED)
    moved = [match.strength for match in pair.found.matches]
    assert moved != before
    assert window.matches._learned.isVisibleTo(window.matches)

    window.actions_by_id["learn-from-verdicts"].setChecked(False)
    assert [match.strength for match in pair.found.matches] == before
    assert not window.matches._learned.isVisibleTo(window.matches)


def test_two_languages_are_told_by_which_encoder_they_met(diptych: Diptych) -> None:
    pair = diptych.states.pair
    pinned = pair.sides["right"]
    assert pinned is not None
    pair.sides["right"] = replace(pinned, article=replace(pinned.article, language="ru"))
    pair.encoders = ("an-encoder-1.0",)
    pair.compared.emit()
    notice = diptych.window.matches.findChild(QLabel, "matchesNotice")
    assert notice is not None and "two languages by meaning (an-encoder-1.0)" in notice.text()


def test_what_was_said_of_no_matches_goes_when_meaning_brings_some(diptych: Diptych) -> None:
    pair = diptych.states.pair
    assert pair.comparison is not None
    found = replace(pair.comparison, relation=Relation.VOICES)
    pair.found.hold(replace(found, matches=()))
    pair.compared.emit()
    notice = diptych.window.matches.findChild(QLabel, "matchesNotice")
    assert notice is not None and notice.text().startswith("Without matches")

    pair.found.sharpen(found)
    pair.sharpened.emit()

    assert not notice.isVisibleTo(diptych.window.matches)


def test_a_rejected_match_is_left_out_of_the_report(diptych: Diptych) -> None:
    pair = diptych.states.pair
    rejected = pair.found.matches[pair.found.visible[0]]
    diptych.states.judging.judge(pair.found.visible[0], Verdict.REJECTED)

    told = pair.found.as_shown()

    assert told is not None and pair.comparison is not None
    places = [(match.left, match.right) for match in told.matches]
    assert (rejected.left, rejected.right) not in places
    assert len(told.matches) == len(pair.comparison.matches) - 1
