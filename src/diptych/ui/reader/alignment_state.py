# SPDX-License-Identifier: MIT
"""The places of the pinned pair that the reader has aligned by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from diptych.errors import DiptychError
from diptych.notes.pair_store import Alignment
from diptych.services.alignments import keep_alignments, kept_alignments
from diptych.ui.desk.pair_state import PairState
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told


class AlignmentState(QObject):
    """Keeps alignments in step with the store; ``lane`` is the one that writes notes."""

    changed = Signal(object)  # tuple[Alignment, ...] in the order of the left text
    failed = Signal(str)

    def __init__(self, lane: DiskLane, pair: PairState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._pair = pair
        self._kept: tuple[Alignment, ...] = ()
        pair.compared.connect(self._read)

    @property
    def kept(self) -> tuple[Alignment, ...]:
        """Those of the pair that lies open."""
        return self._kept

    def add(self, new: Alignment) -> None:
        """Align two places; earlier ones that would cross the new one go."""
        # Both before the new one, or both behind it: (left - left) * (right - right) > 0.
        rest = (a for a in self._kept if (a.left - new.left) * (a.right - new.right) > 0)
        self._keep((*rest, new))

    def remove(self, number: int) -> None:
        """Take one away, numbered in the order of the left text."""
        self._keep(tuple(a for n, a in enumerate(self._kept) if n != number))

    def remove_all(self) -> None:
        """Take all of this pair away."""
        self._keep(())

    def _read(self) -> None:
        left, right = self._pair.pinned_ids()
        if left and right:
            kept = partial(kept_alignments, left_id=left, right_id=right)
            self._lane.run("alignments", kept, self._show, self._fail)
        else:
            self._show(())

    def _show(self, kept: tuple[Alignment, ...]) -> None:
        self._kept = kept
        self.changed.emit(kept)

    def restoring(self) -> Callable[[], None]:
        """Return what brings those of now back, whichever pair lies open then, and how."""
        return partial(self._restore, self._pair.pinned_ids(), self._kept)

    def _restore(self, pair: tuple[str, str], kept: tuple[Alignment, ...]) -> None:
        here = self._pair.pinned_ids()
        if pair == here[::-1]:
            pair, kept = here, tuple(Alignment(each.right, each.left) for each in kept)
        if pair == here:
            self._keep(kept)
        else:
            self._write(pair, kept)

    def _keep(self, alignments: tuple[Alignment, ...]) -> None:
        ordered = tuple(sorted(alignments))
        self._write(self._pair.pinned_ids(), ordered)
        # Shown without waiting for the disk.
        self._show(ordered)

    def _write(self, pair: tuple[str, str], kept: tuple[Alignment, ...]) -> None:
        left, right = pair
        keep = partial(keep_alignments, left_id=left, right_id=right, alignments=kept)
        # Named by the pair: it drops an older writing of the same pair and of no other.
        self._lane.run(f"set alignments {left} {right}", keep, failed=self._fail)

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
