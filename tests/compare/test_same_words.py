# SPDX-License-Identifier: MIT
"""Shared wording tells word for word what is equal, and so what was left out."""

from __future__ import annotations

import pytest

from compare.articles import article
from diptych.compare.comparison import Kind, compare
from diptych.compare.same_words import find_runs
from diptych.text.article import Span

TEXTS = {
    "en": (
        "The mill at Thornby had ground no corn since the dam broke. "
        "Its wheel lay in the reeds beside the bridge. "
        "The old miller blamed the council for every leak. "
        "Nobody paid for a new axle that year. "
        "A grant of two thousand pounds came in spring."
    ),
    "fr": (
        "Le moulin de Thornby ne tournait plus depuis la rupture du barrage. "
        "Sa roue gisait dans les roseaux près du pont. "
        "Le vieux meunier accusait la mairie de chaque fuite. "
        "Personne ne paya un nouvel essieu cette année. "
        "Une aide de deux mille livres arriva au printemps."
    ),
    "ru": (
        "Мельница в Торнби не работала с тех пор, как прорвало плотину. "
        "Её колесо лежало в камышах возле моста. "
        "Старый мельник винил совет в каждой течи. "
        "Никто не заплатил за новую ось в том году. "
        "Пособие в две тысячи фунтов пришло весной."
    ),
    "ar": (
        "لم تطحن طاحونة ثورنبي القمح منذ انهيار السد القديم. "
        "كانت عجلتها ملقاة بين القصب قرب الجسر. "
        "اتهم الطحان العجوز المجلس بكل تسرب في الجدار. "
        "لم يدفع أحد ثمن محور جديد في تلك السنة. "
        "وصلت منحة قدرها ألفا جنيه في الربيع."
    ),
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("number", range(5))
def test_sentence_left_out_stands_only_here(language: str, number: int) -> None:
    sentences = [s if s.endswith(".") else s + "." for s in TEXTS[language].split(". ")]
    whole, cut = " ".join(sentences), " ".join(sentences[:number] + sentences[number + 1 :])

    found = compare(article(whole, language=language), article(cut, language=language))

    assert [_of(whole, only.span) for only in found.only_left if only.shown] == [sentences[number]]
    assert not [only for only in found.only_right if only.shown]


def test_same_words_are_said_only_of_passages_that_share_words() -> None:
    sentences = [f"{s}." for s in TEXTS["en"].removesuffix(".").split(". ")]
    left = " ".join(sentences)
    right = " ".join([*sentences[:2], "Rain fell on the empty yard.", *sentences[3:]])

    found = compare(article(left), article(right))

    for match in found.matches:
        if match.kind is Kind.SAME_WORDS and match.shown:
            assert "blamed" not in _of(left, match.left)
            assert "Rain" not in _of(right, match.right)


def test_every_equal_word_of_a_run_is_told_once_and_in_order() -> None:
    left = list("abcdefghijkl")
    right = list("abcdXfYhijkl")

    (run,) = find_runs(left, right, shortest=8)

    pairs = [(at + n, there + n) for at, there, length in run.stretches for n in range(length)]
    assert pairs == sorted(set(pairs))
    assert [left[at] for at, _ in pairs] == [right[there] for _, there in pairs]
    assert "".join(left[at] for at, _ in pairs) == "abcdfhijkl"


def test_words_repeated_in_a_run_are_told_once() -> None:
    left, right = ["so", "it", "goes", "on"] * 6, ["so", "it", "goes", "on"] * 5

    for run in find_runs(left, right, shortest=8):
        rows = [at + n for at, _, length in run.stretches for n in range(length)]
        columns = [there + n for _, there, length in run.stretches for n in range(length)]
        assert len(set(rows)) == len(rows)
        assert len(set(columns)) == len(columns)


def _of(text: str, span: Span) -> str:
    return text[span.start : span.end]
