# SPDX-License-Identifier: MIT
"""Omissions, figures, names and denials are told in each language and between two.

``lighthouse`` holds one text of our own in ten languages, a sentence a line, and what each
figure in it is turned into.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.compare.articles import article

from diptych.compare.changes.finder import find_changes
from diptych.compare.changes.recognition import kinship
from diptych.compare.changes.values import ChangeKind, Changes, Finding, Ignored, Kinship
from diptych.compare.comparison import compare
from diptych.compare.values import Evidence, Kind, Match, Options
from diptych.library.reading import read_article
from diptych.meaning.store import VectorStore
from diptych.services.changes import changes_of_versions
from diptych.services.comparing import made_meaning
from diptych.text.article import Article
from diptych.text.segment import all_passages

TEXTS = Path(__file__).parent / "lighthouse"
LINES = {path.stem: path.read_text(encoding="utf-8").splitlines() for path in TEXTS.glob("*.txt")}
WRONG = json.loads((TEXTS / "wrong_figures.json").read_text(encoding="utf-8"))
COUNTED = {Finding.NUMBER, Finding.DATE}
BY_MEANING = ["en-fr", "en-es", "en-ru", "en-ja", "en-de", "de-ru", "en-zh", "en-ar", "fr-zh"]
BY_LENGTH = ["en-he", "en-hi"]  # no encoder knows both
DENIED = {
    "en": ("was found", "was not found"),
    "de": ("gefunden", "nicht gefunden"),
    "fr": ("fut retrouvé", "ne fut pas retrouvé"),
    "es": ("se encontró", "no se encontró"),
    "ru": ("нашли", "не нашли"),
    "zh": ("是在", "没有在"),
    "ja": ("見つかった", "見つからなかった"),
    "ar": ("عُثر", "لم يُعثر"),
    "he": ("נמצאה", "לא נמצאה"),
    "hi": ("में मिली", "में नहीं मिली"),
}
OTHER_TOWN = {
    "de": ("Bremen", "Hamburg"),
    "fr": ("Brême", "Hambourg"),
    "es": ("Bremen", "Hamburgo"),
    "ru": ("Бремене", "Гамбурге"),
    "ja": ("ブレーメン", "ハンブルク"),
}


def told(lines: list[str], language: str) -> Article:
    made = article("\n".join(lines), language=language)
    return replace(made, words=len(made.text.split()))


def changed(lines: list[str], old: str, new: str) -> list[str]:
    return [line.replace(old, new, 1) for line in lines]


def with_wrong_figures(language: str) -> tuple[list[str], set[int]]:
    lines = list(LINES[language])
    for number, old, new in WRONG[language]:
        lines[number] = lines[number].replace(old, new, 1)
    return lines, {number for number, _, _ in WRONG[language]}


@pytest.fixture(scope="module")
def vectors(tmp_path_factory: pytest.TempPathFactory) -> VectorStore:
    return VectorStore(tmp_path_factory.mktemp("vectors"))


def between(left: Article, right: Article, vectors: VectorStore) -> Changes:
    meanings = made_meaning(vectors, left, right).meanings
    comparison = compare(left, right, Options(), meanings=meanings)
    knows_meaning = comparison.knows_meaning
    return changes_of_versions(
        left, right, Ignored(), comparison.matches, knows_meaning=knows_meaning
    )


def lines_with(changes: Changes, left: Article, findings: set[Finding]) -> set[int]:
    return {
        left.text.count("\n", 0, change.left.start)
        for change in changes.changes
        if not findings.isdisjoint(change.findings)
    }


@pytest.mark.parametrize("language", LINES)
def test_a_sentence_left_out_is_told_in_each_language(language: str) -> None:
    lines = LINES[language]
    whole = told(lines, language)
    missed = []
    for number, line in enumerate(lines):
        shorter = told(lines[:number] + lines[number + 1 :], language)
        changes = find_changes(whole, shorter).changes
        if [(c.kind, c.left.of(whole.text)) for c in changes] != [(ChangeKind.ONLY_LEFT, line)]:
            missed.append(line)
    assert missed == []


@pytest.mark.parametrize("language", LINES)
def test_a_wrong_figure_is_told_in_each_language(language: str) -> None:
    whole = told(LINES[language], language)
    lines, wrong = with_wrong_figures(language)
    assert lines_with(find_changes(whole, told(lines, language)), whole, COUNTED) == wrong


@pytest.mark.parametrize("language", LINES)
def test_a_denial_is_told_where_it_is_put_in(language: str) -> None:
    whole = told(LINES[language], language)
    other = told(changed(LINES[language], *DENIED[language]), language)
    (change,) = find_changes(whole, other).changes
    assert change.findings == (Finding.DENIED,)


@pytest.mark.parametrize("pair", BY_MEANING + BY_LENGTH)
def test_a_faithful_translation_has_nothing_to_check(pair: str, vectors: VectorStore) -> None:
    left, right = (told(LINES[language], language) for language in pair.split("-"))
    assert between(left, right, vectors).changes == ()


@pytest.mark.parametrize("pair", BY_MEANING + BY_LENGTH)
def test_a_wrong_figure_is_told_between_two_languages(pair: str, vectors: VectorStore) -> None:
    first, second = pair.split("-")
    lines, wrong = with_wrong_figures(second)
    left = told(LINES[first], first)
    missed = wrong - lines_with(between(left, told(lines, second), vectors), left, COUNTED)
    assert missed <= {14}  # an age that is told as an ordinal, in Arabic


@pytest.mark.parametrize("pair", BY_MEANING)
def test_a_sentence_the_translation_lacks_is_told(pair: str, vectors: VectorStore) -> None:
    first, second = pair.split("-")
    left = told(LINES[first], first)
    lines = [line for at, line in enumerate(LINES[second]) if at not in (2, 6, 11)]
    changes = between(left, told(lines, second), vectors).changes
    alone = [left.text.count("\n", 0, c.left.start) for c in changes]
    assert ([c.kind for c in changes], alone) == ([ChangeKind.ONLY_LEFT] * 3, [2, 6, 11])


@pytest.mark.parametrize("pair", BY_MEANING)
def test_a_denial_is_told_between_two_languages(pair: str, vectors: VectorStore) -> None:
    first, second = pair.split("-")
    left = told(LINES[first], first)
    right = told(changed(LINES[second], *DENIED[second]), second)
    assert lines_with(between(left, right, vectors), left, {Finding.DENIED}) == {10}


@pytest.mark.parametrize("language", OTHER_TOWN)
def test_another_town_is_told_by_its_sound(language: str, vectors: VectorStore) -> None:
    left = told(LINES["en"], "en")
    right = told(changed(LINES[language], *OTHER_TOWN[language]), language)
    (change,) = between(left, right, vectors).changes
    assert change.findings == (Finding.NAME,)


@pytest.mark.parametrize("pair", ["en-de", "de-ru", "en-zh"])
@pytest.mark.parametrize(("first", "is_one"), [(9, True), (3, False)])
def test_four_sentences_are_known_for_a_translation_of_four(
    pair: str, first: int, vectors: VectorStore, *, is_one: bool
) -> None:
    ours, theirs = pair.split("-")
    left = told(LINES[ours][9:13], ours)
    right = told(LINES[theirs][first : first + 4], theirs)
    found = compare(left, right, Options(), meanings=made_meaning(vectors, left, right).meanings)
    assert (kinship(left, right, found) is Kinship.TRANSLATION) is is_one


def test_a_sentence_near_in_meaning_to_its_neighbours_partner_is_left_out() -> None:
    lines = LINES["en"][:4]
    left = told([*lines, "He laughed, for the cart smelled of apples.", "He blushed deeply."], "en")
    right = told([*LINES["de"][:4], "Er lachte, denn der Karren roch nach Äpfeln."], "de")
    ours, theirs = ([p.span for p in all_passages(side)] for side in (left, right))
    pairs = [*zip(ours[:5], theirs, strict=True), (ours[5], theirs[4])]
    matches = [
        Match(Kind.SAME_CLAIM, one, other, 0.9, 0.9, True, Evidence(similarity=0.8))
        for one, other in pairs
    ]
    (change,) = find_changes(left, right, matches=matches).changes
    assert (change.kind, change.left) == (ChangeKind.ONLY_LEFT, ours[5])


@pytest.mark.parametrize(("near", "findings"), [(0.5, set()), (0.7, {Finding.DENIED})])
def test_a_freer_translation_denies_nothing(near: float, findings: set[Finding]) -> None:
    left = told([*LINES["en"][:4], "He had left the gate open."], "en")
    right = told([*LINES["de"][:4], "Er hatte das Tor nicht geschlossen."], "de")
    spans = zip(all_passages(left), all_passages(right), strict=True)
    matches = [
        Match(Kind.SAME_CLAIM, a.span, b.span, 0.9, 0.9, True, Evidence(similarity=each))
        for (a, b), each in zip(spans, (0.8, 0.8, 0.8, 0.8, near), strict=True)
    ]
    changes = find_changes(left, right, matches=matches).changes
    assert {finding for change in changes for finding in change.findings} == findings


def test_two_studies_of_one_thing_are_no_versions(vectors: VectorStore) -> None:
    folder = TEXTS.parent / "two_studies"
    left, right = (read_article(folder / f"{name}.md") for name in ("first", "second"))
    found = compare(left, right, Options(), meanings=made_meaning(vectors, left, right).meanings)
    assert kinship(left, right, found) is Kinship.NONE
