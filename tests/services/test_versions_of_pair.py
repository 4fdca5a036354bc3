# SPDX-License-Identifier: MIT
"""A pair is read as versions when it is recognised or chosen, and told line by line."""

from __future__ import annotations

import pytest
from tests.compare.articles import article

from diptych.compare.changes.values import ChangeKind, Ignored, Kinship
from diptych.compare.comparison import compare
from diptych.paths import Profile
from diptych.services import versions_of_pair
from diptych.services.stores import Stores
from diptych.services.versions_of_pair import (
    Choice,
    VersionsFound,
    changes_beforehand,
    changes_between,
    changes_of_pair,
    keep_choice,
    kept_choice,
)

OLD = "The lamp is lit at seven. Nobody may sleep in the boathouse. The key hangs on a nail."
NEW = "The lamp is lit at nine. Nobody may sleep in the boathouse. The key hangs on a nail."
ELSE = "Whales sing below the ice."


def found(left: str, right: str, choice: Choice | None = None) -> VersionsFound:
    ours, theirs = article(left), article(right)
    return changes_of_pair(ours, theirs, compare(ours, theirs), choice or Choice())


def test_a_line_tells_what_went_and_what_came_within_what_stays() -> None:
    (line,) = found(OLD, NEW).lines
    assert line.text == "The lamp is lit at seven nine."
    assert [line.text[a:b] for a, b in line.gone] == ["seven"]
    assert [line.text[a:b] for a, b in line.come] == ["nine"]


@pytest.mark.parametrize(
    ("taken", "right", "kin"),
    [
        (None, ELSE, Kinship.NONE),
        (True, ELSE, Kinship.VERSIONS),
        (False, NEW, Kinship.NONE),
        (None, NEW, Kinship.VERSIONS),
    ],
)
def test_what_the_reader_chose_goes_before_what_is_recognised(
    taken: bool | None, right: str, kin: Kinship
) -> None:
    told = found(OLD, right, Choice(taken))
    assert (told.kinship, told.changes is not None) == (kin, kin is not Kinship.NONE)


def test_a_deleted_sentence_is_one_line_in_its_own_words() -> None:
    (line,) = found(OLD, OLD.replace("Nobody may sleep in the boathouse. ", "")).lines
    assert (line.kind, line.text) == (
        ChangeKind.ONLY_LEFT,
        "Nobody may sleep in the boathouse.",
    )


def test_a_translation_no_encoder_has_read_left_nothing_out() -> None:
    ours = article(OLD)
    theirs = article("המנורה דולקת בשבע. המפתח תלוי על מסמר.", language="he")
    told = changes_of_pair(ours, theirs, compare(ours, theirs), Choice(taken=True))
    assert told.kinship is Kinship.TRANSLATION
    assert told.lines == ()


def test_a_long_passage_is_told_around_what_changed() -> None:
    long = "The keeper wrote " + "of wind and weather " * 40 + "until {}, and went to bed."
    (line,) = found(long.format("noon"), long.format("dawn")).lines
    assert line.text.startswith("…") and len(line.text) < 120
    assert [line.text[a:b] for a, b in line.gone] == ["noon"]


def test_a_choice_is_kept_for_the_pair_whichever_side_is_first(profile: Profile) -> None:
    choice = Choice(True, Ignored(case=True, alike=(("thou", "you"),)))
    stores = Stores(profile)
    keep_choice(stores, "b", "a", choice)
    assert kept_choice(stores, "a", "b") == choice
    assert kept_choice(stores, "a", "c") == Choice()
    stores.close()


@pytest.mark.parametrize("rules", ["", "[]", '{"alike": 3}', '{"case": "yes"}'])
def test_rules_that_cannot_be_read_are_none(profile: Profile, rules: str) -> None:
    from diptych.notes.pair_store import AsVersions

    stores = Stores(profile)
    stores.notes.pairs.set_as_versions("a", "b", AsVersions(None, rules))
    assert kept_choice(stores, "a", "b") == Choice()
    stores.close()


def test_two_long_versions_tell_the_same_before_and_after_they_are_compared() -> None:
    left, right = article(OLD), article(NEW)
    assert changes_beforehand(left, right, Choice()) == found(OLD, NEW)


def test_before_they_are_compared_rules_hold_and_two_voices_wait() -> None:
    left, right = article(OLD), article(NEW)
    alike = changes_beforehand(left, right, Choice(ignored=Ignored(alike=(("seven", "nine"),))))
    assert alike is not None and alike.changes is not None and alike.changes.changes == ()
    assert changes_beforehand(left, article(ELSE), Choice()) is None
    assert changes_beforehand(left, right, Choice(taken=False)) is None


def test_of_long_versions_an_encoder_reads_only_what_no_word_joins(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions_of_pair, "_LONG", 0)
    left = article(f"{OLD} The cellar was dry all winter.")
    right = article(f"{NEW} No water came in below until spring.")
    changes, is_sure = changes_between(stores, left, right, Ignored(), by_meaning=True)
    assert is_sure
    assert [edit.left.of(left.text) for edit in changes.changes[0].edits] == ["seven"]
    assert stores.vectors.made() != set()
    assert left.id not in {name for name, _ in stores.vectors.made()}
