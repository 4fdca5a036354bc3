# SPDX-License-Identifier: MIT
"""The "Aa" popover: theme, typeface, size, line height and width of the text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from diptych.settings import Settings, choices_of, limits_of
from diptych.ui.parts import theme
from diptych.ui.parts.controls import Chip, ChoiceBox, SectionLabel, set_ink
from diptych.ui.parts.sheet import palette_in_force
from diptych.ui.parts.theme import READING_FAMILY, Palette, fill
from diptych.ui.parts.translation import LANGUAGES, SYSTEM

# How finely each slider moves: steps to one of the setting's unit.
_STEPS = {"reading_size": 2, "line_height": 20, "measure": 1, "tint": 0.05}
INTERFACE_SIZES = (90, 100, 115, 130)  # percent
_SHEET = """
#appearance { background: @paper; border: 1px solid @line; border-radius: 8px; }
"""


class AppearancePopover(QFrame):
    """Changes the look while the reader watches it change."""

    changed = Signal(object)  # Settings

    def __init__(self, values: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._values = palette_in_force()
        self._shown = values
        self._filling = False
        self._build()
        self._connect()
        self.set_palette_values(self._values)
        self.show_values(values)

    def show_values(self, values: Settings) -> None:
        """Set the controls; nothing is emitted."""
        # Controls that are set tell of it as if the reader had moved them.
        self._filling = True
        self._shown = values
        self._themes[values.theme].setChecked(True)
        place = self._family.findText(values.reading_family)
        # Not on this computer; left out it would be lost with the next change.
        if place < 0:
            self._family.addItem(values.reading_family)
            place = self._family.count() - 1
        self._family.setCurrentIndex(place)
        for name, slider in self._sliders.items():
            slider.setValue(round(getattr(values, name) * _STEPS[name]))
        # A language that is not there (any more) counts as that of the system.
        self._language.setCurrentIndex(max(self._language.findData(values.language), 0))
        for name, box in self._checks.items():
            box.setChecked(getattr(values, name))
        self._show_interface(values.interface_size)
        self._name_values()
        self._filling = False

    def _show_interface(self, percent: int) -> None:
        # Written into the settings by hand.
        if self._interface.findData(percent) < 0:
            self._interface.addItem(self.tr("{0} %").format(percent), percent)
        self._interface.setCurrentIndex(self._interface.findData(percent))

    def values(self) -> Settings:
        """Return the settings with what the controls say."""
        # Named by the settings' own fields, so that a box more is one line of ``_build``.
        ticked: dict[str, Any] = {name: box.isChecked() for name, box in self._checks.items()}
        return replace(
            self._shown,
            theme=next(name for name, chip in self._themes.items() if chip.isChecked()),
            reading_family=self._family.currentText(),
            reading_size=self._sliders["reading_size"].value() / _STEPS["reading_size"],
            line_height=self._sliders["line_height"].value() / _STEPS["line_height"],
            measure=round(self._sliders["measure"].value() / _STEPS["measure"]),
            tint=round(self._sliders["tint"].value() / _STEPS["tint"]),
            interface_size=int(self._interface.currentData()),
            language=str(self._language.currentData()),
            **ticked,
        )

    def show_at(self, action: QAction) -> None:
        """Open below the button that shows an action, or in the middle of the window."""
        self.adjustSize()
        window = self.parentWidget()
        button = window and window.findChild(QAbstractButton, f"button-{action.objectName()}")
        if button is not None and button.isVisible():
            corner = button.mapToGlobal(button.rect().bottomRight())
            # To the left, for the button stands near the right edge.
            self.move(corner.x() - self.width(), corner.y() + 4)
        elif window is not None:
            self.move(window.mapToGlobal(window.rect().center()) - self.rect().center())
        self.show()
        self._themes[self._shown.theme].setFocus()

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._values = palette
        self.setStyleSheet(fill(_SHEET, palette))
        for chip in self._themes.values():
            chip.set_palette_values(palette)
        for label in self._headings:
            label.set_palette_values(palette)
        for number in self._numbers.values():
            set_ink(number, palette.color("muted"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and palette_in_force() != self._values:
            self.set_palette_values(palette_in_force())

    def _build(self) -> None:
        self.setObjectName("appearance")
        self.setWindowTitle(self.tr("Appearance"))
        self._headings: list[SectionLabel] = []
        self._numbers: dict[str, QLabel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(self._heading(self.tr("Theme")))
        layout.addLayout(self._build_themes())
        layout.addSpacing(4)
        layout.addWidget(self._heading(self.tr("Text")))
        self._family = ChoiceBox(self.tr("Typeface"))
        self._family.addItems(_families())
        self._family.setMaxVisibleItems(14)
        layout.addWidget(self._family)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._sliders = {
            "reading_size": self._slider(self.tr("Size"), "reading_size"),
            "line_height": self._slider(self.tr("Line height"), "line_height"),
            "measure": self._slider(self.tr("Width"), "measure"),
            "tint": self._slider(self.tr("Tints"), "tint"),
        }
        layout.addLayout(self._grid)
        self._checks = {
            "ribbons": QCheckBox(self.tr("Bands between the texts")),
            "reduced_motion": QCheckBox(self.tr("Jump without motion")),
        }
        for box in self._checks.values():
            layout.addWidget(box)
        layout.addSpacing(4)
        layout.addWidget(self._heading(self.tr("Letters of menus and lists")))
        self._interface = ChoiceBox(self.tr("Letters of menus and lists"))
        for percent in INTERFACE_SIZES:
            self._interface.addItem(self.tr("{0} %").format(percent), percent)
        layout.addWidget(self._interface)
        layout.addSpacing(4)
        layout.addWidget(self._heading(self.tr("Language")))
        layout.addWidget(self._build_languages())
        self.setFixedWidth(340)

    def _build_languages(self) -> ChoiceBox:
        self._language = ChoiceBox(self.tr("Language of the window"))
        self._language.addItem(self.tr("As the system"), SYSTEM)
        for language, own_name in LANGUAGES.items():
            self._language.addItem(own_name, language)
        return self._language

    def _build_themes(self) -> QHBoxLayout:
        names = {
            "system": self.tr("System"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "sepia": self.tr("Sepia"),
        }
        row = QHBoxLayout()
        row.setSpacing(4)
        self._group = QButtonGroup(self)
        self._themes: dict[str, Chip] = {}
        for name in choices_of("theme"):
            chip = Chip(names[name], self._values)
            self._group.addButton(chip)
            self._themes[name] = chip
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _heading(self, text: str) -> SectionLabel:
        label = SectionLabel(text, self._values)
        self._headings.append(label)
        return label

    def _slider(self, words: str, setting: str) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        # A slider knows whole numbers only.
        slider.setRange(*(round(limit * _STEPS[setting]) for limit in limits_of(setting)))
        slider.setAccessibleName(words)
        number = QLabel()
        number.setFont(theme.ui_font(9))
        # Wide enough for any value, so that the slider stands still.
        number.setMinimumWidth(44)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = self._grid.rowCount()
        self._grid.addWidget(QLabel(words), row, 0)
        self._grid.addWidget(slider, row, 1)
        self._grid.addWidget(number, row, 2)
        self._numbers[setting] = number
        return slider

    def _connect(self) -> None:
        self._group.buttonClicked.connect(lambda _: self._emit())
        self._family.currentTextChanged.connect(lambda _: self._emit())
        for box in self._checks.values():
            box.toggled.connect(lambda _: self._emit())
        self._interface.activated.connect(lambda _: self._emit())
        # Only what the reader chose: arrow keys must not change the window's language at once.
        self._language.activated.connect(lambda _: self._emit())
        for slider in self._sliders.values():
            slider.valueChanged.connect(lambda _: self._emit())

    def _emit(self) -> None:
        if self._filling:
            return
        values = self.values()
        self._name_values()
        if values != self._shown:
            self._shown = values
            self.changed.emit(values)

    def _name_values(self) -> None:
        values = self.values()
        self._numbers["reading_size"].setText(self.tr("{0} pt").format(f"{values.reading_size:g}"))
        self._numbers["line_height"].setText(f"{values.line_height:.2f}")
        self._numbers["measure"].setText(str(values.measure))
        self._numbers["tint"].setText(self.tr("{0} %").format(values.tint))


def _families() -> list[str]:
    """Return the typefaces on this computer that can hold running text, ours first."""
    own = [READING_FAMILY, theme.UI_FAMILY]
    others = [
        family
        for family in QFontDatabase.families()
        # Bitmaps come in a few sizes only; private ones are the system's own.
        if QFontDatabase.isSmoothlyScalable(family)
        and not QFontDatabase.isPrivateFamily(family)
        and family not in own
    ]
    return own + others
