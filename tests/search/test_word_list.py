# SPDX-License-Identifier: MIT
"""One list of words: its file, its beginnings, its terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.search.word_list import (
    BrokenListError,
    WordList,
    completions,
    is_sound,
    list_of,
    most_frequent_terms,
    read,
    write,
)

FORMS = [b"cafe\0caf\xc3\xa9", b"ferries", b"ferry", b"port"]
TERMS = [b"caf", b"ferri", b"ferri", b"port"]
COUNTS = [2, 3, 5, 1]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "a.words"
    write(path, list_of(FORMS, TERMS, COUNTS))
    return path


def test_list_is_read_as_it_was_written(written: Path) -> None:
    entries = zip(zip(FORMS, TERMS, strict=True), COUNTS, strict=True)
    assert read(written).entries() == list(entries)
    assert is_sound(written)


def test_words_are_completed_with_their_accents(written: Path) -> None:
    assert completions([read(written)], "caf", 3) == ("café",)
    assert completions([read(written)], "fer", 1) == ("ferry",)


def test_beginning_has_each_term_once(written: Path) -> None:
    words = read(written)

    assert most_frequent_terms([words, words], "f", 5) == ["ferri"]
    assert most_frequent_terms([words], "", 5) == ["ferri", "caf", "port"]


def test_empty_list_has_no_beginnings() -> None:
    nothing: WordList = list_of([], [], [])

    assert completions([nothing], "a", 5) == ()
    assert len(nothing) == 0


@pytest.mark.parametrize("content", [b"", b"DIPTYCHW", b"x" * 100])
def test_file_of_another_kind_is_no_list(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.words"
    path.write_bytes(content)

    with pytest.raises(BrokenListError):
        read(path)
    assert not is_sound(path)


def test_cut_file_is_no_list(written: Path) -> None:
    written.write_bytes(written.read_bytes()[:-3])

    with pytest.raises(BrokenListError):
        read(written)
