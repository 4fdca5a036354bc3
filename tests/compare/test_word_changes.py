# SPDX-License-Identifier: MIT
"""Two passages word by word: what stays, what has moved, what differs."""

from __future__ import annotations

import random

import pytest
from tests.compare.articles import article

from diptych.compare.word_changes import (
    Alike,
    Passages,
    WordChangeKind,
    WordChanges,
    word_changes,
    word_changes_between,
)
from diptych.text.article import Article, Block, BlockKind, Span


def compared(
    left: str, right: str, alike: Alike = Alike.STEM, *, language: str = "en"
) -> WordChanges:
    spans = Span(0, len(left)), Span(0, len(right))
    return word_changes(Passages(left, right, *spans, language, language), alike)


def told(found: WordChanges, left: str, right: str) -> list[tuple[str, str]]:
    return [(c.left.of(left), c.right.of(right)) for c in found.changes if c.is_telling]


@pytest.mark.parametrize(
    ("language", "left", "right", "differing"),
    [
        ("en", "It carried 46,000 people.", "It carries 41,000.", ("46,000 people", "41,000")),
        ("zh", "去年渡轮运送了四万一千名乘客", "去年渡轮运送了四万六千名乘客", ("一", "六")),
        ("ar", "لم يبحر القارب ثلاث ليال", "لم يبحر القارب أربع ليال", ("ثلاث", "أربع")),
        ("th", "เรือข้ามฟากบรรทุก", "เรือข้ามฟากขาดทุน", ("บรรทุก", "ขาดทุน")),
    ],
)
def test_what_differs_is_told_in_every_script(
    language: str, left: str, right: str, differing: tuple[str, str]
) -> None:
    found = compared(left, right, language=language)

    assert told(found, left, right) == [differing]


def test_words_that_have_only_moved_are_no_difference() -> None:
    left, right = "Last year the boat carried 41,000.", "The boat carried 41,000 last year."

    found = compared(left, right, Alike.WRITTEN)

    assert found.changes == ()
    assert [(a.of(left), b.of(right)) for a, b in found.moved] == [("Last year", "last year")]


def test_a_word_taken_out_leaves_an_empty_span_where_it_would_stand() -> None:
    left, right = "It will not sail in May.", "It will sail in May."

    (change,) = compared(left, right, Alike.WRITTEN).changes

    assert change.change is WordChangeKind.ONLY_LEFT
    assert (change.left.of(left), change.right) == ("not", Span(8, 8))


def test_a_negation_tells_something_though_it_is_a_common_word() -> None:
    left, right = "The company will not bid again.", "The company will bid again."

    assert told(compared(left, right), left, right) == [("not", "")]


def test_an_editor_changes_letters_where_a_writer_says_the_same() -> None:
    left, right = "The boat carried people.", "The boat carries people."

    assert compared(left, right).changes == ()
    assert told(compared(left, right, Alike.WRITTEN), left, right) == [("carried", "carries")]


def test_small_words_alone_are_nothing_in_common() -> None:
    found = compared("It was the end of it.", "The town was of two minds.")

    assert found.same == found.moved == ()


def test_every_word_of_both_sides_is_kept_moved_or_changed() -> None:
    seed = random.Random(5)
    vocabulary = ["".join(seed.choices("abcdefgh", k=6)) for _ in range(30)]
    left = " ".join(seed.choices(vocabulary, k=200))
    right = " ".join(seed.choices(vocabulary, k=180))

    found = compared(left, right, Alike.WRITTEN)

    kept = [*found.same, *found.moved]
    for text, mine in (
        (left, [a for a, _ in kept] + [c.left for c in found.changes]),
        (right, [b for _, b in kept] + [c.right for c in found.changes]),
    ):
        words = [word for span in sorted(mine) for word in span.of(text).split()]
        assert words == text.split()


def test_markup_is_no_word() -> None:
    text = "See [the log](https://example.org/eleven) of eleven nights."
    hidden = (Span(4, 5), Span(12, 41))
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)), markup=hidden)
    left = Article(text, (block,), "t", "0" * 64, language="en")
    right = article("See the log of eleven nights.")

    found = word_changes_between(
        left, right, Span(0, len(text)), Span(0, len(right.text)), alike=Alike.WRITTEN
    )

    assert found.changes == ()
