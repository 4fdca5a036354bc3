# SPDX-License-Identifier: MIT
"""Links between notes are read as the names they give."""

from __future__ import annotations

import pytest

from diptych.notes.link import NoteLink, links_of, note_link, without_links

ONE, TWO = "0f8fad5b-d9cb-469f-a165-70867728950e", "7c9e6679-7425-40de-944b-e07fc1f90ae7"


@pytest.mark.parametrize(
    ("text", "read", "links"),
    [
        ("no link", "no link", ()),
        (f"On it.\n\n- [The pier](<{note_link(ONE)}>)", "On it.", (NoteLink(ONE, "The pier"),)),
        (
            f"See [The pier]({note_link(ONE)}), too.",
            "See The pier, too.",
            (NoteLink(ONE, "The pier"),),
        ),
        (rf"- [a \[b\] c](<{note_link(ONE)}>)", "", (NoteLink(ONE, "a [b] c"),)),
        (f"{note_link(ONE)}", "", (NoteLink(ONE, ""),)),
        (f"- [a](<{note_link(ONE)}>)\n- milk", "- milk", (NoteLink(ONE, "a"),)),
        (
            f"[a]({note_link(ONE)}) [b]({note_link(TWO)}) [c]({note_link(ONE)})",
            "a b c",
            (NoteLink(ONE, "a"), NoteLink(TWO, "b")),
        ),
        ("[web](https://paper.example)", "[web](https://paper.example)", ()),
        ("diptych://note/nothing", "diptych://note/nothing", ()),
    ],
)
def test_a_link_is_read_as_its_words(text: str, read: str, links: tuple[NoteLink, ...]) -> None:
    assert (without_links(text), links_of(text)) == (read, links)
