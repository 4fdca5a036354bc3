# SPDX-License-Identifier: MIT
"""The story of a claim in the window agrees with the pair that lies open."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.compare.values import Kind
from diptych.services.story import with_match
from diptych.text.sides import Side
from diptych.ui.story.dialog import StoryDialog
from ui.acting import opened, trigger


def test_the_match_at_hand_is_part_of_its_story(diptych: Diptych, qtbot: QtBot) -> None:
    pair = diptych.states.pair
    number = next(n for n in pair.found.visible if pair.found.matches[n].kind is Kind.SAME_WORDS)
    pair.found.choose(number)

    with qtbot.waitSignal(diptych.states.story.told) as asked:
        dialog = opened(diptych, "story", StoryDialog)
    story = asked.args[0]

    # The sketches may know of nobody.
    asked_alone = tuple(teller for teller in story.tellers if teller.is_asked)
    diptych.states.story.told.emit(replace(story, tellers=asked_alone))

    match, (_, right_id) = pair.found.matches[number], pair.pinned_ids()
    (told,) = [teller for teller in dialog.tellers() if teller.id == right_id]
    assert (told.span, told.saying) == (match.right, match.saying)


def test_a_passage_found_by_a_sketch_makes_room_for_that_of_the_match(
    diptych: Diptych, qtbot: QtBot
) -> None:
    pair = diptych.states.pair
    first, second, *_ = (pair.found.matches[n] for n in pair.found.visible)
    trigger(diptych, "next-match")
    with qtbot.waitSignal(diptych.states.story.told) as asked:
        trigger(diptych, "story")
    story, right = asked.args[0], pair.sides[Side.RIGHT].article

    both = with_match(with_match(story, first, Side.LEFT, right), second, Side.LEFT, right)

    assert [t.span for t in both.tellers if t.id == right.id] == [second.right]
