# SPDX-License-Identifier: MIT
"""Pairs are kept under a name, and listed with the newest first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from diptych.library import reading_list
from diptych.library.catalogue import Catalogue
from diptych.library.progress import SavedPair
from diptych.paths import Profile


@pytest.fixture
def catalogue(profile: Profile) -> Iterator[Catalogue]:
    with Catalogue(profile.library_file, profile.texts_file) as opened:
        yield opened


@pytest.mark.parametrize("later", [2e9, 1.0], ids=["as it goes", "set back by decades"])
def test_the_pair_kept_last_is_the_first_whatever_the_clock_says(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, later: float
) -> None:
    monkeypatch.setattr(reading_list.time, "time", lambda: 1.8e9)
    for name in ("Ferries", "Bridges"):
        catalogue.reading.save_pair(SavedPair(name, "one", "other"))
    monkeypatch.setattr(reading_list.time, "time", lambda: later)
    catalogue.reading.save_pair(SavedPair("Tunnels", "one", "other"))
    catalogue.reading.save_pair(SavedPair("Ferries", "one", "third"))

    assert [pair.name for pair in catalogue.reading.pairs()] == ["Ferries", "Tunnels", "Bridges"]
