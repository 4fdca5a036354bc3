# SPDX-License-Identifier: MIT
"""The lane between the panes: a band for each match with an end in view."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from diptych.compare.values import Kind
from diptych.text.sides import Side
from diptych.ui.parts.kinds import LOOKS, color_of
from diptych.ui.parts.theme import Palette, ui_font
from diptych.ui.reader.geometry import Band, alignment_at, band_at
from diptych.ui.reader.marks import DIFFERING

WIDTH = 72
MOST_LETTERED = 24  # bands; more letters than that would be read by nobody
LETTER_HEIGHT = 15.0  # pixels that a letter needs for itself
FAINT = 0.3
FADED = 0.35  # of the width: where a band that leads out of view has gone
SOLID = 0.95
UNEQUAL = "≠"


class Ribbon(QWidget):
    """Paints the bands between the two panes and reports clicks on them."""

    match_chosen = Signal(int)
    alignment_chosen = Signal(int)
    band_menu_requested = Signal(QPoint, int)  # on the screen; match
    alignment_menu_requested = Signal(QPoint, int)
    wheel_turned = Signal(object)  # QWheelEvent

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._bands: tuple[Band, ...] = ()
        self._alignments: tuple[tuple[float, float], ...] = ()
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Bands joining matches; the match list has the same"))

    def show_bands(
        self, bands: Sequence[Band], alignments: Sequence[tuple[float, float]] = ()
    ) -> None:
        """Replace the painted bands and alignments; the caller has already culled them."""
        self._bands = tuple(bands)
        self._alignments = tuple(alignments)
        self.update()

    def set_palette_values(self, palette: Palette) -> None:
        """Paint with another theme."""
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._palette.color("bg"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Bands drawn alike are filled as one: there may be a hundred in view.
        for __, alike in groupby(self._bands, key=_look):
            self._paint_bands(painter, list(alike))
        self._paint_letters(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for left, right in self._alignments:
            self._paint_alignment(painter, left, right)
        painter.setPen(self._palette.color("line"))
        painter.drawLine(0, 0, 0, self.height())
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def _paint_bands(self, painter: QPainter, alike: Sequence[Band]) -> None:
        """Paint bands that look alike as one path."""
        kind, fades, current, differs = _look(alike[0])
        path = QPainterPath()
        # Else a band that lies on another would cut a hole into it.
        path.setFillRule(Qt.FillRule.WindingFill)
        for band in alike:
            path.addPath(_outline(band, float(self.width())))
        opacity = SOLID if current else FAINT * self._palette.tint
        # Smooth edges cost five times as much, and where a band fades nobody sees them.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not fades)
        painter.fillPath(path, self._brush(kind, fades, opacity))
        if not fades:
            edge = QPen(self._on_ground(kind, min(1.0, opacity + 0.25)), 1.0)
            edge.setStyle(LOOKS[kind].pen)
            if differs:
                edge = QPen(self._palette.color(DIFFERING), 1.4)
            painter.strokePath(path, edge)

    def _brush(self, kind: Kind, fades: Side | None, opacity: float) -> QBrush:
        if not fades:
            return QBrush(self._on_ground(kind, opacity))
        gradient = QLinearGradient(0, 0, self.width(), 0)
        near, far = (0.0, 1.0) if fades == Side.RIGHT else (1.0, 0.0)
        gradient.setColorAt(near, self._on_ground(kind, opacity))
        gradient.setColorAt(abs(far - FADED), self._on_ground(kind, 0.03))
        return QBrush(gradient)

    def _on_ground(self, kind: Kind, opacity: float) -> QColor:
        """Return a tint of the lane's ground: one that covers, as two tints would mix."""
        hue, ground = color_of(kind, self._palette), self._palette.color("bg")
        rest = 1 - opacity
        return QColor.fromRgbF(
            hue.redF() * opacity + ground.redF() * rest,
            hue.greenF() * opacity + ground.greenF() * rest,
            hue.blueF() * opacity + ground.blueF() * rest,
        )

    def _paint_letters(self, painter: QPainter) -> None:
        """Write the letters of whole bands, none on another; the current one's always."""
        whole = [band for band in self._bands if not band.fades and not band.current]
        quiet = whole if len(self._bands) <= MOST_LETTERED else []
        taken = [_middle(band) for band in self._bands if band.current]
        painter.setFont(ui_font(7.5, bold=True))
        # The topmost first: it keeps its letter.
        for band in reversed(quiet):
            y = _middle(band)
            if all(abs(y - other) >= LETTER_HEIGHT for other in taken):
                taken.append(y)
                box = QRectF(self.width() / 2 - 9, y - 9, 18, 18)
                painter.setPen(self._palette.color(DIFFERING if band.differs else "muted"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _letter(band))
        for band in self._bands:
            if band.current:
                self._paint_letter(painter, band)

    def _paint_letter(self, painter: QPainter, band: Band) -> None:
        y = _middle(band)
        box = QRectF(self.width() / 2 - 9, y - 9, 18, 18)
        painter.setPen(QPen(self._palette.color("accent"), 1.2))
        painter.setBrush(self._palette.color("paper"))
        painter.drawEllipse(box)
        painter.setFont(ui_font(8, bold=True))
        painter.setPen(self._palette.color(DIFFERING if band.differs else "ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _letter(band))

    def _paint_alignment(self, painter: QPainter, left: float, right: float) -> None:
        painter.setPen(QPen(self._palette.color("accent"), 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(6, left), QPointF(self.width() - 6, right))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.color("accent"))
        painter.drawEllipse(QPointF(5, left), 4, 4)
        painter.drawEllipse(QPointF(self.width() - 5, right), 4, 4)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Who scrolls with the pointer here means the text beside it.
        self.wheel_turned.emit(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        over = self._band_under(place) is not None or self._alignment_under(place) >= 0
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        aligned, band = self._alignment_under(event.position()), self._band_under(event.position())
        if aligned >= 0:
            self.alignment_chosen.emit(aligned)
        elif band is not None:
            self.match_chosen.emit(band.match)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = QPointF(event.pos())
        aligned, band = self._alignment_under(place), self._band_under(place)
        if aligned >= 0:
            self.alignment_menu_requested.emit(event.globalPos(), aligned)
        elif band is not None:
            self.band_menu_requested.emit(event.globalPos(), band.match)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            over_alignment = self._alignment_under(QPointF(event.pos())) >= 0
            hint = self.tr("Aligned by hand; a click takes it away") if over_alignment else ""
            # Without words Qt takes away what is shown.
            QToolTip.showText(event.globalPos(), hint, self)
            return True
        return super().event(event)

    def _alignment_under(self, point: QPointF) -> int:
        return alignment_at(self._alignments, point.x(), point.y(), float(self.width()))

    def _band_under(self, point: QPointF) -> Band | None:
        return band_at(self._bands, point.x(), point.y(), float(self.width()))


def _middle(band: Band) -> float:
    return (band.left.middle + band.right.middle) / 2


def _look(band: Band) -> tuple[Kind, Side | None, bool, bool]:
    """Return what decides how a band is painted."""
    return band.kind, band.fades, band.current, band.differs


def _letter(band: Band) -> str:
    return UNEQUAL if band.differs else LOOKS[band.kind].letter


def _outline(band: Band, width: float) -> QPainterPath:
    """Return the band's outline: two cubic curves that leave and arrive level."""
    middle = width / 2
    path = QPainterPath(QPointF(0, band.left.top))
    path.cubicTo(
        QPointF(middle, band.left.top),
        QPointF(middle, band.right.top),
        QPointF(width, band.right.top),
    )
    path.lineTo(width, band.right.bottom)
    path.cubicTo(
        QPointF(middle, band.right.bottom),
        QPointF(middle, band.left.bottom),
        QPointF(0, band.left.bottom),
    )
    path.closeSubpath()
    return path
