# SPDX-License-Identifier: MIT
"""Which keys an action may have: no two actions share one, and none is taken from typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from diptych.values import dataclass

# Keys that move, choose and leave everywhere; taken away, the window could not be used by keyboard.
_RESERVED = (
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action: what it does, where it belongs, its keys as the platform writes them.

    Several keys stand in ``shortcut`` with a comma between them; the first is
    the one that is shown in menus.
    """

    id: str
    text: str
    group: str = ""
    shortcut: str = ""
    enabled: bool = True

    def all_keys(self) -> tuple[str, ...]:
        """Return every key of the action, written portably."""
        text = QKeySequence.SequenceFormat.NativeText
        keys = [QKeySequence.fromString(key, text) for key in self.shortcut.split(", ") if key]
        return tuple(key.toString(QKeySequence.SequenceFormat.PortableText) for key in keys)


@dataclass(frozen=True, slots=True)
class Keyed:
    """An action and all its keys, written portably (``Ctrl+K``)."""

    id: str
    text: str
    keys: tuple[str, ...] = ()


def refusal(actions: Sequence[Keyed], id: str, keys: str) -> str:
    """Return why the action may not have these keys, as a sentence; empty if it may."""
    wanted = QKeySequence(keys)
    if wanted.isEmpty():
        return ""
    reason = _refused_key(wanted)
    if reason:
        return reason
    for action in actions:
        if action.id == id:
            continue
        for taken in action.keys:
            if _clash(wanted, QKeySequence(taken)):
                shown = QKeySequence(taken).toString(QKeySequence.SequenceFormat.NativeText)
                words = QCoreApplication.translate("Remap", "{0} already does “{1}”.")
                return words.format(shown, action.text)
    return ""


def _refused_key(wanted: QKeySequence) -> str:
    first = _combination(wanted, 0)
    # With Shift a letter is typed as well.
    shift_only = first.keyboardModifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
    )
    if not shift_only:
        return ""
    if first.key() in _RESERVED:
        return QCoreApplication.translate("Remap", "This key is needed to move and choose.")
    if first.key() < Qt.Key.Key_Escape:  # all that is below types a character
        return QCoreApplication.translate(
            "Remap", "A letter alone is for typing; add Ctrl or Alt, or take a function key."
        )
    return ""


def _clash(one: QKeySequence, other: QKeySequence) -> bool:
    """Tell whether the keys are equal or one begins the other."""
    # "Ctrl+K" begins "Ctrl+K, Ctrl+B".
    shared = min(one.count(), other.count())
    return shared > 0 and all(
        _combination(one, place) == _combination(other, place) for place in range(shared)
    )


def _combination(keys: QKeySequence, place: int) -> QKeyCombination:
    combination: QKeyCombination = keys[place]  # type: ignore[index]  # missing in the stubs
    return combination
