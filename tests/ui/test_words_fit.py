# SPDX-License-Identifier: MIT
"""In a language a third longer, every word is translated and none is cut off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.ui.parts import theme, translation
from diptych.ui.parts.sheet import Sheet
from ui.every_dialog import DIALOGS

SMALLEST = (1024, 640)
# Not words of ours: names of languages and typefaces, keys, numbers, signs, the articles.
NOT_OURS = (*translation.LANGUAGES.values(), "Diptych", "The harbour vote", "The ferry deal")
LETTERS = re.compile(r"[^\W\d_]{2,}")


class Longer(QTranslator):
    """Answers every text with itself, marked and stretched by a third."""

    def translate(self, _context: str, text: str, _disambiguation: str = "", n: int = -1) -> str:
        stretched = text.replace("%n", str(n)).replace("(es)", "").replace("(s)", "")
        return f"⟦{stretched}{(' ~~~' * len(text))[: len(text) // 3]}⟧"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def longer(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    theme.load_fonts()
    translator = Longer()
    qapp.installTranslator(translator)
    # The window chooses a language when it is built; here it keeps this one.
    monkeypatch.setattr(translation, "speak", lambda *_: "")
    yield
    qapp.removeTranslator(translator)


def words_of(widget: QWidget) -> Iterator[str]:
    """Yield everything a widget says: shown, as a hint, or read out."""
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())


def is_foreign(text: str) -> bool:
    """Tell words that did not go through a translator."""
    rest = re.sub(r"⟦.*?⟧", "", text, flags=re.DOTALL)
    rest = re.sub(
        r"\b(Ctrl|Alt|Shift|Esc|Enter|Up|Down|Left|Right|Return|Backspace)\b|F\d+", "", rest
    )
    for known in NOT_OURS:
        rest = rest.replace(known, "")
    return bool(LETTERS.search(rest))


def untranslated(root: QWidget) -> list[str]:
    widgets = [root, *root.findChildren(QWidget)]
    return sorted({text for widget in widgets for text in words_of(widget) if is_foreign(text)})


def needed(widget: QWidget) -> int:
    """Return the width in pixels a widget's words take, 0 where they may wrap or scroll."""
    if isinstance(widget, QLabel) and not widget.wordWrap():
        return widget.sizeHint().width()
    if isinstance(widget, QAbstractButton) and widget.text():
        return min(widget.sizeHint().width(), widget.minimumSizeHint().width())
    return 0


def too_tall(widget: QWidget) -> bool:
    """Tell whether wrapped words need more lines than there is room for."""
    if not (isinstance(widget, QLabel) and widget.wordWrap()):
        return False
    return widget.heightForWidth(widget.width()) > widget.height()


def shows_no_words(widget: QWidget) -> bool:
    """Tell whether a button has left out its words for want of room: its icon speaks."""
    alone = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(widget, QToolButton) and widget.toolButtonStyle() == alone


def cut_off(root: QWidget) -> list[str]:
    """Return the words that do not fit: too wide, too tall, or scrolled out of a tab bar."""
    cut = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or shows_no_words(widget):
            continue
        if needed(widget) > widget.width():
            cut.append(widget.text())
        if too_tall(widget):
            cut.append(widget.text())
        if isinstance(widget, QTabBar):
            tabs = range(widget.count())
            cut += [widget.tabText(t) for t in tabs if widget.tabRect(t).right() > widget.width()]
    return cut


@pytest.fixture
def window(longer: None, open_window: Callable[..., Diptych]) -> Diptych:
    return open_window()


def test_first_start_is_translated(window: Diptych) -> None:
    assert not untranslated(window.window)


def test_every_action_is_translated(window: Diptych) -> None:
    actions = window.window.findChildren(QAction)
    assert not [a.text() for a in actions if is_foreign(a.text())]


def test_words_of_the_first_start_fit(window: Diptych, qtbot: QtBot) -> None:
    window.window.resize(*SMALLEST)
    qtbot.waitUntil(lambda: window.window.width() == SMALLEST[0])
    window.window.grab()  # lays everything out
    assert not cut_off(window.window)


def test_two_articles_are_shown_in_words_that_fit(
    longer: None, open_window: Callable[..., Diptych], files: tuple[Path, Path], qtbot: QtBot
) -> None:
    window = open_window(*files).window
    window.actions_by_id["next-match"].trigger()
    window.resize(*SMALLEST)
    qtbot.waitUntil(lambda: window.width() == SMALLEST[0])
    window.grab()
    assert not untranslated(window)
    assert not cut_off(window)


# A popup asks for the front and the keyboard, which this platform has not.
@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
@pytest.mark.parametrize("name", DIALOGS)
def test_dialog_is_translated_and_fits(longer: None, qtbot: QtBot, name: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = DIALOGS[name](parent)
    dialog.ensurePolished()
    dialog.adjustSize()
    dialog.show()
    dialog.grab()
    assert not untranslated(dialog)
    assert not cut_off(dialog)


def test_every_sheet_is_looked_at(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    looked_at = {type(make(parent)) for make in DIALOGS.values()}
    kinds = Sheet.__subclasses__()
    # What others are made of is never shown by itself.
    shown = {each for kind in kinds for each in (kind.__subclasses__() or [kind])}
    assert shown <= looked_at
