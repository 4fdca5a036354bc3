# SPDX-License-Identifier: MIT
"""Another language is chosen in the window, which comes back speaking it."""

from __future__ import annotations

from collections.abc import Callable

from session.application import ROOT, Diptych
from session.screen import PATIENCE_SECONDS, wait_for
from session.test_journey import session_of
from session.test_keys_alone import settings_of

PAIR = (ROOT / "corpus" / "harbour-vote.md", ROOT / "corpus" / "ferry-deal.md")


def test_the_window_comes_back_in_another_language(start: Callable[..., Diptych]) -> None:
    diptych = start(*PAIR)
    first = diptych.window("⟷").id
    diptych.focus("⟷")
    wait_for("the pair in the session", lambda: session_of(diptych).get("right"))

    diptych.press("ctrl+comma", "shift+Tab", "End")
    wait_for("another window", lambda: diptych.window("⟷").id != first)
    wait_for("the choice", lambda: settings_of(diptych).get("language") == "ru")
    diptych.focus("⟷")
    # No key of the top row: beside newer keymaps xdotool holds Alt down with them.
    diptych.press("ctrl+question")
    diptych.focus("Клавиши")
    diptych.press("Escape")
    diptych.come_back_from("Клавиши")
    diptych.press("ctrl+q")

    assert diptych.process.wait(PATIENCE_SECONDS) == 0
    assert diptych.errors() == ""
