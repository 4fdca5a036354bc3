# SPDX-License-Identifier: MIT
"""A card shows the words that matter."""

from __future__ import annotations

from diptych.ui.matches.excerpt import excerpt

LONG = "After the call of the twelfth, in a long sentence, officials described it as productive."
START = LONG.index("officials")
MARK = ((START, START + 9),)


def shown(text: str, marks: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in marks]


def test_short_text_stays_whole() -> None:
    assert excerpt(LONG, MARK, 500) == (LONG, MARK)


def test_text_marked_early_stays_whole() -> None:
    assert excerpt(LONG, ((0, 5),), 40) == (LONG, ((0, 5),))


def test_text_marked_late_starts_shortly_before_the_mark() -> None:
    text, marks = excerpt(LONG, MARK, 40)
    assert text.startswith("…a long sentence, officials")
    assert shown(text, marks) == ["officials"]


def test_start_falls_on_a_word() -> None:
    text, _ = excerpt(LONG, MARK, 40)
    assert f" {text[1:]}" in LONG


def test_script_without_spaces_is_cut_between_letters() -> None:
    text, marks = excerpt("港" * 80 + "票", ((80, 81),), 20)
    assert shown(text, marks) == ["票"]
    assert text.startswith("…港")


def test_unmarked_text_stays_whole() -> None:
    assert excerpt(LONG, (), 20) == (LONG, ())


def test_marks_outside_the_text_are_survived() -> None:
    assert excerpt(LONG, ((900, 901), (5, 2)), 20)[0] == LONG
