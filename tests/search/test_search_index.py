# SPDX-License-Identifier: MIT
"""The index on disk: what it finds, keeps, replaces, and survives."""

from __future__ import annotations

import os
import pickle
import shutil
import threading
from pathlib import Path

import pytest
from whoosh import fields, query, scoring
from whoosh import index as whoosh_index
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.filedb.filestore import RamStorage

from diptych.errors import SearchError
from diptych.search.answers import Facets
from diptych.search.codec import written
from diptych.search.expression import And, Node, Or, Word
from diptych.search.index import Index, IndexedArticle, Order
from diptych.search.query import parse
from diptych.search.segment import Segment
from diptych.text.terms import words_in, written_forms

QUERIES = [
    ("harbour", {"vote"}),
    ("vote", {"vote", "ferry"}),
    ("votes", {"vote", "ferry"}),
    ('"new harbour"', {"vote"}),
    ('"harbour new"', set()),
    ('"the ferry"', {"ferry"}),
    ("vote -ferry", set()),
    ("vote NOT deal", {"vote"}),
    ("harbour OR deal", {"vote", "ferry"}),
    ("harb*", {"vote"}),
    ("harbuor~", {"vote"}),
    ("hrbuor~", set()),
    ("hrabuor~2", {"vote"}),
    ("vote near/4 harbour", {"vote"}),
    ("deal near/1 company", set()),
    ("company near/2 deal", set()),
    ("company near/3 deal", {"ferry"}),
    ("deal near/3 company", {"ferry"}),
    ("title:signed", {"ferry"}),
    ("title:company", set()),
    ("author:holm", {"vote", "ferry"}),
    ('author:"jon berg"', {"ferry"}),
    ('author:"berg ida"', set()),
    ("source:courier", {"vote"}),
    ("tag:vote", {"vote"}),
    ("lang:ru", {"paromy"}),
    ("lang:english vote", {"vote", "ferry"}),
    ("after:2024", {"vote", "paromy"}),
    ("after:2024-02", {"vote"}),
    ("before:2024", {"ferry"}),
    ("after:2023-11 before:2024-01", {"ferry", "paromy"}),
    ("паром", {"paromy"}),
    ("海港", {"haigang"}),
    ("投票", {"haigang"}),
    ("猫", {"haigang"}),
    ("港", {"haigang"}),
    ("港海", set()),
    ("-vote", {"paromy", "haigang"}),
]


def found(index: Index, typed: str) -> set[str]:
    root = parse(typed, index.languages()).root
    return {ranked.id for ranked in index.search(root).ranked}


@pytest.mark.parametrize(("typed", "ids"), QUERIES)
def test_query_finds(index: Index, typed: str, ids: set[str]) -> None:
    assert found(index, typed) == ids


@pytest.mark.parametrize(("typed", "ids"), QUERIES)
def test_query_finds_the_same_in_many_segments(
    empty_index: Index, articles: tuple[IndexedArticle, ...], typed: str, ids: set[str]
) -> None:
    for article in articles:
        empty_index.add([article])

    assert found(empty_index, typed) == ids


def test_title_counts_more_than_text(index: Index) -> None:
    index.add([IndexedArticle("short", "Other", "The harbour vote.", language="en")])

    best = index.search(parse("harbour").root).ranked[0]

    assert best.id == "vote"


def test_article_of_the_same_id_is_replaced(index: Index) -> None:
    index.add([IndexedArticle("vote", "Changed", "Nothing about ports.")])

    assert index.count() == 4
    assert found(index, "harbour") == set()
    assert found(index, "ports") == {"vote"}


def test_last_of_an_id_in_one_call_wins(empty_index: Index) -> None:
    empty_index.add([IndexedArticle("a", "", "first"), IndexedArticle("a", "", "second")])

    assert empty_index.count() == 1
    assert found(empty_index, "second") == {"a"}


def test_removed_article_is_found_no_more(index: Index) -> None:
    index.remove(["vote", "never there"])

    assert found(index, "harbour") == set()
    assert index.ids() == {"ferry", "paromy", "haigang"}


def test_index_without_articles_finds_nothing(empty_index: Index) -> None:
    assert empty_index.search(parse("harbour").root).total == 0
    assert empty_index.complete("har") == ()
    assert empty_index.ids() == frozenset()


