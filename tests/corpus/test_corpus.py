# SPDX-License-Identifier: MIT
"""The sample library holds what its manifest and its gold judgements promise."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from diptych.library.reading import read_article
from diptych.text.article import Article, BlockState

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
MANIFEST: dict[str, Any] = yaml.safe_load((CORPUS / "corpus.yaml").read_text(encoding="utf-8"))
GOLD: dict[str, Any] = yaml.safe_load((CORPUS / "gold.yaml").read_text(encoding="utf-8"))
ARTICLES: list[dict[str, Any]] = MANIFEST["articles"]
MARKED_UP = [entry for entry in ARTICLES if not entry["file"].endswith(".txt")]
PAIRS: list[dict[str, Any]] = GOLD["pairs"]
MATCHES = [match for pair in PAIRS for match in pair["matches"]]
_WORD = re.compile(r"[^\W_]+(?:['’\-.,][^\W_]+)*")
_IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")

each_article = pytest.mark.parametrize("entry", ARTICLES, ids=lambda entry: str(entry["file"]))
each_pair = pytest.mark.parametrize(
    "pair", PAIRS, ids=lambda pair: f"{pair['left']} {pair['right']}"
)


@cache
def article(file: str) -> Article:
    return read_article(CORPUS / file)


def body_of(file: str) -> str:
    """Return the article without furniture."""
    read = article(file)
    kept = [block.span.of(read.text) for block in read.blocks if block.state != BlockState.FOLDED]
    return "\n".join(kept)


def language_of(file: str) -> str:
    return str(next(entry["language"] for entry in ARTICLES if entry["file"] == file))


def test_every_article_in_the_folder_is_in_the_manifest() -> None:
    files = {path.name for path in CORPUS.iterdir() if path.suffix in {".md", ".txt", ".html"}}
    assert files - {"README.md"} == {entry["file"] for entry in ARTICLES}


@each_article
def test_article_has_the_length_of_an_article(entry: dict[str, Any]) -> None:
    body = body_of(entry["file"])
    if entry["language"] == "zh":
        assert 1_000 <= len(_IDEOGRAPH.findall(body)) <= 2_500
    else:
        assert 600 <= len(_WORD.findall(body)) <= 2_500


@each_article
def test_reader_finds_the_title_in_the_manifest(entry: dict[str, Any]) -> None:
    assert article(entry["file"]).title == entry["title"]


@each_article
def test_reader_finds_the_language_in_the_manifest(entry: dict[str, Any]) -> None:
    assert article(entry["file"]).language == entry["language"]


@each_article
def test_manifest_names_source_and_kind(entry: dict[str, Any]) -> None:
    assert entry["source"] and entry["kind"]


@pytest.mark.parametrize("entry", MARKED_UP, ids=lambda entry: str(entry["file"]))
def test_front_matter_and_meta_tags_agree_with_the_manifest(entry: dict[str, Any]) -> None:
    read = article(entry["file"])
    stated = (list(read.authors), read.date, read.source)
    assert stated == (entry["authors"], entry["date"].isoformat(), entry["source"])


def test_formats_are_plain_text_markdown_and_html() -> None:
    assert {Path(entry["file"]).suffix for entry in ARTICLES} == {".txt", ".md", ".html"}


def test_languages_are_english_chinese_and_russian() -> None:
    counts = Counter(entry["language"] for entry in ARTICLES)
    assert counts == {"en": 10, "zh": 1, "ru": 1}


def test_articles_were_written_within_four_weeks() -> None:
    dates: list[date] = [entry["date"] for entry in ARTICLES]
    assert (max(dates) - min(dates)).days <= 28


def test_one_article_is_long() -> None:
    assert any(len(_WORD.findall(body_of(entry["file"]))) >= 2_300 for entry in ARTICLES)


def test_default_pair_is_in_the_manifest() -> None:
    assert set(MANIFEST["default_pair"].values()) <= {entry["file"] for entry in ARTICLES}


def test_default_pair_has_been_judged() -> None:
    judged = [(pair["left"], pair["right"]) for pair in PAIRS]
    assert (MANIFEST["default_pair"]["left"], MANIFEST["default_pair"]["right"]) in judged


def test_letters_reach_beyond_the_basic_plane() -> None:
    assert any(ord(character) > 0xFFFF for character in article("letters.txt").text)


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("outline-deal-first.txt", "Sign up for our newsletter"),
        ("outline-deal-first.txt", "Required fields are marked *"),
        ("two-ports.html", "Your email address will not be published."),
        ("two-ports.html", "We use cookies to remember who you are"),
    ],
)
def test_web_furniture_is_folded(file: str, line: str) -> None:
    assert line in (CORPUS / file).read_text(encoding="utf-8")
    assert line not in body_of(file)


def test_at_least_eighty_matches_over_eight_pairs_are_judged() -> None:
    assert len(MATCHES) >= 80
    assert len(PAIRS) >= 8


@pytest.mark.parametrize("languages", [("en", "zh"), ("en", "ru")])
def test_a_pair_in_two_languages_is_judged(languages: tuple[str, str]) -> None:
    judged = {(language_of(pair["left"]), language_of(pair["right"])) for pair in PAIRS}
    assert languages in judged


def test_two_versions_of_one_text_are_judged() -> None:
    revised = {(e["revises"], e["file"]) for e in ARTICLES if "revises" in e}
    assert revised & {(pair["left"], pair["right"]) for pair in PAIRS}


def test_kinds_and_stances_are_those_of_the_gold() -> None:
    assert {match["kind"] for match in MATCHES} == {"same-words", "same-claim", "same-facts"}
    assert {match["stance"] for match in MATCHES} == {"agree", "contradict", "differ", None}


@each_pair
def test_no_correspondence_is_judged_twice(pair: dict[str, Any]) -> None:
    cells = [(match["left"], match["right"]) for match in pair["matches"]]
    assert len(cells) == len(set(cells))


@each_pair
@pytest.mark.parametrize("side", ["left", "right"])
def test_every_gold_passage_stands_once_in_its_article(pair: dict[str, Any], side: str) -> None:
    passages = [match[side] for match in pair["matches"]] + pair.get(f"only_{side}", [])
    text = article(pair[side]).text
    assert [passage for passage in passages if text.count(passage) != 1] == []


@each_pair
@pytest.mark.parametrize("side", ["left", "right"])
def test_passage_told_by_one_side_only_has_no_match(pair: dict[str, Any], side: str) -> None:
    matched = {match[side] for match in pair["matches"]}
    assert matched.isdisjoint(pair.get(f"only_{side}", []))
