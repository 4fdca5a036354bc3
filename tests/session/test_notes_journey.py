# SPDX-License-Identifier: MIT
"""What becomes of a note when the application ends while it is typed."""

from __future__ import annotations

import pytest

from session.application import ROOT, Diptych
from session.screen import PATIENCE_SECONDS, wait_for
from session.test_journey import BOTH, PAIR, Start, jump, notes_of

CORPUS = ROOT / "corpus"
FIRST = "What is written first is safe. "
MORE = "And the rest is written while the end comes, letter by letter, without any pause."


@pytest.fixture
def reading(start: Start) -> Diptych:
    """Diptych with the sample pair open and a match chosen."""
    diptych = start(*PAIR)
    diptych.window(BOTH)
    diptych.focus()
    jump(diptych)
    return diptych


def test_sudden_end_while_typing_leaves_what_was_typed_before(
    reading: Diptych, start: Start
) -> None:
    reading.press("ctrl+n")
    reading.write(FIRST)
    wait_for("the note", lambda: bool(notes_of(reading)) and notes_of(reading)[0]["text"] == FIRST)
    reading.write(MORE)
    reading.kill()

    again = start()
    again.window(BOTH)

    text = notes_of(again)[0]["text"]
    assert text.startswith(FIRST)
    assert (FIRST + MORE).startswith(text)


def test_a_link_reaches_the_window_that_is_open(reading: Diptych, start: Start) -> None:
    reading.press("ctrl+n")
    reading.write(FIRST)
    wait_for("the note", lambda: bool(notes_of(reading)))
    (note,) = notes_of(reading)
    assert reading.close() == 0
    other = start(CORPUS / "two-ports.html", CORPUS / "letters.txt")
    other.window("Two ports")

    follows = start(f"diptych://note/{note['id']}")

    assert follows.process.wait(PATIENCE_SECONDS) == 0  # without a window of its own
    other.window(BOTH)
