# SPDX-License-Identifier: MIT
"""The monkey: does at random what readers do, and knows what should come of it."""

from __future__ import annotations

import random
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QListView, QPlainTextEdit

from diptych.app import Diptych
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.found_matches import span_on
from diptych.ui.export.dialog import ExportDialog
from diptych.ui.matches.match_list import MatchList
from diptych.ui.shell.garbage import SETTLED_MS
from soak.articles import DOERS, SUBJECTS, article_text
from soak.book import Book, kept_notes
from soak.hands import Hands, NeverCameError

REMEMBERED = 20
NOTES_TAB = 2
MEASURED = ("harbour-vote.md", "ferry-deal.md")  # the pair that lies open when loads are compared
WORDS = ("steps", "council boats", '"old gate"', "ferry OR tram", "parish -school", "zzz", "3")
NOTE_WORDS = ("Both say so.", "Wo steht das?", "见左边。", "**Not** the same figure", "`x` < y & z")
READING_KEYS = (
    *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Space),
)
OPENED = (
    *("outline", "why-match", "appearance", "shortcuts", "palette", "about", "search-both"),
    *("check-quote", "concordance", "all-notes", "deleted-notes", "needs-attention", "find"),
    *("export-report", "restore-backup", "save-search", "group-notes", "search-selection"),
    *("story", "removed-articles", "legend", "guide"),
)
RETOLD = ("woven", "woven", "brief", "brief", "mark-only-here", "ribbons", "focus-mode")
GOING_ON = ("next-match", "next-match", "previous-match", "next-difference", "previous-difference")
TOGGLED = (
    *("toggle-library", "toggle-panel", "scroll-together", "mark-only-here", "note-preview"),
    *("learn-from-verdicts", "single-keys", "full-screen"),
)


