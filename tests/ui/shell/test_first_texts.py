# SPDX-License-Identifier: MIT
"""The texts that were open, shown before what stands beside them is built."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diptych import settings
from diptych.app import NOTHING_ASKED, Diptych
from diptych.compare.values import Kind
from diptych.paths import Profile
from diptych.settings import SessionState
from diptych.text.sides import SIDES
from diptych.ui.reader.page_view import PageView
from diptych.ui.shell import first_texts


class Early:
    """What the window showed when the rest of it began to be built."""

    def __init__(self) -> None:
        self.picture: Any = None
        self.titles: tuple[str, ...] = ()
        self.marks = 0
        self.says = ""

    def look(self, diptych: Diptych) -> None:
        split = diptych.window.split
        self.picture = diptych.window.still._picture
        panes = (split.panes[side] for side in SIDES)
        stand = (pane.article for pane in panes if pane.view.page is not None)
        self.titles = tuple(article.called for article in stand if article is not None)
        self.marks = len(split._matches)
        self.says = diptych.window.toolbar.position.text()


@pytest.fixture
def closed(diptych: Diptych, profile: Profile, qtbot: QtBot) -> None:
    """Read a pair, close the window, and forget the picture of it."""
    qtbot.waitUntil(diptych.window.matches_presenter.is_listed)
    qtbot.waitUntil(diptych.window.session_presenter.is_back)
    diptych.window.close()
    profile.page_file.unlink(missing_ok=True)


@pytest.fixture
def come_back(
    closed: None, profile: Profile, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., tuple[Diptych, Early]]]:
    """Open the window once more, with something changed in what its session was."""
    opened: list[Diptych] = []

    def again(**changed: object) -> tuple[Diptych, Early]:
        session = settings.load(SessionState, profile.session_file)
        settings.save(replace(session, **changed), profile.session_file)  # type: ignore[arg-type]
        early, states = Early(), Diptych._states

        def look_then_build(diptych: Diptych) -> object:
            early.look(diptych)
            return states(diptych)

        monkeypatch.setattr(Diptych, "_states", look_then_build)
        first = partial(Diptych.show_at_once, wanted=NOTHING_ASKED)
        opened.append(Diptych(qapp, profile, "light", first=first))
        return opened[0], early

    yield again
    for diptych in opened:
        diptych.window.close()
        diptych.window.deleteLater()


def test_both_texts_are_painted_before_the_rest_is_built(
    come_back: Callable[..., tuple[Diptych, Early]],
) -> None:
    _, early = come_back()

    assert early.titles == ("The harbour vote", "The ferry deal")
    assert early.picture is not None


def test_what_both_say_is_marked_in_them_if_it_is_known(
    come_back: Callable[..., tuple[Diptych, Early]], qtbot: QtBot
) -> None:
    diptych, early = come_back()
    diptych.start()
    qtbot.waitUntil(diptych.window.still.isHidden)

    assert early.marks == len(diptych.states.pair.found.visible) > 0


def test_matches_that_were_hidden_are_not_marked(
    come_back: Callable[..., tuple[Diptych, Early]],
) -> None:
    _, early = come_back(hidden_kinds=tuple(kind.value for kind in Kind))

    assert early.titles and not early.marks


def test_of_two_versions_no_matches_are_marked(
    come_back: Callable[..., tuple[Diptych, Early]],
) -> None:
    _, early = come_back(changes_shown=True)

    assert early.titles and not early.marks
    assert early.says == "Comparing…"


def test_each_page_is_set_once(
    come_back: Callable[..., tuple[Diptych, Early]],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages: list[object] = []
    show = PageView.show_page
    diptych, _ = come_back()
    before = [diptych.window.split.panes[side].view.page for side in SIDES]
    monkeypatch.setattr(
        PageView, "show_page", lambda *words: (pages.append(words[1]), show(*words))[1]
    )

    diptych.start()

    qtbot.waitUntil(diptych.window.still.isHidden)
    assert None not in before and not pages


def test_long_texts_wait_for_the_whole_window(
    come_back: Callable[..., tuple[Diptych, Early]],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(first_texts, "LONGEST", 100)
    diptych, early = come_back()
    diptych.start()
    qtbot.waitUntil(diptych.window.still.isHidden)

    assert not early.titles and early.picture is None
    assert all(diptych.states.pair.pinned_ids())


def test_an_article_that_is_gone_keeps_nothing_from_being_built(
    come_back: Callable[..., tuple[Diptych, Early]],
) -> None:
    diptych, early = come_back(left="0" * 32)

    assert not early.titles
    assert diptych.window.library_panel is not None


def test_the_library_comes_before_the_texts_for_the_tab_key(
    come_back: Callable[..., tuple[Diptych, Early]],
) -> None:
    window = come_back()[0].window
    parts = (window.toolbar, window.library_panel, window.split, window.tabs)
    order, widget = [], window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order += [part for part in parts if part.isAncestorOf(widget)]
        widget = widget.nextInFocusChain()

    assert tuple(dict.fromkeys(order)) == parts
