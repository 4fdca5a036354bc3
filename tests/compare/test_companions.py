# SPDX-License-Identifier: MIT
"""Which articles go together, by words and by meaning."""

from __future__ import annotations

import numpy as np
import pytest
from tests.compare.articles import article

from diptych.compare import companions
from diptych.compare.companions import Shelf
from diptych.compare.sketches import Sketch, sketch
from diptych.text.vectors import Vectors

FERRY = "The council of Tarnholm voted to keep the night boat until the end of June."
PIER = "Divers measured the wooden piles of the old pier below the fish market."
SNOW = "Heavy snow closed the mountain school for most of a February week."
TAX = "A levy on empty houses would pay for new drains along the canal."
BREAD = "Her grandfather baked dark bread with caraway in a brick oven."


def lexical(*lines: str) -> Sketch:
    return sketch(article("\n".join(lines)))


def meant(*rows: list[float]) -> Sketch:
    """Return passages without a word in common whose meanings lie along these rows."""
    tail = np.zeros(16 - len(rows[0]), np.float32)
    vectors = np.array([np.append(row, tail) for row in rows], np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    text = "\n".join(f"Word{sum(map(abs, row))}x{n} alone." for n, row in enumerate(rows))
    return sketch(article(text), Vectors("e", vectors))


def shelf(**sketches: Sketch) -> Shelf:
    return Shelf(tuple(sketches), tuple(sketches.values()))


def ids(found: tuple[object, ...]) -> list[str]:
    return [getattr(companion, "id") for companion in found]  # noqa: B009


def test_the_article_that_shares_most_comes_first() -> None:
    library = shelf(one=lexical(FERRY, SNOW), two=lexical(FERRY, PIER, TAX), none=lexical(BREAD))

    found = library.companions(lexical(FERRY, PIER, BREAD), limit=9)

    assert [(c.id, c.shared) for c in found] == [("two", 2), ("none", 1), ("one", 1)]


def test_a_companion_names_the_passage_most_alike() -> None:
    library = shelf(other=lexical(SNOW, PIER))

    (found,) = library.companions(lexical(FERRY, TAX, PIER), limit=9)

    assert found.passage == 2


def test_an_article_is_no_companion_of_its_own() -> None:
    library = shelf(self=lexical(FERRY), other=lexical(FERRY, PIER))

    assert ids(library.companions(lexical(FERRY), limit=9, without="self")) == ["other"]


def test_the_same_meaning_is_found_without_a_common_word() -> None:
    library = shelf(near=meant([5, 1, 0], [0, 0, 3]), far=meant([0, 7, -1]))

    found = library.companions(meant([9, 2, 0.5]), limit=9)

    assert [(c.id, c.shared) for c in found] == [("near", 1)]


def test_it_is_told_which_of_the_two_found_a_passage() -> None:
    meaning = shelf(near=meant([5, 1, 0])).tellings(meant([9, 2, 0.5]), limit=1)
    words = shelf(near=lexical(FERRY, SNOW)).tellings(lexical(FERRY), limit=1)

    assert [found.by_words for found in (*meaning, *words)] == [False, True]


def test_words_serve_where_one_article_has_no_vectors() -> None:
    with_vectors = sketch(article(FERRY), Vectors("e", np.ones((1, 4), np.float32) / 2))

    assert shelf(a=lexical(FERRY)).companions(with_vectors, limit=1)[0].shared == 1


def test_shared_passages_are_the_same_from_both_sides() -> None:
    short, long = lexical(FERRY), lexical(FERRY, FERRY.replace("June", "July"), SNOW)

    library = shelf(a=short, b=long)

    assert library.shared(short, [long]) == library.shared(long, [short]) == [1]


def test_an_empty_article_shares_nothing() -> None:
    empty, full = lexical(""), lexical(FERRY)

    assert shelf(a=empty, b=full).shared(full, [empty, full]) == [0, 1]
    assert shelf(a=empty, b=full).shared(empty, [full]) == [0]


@pytest.mark.parametrize("empty", ["", "12", "😀 😀", "The of and."])
def test_an_article_without_words_has_no_companions(empty: str) -> None:
    library = shelf(empty=lexical(empty), other=lexical(FERRY))

    assert library.companions(lexical(empty), limit=9) == ()
    assert ids(library.companions(lexical(FERRY), limit=9)) == ["other"]


def test_an_empty_shelf_has_no_companions() -> None:
    assert Shelf().companions(lexical(FERRY), limit=9) == ()


def test_the_quick_way_finds_what_comparing_all_finds() -> None:
    random = np.random.default_rng(3)
    lines = [" ".join(f"w{n}" for n in random.integers(0, 900, 9)) for _ in range(300)]
    sketches = [lexical(*random.choice(lines, 6)) for _ in range(200)]
    library = Shelf([f"{n:03}" for n in range(200)], sketches)

    for one in sketches[:20]:
        every = library.companions(one, limit=len(library))
        assert library.companions(one, limit=5) == every[:5]


def test_a_shelf_takes_changes_over() -> None:
    before = shelf(a=lexical(FERRY), b=lexical(SNOW))

    after = before.with_changes({"a"}, {"b": lexical(FERRY), "c": lexical(PIER)})

    assert sorted(after.ids) == ["b", "c"]
    assert ids(after.companions(lexical(FERRY), limit=9)) == ["b"]


def test_a_text_without_end_is_looked_at_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = lexical(FERRY, PIER, BREAD, FERRY)
    library = shelf(one=lexical(FERRY, SNOW), two=lexical(FERRY, PIER, TAX), none=lexical(TAX))
    whole = library.companions(wanted, limit=9), library.shared(wanted, library.sketches)

    monkeypatch.setattr(companions, "_PAIRS_AT_ONCE", 6)

    assert (library.companions(wanted, limit=9), library.shared(wanted, library.sketches)) == whole
    assert whole[1] == [1, 2, 0]


def test_of_two_texts_without_end_the_beginning_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = [f"{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(40)]
    endless = lexical(*(f"The {a}ral of {a}ton voted for {a}ish boats." for a in names))
    monkeypatch.setattr(companions, "_MOST_PAIRS", 400)

    (found,) = shelf(other=endless).companions(endless, limit=9)

    assert found.shared == 10


def test_one_passage_near_in_meaning_is_found_among_many_articles_nearer_as_wholes() -> None:
    chance = np.random.default_rng(3)
    topic, shared = chance.standard_normal((2, 256))

    def made(lean: float, *, at: int | None) -> Sketch:
        rows = lean * topic + chance.standard_normal((20, 256))
        if at is not None:
            rows[at] = shared + 0.3 * chance.standard_normal(256)
        text = "\n".join(f"Zvo{chance.integers(10**9)}k alone." for _ in range(20))
        rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
        return sketch(article(text), Vectors("e", rows))

    others = {f"other{n}": made(0.6, at=None) for n in range(70)}
    shelf_ = Shelf((*others, "far"), (*others.values(), made(-0.6, at=7)))
    found = shelf_.companions(made(0.6, at=3), limit=5)
    assert "far" in [companion.id for companion in found]
