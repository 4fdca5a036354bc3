# SPDX-License-Identifier: MIT
"""Tags that stand in what a note says."""

from __future__ import annotations

import pytest

from diptych.notes.note import new_note, with_tags_in_text


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Ask the #harbour office, then #quay-4.", ("harbour", "quay-4")),
        ("#мир и #和平 (#ports/north)", ("мир", "和平", "ports/north")),
        ("# A heading\n\n## Another", ()),
        ("No. #4, C# and see page#end, \\#not", ()),
        ("`#define` and\n```\n#include\n```\n#told", ("told",)),
        ("https://example.org/#part", ()),
        ("#twice and #twice", ("twice",)),
    ],
)
def test_a_word_with_its_sign_is_a_tag(text: str, tags: tuple[str, ...]) -> None:
    assert with_tags_in_text(new_note(text)).tags == tags


def test_tags_of_the_text_come_after_those_given() -> None:
    note = with_tags_in_text(new_note("On #peace.", tags=("talks", "peace")))
    assert note.tags == ("talks", "peace")
