# SPDX-License-Identifier: MIT
"""The guide inside the window: its pages, a list of them, and no way outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QWidget,
)

from diptych import assets
from diptych.patterns import late_pattern
from diptych.ui.parts import theme
from diptych.values import dataclass

FIRST = "index"
# - [From match to match](matches.md): the list, verdicts
_LISTED = late_pattern(r"^- \[(.+?)\]\((\w[\w-]*)\.md\)", re.MULTILINE)
# ![The dark theme](../images/reading-dark.png)
_PICTURE = late_pattern(r"^!\[.*\]\((.*)\)\n", re.MULTILINE)
_NO_LETTER = late_pattern(r"[^\w -]")
_PAGE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the guide: the name of its file, and what it is called."""

    name: str
    title: str


def pages(folder: Path) -> Iterator[Page]:
    """Yield the pages in the order in which the first one lists them."""
    first = (folder / f"{FIRST}.md").read_text(encoding="utf-8")
    yield Page(FIRST, _title(_translated(folder, FIRST).read_text(encoding="utf-8")))
    for title, name in _LISTED.findall(first):
        yield Page(name, title)


def page_text(folder: Path, name: str) -> str:
    """Return a page as Markdown, in the window's language where it is there in that.

    Pictures are left out where a package comes without them.
    """
    text = _translated(folder, name).read_text(encoding="utf-8")
    return _PICTURE.sub(lambda found: found[0] if (folder / found[1]).exists() else "", text)


def _translated(folder: Path, name: str) -> Path:
    # "index.zh_CN.md", then "index.zh.md".
    path = folder / f"{name}.{QLocale().name()}.md"
    other = folder / f"{name}.{QLocale().name().split('_')[0]}.md"
    return next((each for each in (path, other) if each.exists()), folder / f"{name}.md")


def _title(text: str) -> str:
    return text.split("\n", 1)[0].removeprefix("# ")


class GuideView(QWidget):
    """The list of pages on the left, the page on the right."""

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = folder or assets.guide_path()
        self._build()
        self._connect()
        self._list.setCurrentRow(0)

    def focus_text(self) -> None:
        """Give the keyboard to the page."""
        self._text.setFocus()

    def _build(self) -> None:
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Pages of the guide"))
        for page in pages(self._folder):
            item = QListWidgetItem(page.title, self._list)
            item.setData(_PAGE, page.name)
        self._list.setFixedWidth(self._list.sizeHintForColumn(0) + 24)
        self._text = _PageBrowser(self._folder)
        self._text.setAccessibleName(self.tr("The guide"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 0)
        row.addWidget(self._list)
        row.addWidget(self._text, 1)

    def _connect(self) -> None:
        self._list.currentItemChanged.connect(self._show_chosen)
        self._text.anchorClicked.connect(self._go_to)

    def _show_chosen(self, item: QListWidgetItem) -> None:
        self._text.show_page(page_text(self._folder, item.data(_PAGE)))

    def _go_to(self, link: QUrl) -> None:
        """Turn to the page a link names, then bring the heading it names to the top."""
        name = link.path().removesuffix(".md")
        # "#where" alone stays on the page.
        for row in range(self._list.count() if name else 0):
            if self._list.item(row).data(_PAGE) == name:
                self._list.setCurrentRow(row)
        if link.fragment():
            self._text.scroll_to(link.fragment())


class _PageBrowser(QTextBrowser):
    """Shows a page, its pictures no wider than itself."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._page = ""
        self.setOpenLinks(False)  # nothing here leads outside

    def show_page(self, page: str) -> None:
        """Show a page from its top."""
        self._page = page
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            bar = self.verticalScrollBar()
            # By its share, for another width has another height.
            share = bar.value() / max(1, bar.maximum())
            self._lay_out()  # pictures are made anew for the room there is
            bar.setValue(round(share * bar.maximum()))

    def _lay_out(self) -> None:
        # A document of its own: Qt would begin it with the look of what stood there before.
        document = QTextDocument(self)
        document.setDefaultFont(theme.reading_font(11))
        document.setDocumentMargin(12)
        self.setDocument(document)
        document.setMarkdown(self._page)
        # The cursor went along with the words, and Qt would bring the end into view.
        self.setTextCursor(QTextCursor(document))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        picture = QImage(str(self._folder / QUrl(name).path()))
        room = self.viewport().width() - 2 * int(self.document().documentMargin())
        if picture.width() <= room:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)

    def scroll_to(self, anchor: str) -> None:
        """Bring a heading to the top."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and _anchor(block.text()) == anchor:
                # From the end upward, so that Qt brings it to the top and not just into view.
                self.moveCursor(QTextCursor.MoveOperation.End)
                self.setTextCursor(QTextCursor(block))
                return
            block = block.next()


def _anchor(heading: str) -> str:
    """Return what a link calls a heading: "From match to match" is from-match-to-match."""
    return _NO_LETTER.sub("", heading).lower().replace(" ", "-")
