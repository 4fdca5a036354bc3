# SPDX-License-Identifier: MIT
"""What the window is wired to: the state of each feature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.ui.changes.state import ChangesState
    from diptych.ui.desk.library_state import LibraryState
    from diptych.ui.desk.pair_state import PairState
    from diptych.ui.export.state import ExportState
    from diptych.ui.library.watch import FolderWatch, OthersWatch
    from diptych.ui.matches.judging import Judging
    from diptych.ui.matches.meaning_state import MeaningState
    from diptych.ui.notes.attention_state import AttentionState
    from diptych.ui.notes.keeping_state import KeepingState
    from diptych.ui.notes.state import NotesState
    from diptych.ui.overview.state import CompanionState
    from diptych.ui.reader.alignment_state import AlignmentState
    from diptych.ui.reader.woven_state import WovenState
    from diptych.ui.search.index_state import IndexState
    from diptych.ui.search.lookups_state import LookupsState
    from diptych.ui.search.state import SearchState
    from diptych.ui.story.state import StoryState


@dataclass(frozen=True, slots=True)
class States:
    """What the window is wired to; built by the composition root."""

    library: LibraryState
    pair: PairState
    companions: CompanionState
    meaning: MeaningState
    judging: Judging
    alignments: AlignmentState
    woven: WovenState
    changes: ChangesState
    story: StoryState
    notes: NotesState
    attention: AttentionState
    keeping: KeepingState
    export: ExportState
    search: SearchState
    index: IndexState
    lookups: LookupsState
    folders: FolderWatch
    others: OthersWatch
