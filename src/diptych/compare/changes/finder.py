# SPDX-License-Identifier: MIT
"""The one call of this room on versions: two articles in, what an editor changed out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

from diptych.compare.changes.across import sentences_told, told_otherwise
from diptych.compare.changes.edits import Edited, Sides, edited
from diptych.compare.changes.findings import Checked, denials, ends_sentence, findings
from diptych.compare.changes.names import knows_names
from diptych.compare.changes.places import Cell, Place, places
from diptych.compare.changes.places_across import meant_across, places_meant
from diptych.compare.changes.rest import MatchesOf, matches_of_rest
from diptych.compare.changes.seams import closed, with_numbers_kept
from diptych.compare.changes.tokens import Token, Tokeniser, tells, without_first_capitals
from diptych.compare.changes.unchanged import unchanged
from diptych.compare.changes.values import (
    ONE_SIDED,
    Aligned,
    Change,
    ChangeKind,
    Changes,
    Edit,
    Finding,
    Ignored,
)
from diptych.compare.same_claim import across_languages
from diptych.compare.values import Match
from diptych.text.article import Article, BlockKind, Passage, Span
from diptych.text.segment import all_passages

# Cosine below the middle of all pairs: near ones in Chinese and French are far apart. Of eleven
# free translations that seemed to deny, "he had left it open", "er hatte es nicht geschlossen",
# six are further away, of fifteen denials none.
_FREE = 0.2


def find_changes(
    left: Article,
    right: Article,
    ignored: Ignored = Ignored(),  # noqa: B008
    *,
    matches: Sequence[Match] = (),
    matches_of: MatchesOf | None = None,
    knows_meaning: bool = True,
) -> Changes:
    """Return what differs between two versions of one text, place by place.

    ``matches`` are those of the comparison, the surest first: they join what was rewritten
    in other words, and all there is to join where the two are in two languages. Where the
    two were not compared ``matches_of`` compares what no words join. Of two languages
    nothing is told as left out or added where no encoder ``knows_meaning``.
    """
    finder = _Finder(left, right, ignored, knows_meaning=knows_meaning)
    return finder.found(matches, matches_of)


class _Finder:
    def __init__(
        self, left: Article, right: Article, ignored: Ignored, *, knows_meaning: bool
    ) -> None:
        self._articles = left, right
        self._knows_words = not across_languages(left, right)
        self._knows_absence = self._knows_words or knows_meaning
        self._texts = left.reading_text(), right.reading_text()
        self._passages = all_passages(left), all_passages(right)
        self._spans = (
            [p.span for p in self._passages[0]],
            [p.span for p in self._passages[1]],
        )
        self._paragraphs = tuple(
            _paragraphs(article, side)
            for article, side in zip(self._articles, self._passages, strict=True)
        )
        self._checked = Checked(left, self._texts[0]), Checked(right, self._texts[1])
        self._tokens: tuple[list[list[Token]], list[list[Token]]] = ([], [])
        self._standing: list[Cell] = []
        self._nearness: dict[tuple[int, int], float] = {}
        if self._knows_words:
            self._read(ignored)

    def _read(self, ignored: Ignored) -> None:
        """Read the words of all passages, but of those that nobody has touched."""
        told = [
            [span.of(text) for span in spans]
            for text, spans in zip(self._texts, self._spans, strict=True)
        ]
        self._standing = unchanged(*told)
        readers = [
            Tokeniser(text, article.language, ignored)
            for text, article in zip(self._texts, self._articles, strict=True)
        ]
        passed_over = ({row for row, _ in self._standing}, {n for _, n in self._standing})
        same = (readers[0].keys(self._spans[0][row]) for row, _ in self._standing)
        left, right = (
            [[] if n in passed else reader.tokens(span) for n, span in enumerate(spans)]
            for reader, spans, passed in zip(readers, self._spans, passed_over, strict=True)
        )
        self._tokens = without_first_capitals(left, right, same)

    def found(self, matches: Sequence[Match], matches_of: MatchesOf | None) -> Changes:
        self._nearness = _nearness(matches)
        if self._knows_words:
            languages = self._articles[0].language, self._articles[1].language

            def meant(rows: Sequence[int], columns: Sequence[int]) -> Iterator[Cell]:
                rest = self._of_rest(rows, columns, matches_of) if matches_of else ()
                return self._meant(match for match in (*matches, *rest) if match.shown)

            standing = places(
                *self._tokens,
                languages,
                lengths=[len(span) for span in self._spans[0]],
                meant=meant,
                standing=self._standing,
            )
        else:
            standing = places_meant(
                *sentences_told(self._checked, self._spans),
                *map(self._meant, meant_across(matches)),
                knows_meaning=self._knows_absence,
            )
        ends = self._ends(standing)
        told = with_numbers_kept(list(self._changes(standing, ends)), self._texts)
        return Changes(
            tuple(sorted(told, key=lambda change: (change.left.start, change.right.start))),
            tuple(
                Aligned(*self._spans_of(place, at), place.is_moved)
                for place, at in zip(standing, ends, strict=True)
            ),
            knows_words=self._knows_words,
            knows_names=all(map(knows_names, self._texts)),
            kept_left=self._kept(0, standing, told),
            kept_right=self._kept(1, standing, told),
        )

    def _of_rest(
        self, rows: Sequence[int], columns: Sequence[int], matches_of: MatchesOf
    ) -> list[Match]:
        left, right = (
            [side[number] for number in numbers]
            for side, numbers in zip(self._passages, (rows, columns), strict=True)
        )
        return matches_of_rest(self._articles, (left, right), matches_of)

    def _meant(self, matches: Iterable[Match]) -> Iterator[Cell]:
        """Yield the pairs of passages that matches join, a longer match one by one."""
        starts = tuple({span.start: n for n, span in enumerate(side)} for side in self._spans)
        for match in matches:
            rows, columns = (
                self._inside(span, side, starts[side])
                for side, span in enumerate((match.left, match.right))
            )
            yield from zip(rows, columns, strict=False)

    def _inside(self, span: Span, side: int, starts: dict[int, int]) -> list[int]:
        first = starts.get(span.start)
        if first is None:
            return []
        spans = self._spans[side]
        last = first
        while last + 1 < len(spans) and spans[last + 1].end <= span.end:
            last += 1
        return list(range(first, last + 1))

    # Where things stand

    def _spans_of(self, place: Place, at: tuple[int, int]) -> tuple[Span, Span]:
        left, right = (
            Span(spans[numbers[0]].start, spans[numbers[-1]].end) if numbers else Span(end, end)
            for spans, numbers, end in zip(
                self._spans, (place.rows, place.columns), at, strict=True
            )
        )
        return left, right

    def _ends(self, standing: Sequence[Place]) -> list[tuple[int, int]]:
        """Return where a place that has nothing on a side would stand there."""
        at = [0, 0]
        found = []
        for place in standing:
            found.append((at[0], at[1]))
            if not place.is_moved:
                # What moved does not take the place along: what is missing stands where the text
                # goes on.
                for side, numbers in enumerate((place.rows, place.columns)):
                    if numbers:
                        at[side] = max(at[side], self._spans[side][numbers[-1]].end)
        return found

    def _kept(self, side: int, standing: Sequence[Place], told: Iterable[Change]) -> float:
        """Return the share of a side's letters that something on the other side accounts for.

        Words that were taken out of a sentence that stays are not there any more.
        """
        whole = sum(map(len, self._spans[side]))
        met = sum(
            len(self._spans[side][number])
            for place in standing
            if place.rows and place.columns
            for number in (place.rows, place.columns)[side]
        )
        alone = sum(
            len((edit.left, edit.right)[side])
            for change in told
            if change.kind not in ONE_SIDED
            for edit in change.edits
            if not len((edit.right, edit.left)[side])
        )
        return round(max(0, met - alone) / whole, 4) if whole else 0.0

    # Changes

    def _changes(
        self, standing: Sequence[Place], ends: Sequence[tuple[int, int]]
    ) -> Iterator[Change]:
        together = list(zip(standing, ends, strict=True))
        # Without a common tongue or encoder most was never compared.
        if self._knows_absence:
            yield from self._alone(together)
        yield from self._moved(together)
        facing = [(place, at) for place, at in together if place.rows and place.columns]
        if not self._knows_words:
            yield from self._across(facing)
            return
        found = [self._edited(place, at) for place, at in facing]
        whole = [self._spans_of(place, at) for place, at in facing]
        for (place, at), each in zip(facing, closed(found, whole, self._texts), strict=True):
            if each is not None:
                yield from self._at(place, at, each)

    def _alone(self, together: Sequence[tuple[Place, tuple[int, int]]]) -> Iterator[Change]:
        """Yield what one side alone has; sentences of one paragraph in a row are one."""

        def which(each: tuple[int, tuple[Place, tuple[int, int]]]) -> tuple[int, int, int]:
            # Number less position is the same for all in a row: the key that ``groupby`` wants.
            n, (place, _) = each
            side = 0 if place.rows else 1
            number = (place.rows or place.columns)[0]
            return side, number - n, self._paragraphs[side][number]

        alone = [each for each in together if not (each[0].rows and each[0].columns)]
        # Numbered once what both sides have is out: a sentence that stays parts its neighbours.
        for (side, _, _), some in groupby(enumerate(alone), key=which):
            row = [each for _, each in some]
            first, last = row[0][0], row[-1][0]
            spans = self._spans[side]
            span = Span(
                spans[(first.rows or first.columns)[0]].start,
                spans[(last.rows or last.columns)[0]].end,
            )
            nothing = Span(row[0][1][1 - side], row[0][1][1 - side])
            left, right = (span, nothing) if side == 0 else (nothing, span)
            kind = (ChangeKind.ONLY_LEFT, ChangeKind.ONLY_RIGHT)[side]
            finding = (Finding.OMITTED, Finding.ADDED)[side]
            yield Change((kind,), left, right, (Edit(left, right),), (finding,))

    def _moved(self, together: Sequence[tuple[Place, tuple[int, int]]]) -> Iterator[Change]:
        """Yield what stands elsewhere; passages that moved together are one change."""
        blocks: list[list[Place]] = []
        for place, _ in together:
            if not place.is_moved:
                continue
            last = blocks[-1][-1] if blocks else None
            if (
                last is not None
                and last.rows[-1] + 1 == place.rows[0]
                and last.columns[-1] + 1 == place.columns[0]
            ):
                blocks[-1].append(place)
            else:
                blocks.append([place])
        for block in blocks:
            left, right = (
                Span(spans[first[0]].start, spans[last[-1]].end)
                for spans, first, last in (
                    (self._spans[0], block[0].rows, block[-1].rows),
                    (self._spans[1], block[0].columns, block[-1].columns),
                )
            )
            yield Change((ChangeKind.MOVED,), left, right)

    def _edited(self, place: Place, at: tuple[int, int]) -> Edited | None:
        """Return what became of the words between two passages; None where they are the same."""
        left, right = (
            [token for number in numbers for token in tokens[number]]
            for tokens, numbers in zip(self._tokens, (place.rows, place.columns), strict=True)
        )
        if [token.key for token in left] == [token.key for token in right]:
            return None  # the lines may have been joined; nothing is said otherwise
        found = edited(Sides(left, right, at, self._articles[0].language))
        return self._without_numbering(place, found)

    def _at(self, place: Place, at: tuple[int, int], found: Edited) -> Iterator[Change]:
        """Yield the changes of words between passages that are one another's."""
        for edit in found.moved:
            yield Change((ChangeKind.MOVED,), edit.left, edit.right)
        if not found.edits:
            return
        if len(place.rows) == len(place.columns) == 1:
            yield self._change((ChangeKind.CHANGED,), place, at, found.edits)
            return
        whole = self._spans_of(place, at)
        if self._is_shaped_otherwise(place):
            kinds = [ChangeKind.RESHAPED]
            if any(self._tells(edit) for edit in found.edits):
                kinds.append(ChangeKind.CHANGED)
            yield self._with_findings(tuple(kinds), whole, found.edits)
            return
        yield from self._by_passage(place, found)

    def _without_numbering(self, place: Place, found: Edited) -> Edited:
        """Drop what only numbers a heading anew: it follows from what came before it."""
        if not len(place.rows) == len(place.columns) == 1:
            return found
        heads = [
            checked.end_of_heading_number(self._passages[side][number])
            for side, (checked, number) in enumerate(
                zip(self._checked, (place.rows[0], place.columns[0]), strict=True)
            )
        ]
        kept = [e for e in found.edits if e.left.end > heads[0] or e.right.end > heads[1]]
        return replace(found, edits=tuple(kept))

    def _is_shaped_otherwise(self, place: Place) -> bool:
        """Tell whether sentences were split or merged, and not only lines broken otherwise."""
        counts = (
            sum(ends_sentence(self._spans[side][n].of(self._texts[side])) for n in numbers)
            for side, numbers in enumerate((place.rows, place.columns))
        )
        # A side without a full stop is one sentence all the same.
        ours, theirs = counts
        return max(ours, 1) != max(theirs, 1)

    def _tells(self, edit: Edit) -> bool:
        """Tell whether an edit is more than what joins two sentences or parts them."""
        tokens = [
            Tokeniser(text, article.language, Ignored()).tokens(span)
            for text, span, article in zip(
                self._texts, (edit.left, edit.right), self._articles, strict=True
            )
        ]
        if denials(*self._checked, edit) or any(
            token.is_word and (tells(token.key, article.language) or token.key[0].isdigit())
            for side, article in zip(tokens, self._articles, strict=True)
            for token in side
        ):
            return True
        # "May" became "must"; where a sign changed too, "who" became "He" at the seam.
        return all(side and all(token.is_word for token in side) for side in tokens)

    def _by_passage(self, place: Place, found: Edited) -> Iterator[Change]:
        """Yield the edits of joined lines by the passage of the left they stand in."""
        spans = [self._spans[0][row] for row in place.rows]

        def owner(edit: Edit) -> int:
            return max((n for n, s in enumerate(spans) if s.start <= edit.left.start), default=0)

        for number, some in groupby(found.edits, key=owner):
            edits = tuple(some)
            right = Span(edits[0].right.start, edits[-1].right.end)
            columns = [
                span
                for span in (self._spans[1][n] for n in place.columns)
                if span.overlaps(right) or span.contains(right)
            ]
            reach = Span(columns[0].start, columns[-1].end) if columns else right
            yield self._with_findings((ChangeKind.CHANGED,), (spans[number], reach), edits)

    def _change(
        self,
        kinds: tuple[ChangeKind, ...],
        place: Place,
        at: tuple[int, int],
        edits: Sequence[Edit],
    ) -> Change:
        return self._with_findings(kinds, self._spans_of(place, at), edits)

    def _with_findings(
        self, kinds: tuple[ChangeKind, ...], spans: tuple[Span, Span], edits: Sequence[Edit]
    ) -> Change:
        told = findings(self._checked[0], self._checked[1], spans, edits)
        return Change(kinds, *spans, tuple(edits), told)

    def _across(self, facing: Sequence[tuple[Place, tuple[int, int]]]) -> Iterator[Change]:
        """Yield what two languages show: figures and names that differ, sentences split."""
        spans = [self._spans_of(place, at) for place, at in facing]
        told = told_otherwise(self._checked, spans, near=self._near(spans))
        for (place, _), (left, right), (edits, found) in zip(facing, spans, told, strict=True):
            kinds = []
            if self._knows_absence and len(place.rows) != len(place.columns):
                kinds.append(ChangeKind.RESHAPED)
            if found:
                kinds.append(ChangeKind.CHANGED)
            if kinds:
                yield Change(tuple(kinds), left, right, edits, found)

    def _near(self, spans: Sequence[tuple[Span, Span]]) -> list[bool]:
        """Tell of each pair whether it is not known to say the same in a freer way."""
        near = [self._nearness.get((left.start, right.start)) for left, right in spans]
        known = [each for each in near if each is not None]
        least = median(known) - _FREE if known else 0.0
        return [self._knows_absence and (each is None or each >= least) for each in near]


def _nearness(matches: Iterable[Match]) -> dict[tuple[int, int], float]:
    """Return how near in meaning the passages are that begin at two places."""
    found: dict[tuple[int, int], float] = {}
    for match in matches:
        if (near := match.evidence.similarity) is not None:
            place = match.left.start, match.right.start
            found[place] = max(near, found.get(place, near))
    return found


def _paragraphs(article: Article, passages: Sequence[Passage]) -> list[int]:
    """Return the number of each passage's paragraph; a heading counts to what follows it."""
    numbers: list[int] = []
    joins = False
    for at, passage in enumerate(passages):
        if not at:
            numbers.append(0)
        else:
            is_new = passage.block != passages[at - 1].block
            numbers.append(numbers[-1] + (is_new and not joins))
        joins = article.blocks[passage.block].kind is BlockKind.HEADING
    return numbers
