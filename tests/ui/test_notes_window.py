# SPDX-License-Identifier: MIT
"""Notes in the whole window, offscreen: written, undone, settled, exported, kept."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.errors import NoteError
from diptych.notes import store as store_of_notes
from diptych.notes.export.save import Again
from diptych.notes.note import Note, Stance, new_note
from diptych.notes.store import NoteStore
from diptych.paths import Profile
from diptych.services.articles import open_article
from diptych.services.indexing import add
from diptych.services.stores import Stores
from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.ui.export.choices import ExportChoice
from diptych.ui.export.dialog import ExportDialog
from diptych.ui.notes.attention import NeedsAttention
from diptych.ui.notes.deleted import DeletedNotes
from diptych.ui.parts import clock, theme
from diptych.ui.shell.open_windows import Asked
from ui.acting import trigger

SLOW_DISK_S = 20  # longer than the test takes, which lets it answer

LEFT = """The harbour vote

The council voted on Tuesday to keep the night boat until the end of June.

Some 41,000 passengers used the night boat last year, a third of them shift workers.
"""
RIGHT = """The ferry deal

Nobody asked the islanders what they thought of the timetable that was agreed.

Last year the night boat carried 46,000 passengers, according to the harbour office.
"""
SENTENCE = "Some 41,000 passengers used the night boat last year, a third of them shift workers."
OTHER = "Last year the night boat carried 46,000 passengers, according to the harbour office."

Open = Callable[[], Diptych]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(LEFT, encoding="utf-8")
    right.write_text(RIGHT, encoding="utf-8")
    return left, right


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, profile: Profile, files: tuple[Path, Path]
) -> Iterator[Open]:
    theme.load_fonts()
    opened: list[Diptych] = []

    def open_() -> Diptych:
        diptych = Diptych(qapp, profile, "light")
        opened.append(diptych)
        diptych.start(Asked(files=tuple(files)), size=(1200, 800))
        qtbot.waitUntil(lambda: diptych.states.pair.comparison is not None)
        return diptych

    yield open_
    for diptych in opened:
        diptych.window.close()
        diptych.window.deleteLater()


@pytest.fixture
def diptych(open_window: Open) -> Diptych:
    return open_window()


@pytest.fixture
def stored(profile: Profile) -> Iterator[NoteStore]:
    """What another process would see."""
    with NoteStore(profile.notes_file) as store:
        yield store


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def begin(diptych: Diptych, qtbot: QtBot, *sides: str) -> Note:
    """Begin a note on the sentence of each side."""
    places = {"left": span_of(LEFT, SENTENCE), "right": span_of(RIGHT, OTHER)}
    notes = diptych.states.notes
    with qtbot.waitSignal(notes.opened):
        notes.create([(side, places[side]) for side in sides])
    assert notes.editing is not None
    return notes.editing


def type_text(diptych: Diptych, text: str) -> None:
    box = diptych.window.editor.findChild(QPlainTextEdit, "note-text")
    assert box is not None
    box.setPlainText(text)


def write(diptych: Diptych, qtbot: QtBot, text: str, *sides: str) -> Note:
    note = begin(diptych, qtbot, *(sides or ("left", "right")))
    with qtbot.waitSignal(diptych.states.notes.saved):
        type_text(diptych, text)
    return note


def select(diptych: Diptych, side: str, text: str, words: str) -> None:
    view = diptych.window.split.panes[side].view
    span = span_of(text, words)
    view.put_caret(span.start)
    cursor = view.textCursor()
    cursor.movePosition(cursor.MoveOperation.NextCharacter, cursor.MoveMode.KeepAnchor, len(words))
    view.setTextCursor(cursor)


def test_what_is_typed_last_is_kept_on_closing(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore
) -> None:
    begin(diptych, qtbot, "left")
    type_text(diptych, "The very last word.")
    diptych.window.close()
    assert [note.text for note in stored.notes()] == ["The very last word."]


@pytest.mark.parametrize("ended", ["closed", "saved"])
def test_letters_typed_before_the_disk_answers_are_kept(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore, ended: str
) -> None:
    select(diptych, "left", LEFT, SENTENCE)
    answers = threading.Event()
    diptych.noting.run("a slow disk", lambda _: answers.wait(SLOW_DISK_S))
    trigger(diptych, "note")
    QTest.keyClicks(QApplication.focusWidget(), "At once.")
    if ended == "closed":
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    with qtbot.waitSignal(diptych.states.notes.saved):
        answers.set()
    diptych.window.close()
    assert [note.text for note in stored.notes()] == ["At once."]
    assert stored.notes()[0].created.year > 2000


def test_letters_typed_at_once_go_into_the_note_that_is_there(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore
) -> None:
    trigger(diptych, "next-match")
    with qtbot.waitSignal(diptych.states.notes.saved):
        trigger(diptych, "note")
        type_text(diptych, "Before. ")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    answers = threading.Event()
    diptych.noting.run("a slow disk", lambda _: answers.wait(SLOW_DISK_S))
    trigger(diptych, "note")
    QTest.keyClicks(QApplication.focusWidget(), "At once.")
    with qtbot.waitSignal(diptych.states.notes.saved):
        answers.set()
    assert [note.text for note in stored.notes()] == ["At once.Before. "]  # where its caret is


@pytest.mark.parametrize("ended", ["open", "closed"])
def test_a_note_asked_for_again_before_the_disk_answers_is_the_same(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore, ended: str
) -> None:
    trigger(diptych, "next-match")
    answers = threading.Event()
    diptych.noting.run("a slow disk", lambda _: answers.wait(SLOW_DISK_S))
    trigger(diptych, "note")
    QTest.keyClicks(QApplication.focusWidget(), "Once. ")
    if ended == "closed":
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    trigger(diptych, "note")
    QTest.keyClicks(QApplication.focusWidget(), "Twice.")
    answers.set()
    diptych.window.close()
    assert [note.text for note in stored.notes()] == ["Once. Twice."]


def test_a_note_the_disk_refused_at_first_is_kept_with_its_words(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NoteError("notes.sqlite cannot be written: the disk is full.")

    notes = diptych.states.notes
    with monkeypatch.context() as full:
        full.setattr(NoteStore, "add", refuse)
        with qtbot.waitSignal(notes.not_saved):
            begin(diptych, qtbot, "left")
    with qtbot.waitSignal(notes.saved):
        type_text(diptych, "Not lost.")
    assert [note.text for note in stored.notes()] == ["Not lost."]


def test_what_the_disk_refused_is_tried_again(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(diptych, qtbot, "left")
    notes = diptych.states.notes

    def refuse(*_: object) -> None:
        raise NoteError("notes.sqlite cannot be written: the disk is full.")

    with monkeypatch.context() as full:
        full.setattr(NoteStore, "update", refuse)
        with qtbot.waitSignal(notes.not_saved):
            type_text(diptych, "Not lost.")
    with qtbot.waitSignal(notes.saved):
        pass
    assert [note.text for note in stored.notes()] == ["Not lost."]


def test_new_note_without_a_word_is_not_kept(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore
) -> None:
    begin(diptych, qtbot, "left")
    diptych.window.close()
    assert stored.notes() == stored.deleted_notes() == ()


def test_other_pin_keeps_what_is_typed(diptych: Diptych, qtbot: QtBot, stored: NoteStore) -> None:
    begin(diptych, qtbot, "left")
    type_text(diptych, "Before the pin.")
    trigger(diptych, "swap")
    qtbot.waitUntil(lambda: [note.text for note in stored.notes()] == ["Before the pin."])


def type_on(diptych: Diptych, words: str) -> None:
    """Press the keys of words at the end of the note, without a pause to save in."""
    box = diptych.window.editor.findChild(QPlainTextEdit, "note-text")
    assert box is not None
    box.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(box, words)


def begin_another(diptych: Diptych, _first: Note) -> None:
    diptych.states.notes.create([(Side.RIGHT, span_of(RIGHT, OTHER))])


def open_the_same(diptych: Diptych, first: Note) -> None:
    diptych.states.notes.edit(first.id)


def follow_a_link(diptych: Diptych, _first: Note) -> None:
    other = next(note for note in diptych.states.notes.all_notes if note.text == "Other.")
    diptych.window.notes_presenter.open_note(other.id)


def add_a_passage(diptych: Diptych, _first: Note) -> None:
    select(diptych, "right", RIGHT, OTHER)
    trigger(diptych, "add-passage")


def delete_and_undo(diptych: Diptych, first: Note) -> None:
    diptych.states.notes.delete((first.id,))
    trigger(diptych, "undo")


LEAVING = (begin_another, open_the_same, follow_a_link, add_a_passage, delete_and_undo)


@pytest.mark.parametrize("leave", LEAVING)
def test_what_was_typed_last_stays_in_its_note(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore, leave: Callable[[Diptych, Note], None]
) -> None:
    write(diptych, qtbot, "Other.", "right")
    first = write(diptych, qtbot, "First.", "left")
    qtbot.waitUntil(lambda: len(diptych.states.notes.all_notes) == 2)

    type_on(diptych, " And last.")
    leave(diptych, first)

    qtbot.waitUntil(lambda: {"First. And last.", "Other."} <= {n.text for n in stored.notes()})


def test_words_typed_while_a_passage_is_added_stay(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore
) -> None:
    first = write(diptych, qtbot, "First.", "left")
    add_a_passage(diptych, first)
    type_on(diptych, " Meanwhile.")
    qtbot.waitUntil(lambda: len(stored.notes()[0].anchors) == 2)
    type_on(diptych, " After.")
    qtbot.waitUntil(lambda: stored.notes()[0].text == "First. Meanwhile. After.")


def test_no_note_is_left_to_write_in_when_the_one_asked_for_is_gone(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore
) -> None:
    write(diptych, qtbot, "Here.", "left")
    with qtbot.waitSignal(diptych.states.notes.failed):
        diptych.states.notes.edit("11111111-1111-4111-8111-111111111111")
    assert diptych.window.editor.isHidden()
    assert [note.text for note in stored.notes()] == ["Here."]


class YearBefore(datetime):
    """A clock that is a year late."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> YearBefore:
        moment = super().now(tz)
        return moment - timedelta(days=365)


