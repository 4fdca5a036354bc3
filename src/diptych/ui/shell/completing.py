# SPDX-License-Identifier: MIT
"""Builds what nobody sees before asking for it, when the page the reader left stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from diptych.ui.parts.steps import Steps

if TYPE_CHECKING:
    from diptych.ui.shell.main_window import MainWindow
    from diptych.ui.shell.states import States

PAINTED_MS = 100  # so long the page may take to be painted
# Whatever a reader can ask with; a key tells of itself as a shortcut first.
_ASKING = frozenset(
    {
        QEvent.Type.ShortcutOverride,
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
    }
)


class Completing(QObject):
    """Runs ``build`` a moment at a time once told to, and at once before anything is asked."""

    def __init__(self, build: Callable[[], Iterator[None]], window: QObject) -> None:
        super().__init__(window)
        self._build: Callable[[], Iterator[None]] | None = build
        self._steps = Steps(self)
        self._steps.finished.connect(self._end)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PAINTED_MS)
        self._waiting.timeout.connect(self._begin)
        application = QCoreApplication.instance()
        assert application is not None
        self._application = application

    @property
    def is_done(self) -> bool:
        """Tell whether all is built."""
        return self._build is None and not self._steps.is_running

    def watch(self) -> None:
        """Build all before whatever the reader asks for from now on."""
        # No sooner: the filter sees each of the thousands of events of a start.
        if self._build is not None:
            self._application.installEventFilter(self)

    def begin_soon(self) -> None:
        """Begin when the page has been painted."""
        if self._build is not None:
            self._waiting.start()

    def finish(self) -> None:
        """Build what is left now: somebody needs it."""
        self._begin()
        self._steps.finish()

    def _begin(self) -> None:
        self._waiting.stop()
        build, self._build = self._build, None
        if build is not None:
            self._steps.start(build())

    def _end(self) -> None:
        self._application.removeEventFilter(self)

    # Qt overrides

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _ASKING:
            self.finish()
        return False


def build_rest(window: MainWindow, states: States) -> Iterator[None]:
    """Build the parts of the window that are seen only when asked for, one with each step."""
    from diptych.ui.export.presenter import ExportPresenter
    from diptych.ui.export.print_presenter import PrintPresenter
    from diptych.ui.overview.panel import OverviewPanel
    from diptych.ui.overview.presenter import OverviewPresenter
    from diptych.ui.shell.chosen_notes import chosen_notes
    from diptych.ui.shell.joins import join_overview

    yield
    panel = OverviewPanel(window.palette_values)
    yield
    window.pages.addWidget(panel)
    overview = OverviewPresenter(
        states.companions,
        states.library,
        states.pair,
        window.frame,
        panel=panel,
        pages=window.pages,
        articles=window.library_panel,
    )
    window.overview, window.overview_presenter = panel, overview
    join_overview(window, states)
    yield from window.retellings.build_rest()
    brief = window.retellings.brief_presenter
    window.history_presenter.pair_read_again.connect(brief.leave_pair)
    window.meaning_presenter.tell_with(window.retellings.brief.tally)
    # Handed over, so that the export need not know the panels of the notes.
    chosen = partial(chosen_notes, states.notes, window.notes)
    export = ExportPresenter(states.export, states.pair, chosen, window.frame)
    window.notes.export_requested.connect(export.open)
    window.export_presenter = export
    window.print_presenter = PrintPresenter(states.export, states.pair, window.frame)
