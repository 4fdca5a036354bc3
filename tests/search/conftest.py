# SPDX-License-Identifier: MIT
"""A small library about one affair, and an index of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from diptych.search.engine import Engine
from diptych.search.indexed import IndexedArticle
from diptych.search.tantivy_index import TantivyIndex
from diptych.search.whoosh_index import WhooshIndex

ENGINES: dict[str, type[Engine]] = {"whoosh": WhooshIndex, "tantivy": TantivyIndex}
ARTICLES = (
    IndexedArticle(
        "vote",
        "Harbour vote set for May",
        "The town will vote on the new harbour in May.\n\n"
        "Ferries would call twice a day. A vote of the council is not needed.",
        ("Ida Holm",),
        "Marlow Courier",
        "2024-03-02",
        "en",
        ("harbour", "vote"),
    ),
    IndexedArticle(
        "ferry",
        "Ferry deal signed",
        "The ferry company signed a deal. No vote was held about the ferry.",
        ("Jon Berg", "Ida Holm"),
        "Evening Post",
        "2023-11",
        "en",
        ("ferry",),
    ),
    IndexedArticle(
        "paromy",
        "Голосование о порте",
        "Паромы будут ходить дважды в день. Город голосует о порте в мае.",
        (),
        "Портовый вестник",
        "2024",
        "ru",
        (),
    ),
    IndexedArticle(
        "haigang",
        "海港投票",
        "小镇将在五月就新海港投票。渡轮每天停靠两次。屋顶上有猫。",
        (),
        "海港日报",
        "",
        "zh",
        (),
    ),
)
TEXTS = {article.id: article.body for article in ARTICLES}


@pytest.fixture
def articles() -> tuple[IndexedArticle, ...]:
    return ARTICLES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for an engine."""
    made = tmp_path / "cache" / "index"
    made.mkdir(parents=True)
    return made


@pytest.fixture(params=list(ENGINES))
def kind(request: pytest.FixtureRequest) -> type[Engine]:
    return ENGINES[request.param]


@pytest.fixture
def empty_index(kind: type[Engine], folder: Path) -> Iterator[Engine]:
    made = kind.create(folder)
    yield made
    made.close()


@pytest.fixture
def index(empty_index: Engine) -> Engine:
    """The small library, in each of the engines."""
    empty_index.add(ARTICLES)
    return empty_index


def text_of(article_id: str) -> str:
    return TEXTS[article_id]
