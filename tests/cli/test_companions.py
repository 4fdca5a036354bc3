# SPDX-License-Identifier: MIT
"""What the command line says of articles that go together."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.compare.test_companions import FERRY, PIER, SNOW, TAX

from diptych.cli import main as cli
from diptych.paths import Profile

Ask = Callable[..., Any]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    texts = {"a": (FERRY, PIER, SNOW), "b": (SNOW, FERRY), "c": (TAX, PIER)}
    paths = []
    for name, lines in texts.items():
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(f"Title {name}\n\n" + "\n\n".join(lines), encoding="utf-8")
    return paths


@pytest.fixture
def ask(profile: Profile, capsys: pytest.CaptureFixture[str]) -> Ask:
    def call(*words: object) -> Any:
        folder = str(profile.config.parent)
        assert cli.run([*map(str, words), "--json", "--profile", folder]) == 0
        return json.loads(capsys.readouterr().out)

    return call


def test_companions_are_listed_most_shared_first(ask: Ask, files: list[Path]) -> None:
    ask("add", *files)

    found = ask("companions", files[0], "--without-meaning")

    assert [(c["title"], c["shared"]) for c in found["companions"]] == [
        ("Title b", 2),
        ("Title c", 1),
    ]
    assert found["companions"][1]["sample"]["text"] == PIER


def test_the_limit_is_kept(ask: Ask, files: list[Path]) -> None:
    ask("add", *files)

    assert len(ask("companions", files[0], "--limit", 1, "--without-meaning")["companions"]) == 1


def test_a_file_outside_the_library_has_companions_in_it(ask: Ask, files: list[Path]) -> None:
    ask("add", *files[1:])

    assert len(ask("companions", files[0], "--without-meaning")["companions"]) == 2


def test_the_overview_counts_each_pair(ask: Ask, files: list[Path]) -> None:
    found = ask("overview", *files, "--without-meaning")

    assert [article["title"] for article in found["articles"]] == ["Title a", "Title b", "Title c"]
    assert [pair["shared"] for pair in found["pairs"]] == [2, 1, 0]


def test_the_overview_compares_each_pair_when_asked(ask: Ask, files: list[Path]) -> None:
    (first, *_) = ask("overview", *files, "--compare", "--without-meaning")["pairs"]
    compared = ask("compare", *files[:2], "--without-meaning")
    assert first["matches"] == len(compared["matches"]) > 0


def test_meaning_counts_where_words_do_not(ask: Ask, tmp_path: Path) -> None:
    texts = (
        "The council wants to keep the night ferry running until the end of June.",
        "El consejo quiere mantener el transbordador nocturno hasta finales de junio.",
    )
    paths = [tmp_path / "en.txt", tmp_path / "es.txt"]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")

    assert ask("overview", *paths, "--without-meaning")["pairs"][0]["shared"] == 0
    assert ask("overview", *paths)["pairs"][0]["shared"] == 1


def test_verdicts_move_the_other_matches(ask: Ask, profile: Profile, tmp_path: Path) -> None:
    figure = "Some 41,000 passengers used the night boat last year, a third of them workers."
    pages = [tmp_path / "x.txt", tmp_path / "y.txt"]
    pages[0].write_text("\n\n".join((FERRY, figure, PIER, SNOW)), encoding="utf-8")
    pages[1].write_text("\n\n".join((figure, FERRY, SNOW.upper(), PIER[8:])), encoding="utf-8")
    before = ask("compare", *pages, "--without-meaning")
    first = before["matches"][0]
    judged = ask("judge", *pages, "1", "rejected", "--without-meaning")
    assert judged["left"] == " ".join(first["left"]["text"].split())

    after = ask("compare", *pages, "--without-meaning", "--by-verdicts")

    strengths = {
        (m["left"]["start"], m["right"]["start"]): m["strength"] for m in before["matches"]
    }
    moved = {(m["left"]["start"], m["right"]["start"]): m["strength"] for m in after["matches"]}
    assert strengths.keys() == moved.keys()
    assert strengths != moved

    ask("judge", *pages, "1", "none", "--without-meaning")
    again = ask("compare", *pages, "--without-meaning", "--by-verdicts")
    assert [m["strength"] for m in again["matches"]] == [m["strength"] for m in before["matches"]]


def test_texts_too_long_to_be_compared_are_not_read_for_meaning(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [tmp_path / "x.txt", tmp_path / "y.txt"]
    for page in pages:
        page.write_text(FERRY, encoding="utf-8")
    monkeypatch.setattr("diptych.compare.comparison.MOST_LETTERS", 10)
    monkeypatch.delattr("diptych.meaning.store.VectorStore.make")

    status, _, said = run("compare", *pages)

    assert status == 1
    assert "too long to be compared" in said


def test_a_match_that_is_not_there_is_not_judged(run: Run, tmp_path: Path) -> None:
    pages = [tmp_path / "x.txt", tmp_path / "y.txt"]
    for page in pages:
        page.write_text(FERRY, encoding="utf-8")

    status, _, said = run("judge", *pages, "7", "accepted", "--without-meaning")

    assert status == 2
    assert "have 1 matches; there is no 7" in said
