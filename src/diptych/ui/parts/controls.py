# SPDX-License-Identifier: MIT
"""Small controls the panels share: chips, section headings, empty states."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyledItemDelegate,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from diptych.ui.parts import text_block, theme
from diptych.ui.parts.counted import grouped
from diptych.ui.parts.icons import icon
from diptych.ui.parts.kinds import KindLook
from diptych.ui.parts.theme import Palette

MARK_SIZE = 14.0
DOT_SIZE = 8.0
READ_WIDTH = 466  # pixels of what is read at a glance, margins included
TOP_MARGIN = 90
PANEL_INSET = 14  # pixels from the edge of a panel to its words


def paint_kind_mark(
    painter: QPainter, place: QPointF, look: KindLook, palette: Palette, *, opacity: float = 1.0
) -> None:
    """Draw a kind's sign: a disc of its hue with its letter."""
    disc = QRectF(place.x(), place.y(), MARK_SIZE, MARK_SIZE)
    painter.save()
    painter.setOpacity(opacity)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # A rim, for some hues are hardly another than the paper.
    painter.setPen(QPen(palette.color("ink", 0.3), 1.0))
    painter.setBrush(look.color(palette))
    painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setFont(theme.ui_font(6.5, bold=True))
    # The hues of light themes are pale and those of dark ones deep: no one ink reads on all.
    painter.setPen(letter_color(look.color(palette)))
    painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), look.letter)
    painter.restore()


def letter_color(ground: QColor) -> QColor:
    """Return black or white, whichever reads better on ``ground`` (WCAG luminance)."""

    def linear(channel: float) -> float:
        # From sRGB to linear light.
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (ground.redF(), ground.greenF(), ground.blueF()))
    # The weights of Rec. 709: green looks brightest.
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    # .179 is where both contrasts are equal: (L + .05) / .05 = 1.05 / (L + .05).
    return QColor("black") if luminance > 0.179 else QColor("white")


def section_font() -> QFont:
    """Return the small spaced capitals of section headings."""
    font = theme.ui_font(8.25, bold=True)
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
    return font


def set_ink(widget: QWidget, color: QColor) -> None:
    """Give one label its own ink; a style sheet rule for all widgets would win over a palette."""
    widget.setStyleSheet(f"color: {color.name()};")
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.WindowText, color)
    widget.setPalette(palette)


