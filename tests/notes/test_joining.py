# SPDX-License-Identifier: MIT
"""Notes merged, linked and given other tags."""

from __future__ import annotations

import pytest

from diptych.errors import NoteError
from diptych.notes.joining import linked, merged, retagged
from diptych.notes.link import note_link
from diptych.notes.note import Colour, new_note

ONE = new_note("First [thought]", tags=("port",))
TWO = new_note("Second", tags=("port", "ferry"), colour=Colour.RED)


def test_a_merged_note_says_all_once() -> None:
    whole = merged([ONE, TWO])
    assert (whole.id, whole.text) == (ONE.id, "First [thought]\n\nSecond")
    assert (whole.tags, whole.colour) == (("port", "ferry"), Colour.RED)


def test_one_note_alone_is_not_merged() -> None:
    with pytest.raises(NoteError):
        merged([ONE])


def test_linked_notes_name_one_another_once() -> None:
    once = linked(TWO, [ONE, TWO])
    assert once.text == f"Second\n\n- [First \\[thought\\]](<{note_link(ONE.id)}>)"
    assert linked(once, [ONE, TWO]) == once


def test_tags_are_added_and_taken_away() -> None:
    assert retagged(TWO, added=["port", "new"], removed=["ferry"]).tags == ("port", "new")
