# SPDX-License-Identifier: MIT
"""What is to be checked where words changed: figures, dates, names, a denial."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from diptych.compare.changes.values import Edit, Finding
from diptych.compare.facing import end_of_numbering
from diptych.compare.facts import Fact, Sort, facts_in
from diptych.compare.stance import negations_in
from diptych.text.article import Article, BlockKind, Passage, Span
from diptych.text.calendar import Day, day_of
from diptych.text.lexicon import lines_of
from diptych.text.numbers import with_plain_digits
from diptych.text.words import words

_TOLD = {Sort.FIGURE: Finding.NUMBER, Sort.DATE: Finding.DATE, Sort.NAME: Finding.NAME}
_DIGITS = re.compile(r"\d+(?:[.,:٫٬]\d+)*[%٪]?")
_MARKED_NUMBER = re.compile(r"\d[.)\]:]|[^\W\d_]")  # "3." or "Section 3", not "3 lamps"
_LONGEST_HEADING = 80  # code points
_LEAST_OMITTED = 3  # words taken out of a sentence, or put in
_LONGEST_DENIAL = 3  # words more on one side: "is not"; a clause that is added denies nothing


@dataclass(frozen=True, slots=True)
class Checked:
    """One text as it is asked for facts: its article, what is read of it, its day."""

    article: Article
    text: str

    @property
    def day(self) -> Day | None:
        """The day from which "yesterday" counts."""
        return day_of(self.article.date)

    def end_of_heading_number(self, passage: Passage) -> int:
        """Return where the number of a heading or a clause ends, -1 for a passage without one.

        "12. March" is numbered too, and its number is no matter of order.
        """
        span = passage.span
        end = end_of_numbering(self.text, span)
        numbering = self.text[span.start : end]
        is_heading = self.article.blocks[passage.block].kind is BlockKind.HEADING
        is_clause = len(span) <= _LONGEST_HEADING and not ends_sentence(span.of(self.text))
        if not (is_heading or is_clause) or not _MARKED_NUMBER.search(numbering):
            return -1
        facts = facts_in(self.text, span, language=self.article.language, today=self.day)
        dates = (fact for fact in facts if fact.sort is Sort.DATE)
        return -1 if any(fact.span.start < end for fact in dates) else end

    def says_something(self, span: Span) -> bool:
        """Tell whether words are enough to be missed where they were taken out."""
        told = words(self.text, span.start, span.end, language=self.article.language)
        return len(told) >= _LEAST_OMITTED and any(word.stem for word in told)

    def facts(self, span: Span, edits: Iterable[Span]) -> list[Fact]:
        """Return the facts of a passage that stand in words that changed."""
        begins = end_of_numbering(self.text, span)
        changed = [each for each in edits if len(each) and each.start >= begins]
        if not changed:
            return []
        found = facts_in(self.text, span, language=self.article.language, today=self.day)
        return [
            fact
            for fact in found
            if fact.sort in _TOLD and any(fact.span.overlaps(each) for each in changed)
        ]


def findings(
    left: Checked, right: Checked, spans: tuple[Span, Span], edits: Sequence[Edit]
) -> tuple[Finding, ...]:
    """Return what the words that changed make worth a check, each sort once."""
    found = set(_of_facts(left, right, spans, edits))
    denials = sum(_denials(left, right, edit) for edit in edits)
    if denials % 2 or _ends_otherwise(left, right, spans):
        found.add(Finding.DENIED)
    found.update(_of_words_alone(left, right, edits))
    return tuple(finding for finding in Finding if finding in found)


def _of_facts(
    left: Checked, right: Checked, spans: tuple[Span, Span], edits: Sequence[Edit]
) -> Iterator[Finding]:
    ours = left.facts(spans[0], [edit.left for edit in edits])
    theirs = right.facts(spans[1], [edit.right for edit in edits])
    for edit in edits:
        if _are_other_digits(left, right, spans, edit):
            yield Finding.NUMBER
            continue
        one = [fact for fact in ours if fact.span.overlaps(edit.left)]
        other = [fact for fact in theirs if fact.span.overlaps(edit.right)]
        for sort, finding in _TOLD.items():
            here, there = ([f for f in side if f.sort is sort] for side in (one, other))
            if here and there and _differ(here, there):
                yield finding


def _of_words_alone(left: Checked, right: Checked, edits: Sequence[Edit]) -> Iterator[Finding]:
    """Yield what was taken out of a sentence that stays, or put into it."""
    for edit in edits:
        for checked, own, across, finding in (
            (left, edit.left, edit.right, Finding.OMITTED),
            (right, edit.right, edit.left, Finding.ADDED),
        ):
            if len(across) == 0 and checked.says_something(own):
                yield finding


def _are_other_digits(left: Checked, right: Checked, spans: tuple[Span, Span], edit: Edit) -> bool:
    """Tell whether one number in digits became another: 1250 patches and 1520 are no years."""
    written = [
        with_plain_digits(span.of(each.text))
        for each, span in ((left, edit.left), (right, edit.right))
    ]
    begins = end_of_numbering(left.text, spans[0]), end_of_numbering(right.text, spans[1])
    if edit.left.start < begins[0] or edit.right.start < begins[1]:
        return False
    return all(map(_DIGITS.fullmatch, written)) and not _are_years(written)


def _are_years(written: Sequence[str]) -> bool:
    return all(number.isdigit() and 1800 <= int(number) <= 2100 for number in written)


def _differ(ours: Sequence[Fact], theirs: Sequence[Fact]) -> bool:
    """Tell whether two places name different facts, and not one of them written otherwise."""
    first, second = (
        {(fact.key.replace("’", "'"), fact.unit) for fact in side} for side in (ours, theirs)
    )
    if any(fact.sort is Sort.NAME and fact.attached for fact in (*ours, *theirs)):
        return False  # any word has a capital at the beginning of its sentence
    if {key for key, _ in first} == {key for key, _ in second}:
        # Twelve euros and twelve crowns; a unit that one side leaves to be understood is no other.
        units = {unit for _, unit in first}, {unit for _, unit in second}
        return all(units[0]) and all(units[1]) and units[0] != units[1]
    return True


def _ends_otherwise(left: Checked, right: Checked, spans: tuple[Span, Span]) -> bool:
    """Tell whether one side's verbs end in a denial more: in Japanese ます became ません."""
    endings = lines_of(left.article.language, "negative_endings")
    if not endings or left.article.language != right.article.language:
        return False
    pattern = re.compile("|".join(endings))
    counts = [
        len(pattern.findall(each.text, span.start, span.end))
        for each, span in zip((left, right), spans, strict=True)
    ]
    return (counts[0] - counts[1]) % 2 == 1


def _denials(left: Checked, right: Checked, edit: Edit) -> int:
    sides = [
        words(each.text, span.start, span.end, language=each.article.language)
        for each, span in ((left, edit.left), (right, edit.right))
    ]
    if abs(len(sides[0]) - len(sides[1])) > _LONGEST_DENIAL:
        return 0
    return sum(
        negations_in(side, each.article.language)
        for side, each in zip(sides, (left, right), strict=True)
    )


def ends_sentence(passage: str) -> bool:
    """Tell whether a passage ends as a sentence does."""
    bare = passage.rstrip("\"'”’»)]」』* ")
    return bare.endswith((".", "!", "?", "。", "！", "？", "…", "।", "؟", "۔"))
