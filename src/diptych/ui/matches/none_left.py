# SPDX-License-Identifier: MIT
"""What the list says when its filter leaves none of the matches."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.services.match_filter import MatchFilter
from diptych.ui.matches.rows import MatchRow, differing
from diptych.ui.parts.controls import EmptyState


class NoneLeft(EmptyState):
    """Tells a pair that differs nowhere from one whose matches are filtered out."""

    def tell(self, rows: Sequence[MatchRow], choice: MatchFilter) -> None:
        """Say why nothing is listed."""
        if choice.differing_only and not differing(rows, choice):
            self.show_message(
                self.tr("They differ nowhere"),
                self.tr(
                    "No figure or date is told otherwise, and nothing is denied, "
                    "as far as could be told."
                ),
            )
            return
        self.show_message(
            self.tr("All matches are filtered out"),
            self.tr("Switch a kind on again or lower the strength."),
        )
