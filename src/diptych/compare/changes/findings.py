# SPDX-License-Identifier: MIT
"""What is to be checked where words changed: figures, dates, names, a denial."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from diptych.compare.changes.amounts import is_other_weekday, other_amount
from diptych.compare.changes.first_words import is_known_name, opens_something
from diptych.compare.changes.known_names import known_name
from diptych.compare.changes.names import (
    is_beside_a_title,
    knows_names,
    names_in,
    written_small,
)
from diptych.compare.changes.opposites import are_opposed
from diptych.compare.changes.other_numbers import is_other_number
from diptych.compare.changes.taken_back import (
    deny_both,
    denying_here,
    said_again,
    says_not_only,
    takes_back,
)
from diptych.compare.changes.turned_about import (
    is_another_first_name,
    is_counted_otherwise,
    is_one_count_another,
    nobody_is_meant_by_both,
)
from diptych.compare.changes.values import Edit, Finding
from diptych.compare.clauses import any_apart
from diptych.compare.denied import (
    denied_alone,
    denied_by_prefix,
    denying_forms,
    has_denying_forms,
)
from diptych.compare.facing import end_of_numbering
from diptych.compare.facts import Fact, Sort, facts_in
from diptych.compare.stance import denials_in
from diptych.compare.units import MEASURES
from diptych.text.article import Article, BlockKind, Passage, Span
from diptych.text.calendar import Day, day_of
from diptych.text.lexicon import words_of_all
from diptych.text.numerals import numbers_by_word
from diptych.text.tokens import is_unspaced
from diptych.text.words import Word, words
from diptych.values import dataclass

_TOLD = {Sort.FIGURE: Finding.NUMBER, Sort.DATE: Finding.DATE, Sort.NAME: Finding.NAME}
_OF_A_WORD = 0.4  # what a character of a script without spaces counts for
_LONGEST_HEADING = 80  # code points
_LEAST_OMITTED = 3  # words taken out of a sentence, or put in
_AROUND = 60  # code points
_LONGEST_ACRONYM = 6  # letters
_LONGEST_NAME = 30  # code points
_NUMBERED = frozenset([BlockKind.HEADING, BlockKind.NOTE])
# Where "nobody did not see" says that nobody saw.
_CONCORD = frozenset(["ru", "uk", "pl", "fr", "es", "it", "pt", "he", "ar", "hi", "el"])
_LONGEST_DENIAL = 3  # words more on one side: "is not"


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
        """Return where the number of a heading, a note or a clause ends, -1 for one without.

        "12. March" is numbered too, and its number is no matter of order.
        """
        span = passage.span
        is_heading = self.article.blocks[passage.block].kind in _NUMBERED
        # "7. Rent" is named by its number; a sentence that begins with a 7 is not.
        is_clause = len(span) <= _LONGEST_HEADING and not ends_sentence(span.of(self.text))
        end = self.after_number(span)
        return end if end > span.start and (is_heading or is_clause) else -1

    def after_number(self, span: Span) -> int:
        """Return where a passage begins behind its number; "12. März" begins with a date."""
        end = end_of_numbering(self.text, span)
        if end == span.start:
            return end
        facts = facts_in(self.text, span, language=self.article.language, today=self.day)
        dates = (fact for fact in facts if fact.sort is Sort.DATE)
        return span.start if any(fact.span.start < end for fact in dates) else end

    def says_something(self, span: Span) -> bool:
        """Tell whether words are enough to be missed where they were taken out."""
        told = words(self.text, span.start, span.end, language=self.article.language)
        return sum(map(_weight, told)) >= _LEAST_OMITTED and any(word.stem for word in told)

    def facts(self, span: Span, edits: Iterable[Span]) -> list[Fact]:
        """Return the facts of a passage that stand in words that changed."""
        begins = self.after_number(span)
        changed = [each for each in edits if len(each) and each.start >= begins]
        if not changed:
            return []
        found = facts_in(self.text, span, language=self.article.language, today=self.day)
        return [
            replace(fact, attached=True) if self._only_begins(fact, span) else fact
            for fact in found
            if fact.sort in _TOLD and any(fact.span.overlaps(each) for each in changed)
        ]

    def _only_begins(self, fact: Fact, passage: Span) -> bool:
        """Tell whether a name is the first word of a heading, "2 Methods", and one word only."""
        if fact.sort is not Sort.NAME or " " in fact.key or ends_sentence(passage.of(self.text)):
            return False
        return not any(map(str.isalpha, self.text[passage.start : fact.span.start]))


def findings(
    left: Checked, right: Checked, spans: tuple[Span, Span], edits: Sequence[Edit]
) -> tuple[Finding, ...]:
    """Return what the words that changed make worth a check, each sort once."""
    found = set(_of_facts(left, right, spans, edits))
    # "May not without consent" for "may with consent" denies twice, and so not at all.
    counted = [(edit, denials(left, right, edit)) for edit in edits]
    plainly = [edit for edit, count in counted if count % 2]
    denying = sum(count or _are_opposed(left, right, edit) for edit, count in counted)
    # "Is not" for "isn't": what both sides deny is no denial. "Никогда не" denies once.
    language = left.article.language
    denies_once = language in _CONCORD and _denies_alone(left, right, spans)
    # "Никто не видел": where both sides say not, another word that denies a thing is no denial.
    is_taken_back = language in _CONCORD and deny_both((left, right), spans)
    for side, places in ((left, [e.left for e in edits]), (right, [e.right for e in edits])):
        changed = [w for span in places for w in words(side.text, span.start, span.end)]
        is_taken_back = is_taken_back or says_not_only(changed, language)
        denying -= said_again(changed, language)
    is_denied = denying % 2 or (denying and denies_once) or _deny_apart(left, right, plainly)
    if is_denied and not is_taken_back and not nobody_is_meant_by_both(left, right, spans):
        found.add(Finding.DENIED)
    found.update(_of_words_alone(left, right, edits))
    return tuple(finding for finding in Finding if finding in found)


def _of_facts(
    left: Checked, right: Checked, spans: tuple[Span, Span], edits: Sequence[Edit]
) -> Iterator[Finding]:
    begins = left.after_number(spans[0]), right.after_number(spans[1])
    ours, theirs = (
        side.facts(span, said)
        for side, span, said in (
            (left, spans[0], [edit.left for edit in edits]),
            (right, spans[1], [edit.right for edit in edits]),
        )
    )
    if (
        is_counted_otherwise(ours, theirs)
        or is_one_count_another(ours, theirs)
        or _have_changed_places(ours, theirs, edits)
    ):
        yield Finding.NUMBER
    if is_another_first_name((left, ours), (right, theirs)):
        yield Finding.NAME
    for edit in edits:
        one = [fact for fact in ours if fact.span.overlaps(edit.left)]
        other = [fact for fact in theirs if fact.span.overlaps(edit.right)]
        told = set(_of_sorts(one, other))
        # Any word may look a name to ``facts_in``; told are only sure ones.
        if Finding.NAME in told and not _are_two_names((left, one), (right, other), spans):
            told.discard(Finding.NAME)
        # The 9 of "9 November" is no number by itself; that of 1520 patches is no year.
        is_part = any(f.sort is Sort.DATE and len(f.span) > len(edit.left) for f in one)
        if not (is_part and Finding.DATE in told) and (
            _is_other_number(left, right, edit, begins)
            or _is_other_multiple((left, edit.left, one), (right, edit.right, other))
        ):
            yield Finding.NUMBER
        elif told:
            yield from told
        elif (_are_names(left, right, edit) and not denials(left, right, edit)) or (
            _are_first_names((left, edit.left, spans[0]), (right, edit.right, spans[1]))
        ):
            yield Finding.NAME
        elif _are_one_day(one, other):
            continue  # “3 March 2025” and “March 3, 2025”
        elif edit.left.start >= begins[0] and edit.right.start >= begins[1]:
            places = edit.left, edit.right
            amount = other_amount((left.text, right.text), places, left.article.language)
            yield from (amount,) if amount is not None else ()


def _have_changed_places(
    ours: Sequence[Fact], theirs: Sequence[Fact], edits: Sequence[Edit]
) -> bool:
    """Tell whether a figure was taken out here and put in there: from 3 to 5, from 5 to 3."""
    out = [e.left for e in edits if not len(e.right) and len(e.left) <= _LONGEST_NAME]
    into = [e.right for e in edits if not len(e.left) and len(e.right) <= _LONGEST_NAME]
    gone, come = (
        {
            f.key
            for f in facts
            if f.sort is Sort.FIGURE and any(place.contains(f.span) for place in places)
        }
        for facts, places in ((ours, out), (theirs, into))
    )
    return bool(gone & come)


def _is_other_multiple(*sides: tuple[Checked, Span, Sequence[Fact]]) -> bool:
    """Tell whether "twice" became "three times", or a dozen a score."""
    counts, is_word = [], False
    for side, span, facts in sides:
        known = numbers_by_word(side.article.language, "multiples")
        told = [word.form for word in words(side.text, span.start, span.end)]
        if len(told) > _LEAST_OMITTED:
            return False
        multiples = {str(known[form]) for form in told if form in known}
        is_word = is_word or bool(multiples)
        counts.append(multiples | {fact.key for fact in facts if fact.sort is Sort.FIGURE})
    return is_word and all(counts) and counts[0] != counts[1]


def _are_one_day(one: Iterable[Fact], other: Iterable[Fact]) -> bool:
    days = ({fact.key for fact in side if fact.sort is Sort.DATE} for side in (one, other))
    return bool(set.intersection(*days))


def _are_names(left: Checked, right: Checked, edit: Edit) -> bool:
    """Tell whether one name was put for another in a script that has no capitals."""
    said = [span.of(each.text) for each, span in ((left, edit.left), (right, edit.right))]
    # A comma for a full stop beside a name is none.
    if not all(any(map(str.isalpha, each)) for each in said):
        return False
    if _is_initial(left, edit.left) and _is_initial(right, edit.right):
        return said[0] != said[1]
    # WHO and WTO; capitals are no sign where all is set in them.
    if all(map(_is_acronym, said)) and said[0] != said[1]:
        return not any(
            each.text[max(0, span.start - _AROUND) : span.end + _AROUND].isupper()
            for each, span in ((left, edit.left), (right, edit.right))
        )
    known = [
        known_name(each.text, span, each.article.language)
        for each, span in ((left, edit.left), (right, edit.right))
    ]
    if all(known):
        return known[0] != known[1]
    return all(
        0 < len(span) <= _LONGEST_NAME
        and not knows_names(each.text)
        and is_beside_a_title(each.text, span, each.article.language)
        for each, span in ((left, edit.left), (right, edit.right))
    )


def _is_initial(side: Checked, span: Span) -> bool:
    """Tell whether a letter stands for a first name: the A of "A. Lund"."""
    after = side.text[span.end : span.end + 3]
    return len(span) == 1 and after[:1] == "." and after[1:].strip()[:1].isupper()


def _is_acronym(word: str) -> bool:
    return word.isalpha() and word.isupper() and 2 <= len(word) <= _LONGEST_ACRONYM


def _is_other_number(left: Checked, right: Checked, edit: Edit, begins: tuple[int, int]) -> bool:
    if edit.left.start < begins[0] or edit.right.start < begins[1]:
        return False
    places, texts = (edit.left, edit.right), (left.text, right.text)
    # 一 of 星期一 is a number by itself.
    return not is_other_weekday(texts, places) and is_other_number(
        texts, places, left.article.language
    )


def _are_two_names(
    left: tuple[Checked, Sequence[Fact]],
    right: tuple[Checked, Sequence[Fact]],
    spans: tuple[Span, Span],
) -> bool:
    """Tell whether both sides have a name; "Thy" and "Your" begin a speech and are none."""
    names = [
        list(names_in(side.text, facts, side.article.language)) for side, facts in (left, right)
    ]
    # “Sold” and “Given” begin one too, and may stand nowhere with a small letter.
    opened = [
        len(some) == 1
        and opens_something(side.text, span, some[0])
        and not is_known_name(side.text, some[0], side.article.language)
        for (side, _), some, span in zip((left, right), names, spans, strict=True)
    ]
    return (
        all(names)
        and not all(opened)
        and not all(
            name.of(side.text).lower() in written_small(side.text)
            for (side, _), some in zip((left, right), names, strict=True)
            for name in some
        )
    )


def _are_first_names(*sides: tuple[Checked, Span, Span]) -> bool:
    """Tell whether one name was put for another where any word would have a capital."""
    said = {span.of(side.text) for side, span, _ in sides}
    return len(said) > 1 and all(
        opens_something(side.text, passage, span)
        and is_known_name(side.text, span, side.article.language)
        for side, span, passage in sides
    )


def _of_sorts(one: Sequence[Fact], other: Sequence[Fact]) -> Iterator[Finding]:
    """Yield what facts at one place tell of; what is written with a figure is no name."""
    for sort, finding in _TOLD.items():
        here, there = ([f for f in side if f.sort is sort] for side in (one, other))
        if sort is Sort.NAME and any(f.sort is not sort for f in (*one, *other)):
            continue
        if here and there and _differ(here, there):
            yield finding


def _of_words_alone(left: Checked, right: Checked, edits: Sequence[Edit]) -> Iterator[Finding]:
    """Yield what was taken out of a sentence that stays, or put into it."""
    for edit in edits:
        for checked, own, across, finding in (
            (left, edit.left, edit.right, Finding.OMITTED),
            (right, edit.right, edit.left, Finding.ADDED),
        ):
            # Where the other side has words too they were changed, not left out.
            if len(across) == 0 and checked.says_something(own):
                yield finding


def _differ(ours: Sequence[Fact], theirs: Sequence[Fact]) -> bool:
    """Tell whether two places name different facts, and not one of them written otherwise."""
    first, second = (
        {(fact.key.replace("’", "'"), fact.unit) for fact in side} for side in (ours, theirs)
    )
    if any(fact.sort is Sort.NAME and fact.attached for fact in (*ours, *theirs)):
        return False  # any word has a capital at the beginning of its sentence
    if {key for key, _ in first} == {key for key, _ in second}:
        # Twelve euros and twelve crowns, not 40 boats and 40 ships; a unit that one side leaves
        # to be understood is no other, and in "younger than six are" the last word is none.
        units = [{unit for _, unit in some} for some in (first, second)]
        are_told = all(map(_is_unit, units[0] | units[1]))
        return are_told and not MEASURES.isdisjoint(units[0] ^ units[1])
    return True


def _is_unit(word: str) -> bool:
    return bool(word) and (len(word) == 1 or word not in words_of_all("stopwords"))


def denials(left: Checked, right: Checked, edit: Edit) -> int:
    """Count what denies in the words that changed; a clause that is added denies nothing."""
    places = (left, edit.left), (right, edit.right)
    sides = [
        words(each.text, span.start, span.end, language=each.article.language)
        for each, span in places
    ]
    # "He left, which he did not regret" says more; the rest is as before.
    if abs(sum(map(_weight, sides[0])) - sum(map(_weight, sides[1]))) > _LONGEST_DENIAL:
        return 0
    language = left.article.language
    if takes_back(places, sides, language):
        return 0
    if denied := denied_by_prefix(sides[0], sides[1], language):
        # "Unable" for "not able" says the same, "unlikely" for "likely" does not.
        others = [[word for word in side if word.form not in denied] for side in sides]
        return len(denied) + sum(denials_in(side, language) for side in others)
    return sum(
        denying_in(each, span, side) for (each, span), side in zip(places, sides, strict=True)
    )


def denying_in(side: Checked, span: Span, told: Sequence[Word]) -> int:
    """Count what denies in a span by its words, ``told``, or by signs inside them."""
    language = side.article.language
    if has_denying_forms(language):
        return denying_forms(side.text, span, language)
    plainly = denials_in(denying_here(side.text, told, language), language)
    return plainly + denied_alone(side.text, span, language)


def _denies_alone(left: Checked, right: Checked, spans: tuple[Span, Span]) -> bool:
    """Tell whether one of two passages has words that deny, and the other none."""
    counts = [
        denials_in(words(each.text, span.start, span.end, language=language), language)
        + denied_alone(each.text, span, language)
        for each, span in zip((left, right), spans, strict=True)
        for language in (each.article.language,)
    ]
    return bool(counts[0]) != bool(counts[1])


def _deny_apart(left: Checked, right: Checked, plainly: Sequence[Edit]) -> bool:
    """Tell whether two clauses are denied, each by itself: "is not safe, and does not work"."""
    return any(
        any_apart(side.text, places, side.article.language)
        for side, places in ((left, [e.left for e in plainly]), (right, [e.right for e in plainly]))
    )


def _are_opposed(left: Checked, right: Checked, edit: Edit) -> bool:
    ours, theirs = (
        words(each.text, span.start, span.end, language=each.article.language)
        for each, span in ((left, edit.left), (right, edit.right))
    )
    return are_opposed(ours, theirs, left.article.language)


def _weight(word: Word) -> float:
    """Return how much of a word one is: two characters make one where there are no spaces."""
    return _OF_A_WORD if is_unspaced(word.form[0]) else 1.0


def ends_sentence(passage: str) -> bool:
    """Tell whether a passage ends as a sentence does."""
    # Closing quotation marks, brackets and emphasis may follow the stop.
    bare = passage.rstrip("\"'”’»)]」』* ")
    return bare.endswith((".", "!", "?", "。", "！", "？", "…", "।", "؟", "۔"))
