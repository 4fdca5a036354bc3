# SPDX-License-Identifier: MIT
"""What two features of the window have to do with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diptych.ui.shell.main_window import MainWindow
    from diptych.ui.shell.states import States


def join_library(window: MainWindow) -> None:
    """Have texts, welcome and overview tell and ask the library."""
    library, companions = window.library_presenter, window.companion_presenter
    library.counted.connect(window.toolbar.show_count)
    library.counted.connect(window.reading_presenter.offer_best_pair)
    library.emptied.connect(window.window_presenter.welcome)
    library.emptied.connect(lambda is_empty: window.matches.offer_overview(not is_empty))
    companions.shares_changed.connect(library.show_shares)
    window.split.dropped.connect(lambda side, what: library.adding.take_dropped(what, side))
    window.welcome.samples_requested.connect(library.adding.open_samples)
    window.welcome.folder_requested.connect(library.adding.ask_folder)
    window.welcome.files_requested.connect(library.adding.ask_files)


def join_pair(window: MainWindow, states: States) -> None:
    """Have the toolbar follow the pair."""
    matches, meaning = window.matches_presenter, states.meaning
    changes, pair, toolbar = window.retellings.changes_presenter, states.pair, window.toolbar

    def show_match(number: int, total: int) -> None:
        if pair.shows_changes:  # matches and changes have one place in the toolbar
            return
        if pair.comparison is None and pair.articles() is not None:
            toolbar.show_not_known()
        else:
            toolbar.show_position(number, total)

    matches.position_changed.connect(show_match)
    changes.position_changed.connect(toolbar.show_change)
    changes.count_chosen_by(lambda: len(window.library_panel.selected_ids()))
    changes.left.connect(matches.show_position)
    window.notes_presenter.changed_passages = states.changes.current_passages
    pair.comparing.connect(toolbar.show_comparing)
    # What comparing found is told of the matches, and the changes are listed all along.
    pair.comparing.connect(lambda _: changes.show_position() if pair.shows_changes else None)
    window.split.side_focused.connect(lambda _: matches.show_position())
    window.matches.overview_requested.connect(window.actions_by_id["overview"].trigger)
    meaning.progressed.connect(window.companion_presenter.take_progress)


def join_search(window: MainWindow, states: States) -> None:
    """Have the dialogs that tell of the library's words follow its index."""
    states.index.levelled.connect(lambda _: window.lookups_presenter.look_again())


def join_overview(window: MainWindow, states: States) -> None:
    """Have the overview wait for what is read for meaning."""
    overview, meaning = window.overview_presenter, states.meaning
    overview.vectors_wanted.connect(meaning.want_first)
    meaning.made.connect(overview.take_vectors)
