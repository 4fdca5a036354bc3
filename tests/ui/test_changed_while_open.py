# SPDX-License-Identifier: MIT
"""Articles that change or go while something tells of them: it follows, and says why it ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot
from tests.endless import wait_for_ever

from diptych.app import Diptych
from diptych.notes.export.profiles import Format
from diptych.services.companions import Companions
from diptych.text.sides import Side
from diptych.ui.desk.trail import Top
from diptych.ui.export.dialog import ExportDialog
from diptych.ui.export.print_sheet import PrintSheet
from diptych.ui.overview.matrix import Matrix
from diptych.ui.story.dialog import StoryDialog
from ui.acting import trigger

BEFORE, NOW = "Some 41,000 passengers", "Only 39,000 passengers"


def read_again(diptych: Diptych, file: Path, qtbot: QtBot) -> None:
    """Change the left article's file and follow the link that offers to read it anew."""
    pair = diptych.states.pair
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(BEFORE, NOW), encoding="utf-8")
    with qtbot.waitSignal(pair.pinned):
        diptych.window.frame.texts.banner_followed.emit(Side.LEFT)
    qtbot.waitUntil(lambda: pair.comparison is not None)


def test_the_column_of_both_tells_the_new_words_at_the_same_place(
    diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    trigger(diptych, "woven")
    view = diptych.window.retellings.woven.view
    qtbot.waitUntil(lambda: BEFORE in view.toPlainText() and not view.is_setting)
    view.verticalScrollBar().setValue(300)

    read_again(diptych, files[0], qtbot)

    qtbot.waitUntil(lambda: NOW in view.toPlainText())
    qtbot.waitUntil(lambda: not view.is_setting)
    assert BEFORE not in view.toPlainText()
    assert abs(view.verticalScrollBar().value() - 300) < 20


def test_while_the_column_is_made_it_is_not_said_that_the_texts_are_compared(
    diptych: Diptych, qtbot: QtBot
) -> None:
    pair, page = diptych.states.pair, diptych.window.retellings.woven
    pair._compute.run("before", wait_for_ever)  # something that keeps the column waiting

    trigger(diptych, "woven")
    assert page.message().startswith("Putting both into one column…")

    pair._compute.stop("before")
    qtbot.waitUntil(lambda: BEFORE in page.view.toPlainText())


def test_the_brief_tells_the_new_words(
    diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    trigger(diptych, "brief")
    panel = diptych.window.retellings.brief

    read_again(diptych, files[0], qtbot)

    def told() -> str:
        return " ".join(f"{row.left_text} {row.right_text}" for row in panel.rows())

    qtbot.waitUntil(lambda: NOW in told())
    assert BEFORE not in told()


def test_no_brief_opens_over_what_is_read_when_a_file_is_read_anew(
    diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    brief, history = diptych.window.actions_by_id["brief"], diptych.window.history_presenter
    brief.setChecked(False)
    opened: list[bool] = []
    history.pair_first_read.connect(lambda: opened.append(True))

    read_again(diptych, files[0], qtbot)

    assert not opened
    assert not brief.isChecked()


def asked(diptych: Diptych, qtbot: QtBot) -> StoryDialog:
    trigger(diptych, "next-difference")
    trigger(diptych, "story")
    dialog = diptych.window.findChild(StoryDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.tellers()))
    return dialog


def test_the_story_goes_on_with_the_new_words(
    diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    dialog = asked(diptych, qtbot)

    read_again(diptych, files[0], qtbot)

    qtbot.waitUntil(lambda: any(NOW in t.quote for t in dialog.tellers()))
    assert not any(BEFORE in teller.quote for teller in dialog.tellers())


def test_the_story_of_an_article_taken_out_says_so(diptych: Diptych, qtbot: QtBot) -> None:
    dialog = asked(diptych, qtbot)

    diptych.states.library.remove([diptych.states.pair.pinned_ids()[0]])

    qtbot.waitUntil(lambda: "taken out" in dialog.message())
    assert dialog.tellers() == ()


def test_the_report_in_view_is_that_of_the_pair_as_it_is(
    diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    trigger(diptych, "export-report")
    qtbot.waitUntil(lambda: diptych.window.findChild(ExportDialog) is not None)
    dialog = diptych.window.findChild(ExportDialog)
    assert dialog is not None
    dialog.choose_format(Format.REPORT_MD.value)
    shown = dialog.findChild(QPlainTextEdit)
    qtbot.waitUntil(lambda: BEFORE in shown.toPlainText())

    read_again(diptych, files[0], qtbot)

    qtbot.waitUntil(lambda: NOW in shown.toPlainText())
    assert BEFORE not in shown.toPlainText()


def test_the_pages_to_be_printed_follow_the_pair_and_close_without_one(
    diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    trigger(diptych, "print")
    presenter = diptych.window.print_presenter
    qtbot.waitUntil(lambda: BEFORE in presenter.html)

    read_again(diptych, files[0], qtbot)
    qtbot.waitUntil(lambda: NOW in presenter.html)
    for side in Side:
        diptych.states.pair.clear(side)

    qtbot.waitUntil(lambda: diptych.window.findChild(PrintSheet) is None)


def test_what_was_said_of_a_pair_goes_with_it(
    open_window: Callable[..., Diptych], files: tuple[Path, Path], qtbot: QtBot
) -> None:
    diptych = open_window(files[0], files[0])
    status, pair = diptych.window.status, diptych.states.pair
    assert status.message.text() == "Both sides show the same article."

    pair.clear(Side.RIGHT)

    assert status.message.text() == ""


def test_what_could_not_be_done_is_said_until_something_else_is(diptych: Diptych) -> None:
    status = diptych.window.status
    trigger(diptych, "reject")
    assert "Choose a match first" in status.message.text()

    trigger(diptych, "next-match")

    assert "Choose a match first" not in status.message.text()


def test_an_offer_to_undo_outlasts_the_next_action(diptych: Diptych, qtbot: QtBot) -> None:
    diptych.states.library.remove([diptych.states.pair.pinned_ids()[1]])
    status = diptych.window.status
    qtbot.waitUntil(lambda: not status.undo.isHidden())

    trigger(diptych, "larger")

    assert "Taken out" in status.message.text()


def test_the_overview_leaves_out_an_article_taken_out_meanwhile(
    diptych: Diptych, qtbot: QtBot
) -> None:
    trigger(diptych, "overview")
    matrix = diptych.window.overview.findChild(Matrix)
    assert len(matrix.articles()) == 2

    diptych.states.library.remove([diptych.states.pair.pinned_ids()[1]])
    qtbot.waitUntil(lambda: len(matrix.articles()) < 2)
    trigger(diptych, "undo")

    qtbot.waitUntil(lambda: len(matrix.articles()) == 2)
    assert diptych.window.actions_by_id["overview"].isChecked()


def test_the_headings_are_those_of_the_article_as_it_is(
    open_window: Callable[..., Diptych], tmp_path: Path, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    headed = tmp_path / "headed.md"
    text = "# Pier\n\n" + "".join(f"## Part {n}\n\nThe ferry sails at {n}.\n\n" for n in range(5))
    headed.write_text(text, encoding="utf-8")
    diptych = open_window(headed, files[1])
    diptych.window.frame.texts.focus(Side.LEFT)
    trigger(diptych, "outline")

    headed.write_text(text.replace("Part 3", "The storm"), encoding="utf-8")
    diptych.window.frame.texts.banner_followed.emit(Side.LEFT)

    def titles() -> list[str]:
        return [row.title for row in diptych.window.outline.rows()]

    qtbot.waitUntil(lambda: "The storm" in titles())
    assert "Part 3" not in titles()
    diptych.states.pair.clear(Side.LEFT)
    qtbot.waitUntil(lambda: titles() == [])


def test_what_goes_with_an_article_follows_it_in_silence_when_it_is_read_anew(
    diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    states, status = diptych.states, diptych.window.status
    states.pair.clear(Side.RIGHT)
    companions = diptych.window.companion_presenter
    with qtbot.waitSignal(states.companions.found):
        companions.take_progress(2, 2)
    said: list[str] = []
    states.companions.failed.connect(said.append)
    text = files[0].read_text(encoding="utf-8")
    files[0].write_text(text.replace(BEFORE, NOW), encoding="utf-8")

    with qtbot.waitSignal(states.companions.found) as found:
        diptych.window.frame.texts.banner_followed.emit(Side.LEFT)

    assert found.args[0].article.id == states.pair.pinned_ids()[0]
    assert not said
    assert "in the library" not in status.message.text()


def test_an_article_read_anew_stays_at_the_words_that_were_at_the_top(
    diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    texts, pair = diptych.window.frame.texts, diptych.states.pair
    diptych.window.split.go_to_top(Side.LEFT, Top(700))

    def at_top() -> str:
        pinned = pair.sides[Side.LEFT]
        return pinned.article.text[texts.top_place(Side.LEFT) :][:40] if pinned else ""

    words = at_top()
    text = files[0].read_text(encoding="utf-8")
    files[0].write_text(text.replace("\n\n", "\n\n" + "Told before. " * 90 + "\n\n", 1))
    texts.banner_followed.emit(Side.LEFT)

    qtbot.waitUntil(lambda: "Told before." in pair.sides[Side.LEFT].article.text)
    qtbot.waitUntil(lambda: at_top() == words)


def test_what_goes_with_an_article_is_asked_anew_when_all_are_read_for_meaning(
    diptych: Diptych, qtbot: QtBot
) -> None:
    states = diptych.states
    qtbot.waitUntil(lambda: states.library.entry(states.pair.pinned_ids()[0]) is not None)
    states.pair.clear(Side.RIGHT)
    with qtbot.waitSignal(states.companions.found):
        diptych.window.companion_presenter.take_progress(2, 2)
    asked: list[object] = []
    states.companions.found.connect(asked.append)

    states.meaning.progressed.emit(1, 2)
    states.meaning.progressed.emit(2, 2)

    qtbot.waitUntil(lambda: len(asked) == 1)


def test_what_goes_with_an_article_is_not_denied_while_others_are_read_for_meaning(
    diptych: Diptych, qtbot: QtBot
) -> None:
    states, presenter = diptych.states, diptych.window.companion_presenter
    qtbot.waitUntil(lambda: states.library.entry(states.pair.pinned_ids()[0]) is not None)
    presenter.take_progress(1, 2)
    states.pair.clear(Side.RIGHT)
    offer = diptych.window.offers[Side.RIGHT]
    article = states.pair.sides[Side.LEFT].article
    with qtbot.waitSignal(states.companions.found):
        states.companions.find(article.id)
    states.companions.found.emit(Companions(article, (), 0))

    def said() -> str:
        return " ".join(label.text() for label in offer.findChildren(QLabel))

    assert "None found so far" in said()
    presenter.take_progress(0, 0)
    assert "No other article" in said()
