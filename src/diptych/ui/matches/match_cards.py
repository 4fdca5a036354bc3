# SPDX-License-Identifier: MIT
"""The cards of a comparison: made once, as quoting thousands of matches takes its time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from diptych.compare.values import Comparison, Match
from diptych.notes.verdict import Verdict
from diptych.text.article import Article
from diptych.text.paragraphs import Paragraphs
from diptych.ui.desk import present
from diptych.ui.desk.quoting import Quoting
from diptych.ui.matches.present import match_row
from diptych.ui.matches.rows import MatchRow


class MatchCards:
    """Makes the cards of the matches worth showing, in the reading order of the left."""

    def __init__(self, comparison: Comparison, left: Article, right: Article) -> None:
        shown = [(n, match) for n, match in enumerate(comparison.matches) if match.shown]
        shown.sort(key=lambda item: (item[1].left.start, item[1].right.start, item[0]))
        # Whoever asks again goes on where the last one stopped.
        self._waiting = iter(shown)
        self._quoting = Quoting(left), Quoting(right)
        self._paragraphs = Paragraphs(left), Paragraphs(right)
        self._cards: list[MatchRow] = []

    def make(self) -> Iterator[MatchRow]:
        """Make the cards that are missing, one with each step, each as high as it will be listed.

        A further counterpart of a left passage stands under the first, without its words.
        """
        above = -1
        for number, match in self._waiting:
            place = present.match_place(match, *self._paragraphs)
            card = match_row(number, match, *self._quoting, place=place)
            self._cards.append(card)
            goes_on = card.left_start >= 0 and card.left_start == above
            above = card.left_start
            yield replace(card, counterpart=(2, 2)) if goes_on else card

    def rows(
        self, matches: Sequence[Match], verdicts: Mapping[int, Verdict], noted: set[int]
    ) -> list[MatchRow]:
        """Return the cards as strong as ``matches`` are now, with verdicts and notes."""
        self._cards = [
            _updated(card, matches[card.index], verdicts.get(card.index), card.index in noted)
            for card in self._cards
        ]
        return self._cards


def _updated(card: MatchRow, match: Match, verdict: Verdict | None, has_note: bool) -> MatchRow:
    # Asked of thousands after each verdict, and few have changed.
    if (card.strength, card.verdict, card.has_note) == (match.strength, verdict, has_note):
        return card
    label = present.match_label(match)
    return replace(
        card,
        strength=match.strength,
        label=label,
        saying=match.saying,
        verdict=verdict,
        has_note=has_note,
    )
