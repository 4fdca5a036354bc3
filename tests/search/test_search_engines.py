# SPDX-License-Identifier: MIT
"""What both engines promise: they find the same, keep it, and mend themselves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.search.conftest import ARTICLES, TEXTS
from tests.search.test_search_index import QUERIES

from diptych.errors import SearchError
from diptych.search.answers import Order
from diptych.search.concordance import concordance_of_library
from diptych.search.engine import Engine, open_engine, open_large_engine
from diptych.search.expression import Node
from diptych.search.finder import find, find_while_typing
from diptych.search.indexed import IndexedArticle
from diptych.search.query import parse, parse_unfinished
from diptych.search.quote_check import Verdict, check_quote

ENGINES = {"usual": open_engine, "large": open_large_engine}
ROOT = Path(__file__).parents[2]


@pytest.fixture(params=list(ENGINES))
def kind(request: pytest.FixtureRequest) -> str:
    if request.param == "large":
        pytest.importorskip("tantivy")
    return str(request.param)


@pytest.fixture
def empty_engine(kind: str, folder: Path) -> Iterator[Engine]:
    engine = ENGINES[kind](folder)
    yield engine
    engine.close()


@pytest.fixture
def engine(empty_engine: Engine) -> Engine:
    empty_engine.add(ARTICLES)
    return empty_engine


@pytest.fixture
def used(kind: str, folder: Path) -> Path:
    """The folder the engine keeps its files in."""
    return folder if kind == "usual" else folder.with_name(f"{folder.name}-large")


def root_of(engine: Engine, typed: str) -> Node | None:
    return parse(typed, engine.languages()).root


def found(engine: Engine, typed: str) -> set[str]:
    return {ranked.id for ranked in engine.search(root_of(engine, typed)).ranked}


@pytest.mark.parametrize(("typed", "ids"), QUERIES)
def test_query_finds(engine: Engine, typed: str, ids: set[str]) -> None:
    assert found(engine, typed) == ids
    assert engine.search(root_of(engine, typed), limit=1).total == len(ids)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [("harb", {"vote"}), ("new harb", {"vote"}), ("ferri", {"vote", "ferry"}), ("пар", {"paromy"})],
)
def test_word_is_found_while_it_is_typed(engine: Engine, typed: str, ids: set[str]) -> None:
    root = parse_unfinished(typed, engine.languages()).root

    assert {ranked.id for ranked in engine.search(root).ranked} == ids


def test_words_of_two_values_are_no_phrase(engine: Engine) -> None:
    assert found(engine, 'author:"berg ida"') == set()
    assert found(engine, '"may ferries"') == {"vote"}


def test_replaced_and_removed_articles_are_found_no_more(engine: Engine) -> None:
    engine.add([IndexedArticle("vote", "Changed", "Nothing about ports.")])
    engine.remove(["ferry", "never there"])

    assert found(engine, "harbour") == found(engine, "deal") == set()
    assert engine.ids() == {"vote", "paromy", "haigang"}
    assert engine.count() == 3
    assert engine.articles()["vote"].title == "Changed"


def test_results_are_sorted_as_asked(engine: Engine) -> None:
    root = root_of(engine, "vote OR паром")

    by_date = [ranked.id for ranked in engine.search(root, order=Order.DATE).ranked]
    by_title = [ranked.id for ranked in engine.search(root, order=Order.TITLE).ranked]

    assert by_date == ["vote", "paromy", "ferry"]
    assert by_title == ["ferry", "vote", "paromy"]


def test_newest_stand_first_where_no_word_is_asked_for(engine: Engine) -> None:
    ranked = engine.search(root_of(engine, "lang:en OR lang:ru")).ranked

    assert [each.id for each in ranked] == ["vote", "paromy", "ferry"]


def test_answers_are_counted(engine: Engine) -> None:
    counts = engine.facets(root_of(engine, "vote"))

    assert counts.sources == {"Evening Post": 1, "Marlow Courier": 1}
    assert list(counts.years.items()) == [(2024, 1), (2023, 1)]
    assert counts.languages == {"en": 2}
    assert counts.tags == {"ferry": 1, "harbour": 1, "vote": 1}


def test_words_are_completed_and_spelt_better(engine: Engine) -> None:
    assert "ferry" in engine.complete("fer")[:2]
    assert engine.complete("") == ()
    assert engine.suggestion("harbuor") == "harbour"
    assert engine.suggestion("xyz") == ""
    assert engine.languages() == ("", "en", "ru", "zh")


def test_title_counts_more_than_text(engine: Engine) -> None:
    engine.add([IndexedArticle("short", "Other", "The harbour vote.", language="en")])

    assert engine.search(root_of(engine, "harbour")).ranked[0].id == "vote"


def test_page_follows_page(empty_engine: Engine) -> None:
    empty_engine.add(IndexedArticle(f"{n:02}", "", "harbour " * (n + 1)) for n in range(10))
    root = root_of(empty_engine, "harbour")

    every = [ranked.id for ranked in empty_engine.search(root, limit=10).ranked]
    second = [ranked.id for ranked in empty_engine.search(root, limit=4, offset=4).ranked]

    assert second == every[4:8]


def test_passages_quotations_and_contexts_come_from_it(engine: Engine) -> None:
    assert find(engine, "ferry deal", text_of=TEXTS.__getitem__).hits[0].article_id == "ferry"
    assert find_while_typing(engine, "harbou", text_of=TEXTS.__getitem__).total == 1
    checked = check_quote(engine, "The ferry firm signed a deal.", text_of=TEXTS.__getitem__)
    assert checked.verdict is Verdict.ALTERED
    assert concordance_of_library(engine, "ferry", text_of=TEXTS.__getitem__).total == 3


@pytest.mark.parametrize("typed", ["", "()", "NOT", '"', "a* b* c*", "near/3", "*", "~", "title:"])
def test_odd_query_is_answered(engine: Engine, typed: str) -> None:
    assert engine.search(root_of(engine, typed)).total >= 0


@pytest.mark.parametrize(
    "article",
    [
        IndexedArticle("empty", "", ""),
        IndexedArticle("odd", "\x00\x1e\x1f", "a\x00b \x1e \x1f \ud800 \U0001f389"),
        IndexedArticle("long", "x" * 100_000, "y" * 100_000),
        IndexedArticle("tag", "", "", ("",), "", "not a date", "x-klingon", ("", "a b", "a b")),
    ],
    ids=lambda article: article.id,
)
def test_odd_article_is_taken(empty_engine: Engine, article: IndexedArticle) -> None:
    empty_engine.add([article, IndexedArticle("after", "", "lighthouse")])

    assert empty_engine.count() == 2
    assert found(empty_engine, "lighthouse") == {"after"}


def test_index_is_the_same_when_opened_again(engine: Engine, kind: str, folder: Path) -> None:
    engine.close()
    again = ENGINES[kind](folder)

    assert not again.needs_rebuild
    assert again.ids() == {article.id for article in ARTICLES}
    assert again.is_sound()


def test_another_opener_sees_what_is_added(engine: Engine, kind: str, folder: Path) -> None:
    other = ENGINES[kind](folder)
    assert other.count() == 4

    engine.add([IndexedArticle("new", "", "lighthouse")])

    assert found(other, "lighthouse") == {"new"}


def test_broken_index_starts_anew(engine: Engine, kind: str, folder: Path, used: Path) -> None:
    engine.close()
    for path in used.iterdir():
        if path.name != "format.json":
            path.write_bytes(path.read_bytes()[:10])

    again = ENGINES[kind](folder)

    assert again.needs_rebuild
    assert again.count() == 0
    again.add(ARTICLES)
    assert again.count() == 4


def test_deleted_folder_is_an_error_until_started_anew(engine: Engine, used: Path) -> None:
    shutil.rmtree(used)

    with pytest.raises(SearchError):
        engine.add([IndexedArticle("new", "", "lighthouse")])
    with pytest.raises(SearchError, match="anew"):
        engine.search(root_of_word("harbour"))
    assert engine.needs_rebuild
    engine.start_anew()
    engine.add(ARTICLES)
    assert engine.count() == 4


def root_of_word(word: str) -> Node | None:
    return parse(word).root


KILLED = """
import os, sys
from pathlib import Path
from diptych.search.engine import open_engine, open_large_engine
from diptych.search.indexed import IndexedArticle
def articles():
    for n in range(50):
        yield IndexedArticle(f"new-{n}", "", "lighthouse " * 200)
    os.kill(os.getpid(), 9)
{"usual": open_engine, "large": open_large_engine}[sys.argv[1]](Path(sys.argv[2])).add(articles())
"""


def test_killed_writer_leaves_the_last_commit_and_no_lock(
    engine: Engine, kind: str, folder: Path
) -> None:
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-c", KILLED, kind, str(folder)], env=surroundings, check=False)

    assert engine.count() == 4
    engine.add([IndexedArticle("after", "", "lighthouse")])
    assert found(engine, "lighthouse") == {"after"}
