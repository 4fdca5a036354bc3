# SPDX-License-Identifier: MIT
"""Texts that were read are kept, and never older than what is in the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from diptych.library import texts as module
from diptych.library.texts import Texts
from diptych.text.article import Article


@pytest.fixture
def texts(tmp_path: Path) -> Iterator[Texts]:
    with closing(Texts(tmp_path / "texts.sqlite")) as opened:
        yield opened


def made(words: str, number: int = 0) -> Article:
    return Article(words, (), f"Title {number}", f"{number}" * 64)


def test_a_text_that_was_just_read_is_not_unpacked_again(
    texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts.keep(made("The keel rides over the bar."))
    first = texts.get(made("").id)
    monkeypatch.setattr(module, "unpack", lambda _: pytest.fail("unpacked again"))

    assert first is not None
    assert texts.get(made("").id) is first


def test_a_text_written_again_is_read_again(texts: Texts) -> None:
    texts.keep(made("The keel rides over the bar."))
    texts.get(made("").id)

    texts.keep(made("It sank."))

    found = texts.get(made("").id)
    assert found is not None
    assert found[0].text == "It sank."


def test_a_text_that_another_process_writes_is_read_again(texts: Texts, tmp_path: Path) -> None:
    texts.keep(made("The keel rides over the bar."))
    texts.get(made("").id)

    with closing(Texts(tmp_path / "texts.sqlite")) as other:
        other.keep(made("It sank."))

    found = texts.get(made("").id)
    assert found is not None
    assert found[0].text == "It sank."


def test_no_more_than_some_texts_are_held_and_no_book(
    texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_RECENT", 3)
    monkeypatch.setattr(module, "_LONGEST_RECENT", 100)
    book = replace(made("It sank. " * 50, 9), words=100)
    texts.keep(book)
    for number in range(5):
        texts.keep(made("It sank.", number))
        texts.get(made("", number).id)
    texts.get(book.id)

    assert list(texts._recent) == [made("", number).id for number in (2, 3, 4)]
