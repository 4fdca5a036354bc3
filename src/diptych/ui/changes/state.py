# SPDX-License-Identifier: MIT
"""What changed between the two pinned versions: found aside, filtered, gone through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from diptych.compare.changes.values import Change, ChangeKind, Finding, Ignored, Kinship
from diptych.compare.values import Comparison
from diptych.errors import DiptychError
from diptych.services.change_formats import ChangeFormat
from diptych.services.change_lines import ChangeLine
from diptych.services.versions_of_pair import (
    Choice,
    VersionsFound,
    are_long,
    changes_beforehand,
    changes_of_pair,
    keep_choice,
    kept_choice,
    may_be_versions,
)
from diptych.text.article import Article, Span
from diptych.text.sides import Side
from diptych.ui.changes.walk import Walk
from diptych.ui.desk.pair_state import STALE_AFTER_S, PairState
from diptych.ui.parts.lanes import ComputeLane, DiskLane
from diptych.ui.parts.translation import told
from diptych.values import dataclass

JOB = "changes"


@dataclass(frozen=True, slots=True)
class ChangeFilter:
    """Which changes are listed; with ``findings`` only those to be checked for one of them."""

    kinds: frozenset[ChangeKind] = frozenset(ChangeKind)
    findings: frozenset[Finding] = frozenset()

    def lists(self, change: Change) -> bool:
        """Tell whether a change is listed."""
        is_asked = not self.findings or not self.findings.isdisjoint(change.findings)
        return change.kind in self.kinds and is_asked


class ChangesState(QObject):
    """Holds the changes of the pair; ``notes`` is the lane that writes what the reader chose."""

    looking = Signal(bool)  # whether the changes are being found
    found_changed = Signal()  # other changes, or none now
    listed_changed = Signal()  # the filter lists others
    current_changed = Signal(int)  # number or -1
    written = Signal(object)  # Saved
    failed = Signal(str)

    def __init__(
        self,
        compute: ComputeLane,
        notes: DiskLane,
        pair: PairState,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._compute = compute
        self._notes = notes
        self._pair = pair
        self._ids = ("", "")
        self.choice = Choice()
        self.found = VersionsFound(Kinship.NONE)
        self.filter = ChangeFilter()
        self.current = -1
        self.is_stopped = False
        self.recognises = True  # or only what the reader chose is read as versions
        self._walk = Walk()
        pair.look_first_by(self._look_before)
        pair.compared.connect(self._look)
        pair.sharpened.connect(self._look)

    # What was found

    @property
    def is_versions(self) -> bool:
        """Tell whether the pair is read as two versions now."""
        return self.found.changes is not None

    def all(self) -> tuple[Change, ...]:
        """Return the changes by number."""
        return self.found.changes.changes if self.found.changes is not None else ()

    def listed(self) -> Iterator[tuple[int, Change]]:
        """Yield the changes that the filter lists, in the order of the left text."""
        return ((n, change) for n, change in enumerate(self.all()) if self.filter.lists(change))

    def lines(self) -> list[ChangeLine]:
        """Return the changes listed, in words."""
        return [self.found.lines[number] for number, _ in self.listed()]

    def counts(self) -> Counter[ChangeKind | Finding]:
        """Return how many changes each kind has, and how many there are to be checked."""
        counted: Counter[ChangeKind | Finding] = Counter()
        for change in self.all():
            counted[change.kind] += 1
            counted.update(change.findings)
        return counted

    def find(self) -> None:
        """Find the changes with the choice that holds now."""
        articles, comparison = self._pair.articles(), self._pair.comparison
        choice = self._choice_in_force()
        if articles is None or (comparison is None and choice.taken is not False):
            return
        # Most pairs are no versions, which the comparison tells without a process.
        if comparison is None or not self._may_be_versions(comparison, choice):
            self._compute.stop(JOB, after_s=STALE_AFTER_S)
            self._take(VersionsFound(Kinship.NONE))
            return
        self.looking.emit(True)
        self._compute.run(
            JOB,
            changes_of_pair,
            *articles,
            comparison,
            choice,
            done=self._take,
            failed=self._fail,
        )

    def _may_be_versions(self, comparison: Comparison, choice: Choice) -> bool:
        # Two long ones were recognised before they were compared.
        is_known = self.is_versions and choice.taken is not False
        return is_known or may_be_versions(comparison, choice)

    def _choice_in_force(self) -> Choice:
        # Nobody has chosen, and nobody is to guess.
        is_open = self.choice.taken is None and not self.recognises
        return replace(self.choice, taken=False) if is_open else self.choice

    def stop(self) -> None:
        """Give up finding them."""
        self._compute.stop(JOB)
        self.is_stopped = True
        self.found = VersionsFound(Kinship.NONE)
        self.looking.emit(False)
        self.found_changed.emit()

    def _look_before(self, compare: Callable[[], None]) -> None:
        """Find the changes of two long versions before they are compared."""
        articles, ids, before = self._pair.articles(), self._pair.pinned_ids(), self.choice
        # To compare two books takes many times as long as to find what changed.
        if articles is None or self.is_versions or not are_long(*articles):
            compare()
            return

        def take(choice: Choice) -> None:
            self._ids = ids
            if self.choice is before:  # the reader has not chosen meanwhile
                self.choice = choice
            self._find_before(articles, compare)

        def fail(error: DiptychError) -> None:
            self._fail(error)
            take(Choice())

        kept = partial(kept_choice, left_id=ids[0], right_id=ids[1])
        self._notes.run("versions before", kept, take, fail)

    def _find_before(self, articles: tuple[Article, Article], compare: Callable[[], None]) -> None:
        choice = self._choice_in_force()
        if choice.taken is not False:
            self.looking.emit(True)
            self._compute.run(
                JOB,
                changes_beforehand,
                *articles,
                choice,
                done=self._take_before,
                failed=self._fail,
            )
        compare()

    def _take_before(self, found: VersionsFound | None) -> None:
        self.looking.emit(False)
        if found is not None and self._pair.articles() is not None:
            self._show(found)

    def _look(self) -> None:
        if self._pair.articles() is None or self._pair.comparison is None:
            self._compute.stop(JOB, after_s=STALE_AFTER_S)
            self.looking.emit(False)
            self._show(VersionsFound(Kinship.NONE))
            return
        ids = self._pair.pinned_ids()
        # Swapped or compared again: what the reader chose for the pair is known.
        if {*ids} == {*self._ids}:
            self.find()
            return
        self._ids = ids
        kept = partial(kept_choice, left_id=ids[0], right_id=ids[1])

        def fail(error: DiptychError) -> None:
            self._fail(error)
            # What changed is told without the notes too.
            self._take_choice(Choice())

        self._notes.run("versions", kept, self._take_choice, fail)

    def _take_choice(self, choice: Choice) -> None:
        self.choice = choice
        self.find()

    def _take(self, found: VersionsFound) -> None:
        self.looking.emit(False)
        self._show(found)

    def _show(self, found: VersionsFound) -> None:
        # Found again by more vectors, say: the reader stays at the same change.
        if found == self.found and not self.is_stopped:
            return
        self.is_stopped = False
        before = self.all()[self.current] if 0 <= self.current < len(self.all()) else None
        self.found = found
        self._walk = Walk(self.listed())
        # By what it is, for the numbers are dealt anew.
        self.current = self.all().index(before) if before in self.all() else -1
        self.found_changed.emit()

    def _fail(self, error: DiptychError) -> None:
        self.looking.emit(False)
        self.failed.emit(told(error.sentence))

    # What the reader chooses

    def take_as_versions(self, taken: bool) -> None:
        """Read the pair as two versions, or as two voices, from now on."""
        self._choose(replace(self.choice, taken=taken))

    def recognise(self, on: bool) -> None:
        """Read what looks like versions as such without being asked, or not."""
        if on != self.recognises:
            self.recognises = on
            self.find()

    def ignore(self, ignored: Ignored) -> None:
        """Take other rules of what is no change."""
        self._choose(replace(self.choice, ignored=ignored))

    def _choose(self, choice: Choice) -> None:
        if choice == self.choice:
            return
        self.choice = choice
        self._notes.forget("versions")  # what was kept is old now
        left, right = self._pair.pinned_ids()
        if left and right:
            keep = partial(keep_choice, left_id=left, right_id=right, choice=choice)
            self._notes.run(f"keep versions {left} {right}", keep, failed=self._fail)
            self.find()

    def write(self, target: Path, form: ChangeFormat) -> None:
        """Write all changes to a file."""
        from diptych.services.change_files import write_changes  # with all of the export

        articles, changes = self._pair.articles(), self.found.changes
        if articles is not None and changes is not None:
            self._compute.run(
                f"write {target}",
                write_changes,
                target,
                form,
                changes,
                *articles,
                done=self.written.emit,
                failed=self._fail,
            )

    def set_filter(self, chosen: ChangeFilter) -> None:
        """List other kinds."""
        if chosen == self.filter:
            return
        self.filter = chosen
        self._walk = Walk(self.listed())
        # What is no longer listed is not current.
        if self._walk.position(self.current)[0] == 0:
            self.current = -1
        self.listed_changed.emit()

    # Going through them

    def choose(self, number: int) -> None:
        """Make a change the current one."""
        if 0 <= number < len(self.all()):
            self.current = number
            self.current_changed.emit(number)

    def current_passages(self) -> list[tuple[Side, Span]]:
        """Return where the current change stands, on each side that has words of it."""
        if not 0 <= self.current < len(self.all()):
            return []
        change = self.all()[self.current]
        places = ((Side.LEFT, change.left), (Side.RIGHT, change.right))
        return [(side, span) for side, span in places if span]

    def next_from(self, side: Side, place: int, direction: int) -> int:
        """Return the next change from a place, -1 where there is none."""
        return self._walk.step(side, direction, place=place, current=self.current)

    def position(self) -> tuple[int, int]:
        """Return which of how many listed changes is current, counted from 1; 0 for none."""
        return self._walk.position(self.current)
