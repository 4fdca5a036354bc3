# SPDX-License-Identifier: MIT
"""What the reader said of two articles: verdicts on their matches, places aligned by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from diptych.notes import rows
from diptych.notes.database import Database
from diptych.notes.note import storable
from diptych.notes.verdict import Verdict
from diptych.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Alignment:
    """Two places the reader declared to be the same, in code points of each article."""

    left: int
    right: int


@dataclass(frozen=True, slots=True)
class AsVersions:
    """What the reader said of two articles as versions of one text.

    ``taken`` is None where that was left to be recognised; ``rules`` is a JSON object of
    what counts as no change.
    """

    taken: bool | None = None
    rules: str = "{}"


class PairStore:
    """The part of the notes file that speaks of pairs; a pair has no first article."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def verdicts(self, left_id: str, right_id: str) -> dict[tuple[str, str], Verdict]:
        """Return the reader's verdicts by (left quote, right quote)."""
        first, second, swapped = _ordered(left_id, right_id)
        found = self._database.rows(
            "SELECT left_quote, right_quote, verdict FROM verdict "
            "WHERE left_article = ? AND right_article = ?",
            first,
            second,
        )
        known = {verdict.value: verdict for verdict in Verdict}
        return {
            (str(right), str(left)) if swapped else (str(left), str(right)): known[str(verdict)]
            for left, right, verdict in found
            # Another Diptych may have written one that this one does not know.
            if verdict in known
        }

    def set_verdict(
        self,
        left_id: str,
        right_id: str,
        *,
        left_quote: str,
        right_quote: str,
        verdict: Verdict | None,
    ) -> None:
        """Keep the reader's verdict on a match; None takes it back."""
        first, second, swapped = _ordered(left_id, right_id)
        quotes = (right_quote, left_quote) if swapped else (left_quote, right_quote)
        # By what is said, not where: places change with every edit of a file.
        key = (first, second, *map(storable, quotes))
        with self._database.writing():
            connection = self._database.connection
            if verdict is None:
                connection.execute(
                    "DELETE FROM verdict WHERE (left_article, right_article, left_quote, "
                    "right_quote) = (?, ?, ?, ?)",
                    key,
                )
            else:
                time = rows.time_text(self._now())
                connection.execute(
                    "INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?, ?, ?)",
                    (*key, verdict.value, time),
                )

    def alignments(self, left_id: str, right_id: str) -> tuple[Alignment, ...]:
        """Return the places the reader aligned by hand, in order of the left text."""
        first, second, swapped = _ordered(left_id, right_id)
        found = self._database.rows(
            "SELECT left_place, right_place FROM alignment"
            " WHERE left_article = ? AND right_article = ?",
            first,
            second,
        )
        pairs = ((int(str(left)), int(str(right))) for left, right in found)
        return tuple(sorted(Alignment(b, a) if swapped else Alignment(a, b) for a, b in pairs))

    def set_alignments(self, left_id: str, right_id: str, alignments: Iterable[Alignment]) -> None:
        """Replace the places the reader aligned by hand."""
        first, second, swapped = _ordered(left_id, right_id)
        places = {
            (each.right, each.left) if swapped else (each.left, each.right) for each in alignments
        }
        with self._database.writing():
            connection = self._database.connection
            # Replaced whole: the window hands over all alignments of the pair.
            connection.execute(
                "DELETE FROM alignment WHERE left_article = ? AND right_article = ?",
                (first, second),
            )
            connection.executemany(
                "INSERT INTO alignment VALUES (?, ?, ?, ?)",
                [(first, second, *place) for place in sorted(places)],
            )

    def as_versions(self, left_id: str, right_id: str) -> AsVersions | None:
        """Return what the reader said of a pair as versions of one text, None for nothing."""
        first, second, _ = _ordered(left_id, right_id)
        found = self._database.rows(
            "SELECT taken, rules FROM versions WHERE left_article = ? AND right_article = ?",
            first,
            second,
        )
        for taken, rules in found:
            return AsVersions(None if taken is None else bool(taken), str(rules))
        return None

    def set_as_versions(self, left_id: str, right_id: str, said: AsVersions) -> None:
        """Keep what the reader says of a pair as versions of one text."""
        first, second, _ = _ordered(left_id, right_id)
        taken = None if said.taken is None else int(said.taken)
        with self._database.writing():
            self._database.connection.execute(
                "INSERT OR REPLACE INTO versions VALUES (?, ?, ?, ?)",
                (first, second, taken, storable(said.rules)),
            )


def _ordered(left_id: str, right_id: str) -> tuple[str, str, bool]:
    """Return the pair in the order it is stored in, and whether that swaps sides."""
    # One row for a pair, whichever side each was pinned on.
    swapped = left_id > right_id
    return (right_id, left_id, True) if swapped else (left_id, right_id, False)
