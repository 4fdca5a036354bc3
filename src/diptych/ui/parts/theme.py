# SPDX-License-Identifier: MIT
"""Palettes, fonts and the style sheet: what makes every window look like Diptych."""

from __future__ import annotations

from dataclasses import fields, replace

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from diptych import assets
from diptych.settings import read_yaml
from diptych.values import dataclass

UI_FAMILY = "Inter"
READING_FAMILY = "Vollkorn"
THEMES = ("light", "dark", "sepia")
# Hinted letters stand on whole pixels, and kerning then eats the space after "y" and "w".
HINTING = QFont.HintingPreference.PreferNoHinting
FONT_FILES = (
    "Inter-Regular.otf",
    "Inter-SemiBold.otf",
    "Vollkorn-Regular.ttf",
    "Vollkorn-Italic.ttf",
    "Vollkorn-SemiBold.ttf",
)


# What a reader gives a note stays what it is in every theme.
NOTE_HUES = {
    "note-yellow": "#c79a1b",
    "note-green": "#4f9a56",
    "note-blue": "#3f83c4",
    "note-red": "#c9534a",
    "note-violet": "#9a68c4",
}
# Whose words stand in a column of both: told apart from each other on any paper.
VOICE_HUES = {"voice-left": "#3f7fb5", "voice-right": "#b8702f"}
_FIXED_HUES = NOTE_HUES | VOICE_HUES


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as ``#rrggbb``; see ``resources/themes``, and ``NOTE_HUES``.

    ``only``, ``hit`` and ``note`` are the hues of marks that are no matches; those
    of matches stand in ``parts.kinds``.
    """

    name: str
    dark: bool
    bg: str
    paper: str
    side: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    chip: str
    only: str
    hit: str
    note: str
    warning: str
    gone: str  # words of the left version that the right has no longer
    come: str  # words that only the right version has
    moved: str
    tint: float = 1.0  # how strong the tints of matches are, 1 for as usual

    def color(self, name: str, alpha: float = 1.0) -> QColor:
        """Return the colour called ``name`` with an opacity of 0 to 1."""
        color = QColor(_FIXED_HUES.get(name) or getattr(self, name))
        color.setAlphaF(alpha)
        return color


def load_palette(name: str) -> Palette:
    """Return the palette of a theme in ``THEMES``."""
    values = read_yaml(assets.resource_path(f"themes/{name}.yaml"))
    return Palette(**{f.name: values[f.name] for f in fields(Palette) if f.name in values})


def tinted(palette: Palette, percent: int) -> Palette:
    """Return a palette with stronger or fainter tints of matches."""
    return replace(palette, tint=percent / 100)


def system_theme() -> str:
    """Return ``dark`` or ``light``, as the desktop asks for."""
    from PySide6.QtCore import Qt

    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


def load_fonts() -> None:
    """Make the bundled fonts known to Qt; they are the same on every computer."""
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(assets.resource_path(f"fonts/{name}")))


class _Interface:
    """How large the letters of controls are, 1 for as usual; one for the application."""

    scale = 1.0


def set_interface_size(percent: int) -> None:
    """Set all controls that are made from now on larger or smaller."""
    _Interface.scale = percent / 100


def ui_font(point_size: float = 10.0, *, bold: bool = False) -> QFont:
    """Return the font of controls."""
    font = QFont(UI_FAMILY)
    font.setHintingPreference(HINTING)
    font.setPointSizeF(point_size * _Interface.scale)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def reading_font(point_size: float = 12.5, *, bold: bool = False) -> QFont:
    """Return the serif font of article text and quotations."""
    font = QFont(READING_FAMILY)
    font.setHintingPreference(HINTING)
    font.setPointSizeF(point_size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def apply(app: QApplication, palette: Palette) -> None:
    """Give the whole application the palette: Qt's roles and the style sheet."""
    apply_roles(app, palette)
    apply_sheet(app, palette)


def apply_roles(app: QApplication, palette: Palette) -> None:
    """Give the application the style, the font and the colours of Qt's roles."""
    # The style that keeps to palette and style sheet on every system.
    app.setStyle("Fusion")
    app.setFont(ui_font())
    app.setPalette(_qt_palette(palette))


def apply_sheet(app: QApplication, palette: Palette) -> None:
    """Give the application the style sheet; best once what it dresses is built.

    While there is one, Qt styles all that is inside a widget anew each time it is put
    into another: a fifth of a start.
    """
    sheet = assets.resource_path("themes/diptych.qss").read_text(encoding="utf-8")
    app.setStyleSheet(fill(sheet, palette))


def fill(sheet: str, palette: Palette) -> str:
    """Replace ``@name`` in a style sheet by the palette's colour of that name."""
    # Longest names first, so that none is taken for the beginning of another.
    for field in sorted(fields(palette), key=lambda f: -len(f.name)):
        value = getattr(palette, field.name)
        if isinstance(value, str):
            sheet = sheet.replace(f"@{field.name}", value)
    return sheet


def _qt_palette(palette: Palette) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: palette.side,
        QPalette.ColorRole.WindowText: palette.ink,
        QPalette.ColorRole.Base: palette.paper,
        QPalette.ColorRole.AlternateBase: palette.bg,
        QPalette.ColorRole.Text: palette.ink,
        QPalette.ColorRole.Button: palette.chip,
        QPalette.ColorRole.ButtonText: palette.ink,
        QPalette.ColorRole.ToolTipBase: palette.paper,
        QPalette.ColorRole.ToolTipText: palette.ink,
        QPalette.ColorRole.PlaceholderText: palette.muted,
        QPalette.ColorRole.Highlight: palette.accent,
        QPalette.ColorRole.HighlightedText: palette.on_accent,
        QPalette.ColorRole.Link: palette.accent,
        QPalette.ColorRole.Mid: palette.line,
    }
    result = QPalette()
    for role, value in roles.items():
        result.setColor(role, QColor(value))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(disabled, role, QColor(palette.muted))
    return result
