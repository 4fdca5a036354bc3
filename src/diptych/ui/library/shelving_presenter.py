# SPDX-License-Identifier: MIT
"""Joins what the reader says of articles: corrections, collections, chapters, kept lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from diptych.services.shelving import ALL_LINES, Before, Correction
from diptych.text.article import Block, BlockState
from diptych.text.sides import SIDES, Side
from diptych.ui.desk import present
from diptych.ui.desk.fold_reasons import translated_reason
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.page import folded_groups
from diptych.ui.desk.pair_state import PairState, Place
from diptych.ui.library.panel import LibraryPanel
from diptych.ui.parts.counted import Counted
from diptych.ui.parts.name_sheet import NameSheet

if TYPE_CHECKING:
    from diptych.text.chapters import Chapter
    from diptych.ui.library.edit_dialog import ArticleFacts


class ShelvingPresenter(QObject):
    """Corrects, collects, opens chapters, and shows what was folded or dimmed."""

    def __init__(
        self,
        library: LibraryState,
        pair: PairState,
        panel: LibraryPanel,
        frame: Frame,
    ) -> None:
        super().__init__(frame.window)
        self._library = library
        self._pair = pair
        self._texts = frame.texts
        self._status = frame.status
        self._window = frame.window
        library.corrected.connect(self._show_again)
        library.lines_kept.connect(self._show_again)
        panel.edit_requested.connect(self._edit)
        panel.collect_requested.connect(self._collect)
        panel.uncollect_requested.connect(self._uncollect)
        panel.chapters_requested.connect(self._offer_chapters)
        frame.actions["show-all-lines"].triggered.connect(self._show_all)
        frame.texts.menu_opening.connect(self._offer_lines)

    def _show_again(self, article_id: str) -> None:
        """Show an article anew where it is pinned, at the place where it stands."""
        for side, pinned in self._pair.sides.items():
            if pinned is None or self._library.newest(pinned.article.id) != article_id:
                continue
            here: Place = self._texts.places()[SIDES.index(side)]
            if pinned.article.id != article_id:  # its file has changed meanwhile
                from diptych.text.place_again import place_again

                here = partial(place_again, pinned.article, self._texts.top_place(side))
            self._pair.pin(side, article_id, place=here)

    # Corrections

    def _edit(self, article_id: str) -> None:
        from diptych.library.sniffing import DECODED
        from diptych.ui.library.edit_dialog import ArticleFacts, EditArticle

        entry = self._library.entry(article_id)
        if entry is None:
            return
        facts = ArticleFacts(
            title=entry.title,
            authors=entry.authors,
            date=entry.date,
            source=entry.source,
            tags=entry.tags,
            language=entry.language,
            direction=entry.direction,
            # Other formats say themselves how they are written.
            encoding=entry.encoding if entry.format in DECODED else "",
            remarks=entry.warnings,
            short_name=entry.short_name,
        )
        dialog = EditArticle(facts, self._window)
        dialog.changed.connect(lambda new: self._correct(article_id, facts, new))
        dialog.restore_requested.connect(lambda: self._keep_correction(article_id, None))
        dialog.restore_requested.connect(dialog.reject)
        dialog.open()

    def _correct(self, article_id: str, old: ArticleFacts, new: ArticleFacts) -> None:
        names = ("title", "authors", "date", "source", "language", "direction", "encoding",
                 "short_name")  # fmt: skip
        # What was left as it is goes on following the file.
        changed = {
            name: getattr(new, name) for name in names if getattr(new, name) != getattr(old, name)
        }
        self._keep_correction(article_id, Correction(**changed, tags=new.tags))

    def _keep_correction(self, edited: str, correction: Correction | None) -> None:
        article_id = self._library.newest(edited)  # the file may have changed while one typed

        def done(before: Before) -> None:
            take_back = partial(self._library.take_correction_back, article_id, before)
            file_says = self.tr("What the file says stands there again.")
            said = file_says if correction is None else self.tr("Your changes are kept.")
            self._status.say(said, undo=take_back)

        self._library.correct(article_id, correction, done)

    # Collections and chapters

    def _collect(self, ids: Sequence[str], name: str) -> None:
        """Put articles into a collection; without a name the reader is asked for one."""
        if not name:
            self._ask_name(ids)
            return
        # Undoing must not take out those that were in it.
        known = self._library.shelves.collections.get(name, ())
        new = tuple(id_ for id_ in ids if id_ not in known)
        self._library.collect(ids, name)
        self._status.say(
            self.tr("Put into “{0}”.").format(name),
            undo=partial(self._library.uncollect, new, name),
        )

    def _uncollect(self, ids: Sequence[str], name: str) -> None:
        self._library.uncollect(ids, name)
        self._status.say(
            self.tr("Taken out of “{0}”.").format(name),
            undo=partial(self._library.collect, ids, name),
        )

    def _ask_name(self, ids: Sequence[str]) -> None:
        known = self._library.shelves.collections

        def about(name: str) -> str:
            if not name:
                return self.tr("Without a name nothing is put together.")
            if name in known:
                return self.tr("They join the articles that are in it.")
            return self.tr("What is chosen in the list is put into it.")

        sheet = NameSheet(self.tr("New collection"), about, known=known, parent=self._window)
        sheet.named.connect(lambda name: self._collect(ids, name))
        sheet.open()

    def _offer_chapters(self, article_id: str) -> None:
        self._library.find_chapters(
            article_id, lambda chapters: self._show_chapters(article_id, chapters)
        )

    def _show_chapters(self, article_id: str, chapters: Sequence[Chapter]) -> None:
        """Offer the long chapters; one that is chosen opens as an article of its own."""
        openable = [chapter for chapter in chapters if chapter.is_long]
        if not openable:
            self._status.say(self.tr("This article has no long chapters."))
            return
        menu = QMenu(self._window)
        # Of as many as were opened the window would keep every one.
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for chapter in openable:
            title = present.shortened(chapter.title, 70).replace("&", "&&")
            action = menu.addAction(f"{title}  ·  {Counted().words(chapter.words)}")
            action.triggered.connect(
                lambda _=False, n=chapter.number: self._library.open_chapter(
                    article_id, n, lambda e: self._pair.pin(self._pair.free_side(), e.id)
                )
            )
        menu.popup(QCursor.pos())

    # Lines taken for furniture

    def _offer_lines(self, side: Side, menu: QMenu, place: int, fold: int) -> None:
        """Add to a pane's menu what can be done with the lines under the pointer."""
        pinned = self._pair.sides[side]
        if pinned is None:
            return
        blocks = pinned.article.blocks
        groups = folded_groups(blocks)
        hidden = [b for b in blocks if b.state in (BlockState.FOLDED, BlockState.DIMMED)]
        block = next((b for b in blocks if b.span.start <= place < b.span.end), None)
        menu.addSeparator()
        # A folded line has no place of its own.
        if place < 0 <= fold < len(groups):
            self._add(menu, self.tr("&Show these lines"), side, groups[fold])
        elif block in hidden:
            reason = translated_reason(block.reason) or self.tr("web furniture")
            menu.addAction(self.tr("Taken for: {0}").format(reason)).setEnabled(False)
            self._add(menu, self.tr("&Show this line"), side, [block])
            self._add(menu, self.tr("Always &keep lines like this"), side, [block], True)
        # It was folded once, and the reader kept it.
        elif block is not None and block.reason and block.state is BlockState.SHOWN:
            menu.addAction(
                self.tr("&Fold this line again"), lambda: self._drop(side, [block], always=True)
            )
        if hidden:
            menu.addAction(self.tr("Show &all lines of this article"), lambda: self._keep_all(side))

    def _add(
        self, menu: QMenu, text: str, side: Side, blocks: Sequence[Block], always: bool = False
    ) -> None:
        menu.addAction(text, lambda: self._keep(side, blocks, always=always))

    def _keep(self, side: Side, blocks: Sequence[Block], *, always: bool) -> None:
        article_id, lines = self._lines(side, blocks)
        self._library.keep_lines(article_id, lines, everywhere=always)
        said = self.tr("Lines like this are kept from now on.") if always else self.tr("Shown.")
        self._status.say(
            said, undo=lambda: self._library.drop_lines(article_id, lines, everywhere=always)
        )

    def _drop(self, side: Side, blocks: Sequence[Block], *, always: bool) -> None:
        """Let the rules decide again, here and, if it was kept always, everywhere."""
        article_id, lines = self._lines(side, blocks)
        # Else all lines of the article would go on being shown, this one too.
        self._library.drop_lines(article_id, [*lines, ALL_LINES], everywhere=False)
        if always:
            self._library.drop_lines(article_id, lines, everywhere=True)

    def _show_all(self) -> None:
        self._keep_all(self._texts.focused_side())

    def _keep_all(self, side: Side) -> None:
        pinned = self._pair.sides[side]
        if pinned is None:
            self._status.say(self.tr("Pin an article first."))
            return
        article_id = pinned.article.id
        self._library.keep_lines(article_id, [ALL_LINES], everywhere=False)
        self._status.say(
            self.tr("All lines are shown."),
            undo=lambda: self._library.drop_lines(article_id, [ALL_LINES], everywhere=False),
        )

    def _lines(self, side: Side, blocks: Sequence[Block]) -> tuple[str, list[str]]:
        pinned = self._pair.sides[side]
        if pinned is None:
            return "", []
        article = pinned.article
        return article.id, [block.span.of(article.text) for block in blocks]