class SectionLabel(QLabel):
    """A heading inside a panel: LIBRARY, RECENT PAIRS."""

    def __init__(self, text: str, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(section_font())
        # A heading never widens its panel.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_palette_values(palette)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        set_ink(self, palette.color("muted"))


class Chip(QAbstractButton):
    """A pill that is on or off, with a count and, for kinds, their sign.

    ``hue`` names a colour of the palette for the sign of what is no kind of match.
    """

    def __init__(
        self,
        text: str,
        palette: Palette,
        *,
        look: KindLook | None = None,
        hue: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values = palette
        self._look = look
        self._hue = hue
        self._label = text
        self._count: int | None = None
        self.setCheckable(True)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(theme.ui_font(9))
        self._name()

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._values = palette
        self.update()

    def set_count(self, count: int) -> None:
        """Show how many rows the chip stands for."""
        self._count = count
        self._name()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        # As ``paintEvent`` places them.
        mark = MARK_SIZE + 5 if self._look is not None else DOT_SIZE + 6 if self._hue else 0
        return QSize(
            int(metrics.horizontalAdvance(self.text()) + mark + 20), int(metrics.height() + 8)
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        values, box = self._values, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        on = self.isChecked()
        empty = self._count == 0
        # A kind's sign tells whether it is on; a chip without one is filled.
        filled = on and self._look is None and not self._hue
        focus = "ink" if filled else "accent"
        painter.setPen(QPen(values.color(focus if self.hasFocus() else "line"), self._rim()))
        ground = values.color("accent" if filled else "chip")
        painter.setBrush(ground if on or self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        x = box.left() + 9
        if self._look is not None:
            place = QPointF(x - 2, box.center().y() - MARK_SIZE / 2)
            paint_kind_mark(
                painter, place, self._look, values, opacity=1.0 if on and not empty else 0.35
            )
            x += MARK_SIZE + 3
        elif self._hue:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(values.color(self._hue, 1.0 if on and not empty else 0.35))
            painter.drawEllipse(QPointF(x + 2, box.center().y()), DOT_SIZE / 2, DOT_SIZE / 2)
            x += DOT_SIZE + 3
        text_block.paint_line(
            painter,
            QRectF(x, box.top(), box.right() - x - 4, box.height()),
            self.text(),
            font=self.font(),
            ink=values.color("on_accent" if filled else "ink" if on and not empty else "muted"),
        )

    def _rim(self) -> float:
        return 1.6 if self.hasFocus() else 1.0

    def _name(self) -> None:
        text = self._label if self._count is None else f"{self._label} {grouped(self._count)}"
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()


def in_the_middle(widget: QWidget) -> QWidget:
    """Return a page with the widget in its middle, as wide as a text is read."""
    widget.setMaximumWidth(READ_WIDTH)
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, TOP_MARGIN, 0, 0)
    row.addStretch(1)
    # As wide as it may be; the rest is shared on both sides.
    row.addWidget(widget, 100)
    row.addStretch(1)
    return page


class Banner(QLabel):
    """Says below a text what is to be said of its file; its link can be followed by keys too."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.hide()

    def say(self, text: str) -> None:
        """Say something; empty text takes the line away."""
        self.setText(text)
        # Without a link the tab key passes it by.
        has_link = "<a " in text
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_link else Qt.FocusPolicy.NoFocus)
        self.setVisible(bool(text))


class EmptyState(QWidget):
    """What a panel says when it has nothing to show, and what can be done about it."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setFont(theme.reading_font(12.5, bold=True))
        self._text = QLabel()
        for label in (self._title, self._text):
            label.setWordWrap(True)
            # What a message names comes from files: "<b>" in a title is no markup.
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(PANEL_INSET, 26, PANEL_INSET, 18)
        self._layout.setSpacing(7)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._text)
        self._layout.addStretch(1)
        self._lines: list[QLabel] = [self._text]
        self.set_palette_values(palette)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._muted = palette.color("muted")
        for line in self._lines:
            set_ink(line, self._muted)

    def show_message(self, title: str, text: str) -> None:
        """Say in one line what is so and in one what to do."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # It came in the place of a list that had the keyboard, and can do nothing with keys.
        self.focusNextChild()

    def message(self) -> str:
        """Return what is said, as one text."""
        return f"{self._title.text()} {self._text.text()}".strip()

    def add_button(
        self, text: str, line: str, action: Callable[[], object], *, primary: bool = False
    ) -> QPushButton:
        """Add a button with a line of text under it."""
        button = QPushButton(text)
        button.setProperty("primary", primary)
        button.setAutoDefault(True)  # Enter presses it too, as in a dialog
        button.setAccessibleName(text)
        button.setAccessibleDescription(line)
        button.clicked.connect(action)
        label = QLabel(line)
        label.setWordWrap(True)
        label.setFont(theme.ui_font(9))
        set_ink(label, self._muted)
        self._lines.append(label)
        # Before the stretch at the end.
        at = self._layout.count() - 1
        self._layout.insertSpacing(at, 8)
        self._layout.insertWidget(at + 1, button)
        self._layout.insertWidget(at + 2, label)
        return button


def quiet_button(text: str, name: str, tip: str = "") -> QToolButton:
    """Return a flat button with a text, a name for assistive technology and a tooltip."""
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(name)
    button.setToolTip(tip or name)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


class ChoiceBox(QComboBox):
    """A drop-down list with a quiet arrow, the same in every theme."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        # The one that a style sheet reaches: rows as those of menus, in every theme.
        self.setItemDelegate(QStyledItemDelegate(self))
        # A lighter arrow than that of Qt's own dialogs is painted below.
        self.setStyleSheet("QComboBox::down-arrow { background: none; }")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(QPen(ink, 1.5))
        x, y = self.width() - 15.0, self.height() / 2 - 1.5
        painter.drawPolyline([QPointF(x - 4, y), QPointF(x, y + 4), QPointF(x + 4, y)])


class IconButton(QToolButton):
    """A flat button with a picture in the palette's ink, or a sign where it is missing."""

    def __init__(
        self, picture: str, name: str, palette: Palette, *, sign: str = "", tip: str = ""
    ) -> None:
        super().__init__()
        self._picture = picture
        self._sign = sign
        self.setAccessibleName(name)
        self.setToolTip(tip or name)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(16, 16))
        # Qt's little arrow of a menu would lie over the picture.
        self.setStyleSheet("QToolButton::menu-indicator { image: none; width: 0; }")
        self.set_palette_values(palette)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        picture = icon(self._picture, palette.ink)
        self.setIcon(picture)
        self.setText(self._sign if picture.isNull() else "")


def filter_box(hint: str, name: str) -> QLineEdit:
    """Return a box to type a filter into, with a button that clears it."""
    box = QLineEdit()
    box.setPlaceholderText(hint)
    box.setAccessibleName(name)
    add_clear_button(box)
    return box


def add_clear_button(box: QLineEdit) -> None:
    """Give a box Qt's button that clears it, with the name that Qt leaves out."""
    box.setClearButtonEnabled(True)
    for button in box.findChildren(QToolButton):
        button.setAccessibleName(QCoreApplication.translate("Controls", "Clear"))