def test_a_clock_set_back_while_a_note_is_written_loses_nothing(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(diptych, qtbot, "Before.", "left")
    with monkeypatch.context() as back:
        back.setattr(store_of_notes, "datetime", YearBefore)
        back.setattr(clock, "datetime", YearBefore)
        type_on(diptych, " Then.")
        qtbot.waitUntil(lambda: [n.text for n in stored.notes()] == ["Before. Then."])
        write(diptych, qtbot, "Of the old day.", "right")
    type_on(diptych, " And now.")

    words = {"Before. Then.", "Of the old day. And now."}
    qtbot.waitUntil(lambda: {n.text for n in stored.notes()} == words)
    trigger(diptych, "undo")
    qtbot.waitUntil(lambda: len({n.text for n in stored.notes()} & words) == 1)
    trigger(diptych, "redo")
    qtbot.waitUntil(lambda: {n.text for n in stored.notes()} == words)


def test_undo_goes_through_typing_and_creation(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore
) -> None:
    write(diptych, qtbot, "A thought.")
    trigger(diptych, "undo")
    qtbot.waitUntil(lambda: [note.text for note in stored.notes()] == [""])
    said = diptych.window.status.message.text
    qtbot.waitUntil(lambda: said() == "The note is as it was before.")
    trigger(diptych, "undo")
    qtbot.waitUntil(lambda: not stored.notes())
    qtbot.waitUntil(lambda: said() == "The note is gone again.")
    trigger(diptych, "redo")
    trigger(diptych, "redo")
    qtbot.waitUntil(lambda: [note.text for note in stored.notes()] == ["A thought."])


def test_passage_of_the_other_side_is_added(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore
) -> None:
    write(diptych, qtbot, "One side.", "left")
    select(diptych, "right", RIGHT, OTHER)
    trigger(diptych, "add-passage")
    qtbot.waitUntil(lambda: len(stored.notes()[0].anchors) == 2)
    assert stored.notes()[0].right is not None


def test_no_passage_is_added_twice(diptych: Diptych, qtbot: QtBot, stored: NoteStore) -> None:
    write(diptych, qtbot, "One side.", "left")
    select(diptych, "left", LEFT, SENTENCE)
    trigger(diptych, "add-passage")
    assert diptych.window.status.message.text() == "The note has this passage already."
    select(diptych, "right", RIGHT, OTHER)
    trigger(diptych, "add-passage")
    trigger(diptych, "add-passage")
    qtbot.waitUntil(lambda: len(stored.notes()[0].anchors) > 1)
    assert [anchor.side for anchor in stored.notes()[0].anchors] == ["left", "right"]


def test_note_of_another_window_appears(diptych: Diptych, qtbot: QtBot, stored: NoteStore) -> None:
    note = write(diptych, qtbot, "Mine.")
    stored.add(new_note("Theirs.", note.anchors))
    qtbot.waitUntil(lambda: len(diptych.states.notes.pair_notes) == 2)


def test_note_changed_elsewhere_is_never_overwritten(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore
) -> None:
    write(diptych, qtbot, "Mine.")
    stored.update(replace(stored.notes()[0], text="Theirs."))
    type_text(diptych, "Mine again.")
    qtbot.waitUntil(lambda: len(stored.notes()) == 2)
    assert {note.text for note in stored.notes()} == {"Theirs.", "Mine again."}


def test_one_key_goes_to_the_passage_and_back(diptych: Diptych, qtbot: QtBot) -> None:
    note = write(diptych, qtbot, "There and back.")
    window = diptych.window
    window.activateWindow()
    window.editor.focus_text()
    trigger(diptych, "note-passage")
    view = window.split.panes["left"].view
    assert view.caret_place() == note.anchors[0].start
    qtbot.waitUntil(view.hasFocus)
    with qtbot.waitSignal(diptych.states.notes.opened):
        trigger(diptych, "note-passage")


def test_reworded_passage_needs_attention_and_is_accepted(
    diptych: Diptych, qtbot: QtBot, files: tuple[Path, Path], stored: NoteStore
) -> None:
    write(diptych, qtbot, "Look here.")
    files[0].write_text(LEFT.replace("a third", "one in three"), encoding="utf-8")
    diptych.window.library_presenter.adding.add_and_pin({"left": files[0]})
    attention = diptych.states.attention
    qtbot.waitUntil(lambda: len(attention.troubles) == 1)
    placed = diptych.states.notes.pair_notes[0]
    assert [place.state for place in placed.places] == ["fuzzy", "exact"]
    attention.accept(placed.note.id, 0, 0)
    qtbot.waitUntil(lambda: "one in three" in stored.notes()[0].anchors[0].quote)
    assert not attention.troubles


def test_passage_left_without_a_place_is_not_asked_about_again(
    diptych: Diptych, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    note = write(diptych, qtbot, "Gone.")
    files[0].write_text(LEFT.replace(SENTENCE, ""), encoding="utf-8")
    diptych.window.library_presenter.adding.add_and_pin({"left": files[0]})
    attention = diptych.states.attention
    qtbot.waitUntil(lambda: len(attention.troubles) == 1)
    attention.keep(note.id, 0)
    with qtbot.waitSignal(attention.changed):
        attention.refresh()
    assert not attention.troubles


def test_lost_place_is_chosen_in_the_text(
    diptych: Diptych, qtbot: QtBot, files: tuple[Path, Path], stored: NoteStore
) -> None:
    write(diptych, qtbot, "Where?")
    files[0].write_text(LEFT.replace(SENTENCE, "They counted nobody."), encoding="utf-8")
    diptych.window.library_presenter.adding.add_and_pin({"left": files[0]})
    attention = diptych.states.attention
    qtbot.waitUntil(lambda: len(attention.troubles) == 1)
    diptych.window.notes_presenter.choose_place(attention.troubles[0])
    changed = files[0].read_text(encoding="utf-8")
    select(diptych, "left", changed, "They counted nobody.")
    trigger(diptych, "note")
    qtbot.waitUntil(lambda: stored.notes()[0].anchors[0].quote == "They counted nobody.")


def test_attention_is_opened_from_the_menu(diptych: Diptych, qtbot: QtBot) -> None:
    trigger(diptych, "needs-attention")
    dialog = diptych.window.findChild(NeedsAttention)
    assert dialog is not None
    dialog.reject()
    qtbot.waitUntil(lambda: diptych.window.findChild(NeedsAttention) is None)


def test_deleted_note_is_restored_from_its_list(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore
) -> None:
    note = write(diptych, qtbot, "Back again.")
    diptych.states.notes.delete((note.id,))
    qtbot.waitUntil(lambda: not stored.notes())
    trigger(diptych, "deleted-notes")
    qtbot.waitUntil(lambda: diptych.window.findChild(DeletedNotes) is not None)
    dialog = diptych.window.findChild(DeletedNotes)
    assert dialog.chosen() == (note.id,)
    dialog.restore_requested.emit(dialog.chosen())
    qtbot.waitUntil(lambda: len(stored.notes()) == 1)
    dialog.reject()


def test_all_notes_are_grouped_and_searched(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore
) -> None:
    note = write(diptych, qtbot, "About ferries.")
    stored.add(new_note("About trams.", note.anchors, tags=("b", "a"), stance=Stance.ADDS))
    notes, panel = diptych.states.notes, diptych.window.notes
    trigger(diptych, "all-notes")
    qtbot.waitUntil(lambda: len(notes.all_notes) == 2)
    panel.grouping_changed.emit("tag")
    headings = [row.group for row in panel.rows if row.group]
    assert headings == ["#a (1)", "#b (1)", "Without a tag (1)"]
    panel.query_changed.emit("trams")
    qtbot.waitUntil(lambda: [each.text for each in notes.all_notes] == ["About trams."])


def test_export_dialog_previews_the_real_file(
    diptych: Diptych, qtbot: QtBot, tmp_path: Path
) -> None:
    write(diptych, qtbot, "To be exported.")
    export, wiring = diptych.states.export, diptych.window.export_presenter
    with qtbot.waitSignal(export.previewed) as previewed:
        trigger(diptych, "export-pair")
    target = tmp_path / "notes.md"
    with qtbot.waitSignal(export.written):
        wiring.write(ExportChoice("pair", "commonmark"), target)
    assert target.read_text(encoding="utf-8").strip() == previewed.args[0].text.strip()


@pytest.mark.parametrize("format_", ["pandoc", "web-annotation", "report-html", "report-pdf"])
def test_every_profile_is_written(
    diptych: Diptych, qtbot: QtBot, tmp_path: Path, format_: str
) -> None:
    write(diptych, qtbot, "In every form.")
    target = tmp_path / "out"
    with qtbot.waitSignal(diptych.states.export.written):
        diptych.window.export_presenter.write(ExportChoice("pair", format_), target)
    assert target.stat().st_size > 100


def test_export_is_copied(diptych: Diptych, qtbot: QtBot) -> None:
    note = write(diptych, qtbot, "To the clipboard.")
    wiring = diptych.window.export_presenter
    with qtbot.waitSignal(diptych.states.export.counted):
        wiring.open()
    dialog = diptych.window.findChild(ExportDialog)
    with qtbot.waitSignal(diptych.states.export.copied):
        dialog.copy_requested.emit(ExportChoice(f"note:{note.id}", "github"))
    assert "To the clipboard." in QGuiApplication.clipboard().text()
    assert any(button.text() == "Copied" for button in dialog.findChildren(QPushButton))
    dialog.reject()


def test_a_report_is_called_so_and_its_file_after_both_articles(
    diptych: Diptych, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(
        "diptych.ui.export.presenter.QFileDialog.getSaveFileName",
        lambda _, title, path, **__: (asked.append((title, Path(path).name)), ("", ""))[1],
    )
    trigger(diptych, "export-report")
    qtbot.waitUntil(lambda: diptych.window.findChild(ExportDialog) is not None)
    dialog = diptych.window.findChild(ExportDialog)
    assert dialog.windowTitle() == dialog.heading.text() == "Report on the pair"
    dialog.save_requested.emit(dialog.choice())
    assert asked == [("Report on the pair", "The harbour vote - The ferry deal.html")]
    dialog.choose_format("github")
    assert dialog.windowTitle() == dialog.heading.text() == "Export notes"
    dialog.reject()


def test_failed_export_is_said_and_the_file_is_intact(
    diptych: Diptych, qtbot: QtBot, tmp_path: Path
) -> None:
    write(diptych, qtbot, "Still here.")
    target = tmp_path / "old.md"
    target.write_text("old", encoding="utf-8")
    export, wiring = diptych.states.export, diptych.window.export_presenter
    with qtbot.waitSignal(export.failed) as failed:
        export.save(wiring.order(ExportChoice("pair", "csv")), target / "no.csv", Again.OVERWRITE)
    assert "could not be written" in failed.args[0]
    assert target.read_text(encoding="utf-8") == "old"


def stop_at_once(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore, format_: str, target: Path
) -> str:
    """Begin to export many notes and give it up; return what is said then."""
    stored.add_all([new_note(f"Note {number}.") for number in range(300)])
    export, wiring = diptych.states.export, diptych.window.export_presenter
    with qtbot.waitSignal(export.failed) as failed:
        wiring.write(ExportChoice("all", format_), target)
        export.stop()
    return str(failed.args[0])


def test_stopped_export_writes_nothing(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore, tmp_path: Path
) -> None:
    said = stop_at_once(diptych, qtbot, stored, "commonmark", tmp_path / "out.md")
    assert "nothing was written" in said
    assert not (tmp_path / "out.md").exists()


def test_stopped_pages_are_not_denied(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore, tmp_path: Path
) -> None:
    said = stop_at_once(diptych, qtbot, stored, "obsidian", tmp_path / "pages")
    assert "so far are in the folder" in said


def test_other_version_of_a_note_is_called_so(
    diptych: Diptych, qtbot: QtBot, stored: NoteStore
) -> None:
    note = write(diptych, qtbot, "Mine.")
    stored.merge([replace(note, text="Theirs.", modified=note.modified + timedelta(days=1))])
    panel = diptych.window.notes
    qtbot.waitUntil(lambda: sorted(row.is_copy for row in panel.rows) == [False, True])


def test_broken_template_keeps_the_default(diptych: Diptych, qtbot: QtBot) -> None:
    write(diptych, qtbot, "With a template.")
    export, wiring = diptych.states.export, diptych.window.export_presenter
    order = wiring.order(ExportChoice("pair", "commonmark"))
    with qtbot.waitSignal(export.refused) as refused:
        export.try_template(order, "fine\n{% for %}")
    assert "line 2" in refused.args[1]
    with qtbot.waitSignal(export.previewed):
        export.preview(order)


def test_markdown_copy_follows_the_notes(diptych: Diptych, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    folder.mkdir()
    diptych.window.note_care_presenter.set_mirror(str(folder))
    write(diptych, qtbot, "Copied at once.")
    qtbot.waitUntil(
        lambda: any("at once" in page.read_text("utf-8") for page in folder.glob("*.md"))
    )


def test_notes_are_brought_in(
    diptych: Diptych, qtbot: QtBot, tmp_path: Path, profile: Profile
) -> None:
    note = write(diptych, qtbot, "Out and in.")
    target = tmp_path / "notes.jsonld"
    with qtbot.waitSignal(diptych.states.export.written):
        diptych.window.export_presenter.write(ExportChoice("all", "web-annotation"), target)
    keeping = diptych.states.keeping
    with qtbot.waitSignal(keeping.brought_in) as brought:
        keeping.bring_in(target)
    assert [each.id for each in brought.args[0].merge.unchanged] == [note.id]


def test_backup_is_restored_in_the_open_window(
    diptych: Diptych, qtbot: QtBot, profile: Profile, stored: NoteStore
) -> None:
    from diptych.notes.backups import back_up_if_changed

    note = write(diptych, qtbot, "As it was.")
    backup = back_up_if_changed(profile.notes_file)
    assert backup is not None
    diptych.states.notes.delete((note.id,))
    qtbot.waitUntil(lambda: not stored.notes())
    keeping, notes = diptych.states.keeping, diptych.states.notes
    with qtbot.waitSignal(keeping.restored):
        keeping.restore(backup)
    qtbot.waitUntil(lambda: [p.note.text for p in notes.pair_notes] == ["As it was."])


def test_link_opens_the_note_with_its_articles(
    qtbot: QtBot, qapp: QApplication, profile: Profile, files: tuple[Path, Path], stored: NoteStore
) -> None:
    from diptych.notes.anchor import anchor_for
    from diptych.text.sides import Side

    stores = Stores(profile)
    add(stores, list(files))
    article, path = open_article(stores, str(files[0]))
    anchor = anchor_for(article, span_of(LEFT, SENTENCE), side=Side.LEFT, path=str(path))
    note = stored.add(new_note("Linked.", (anchor,)))
    stores.close()
    diptych = Diptych(qapp, profile, "light")
    diptych.start(Asked(note_id=note.id), size=(1200, 800))
    states = diptych.states
    qtbot.waitUntil(lambda: states.notes.editing is not None)
    qtbot.waitUntil(lambda: states.pair.pinned_ids()[0] == article.id)
    diptych.window.close()
    diptych.window.deleteLater()