def test_emptied_index_takes_articles_again(
    index: Index, articles: tuple[IndexedArticle, ...]
) -> None:
    index.remove(index.ids())
    index.add(articles[:1])

    assert index.count() == 1


def test_index_is_the_same_when_opened_again(index: Index, folder: Path) -> None:
    again = Index.open(folder)

    assert not again.needs_rebuild
    assert again.ids() == index.ids()


def test_another_opener_sees_what_is_added(index: Index, folder: Path) -> None:
    reader = Index.open(folder)
    index.add([IndexedArticle("new", "New", "A lighthouse")])

    assert found(reader, "lighthouse") == {"new"}


def add_one_by_one(index: Index, count: int, first: int = 0) -> None:
    for number in range(first, first + count):
        index.add([IndexedArticle(str(number), "Title", f"word number{number}")])


def segments(folder: Path) -> int:
    return len(list(folder.glob("*.articles")))


def test_tidying_leaves_few_files(empty_index: Index, folder: Path) -> None:
    add_one_by_one(empty_index, 40)

    while empty_index.tidy():
        pass

    assert segments(folder) < 8
    assert empty_index.untidy() == 0
    assert empty_index.count() == 40
    assert found(empty_index, "number7") == {"7"}
    assert empty_index.is_sound()


def test_adding_leaves_merging_to_idle_moments(empty_index: Index, folder: Path) -> None:
    add_one_by_one(empty_index, 12)

    assert segments(folder) == empty_index.untidy() == 12


def test_tidying_forgets_removed_articles(empty_index: Index) -> None:
    empty_index.add(IndexedArticle(str(n), "", f"word only{n}") for n in range(20))
    empty_index.remove(str(n) for n in range(15))

    assert not empty_index.tidy()

    assert empty_index.complete("only0") == ()
    assert found(empty_index, "only17") == {"17"}


def test_tidying_an_index_of_removed_articles_leaves_nothing(
    empty_index: Index, folder: Path
) -> None:
    add_one_by_one(empty_index, 3)
    empty_index.remove(str(n) for n in range(3))

    assert not empty_index.tidy()

    assert (segments(folder), empty_index.count()) == (0, 0)


