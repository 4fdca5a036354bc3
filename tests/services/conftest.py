# SPDX-License-Identifier: MIT
"""A small library on one subject, for the tests of what joins library, search and notes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from diptych.notes.note import Note, new_note
from diptych.paths import Profile
from diptych.services.articles import entries, open_article
from diptych.services.indexing import add
from diptych.services.stores import Stores
from diptych.text.article import Article, Span
from diptych.text.sides import Side

TEXTS = {
    "boat": "Night boat\n\nThe mayor of Tarnholm opened the harbour. Lamps lit the river Yare.\n",
    "quay": "The quay\n\nTarnholm's mayor has opened the harbour. Bakers bake at Tarnholm.\n",
    "market": "The market\n\nOn the river Yare lamps were lit. Nothing else was seen.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the articles."""
    made = tmp_path / "articles"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def stores(profile: Profile, folder: Path) -> Iterator[Stores]:
    """The stores of a profile whose library looks after the folder."""
    stores = Stores(profile)
    add(stores, [folder])
    yield stores
    stores.close()


def id_of(stores: Stores, name: str) -> str:
    """Return the id of one of the articles."""
    return next(entry.id for entry in entries(stores) if entry.path.stem == name)


def opened(stores: Stores, name: str) -> tuple[Article, str]:
    """Return one of the articles with its path."""
    article, path = open_article(stores, id_of(stores, name))
    return article, str(path)


def pair_of(stores: Stores) -> tuple[tuple[Article, str], tuple[Article, str]]:
    """Return the two articles that say the same of the mayor."""
    return opened(stores, "boat"), opened(stores, "quay")


def note_on_harbour(stores: Stores, text: str = "Who opened it?") -> Note:
    """Return a note on the harbour in both articles, not kept yet."""
    from diptych.notes.anchor import anchor_for

    anchors = []
    for side, (article, path) in zip(Side, pair_of(stores), strict=True):
        start = article.text.index("harbour")
        anchors.append(anchor_for(article, Span(start, start + 7), side=side, path=path))
    return new_note(text, tuple(anchors))
