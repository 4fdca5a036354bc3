# SPDX-License-Identifier: MIT
"""The engine that libraries start with: its files, its merging, its scores."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.search.conftest import ARTICLES
from whoosh import fields, query, scoring
from whoosh import index as whoosh_index
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.filedb.filestore import RamStorage

from diptych.errors import SearchError
from diptych.search.engine import DamagedIndexError
from diptych.search.expression import Node, Or, Word
from diptych.search.indexed import IndexedArticle
from diptych.search.query import parse
from diptych.search.whoosh_index import WhooshIndex
from diptych.text.terms import words_in, written_forms

ROOT = Path(__file__).parents[2]


@pytest.fixture
def empty_index(folder: Path) -> Iterator[WhooshIndex]:
    index = WhooshIndex.create(folder)
    yield index
    index.close()


@pytest.fixture
def index(empty_index: WhooshIndex) -> WhooshIndex:
    empty_index.add(ARTICLES)
    return empty_index


def add_one_by_one(index: WhooshIndex, count: int) -> None:
    for number in range(count):
        index.add([IndexedArticle(str(number), "Title", f"word number{number}")])


def segments(folder: Path) -> int:
    return len(list(folder.glob("*.seg")))


def test_adding_leaves_merging_to_idle_moments(empty_index: WhooshIndex, folder: Path) -> None:
    add_one_by_one(empty_index, 12)

    assert segments(folder) == empty_index.untidy() == 12
    assert not empty_index.tidy()
    assert segments(folder) == 1


def test_tidying_forgets_removed_articles(empty_index: WhooshIndex) -> None:
    empty_index.add(IndexedArticle(str(n), "", f"word only{n}") for n in range(20))
    empty_index.remove(str(n) for n in range(15))

    assert not empty_index.tidy()

    assert empty_index.complete("only0") == ()
    assert empty_index.ids() == set(map(str, range(15, 20)))


def test_tidying_an_index_of_removed_articles_leaves_nothing(
    empty_index: WhooshIndex, folder: Path
) -> None:
    add_one_by_one(empty_index, 3)
    empty_index.remove(str(n) for n in range(3))

    assert not empty_index.tidy()

    assert (segments(folder), empty_index.count()) == (0, 0)


def test_long_addition_is_committed_in_parts(
    empty_index: WhooshIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WhooshIndex, "articles_a_commit", 2)

    def articles() -> Iterator[IndexedArticle]:
        for number in range(5):
            yield IndexedArticle(str(number), "", "word")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        empty_index.add(articles())

    assert empty_index.ids() == {"0", "1", "2", "3"}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_read_only_folder_is_searched_but_not_written(index: WhooshIndex, folder: Path) -> None:
    folder.chmod(0o500)

    assert index.search(parse("harbour").root).total == 1
    with pytest.raises(SearchError, match="may not be written"):
        index.add([IndexedArticle("a", "", "b")])


def test_second_writer_is_told_to_wait(
    index: WhooshIndex, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diptych.search.whoosh_index._LOCK_PATIENCE_S", 0.0)
    other = whoosh_index.open_dir(str(folder)).writer()

    with pytest.raises(SearchError, match="Another Diptych"):
        index.add([IndexedArticle("a", "", "b")])

    other.cancel()
    index.add([IndexedArticle("a", "", "b")])


def test_pickle_that_names_strangers_runs_no_code(
    index: WhooshIndex, folder: Path, tmp_path: Path
) -> None:
    class Attack:
        def __reduce__(self) -> tuple[object, ...]:
            return Path.touch, (tmp_path / "ran",)

    index.close()
    toc = next(folder.glob("*.toc"))
    content = toc.read_bytes()
    toc.write_bytes(content[: content.rindex(b"\x80")] + pickle.dumps([Attack()]))

    with pytest.raises(DamagedIndexError):
        WhooshIndex.open(folder)
    assert not (tmp_path / "ran").exists()


def test_pickles_of_others_are_none_of_its_business(index: WhooshIndex) -> None:
    index.search(parse("harbour").root)

    assert pickle.loads(pickle.dumps(Path("a"))) == Path("a")


def test_damaged_file_is_noticed(index: WhooshIndex, folder: Path) -> None:
    index.close()
    path = next(folder.glob("*.seg"))
    content = bytearray(path.read_bytes())
    content[: len(content) // 2] = bytes(len(content) // 2)
    path.write_bytes(bytes(content))

    assert not index.is_sound()


def test_compiling_whoosh_warns_nobody(tmp_path: Path) -> None:
    """Python 3.12 and later warn of Whoosh's escapes whenever it is compiled."""
    surroundings = {"PYTHONPATH": str(ROOT / "src"), "PYTHONPYCACHEPREFIX": str(tmp_path)}
    command = [sys.executable, "-W", "error", "-c", "import diptych.search.whoosh_index"]

    done = subprocess.run(
        command, env={**os.environ, **surroundings}, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


def _stock_whoosh(articles: tuple[IndexedArticle, ...]) -> whoosh_index.FileIndex:
    """Index the texts' terms as Whoosh's tutorial shows it."""
    analyzer = SpaceSeparatedTokenizer()
    schema = fields.Schema(id=fields.ID(stored=True), body=fields.TEXT(analyzer=analyzer))
    stock = RamStorage().create_index(schema)
    writer = stock.writer()
    for article in articles:
        forms, more = written_forms(article.body)
        words = words_in(article.language)
        writer.add_document(id=article.id, body=" ".join(words[w] for w in forms + more))
    writer.commit()
    return stock


@pytest.mark.parametrize("words", ["vote", "ferry", "day", "vote ferry", "town deal"])
def test_scores_are_those_of_stock_whoosh(empty_index: WhooshIndex, words: str) -> None:
    untitled = tuple(IndexedArticle(a.id, "", a.body, language=a.language) for a in ARTICLES)
    empty_index.add(untitled)
    terms = [words_in("en")[word] for word in words.split()]
    ours: Node = Or(tuple(Word(term, (term,)) for term in terms))
    with _stock_whoosh(untitled).searcher(weighting=scoring.BM25F()) as searcher:
        theirs = searcher.search(query.Or([query.Term("body", term) for term in terms]))
        expected = {hit["id"]: hit.score for hit in theirs}

    scores = {ranked.id: ranked.score for ranked in empty_index.search(ours).ranked}

    assert scores == pytest.approx(expected, rel=0.1)