class Monkey:
    """Does one action after the other; what went wrong is told with the last of them."""

    def __init__(self, diptych: Diptych, folder: Path, seed: int) -> None:
        self.hands = Hands(diptych)
        self.diptych, self.window = diptych, diptych.window
        self.pair, self.notes = diptych.states.pair, diptych.states.notes
        self.folder, self.seed = folder, seed
        self.chance = random.Random(seed)
        self.book = Book()
        self.done = 0
        self.jumps = self.wrong_jumps = self.clicks = self.exports = 0
        self.last: deque[str] = deque(maxlen=REMEMBERED)
        self.counts: Counter[str] = Counter()
        self.findings: list[str] = []
        self._table = dict(self._actions())
        self._choose_files_alone()

    def _actions(self) -> Iterator[tuple[Callable[[], None], int]]:
        """Yield every action with how often it is done."""
        yield from {
            self.jump: 14,
            self.click_card: 8,
            self.click_mark: 8,
            self.double_click_article: 8,
            self.click_article: 5,
            self.pin_by_key: 3,
            self.swap: 2,
            self.unpin: 1,
            self.go_back_or_forward: 3,
            self.search: 4,
            self.find_in_pair: 2,
            self.write_note: 7,
            self.edit_note: 4,
            self.delete_note: 2,
            self.undo_or_redo: 3,
            self.judge: 4,
            self.export: 1,
            self.overview: 1,
            self.theme: 1,
            self.text_size: 2,
            self.resize: 2,
            self.scroll: 6,
            self.reading_keys: 6,
            self.click_anywhere: 5,
            self.tab: 2,
            self.toggle: 2,
            self.retell: 5,
            self.open_and_close: 4,
            self.align: 1,
            self.change_file: 1,
        }.items()

    # Going on

    def act(self) -> None:
        """Do one action and look whether all is well."""
        action = self.chance.choices(list(self._table), list(self._table.values()))[0]
        name = action.__name__
        self.last.append(name)
        self.counts[name] += 1
        try:
            action()
            self.hands.close_what_opened()
            QApplication.processEvents()
        except NeverCameError as error:
            self.find(str(error))
        self.done += 1

    def settle(self) -> None:
        """Bring the window to where it was before: what lies open makes 20 MiB of difference."""
        self.hands.close_what_opened()
        self._close_editor()
        for name in ("woven", "brief"):
            if self.window.actions_by_id[name].isChecked():
                self.hands.do(name)
        self.hands.do("normal-size")
        self.window.resize(1300, 800)
        entries = self.diptych.states.library.entries
        ids = [entry.id for entry in entries if entry.path.name in MEASURED]
        self.window.library_panel.pair_requested.emit(*sorted(ids))
        self.hands.rest()
        # A moment after a pair has come the window puts its memory in order, and some seconds
        # after an export it lets go of the model that told it languages.
        QTest.qWait(4 * SETTLED_MS)

    def find(self, what: str) -> None:
        """Keep what went wrong, with the seed and the actions before it."""
        before = "\n    ".join(self.last)
        self.findings.append(f"{what}\n  seed {self.seed}, action {self.done}; last:\n    {before}")

    def _say(self, words: str) -> None:
        self.last[-1] += f" {words}"

    # Matches

    def jump(self) -> None:
        """Go to the next or previous match, and look whether it stands level."""
        if self._ready():
            direction = self.chance.choice(GOING_ON)
            before = self.pair.found.current
            self.hands.do(direction)
            if self.pair.found.current not in (-1, before):
                self._landed(self.pair.found.current)

    def walk(self, length: int) -> None:
        """Do ``length`` clicks, jumps and pins that arrive, from pair to pair."""
        goal = self.jumps + self.clicks + length
        if self.window.actions_by_id["woven"].isChecked():
            self.hands.do("woven")
        for _ in range(length * 20):
            if self.jumps + self.clicks >= goal:
                return
            self.last.append("walk")
            order = self.pair.found.in_order(Side.LEFT) if self.hands.has_pair() else []
            if not order or self.pair.found.current == order[-1]:
                self.chance.choice((self.double_click_article, self.pin_by_key))()
                self.hands.rest()  # else thousands are opened before the first is there
            before = self.pair.found.current
            if self._ready():
                self.hands.do("next-match")
                if self.pair.found.current not in (-1, before):
                    self._landed(self.pair.found.current)
                self.chance.choice((int, self.click_card, self.click_mark))()

    def _landed(self, number: int) -> None:
        """Wait until a match stands where it should: a long text is laid out in steps."""
        self.jumps += 1
        try:
            self.hands.wait_until("level", lambda: not self.hands.misplaced(number))
        except NeverCameError:
            self.wrong_jumps += 1
            pinned = self.pair.pinned_ids()
            self.find(f"wrong jump: {self.hands.misplaced(number)}, match {number} of {pinned}")

    def click_card(self) -> None:
        """Click a card of the match list; its match must be the current one then."""
        cards = self.window.matches.findChild(MatchList)
        if not self._ready() or cards is None or not cards.rows():
            return
        self.window.tabs.setCurrentIndex(0)
        self._show("toggle-panel")
        row = self.chance.randrange(min(len(cards.rows()), 60))
        wanted = cards.rows()[row].index
        self.hands.click_row(cards, row)
        self._clicked_on({wanted})

    def click_mark(self) -> None:
        """Click a marked passage of a text; a match that stands there must be current then."""
        found = self.pair.found
        if not self._ready() or found.current < 0:
            return
        self.hands.rest()
        side = self.chance.choice(SIDES)
        view, span = self.window.split.panes[side].view, span_on(found.matches[found.current], side)
        ranges = view.ranges(span)
        if not ranges:
            return
        cursor = QTextCursor(view.document())
        cursor.setPosition(ranges[0][0] + 2)
        place = view.cursorRect(cursor).center()
        if view.viewport().rect().contains(place) and not view.textCursor().hasSelection():
            wanted = set(found.matches_at(side, span.start + 2))
            self.hands.click(view.viewport(), place)
            if wanted and QApplication.activePopupWidget() is None:
                self._clicked_on(wanted)

    def _clicked_on(self, wanted: set[int]) -> None:
        self.clicks += 1
        current = self.pair.found.current
        # Not that both stand level: the side that was clicked keeps its place, and near
        # the end of the other text that one cannot follow all the way.
        if current not in wanted:
            self.find(f"wrong click: match {current} is current instead of one of {wanted}")

    def judge(self) -> None:
        """Accept or reject the current match, and see the verdict kept."""
        if self._ready() and self.pair.found.current >= 0:
            self.hands.do(self.chance.choice(("accept", "accept", "reject")))

    # Articles

    def double_click_article(self) -> None:
        """Open an article of the library by a double click, often one akin to the other."""
        rows = self.window.library_panel._model.rows
        if rows:
            self._show("toggle-library")
            row = self._row_near(len(rows))
            self.hands.click_row(self.window.library_panel._list, row, twice=True)
            self._say(str(row))

    def _row_near(self, count: int) -> int:
        near = getattr(self, "_row", 0) + self.chance.randint(-3, 3)
        is_near = 0 <= near < count and self.chance.random() < 0.7
        self._row = near if is_near else self.chance.randrange(count)
        return self._row

    def click_article(self) -> None:
        """Choose an article in the library."""
        rows = self.window.library_panel._model.rows
        if rows:
            row = self.chance.randrange(len(rows))
            self.hands.click_row(self.window.library_panel._list, row)

    def pin_by_key(self) -> None:
        """Put the chosen article on a side, and see it there."""
        id_ = self.window.library_panel.current_id()
        side = self.chance.choice(SIDES)
        if id_:
            self.window.library_panel.focus_list()
            self.hands.do(f"pin-{side}")
            self.hands.rest()

    def swap(self) -> None:
        """Exchange the sides, and see them exchanged."""
        self.hands.rest()
        left, right = self.pair.pinned_ids()
        self.hands.do("swap")
        self.hands.rest()
        if self.pair.pinned_ids() != (right, left):
            self.find(f"swapped {left, right} into {self.pair.pinned_ids()}")

    def unpin(self) -> None:
        """Take an article off a side."""
        self.hands.do(f"unpin-{self.chance.choice(SIDES)}")

    def go_back_or_forward(self) -> None:
        self.hands.do(self.chance.choice(("back", "back", "forward")))

    def change_file(self) -> None:
        """Change an article's file on the disk, or take it away and bring it back."""
        number = self.chance.randrange(200)
        path = self.folder / "articles" / f"made-{number:04}.txt"
        self._say(path.name)
        if path.exists() and self.chance.random() < 0.3:
            path.unlink()
        elif path.parent.is_dir():
            more = f"\n{self.chance.choice(DOERS)} came back {self.done} times.\n"
            path.write_text(article_text(number, self.seed) + more, encoding="utf-8")

    # Searching

    def search(self) -> None:
        """Type a query, go through the hits, open one or leave."""
        box = self.window.toolbar.search
        self.hands.do("search")
        box.clear()
        QTest.keyClicks(box, self.chance.choice((*WORDS, *SUBJECTS)))
        if self.chance.random() < 0.7:
            self.hands.rest()
        for _ in range(self.chance.randrange(4)):
            self.hands.press(box, Qt.Key.Key_Down)
        last = self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Escape))
        self.hands.press(box, last)

    def find_in_pair(self) -> None:
        """Find words in the two articles."""
        self.hands.do("find")
        words = self.window.find_bar.words
        words.clear()
        QTest.keyClicks(words, self.chance.choice(SUBJECTS))
        for _ in range(self.chance.randrange(4)):
            self.hands.press(words, Qt.Key.Key_Return)
        self.hands.press(words, Qt.Key.Key_Escape)

    # Notes

    def write_note(self) -> None:
        """Begin a note on the current match or a selection, and write."""
        if not self._ready():
            return
        if self.pair.found.current < 0:
            self.hands.do("next-match")
        self._close_editor()
        self.hands.do("note")
        self.hands.rest()
        self._type(f"soak {self.done}: {self.chance.choice(NOTE_WORDS)}")

    def edit_note(self) -> None:
        """Open a note of the list and write on."""
        self._close_editor()
        ids = [id_ for id_, entry in self.book.now().items() if not entry.is_deleted]
        if ids:
            self.notes.edit(self.chance.choice(ids[-30:]))
            self.hands.rest()
            self._type(f" And {self.done}.")

    def _type(self, words: str) -> None:
        """Write at the end of the open note; the book has what stood there and what came."""
        note, box = self.notes.editing, self.window.editor.findChild(QPlainTextEdit, "note-text")
        if note is None or box is None or not box.isVisible():
            return
        before = self.book.now()[note.id].text if note.id in self.book.now() else ""
        box.moveCursor(QTextCursor.MoveOperation.End)
        for word in words:  # a key for each; a method of input is not there
            QTest.keyClicks(box, word) if word.isascii() else box.insertPlainText(word)
        self.book.write(note.id, before + words)
        if self.chance.random() < 0.6:
            self._close_editor()

    def _close_editor(self) -> None:
        box = self.window.editor.findChild(QPlainTextEdit, "note-text")
        if box is not None and box.isVisible():
            self.hands.press(box, Qt.Key.Key_Escape)

    def delete_note(self) -> None:
        """Delete a note by its button."""
        self._close_editor()
        ids = [id_ for id_, entry in self.book.now().items() if not entry.is_deleted]
        if len(ids) > 3:
            note_id = self.chance.choice(ids)
            self.notes.edit(note_id)
            self.hands.rest()
            self.hands.click(self.window.editor._delete, QPoint(4, 4))
            self.hands.rest()
            self.book.delete(note_id)

    def undo_or_redo(self) -> None:
        """Undo or redo; the outcome must be something that was there before."""
        self._close_editor()
        self.check_notes()
        self.window.split.panes[Side.LEFT].view.setFocus()
        self.hands.do(self.chance.choice(("undo", "undo", "redo")))
        self.hands.rest()
        for wrong in self.book.follow_undo(kept_notes(self.diptych.profile)):
            self.find(wrong)

    def check_notes(self) -> None:
        """Hold what is kept against the book, once what is being written has gone in."""
        self.window.editor.flush()
        self.hands.rest()
        for wrong in self.book.missing(kept_notes(self.diptych.profile)):
            self.find(f"a note is lost: {wrong}")

    # Other ways to read a pair

    def retell(self) -> None:
        """Turn to another way to read the pair or back, and see that it tells of this pair."""
        name = self.chance.choice(RETOLD)
        self._say(name)
        self.hands.do(name)
        if self.chance.random() < 0.5:
            self.hands.rest()
        if name == "brief" and self.window.actions_by_id["brief"].isChecked():
            for _ in range(self.chance.randrange(5)):
                self.window.retellings.brief.go_on()
        self.check_retelling()

    def check_retelling(self) -> None:
        """Hold the woven column against the two texts, once it has come to rest."""
        if not self.window.actions_by_id["woven"].isChecked():
            return
        self.hands.rest()
        articles, view = self.pair.articles(), self.window.retellings.woven.view
        if articles is None:
            if view.page is not None:
                self.find("a woven column stands there without a pair")
            return
        for row in self.diptych.states.woven.rows:
            for article, span, words in zip(
                articles, (row.left, row.right), (row.left_text, row.right_text), strict=True
            ):
                told, meant = words.split(), span.of(article.reading_text()).split()
                if told[:3] != meant[: len(told[:3])]:
                    self.find(f"stale in the column: {words[:60]!r} at {span} of {article.title}")
                    return

    # Looks and the rest

    def export(self) -> None:
        """Export the notes through the dialog into a file of one of the kinds."""
        self._close_editor()
        self.hands.rest()
        if all(entry.is_deleted for entry in self.book.now().values()):
            return
        self.hands.do("export-pair")
        self.hands.wait_until("the export", lambda: self.window.findChild(ExportDialog))
        dialog = self.window.findChild(ExportDialog)
        assert dialog is not None
        dialog._profile.setCurrentIndex(self.chance.randrange(4))
        QApplication.processEvents()
        self.hands.wait_until("the preview of an export", dialog._save.isEnabled)
        self.hands.click(dialog._save, QPoint(6, 6))
        self.hands.rest()
        self.exports += 1

    def overview(self) -> None:
        """Go to the overview, click into it, and come back."""
        self.hands.do("overview")
        QApplication.processEvents()
        self._click_in(self.window.overview)
        if self.window.actions_by_id["overview"].isChecked():
            self.window.actions_by_id["overview"].trigger()

    def theme(self) -> None:
        preferences = self.window.frame.preferences
        name = self.chance.choice(("light", "dark", "sepia"))
        preferences.change(replace(preferences.now, theme=name))

    def text_size(self) -> None:
        self.hands.do(self.chance.choice(("larger", "smaller", "normal-size", "normal-size")))

    def resize(self) -> None:
        self.window.resize(self.chance.randint(900, 1440), self.chance.randint(560, 900))

    def scroll(self) -> None:
        bar = self.window.split.panes[self.chance.choice(SIDES)].view.verticalScrollBar()
        for _ in range(self.chance.randint(1, 5)):
            bar.setValue(bar.value() + self.chance.randint(-900, 1200))
            QApplication.processEvents()

    def reading_keys(self) -> None:
        view = self.window.split.panes[self.chance.choice(SIDES)].view
        for _ in range(self.chance.randint(1, 6)):
            self.hands.press(view, self.chance.choice(READING_KEYS))

    def click_anywhere(self) -> None:
        """Click or double-click into a part where nothing is thrown away by it."""
        split, panel = self.window.split, self.window.matches
        parts = [split.ribbon, self.window.library_panel, panel, self.window.only_here]
        for pane in split.panes.values():
            parts += [pane.view.viewport(), pane.strip, pane]
        part = self.chance.choice(parts)
        if part.isVisible():
            place = QPoint(
                self.chance.randrange(part.width()), self.chance.randrange(part.height())
            )
            target = part.childAt(place) or part
            place = target.mapFrom(part, place)
            self.hands.click(target, place, twice=self.chance.random() < 0.3)

    def _click_in(self, part: object) -> None:
        for child in part.findChildren(QListView)[:1]:  # type: ignore[attr-defined]
            if child.isVisible() and child.model().rowCount():
                self.hands.click_row(child, 0)

    def tab(self) -> None:
        self.window.tabs.setCurrentIndex(self.chance.randrange(3))

    def toggle(self) -> None:
        self.hands.do(self.chance.choice(TOGGLED))

    def open_and_close(self) -> None:
        """Open a dialog, a menu or a bar, write and step about in it, and close it."""
        name = self.chance.choice(OPENED)
        self._say(name)
        self.window.actions_by_id[name].trigger()
        if self.chance.random() < 0.6:
            self.hands.rest()
        for dialog in self.hands.dialogs()[-1:]:
            for line in dialog.findChildren(QLineEdit)[:1]:
                QTest.keyClicks(line, self.chance.choice(SUBJECTS))
            for _ in range(self.chance.randrange(4)):
                self.hands.press(dialog, Qt.Key.Key_Tab)
            self.hands.rest()

    def align(self) -> None:
        self.hands.do(self.chance.choice(("align-here", "align-here", "remove-alignments")))

    def _ready(self) -> bool:
        """Wait for the comparison under way; tell whether there is one to move in."""
        if not all(self.pair.pinned_ids()):
            return False
        self.hands.rest()
        return self.hands.has_pair() and self.window.split.isVisible()

    def _show(self, action: str) -> None:
        if not self.window.actions_by_id[action].isChecked():
            self.window.actions_by_id[action].trigger()
            QApplication.processEvents()

    def _choose_files_alone(self) -> None:
        """Answer for the system's file dialogs, which are not ours to test."""
        folder = self.folder / "exports"
        folder.mkdir(exist_ok=True)

        def name(*_: object, **__: object) -> tuple[str, str]:
            return str(folder / f"notes-{self.chance.randrange(6)}.md"), ""

        QFileDialog.getSaveFileName = staticmethod(name)  # type: ignore[method-assign]
        QFileDialog.getExistingDirectory = staticmethod(  # type: ignore[method-assign]
            lambda *_, **__: str(folder)
        )
