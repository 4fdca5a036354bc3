# SPDX-License-Identifier: MIT
"""A text without a file is kept as one, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.errors import LibraryError
from diptych.paths import profile_in
from diptych.services.pasting import keep_text
from diptych.services.stores import Stores


@pytest.fixture
def stores(tmp_path: Path) -> Stores:
    return Stores(profile_in(tmp_path / "profile").create())


def test_a_text_is_kept_under_its_first_words(stores: Stores) -> None:
    path = keep_text(stores, "\r\nThe ferry: late again?\r\n\r\nIt came at nine.\r\n")
    assert path.name == "The ferry late again.txt"
    assert path.read_text(encoding="utf-8") == "The ferry: late again?\n\nIt came at nine.\n"


def test_the_same_text_is_kept_once_another_of_that_beginning_beside_it(stores: Stores) -> None:
    first = keep_text(stores, "Ferry\n\nOne.")
    assert keep_text(stores, "Ferry\n\nOne.") == first
    assert keep_text(stores, "Two.", "Ferry") != first


@pytest.mark.parametrize("text", ["", " \n\t", "  \n\u200b\ufeff"])
def test_nothing_is_not_kept(stores: Stores, text: str) -> None:
    with pytest.raises(LibraryError):
        keep_text(stores, text)