def test_what_changes_during_tidying_is_kept(
    empty_index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_one_by_one(empty_index, 12)

    def written_late(path: Path, segment: Segment) -> None:
        other = Index.open(folder)
        other.remove(["3", "11"])
        other.add([IndexedArticle("5", "", "changed"), IndexedArticle("new", "", "late")])
        written(path, segment)

    monkeypatch.setattr("diptych.search.index.written", written_late)
    empty_index.tidy()

    assert empty_index.ids() == {*map(str, range(12)), "new"} - {"3", "11"}
    assert found(empty_index, "number5") == found(empty_index, "number3") == set()
    assert found(empty_index, "changed") == {"5"}
    assert found(empty_index, "number4") == {"4"}


def test_index_emptied_during_tidying_stays_empty(
    empty_index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_one_by_one(empty_index, 12)

    def written_late(path: Path, segment: Segment) -> None:
        Index.open(folder).start_anew()
        written(path, segment)

    monkeypatch.setattr("diptych.search.index.written", written_late)
    empty_index.tidy()

    assert empty_index.ids() == set()


def test_one_program_tidies_at_a_time(empty_index: Index, folder: Path) -> None:
    add_one_by_one(empty_index, 12)
    lock = whoosh_index.open_dir(str(folder), schema=fields.Schema(id=fields.ID)).lock("MERGELOCK")
    assert lock.acquire()

    assert not empty_index.tidy()
    assert segments(folder) == 12

    lock.release()
    empty_index.tidy()
    assert segments(folder) == 1


def test_full_disk_while_tidying_leaves_what_was_there(
    empty_index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_one_by_one(empty_index, 12)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("diptych.search.codec.to_bytes", full)
        with pytest.raises(SearchError, match="No space left"):
            empty_index.tidy()

    assert found(empty_index, "number7") == {"7"}
    assert not list(folder.glob("*.tmp"))


def test_page_follows_page(empty_index: Index) -> None:
    empty_index.add(IndexedArticle(f"{n:02}", "", "harbour " * (n + 1)) for n in range(10))
    root = parse("harbour").root

    every = [ranked.id for ranked in empty_index.search(root, limit=10).ranked]
    second = [ranked.id for ranked in empty_index.search(root, limit=4, offset=4).ranked]

    assert second == every[4:8]


def test_results_can_be_sorted(index: Index) -> None:
    root = parse("vote OR паром").root

    by_date = [ranked.id for ranked in index.search(root, order=Order.DATE).ranked]
    by_title = [ranked.id for ranked in index.search(root, order=Order.TITLE).ranked]

    assert by_date == ["vote", "paromy", "ferry"]
    assert by_title == ["ferry", "vote", "paromy"]


def test_answers_are_counted_by_their_values(index: Index) -> None:
    root = parse("vote").root

    counts = index.facets(root)

    assert counts.sources == {"Marlow Courier": 1, "Evening Post": 1}
    assert counts.languages == {"en": 2}
    assert counts.years == {2023: 1, 2024: 1}
    assert index.facets(None) == Facets()


def test_beginning_is_completed_by_the_commonest_word(index: Index) -> None:
    assert index.complete("fer")[0] == "ferry"


def test_completion_keeps_accents_that_were_not_typed(empty_index: Index) -> None:
    empty_index.add([IndexedArticle("a", "", "une élève", language="fr")])

    assert empty_index.complete("elev") == ("élève",)


def test_misspelt_word_has_a_suggestion(index: Index) -> None:
    assert index.suggestion("harbuor") == "harbour"


def test_languages_of_the_library_are_known(index: Index) -> None:
    assert index.languages() == ("", "en", "ru", "zh")


@pytest.mark.parametrize(
    "article",
    [
        IndexedArticle("a", "", ""),
        IndexedArticle("a", "\x00\ud800", "\udfff🎉" * 10),
        IndexedArticle("a\ud800", "T", "B", ("",), "", "nonsense", "??", ("",)),
        IndexedArticle("a", "T", "x" * 300_000),
        IndexedArticle("a", "T", "word " * 70_000 + "last"),
    ],
    ids=["empty", "halves", "odd", "one word", "long"],
)
def test_odd_article_is_taken(empty_index: Index, article: IndexedArticle) -> None:
    empty_index.add([article])

    assert empty_index.count() == 1


def test_word_past_65536_others_is_found_in_a_phrase(empty_index: Index) -> None:
    empty_index.add([IndexedArticle("a", "", "word " * 70_000 + "very last")])

    assert found(empty_index, '"word very last"') == {"a"}


def test_folder_is_closed_to_others(index: Index, folder: Path) -> None:
    assert os.name != "posix" or folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("kind", [".toc", ".articles", "format.json"])
@pytest.mark.parametrize("damage", [b"", b"garbage"])
def test_broken_file_makes_the_index_start_anew(
    index: Index, folder: Path, kind: str, damage: bytes
) -> None:
    index.close()
    next(path for path in folder.iterdir() if path.name.endswith(kind)).write_bytes(damage)

    again = Index.open(folder)

    assert again.needs_rebuild
    assert again.count() == 0


def test_index_of_another_version_starts_anew(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Index, "format_version", "next")

    assert Index.open(folder).needs_rebuild


def test_new_index_needs_no_rebuild(empty_index: Index) -> None:
    assert not empty_index.needs_rebuild


def test_changed_bit_is_noticed(index: Index, folder: Path) -> None:
    path = next(folder.glob("*.articles"))
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x55
    path.write_bytes(bytes(content))

    assert not index.is_sound()


def test_list_of_segments_runs_no_code(index: Index, folder: Path, tmp_path: Path) -> None:
    class Attack:
        def __reduce__(self) -> tuple[object, ...]:
            return Path.touch, (tmp_path / "ran",)

    toc = next(folder.glob("*.toc"))
    content = toc.read_bytes()
    start = content.rindex(b"\x80")
    toc.write_bytes(content[:start] + pickle.dumps([Attack()]))

    assert Index.open(folder).needs_rebuild
    assert not (tmp_path / "ran").exists()


def test_deleted_folder_is_an_error_until_started_anew(
    index: Index, folder: Path, articles: tuple[IndexedArticle, ...]
) -> None:
    shutil.rmtree(folder)

    with pytest.raises(SearchError, match="made anew"):
        index.search(parse("harbour").root)
    assert index.needs_rebuild
    index.start_anew()
    index.add(articles)
    assert found(index, "harbour") == {"vote"}


def test_adding_to_a_deleted_folder_is_an_error(index: Index, folder: Path) -> None:
    shutil.rmtree(folder)

    with pytest.raises(SearchError):
        index.add([IndexedArticle("a", "", "b")])


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_read_only_folder_is_searched_but_not_written(index: Index, folder: Path) -> None:
    folder.chmod(0o500)

    assert found(index, "harbour") == {"vote"}
    with pytest.raises(SearchError, match="may not be written"):
        index.add([IndexedArticle("a", "", "b")])


def test_file_in_the_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("")

    with pytest.raises(SearchError):
        Index.open(tmp_path / "index")


def test_second_writer_is_told_to_wait(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diptych.search.index._LOCK_PATIENCE_S", 0.0)
    lock = whoosh_index.open_dir(str(folder), schema=fields.Schema(id=fields.ID)).lock("WRITELOCK")
    assert lock.acquire()

    with pytest.raises(SearchError, match="Another Diptych"):
        index.add([IndexedArticle("a", "", "b")])

    lock.release()
    index.add([IndexedArticle("a", "", "b")])


def test_failed_commit_leaves_what_was_there(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("diptych.search.codec.to_bytes", full)
        with pytest.raises(SearchError, match="No space left"):
            index.add([IndexedArticle("a", "", "lighthouse")])

    assert found(index, "harbour") == {"vote"}
    index.add([IndexedArticle("a", "", "lighthouse")])
    assert found(index, "lighthouse") == {"a"}


def test_interrupted_addition_keeps_what_was_committed(
    empty_index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diptych.search.index.Index.articles_a_commit", 2)

    def articles() -> object:
        for number in range(5):
            yield IndexedArticle(str(number), "", "word")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        empty_index.add(articles())  # type: ignore[arg-type]

    assert empty_index.ids() == {"0", "1", "2", "3"}


def test_searching_goes_on_while_another_thread_adds(index: Index) -> None:
    failures: list[BaseException] = []

    def add() -> None:
        try:
            for number in range(12):
                index.add([IndexedArticle(f"n{number}", "", "harbour lighthouse")])
        except BaseException as error:
            failures.append(error)

    adding = threading.Thread(target=add)
    adding.start()
    totals = []
    while adding.is_alive():
        totals.append(index.search(parse("harbour").root).total)
    adding.join()

    assert not failures
    assert totals == sorted(totals)
    assert index.search(parse("harbour").root).total == 13


def _stock_whoosh(articles: tuple[IndexedArticle, ...]) -> whoosh_index.FileIndex:
    """Index the texts' terms with Whoosh's own writer and postings."""
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
def test_scores_are_those_of_stock_whoosh(
    empty_index: Index, articles: tuple[IndexedArticle, ...], words: str
) -> None:
    untitled = tuple(IndexedArticle(a.id, "", a.body, language=a.language) for a in articles)
    empty_index.add(untitled)
    terms = [words_in("en")[word] for word in words.split()]
    ours: Node = Or(tuple(Word(term, (term,)) for term in terms))
    with _stock_whoosh(untitled).searcher(weighting=scoring.BM25F()) as searcher:
        theirs = searcher.search(query.Or([query.Term("body", term) for term in terms]))
        expected = {hit["id"]: hit.score for hit in theirs}

    scores = {ranked.id: ranked.score for ranked in empty_index.search(ours).ranked}

    assert scores == pytest.approx(expected, rel=0.1)


def test_whoosh_reads_the_index_with_its_own_searcher(index: Index, folder: Path) -> None:
    with index._whoosh.searcher() as searcher:
        word = searcher.search(query.Term("body", "ferri"))
        phrase = searcher.search(query.Phrase("body", ["new", "harbour"]))

        assert {hit["id"] for hit in word} == {"ferry", "vote"}
        assert [hit["id"] for hit in phrase] == ["vote"]


def test_parts_of_a_conjunction_may_stand_in_title_and_text(index: Index) -> None:
    root = And((Word("signed", ("sign",)), Word("company", ("compani",))))

    assert [ranked.id for ranked in index.search(root).ranked] == ["ferry"]
