# SPDX-License-Identifier: MIT
"""What every engine promises: they find the same, keep it, and say when it is damaged."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.search.conftest import ARTICLES, TEXTS

from diptych.errors import SearchError
from diptych.search.answers import Facets, SortOrder
from diptych.search.concordance import concordance_of_library
from diptych.search.engine import DamagedIndexError, Engine
from diptych.search.expression import And, Node, Word
from diptych.search.finder import find, find_while_typing
from diptych.search.indexed import IndexedArticle
from diptych.search.query import parse, parse_unfinished
from diptych.search.quote_check import Fidelity, check_quote

ROOT = Path(__file__).parents[2]
SPELLINGS = (
    ("dotted", "The U.S. governor wrote to the harbour board, and so did J.K. Marten."),
    ("plain", "A US governor wrote back; 1,000 people had come to see Ann O\u2019Brien."),
    ("pieces", "\u1112\u1161\u11bc\u1100\u116e 위원회의 회의. The com-\nmittee had 1000 people."),
    ("points", "मंज़ूरी मिली। J. K. Marten has a Ph.D. from the E.U. office."),
    ("initials", "He read J.R.R. Tolden, then A. S. Byatt-Mor, O. K. Loud and ok Lamb aloud."),
    ("capitals", "She read JR Tolden."),
    ("whole", "항구 소식: the EU committee asked a PhD."),
)
SPELLED = [
    ("US", {"dotted", "plain"}),
    ("U.S.", {"dotted", "plain"}),
    ("U.S", {"dotted", "plain"}),
    ('"U.S. governor"', {"dotted", "plain"}),
    ('"us governor"', {"dotted", "plain"}),
    ("EU", {"points", "whole"}),
    ("e.u. near/9 ph.d.", {"points", "whole"}),
    ('"J. K. Marten"', {"dotted", "points"}),
    ('"JK Marten"', {"dotted", "points"}),
    ('"K Marten"', {"dotted", "points"}),
    ('"k. marten has a"', {"points"}),
    ('"K. Marten"', {"dotted", "points"}),
    ('"R Tolden"', {"initials", "capitals"}),
    ('"r tolden"', {"initials"}),
    ('"R.R. Tolden"', {"initials"}),
    ('"S. Byatt"', {"initials"}),
    ('"k lamb"', set()),
    ('"Tolden S"', set()),
    ("항구", {"pieces", "whole"}),
    ("\u1112\u1161\u11bc\u1100\u116e", {"pieces", "whole"}),
    ("항", {"pieces", "whole"}),
    ("मंजूरी", {"points"}),
    ("brien", {"plain"}),
    ("committee", {"pieces", "whole"}),
    ('"1000 people"', {"plain", "pieces"}),
    ('"1,000 people"', {"plain", "pieces"}),
    ('"1000 people" near/3 come', {"plain"}),
]
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
    ('"new harbour" near/4 vote', {"vote"}),
    ("(deal OR harbour) near/3 company", {"ferry"}),
    ("harb* near/2 new", {"vote"}),
    ("title:signed", {"ferry"}),
    ("title:company", set()),
    ("author:holm", {"vote", "ferry"}),
    ("author:hol*", {"vote", "ferry"}),
    ('author:"jon berg"', {"ferry"}),
    ('author:"berg ida"', set()),
    ("source:courier", {"vote"}),
    ("tag:vote", {"vote"}),
    ("lang:ru", {"paromy"}),
    ("lang:english vote", {"vote", "ferry"}),
    ("lang:ru OR harbour", {"paromy", "vote"}),
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
    ("-vote -lang:ru", {"haigang"}),
]


def root_of(index: Engine, typed: str) -> Node | None:
    return parse(typed, index.languages()).root


def found(index: Engine, typed: str) -> set[str]:
    return {ranked.id for ranked in index.search(root_of(index, typed)).ranked}


def add_one_by_one(index: Engine, count: int) -> None:
    for number in range(count):
        index.add([IndexedArticle(str(number), "Title", f"word number{number}")])


@pytest.mark.parametrize(("typed", "ids"), SPELLED)
def test_other_spellings_are_found_and_marked(index: Engine, typed: str, ids: set[str]) -> None:
    texts = dict(SPELLINGS)
    index.add(IndexedArticle(id_, "Title", text) for id_, text in SPELLINGS)

    results = find(index, typed, text_of=texts.__getitem__)

    assert {result.article.id for result in results.hits} == ids
    assert all(result.marks for result in results.hits)


@pytest.mark.parametrize(("typed", "ids"), QUERIES)
def test_query_finds(index: Engine, typed: str, ids: set[str]) -> None:
    assert found(index, typed) == ids
    assert index.search(root_of(index, typed), limit=1).total == len(ids)


def test_queries_find_the_same_in_articles_added_one_by_one(empty_index: Engine) -> None:
    for article in ARTICLES:
        empty_index.add([article])

    assert {typed: found(empty_index, typed) for typed, _ in QUERIES} == dict(QUERIES)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [("harb", {"vote"}), ("new harb", {"vote"}), ("ferri", {"vote", "ferry"}), ("пар", {"paromy"})],
)
def test_word_is_found_while_it_is_typed(index: Engine, typed: str, ids: set[str]) -> None:
    root = parse_unfinished(typed, index.languages()).root

    assert {ranked.id for ranked in index.search(root).ranked} == ids


def test_beginning_of_more_words_than_are_scored_finds_all(empty_index: Engine) -> None:
    empty_index.add(IndexedArticle(str(n), "", f"harbour{chr(97 + n)}") for n in range(26))
    empty_index.add(IndexedArticle(str(n), "", f"harbours{chr(71 + n)}") for n in range(26, 50))

    assert total_of(empty_index, "harb*") == 50


def test_beginning_finds_rare_words_of_titles_among_many(empty_index: Engine) -> None:
    letters = "bcdfghklmnprtvwz"
    texts = [f"walki{a}{b}o" for a in letters for b in letters[:4]]
    often = [IndexedArticle(f"b{i}", "", f"{word} {word}") for i, word in enumerate(texts)]
    rare = [IndexedArticle("t", "Walkixxo", ""), IndexedArticle("stem", "A walking tour", "")]
    empty_index.add([*often, *rare])

    assert total_of(empty_index, "title:walki*") == 2
    assert total_of(empty_index, "walki*") == len(often) + 2


def total_of(index: Engine, typed: str) -> int:
    return index.search(root_of(index, typed), limit=1).total


@pytest.mark.parametrize(
    ("typed", "written"), [("cafe", "Café"), ("Café", "cafe"), ("elev*", "élève")]
)
def test_accents_make_no_difference(empty_index: Engine, typed: str, written: str) -> None:
    empty_index.add([IndexedArticle("a", "", f"un {written} ouvert", language="fr")])

    assert found(empty_index, typed) == {"a"}


JOINED = [
    ("he", "בית", "והבית ישן"),
    ("he", "הנמל", "עמדו בנמל עד ערב"),
    ("he", "ירושלים", "נסע לירושלים"),
    ("he", "ממשלה", "אמר שהממשלה תדון"),
    ("he", '"נמל ישן"', "ראו את הנמל הישן"),
    ("ar", "كتاب", "والكتاب على الطاولة"),
    ("ar", "مدرسة", "ذهب لمدرسة قريبة"),
    ("ar", "والميناء", "في ميناء قديم"),
    ("ar", "سلام", "تكلم فسلام قريب"),
]


@pytest.mark.parametrize(("language", "typed", "body"), JOINED)
def test_a_word_is_found_with_what_is_written_as_one_with_it(
    empty_index: Engine, language: str, typed: str, body: str
) -> None:
    texts = {"joined": body, "other": "שלום ים. سلالم قصر."}
    empty_index.add(IndexedArticle(id_, "", text, language=language) for id_, text in texts.items())
    (hit,) = find(empty_index, typed, text_of=texts.__getitem__).hits
    assert hit.article.id == "joined"
    assert hit.marks


def test_all_answers_to_words_in_several_forms_are_counted(empty_index: Engine) -> None:
    empty_index.add(
        IndexedArticle(str(n), "", "נמל " * (n % 9) + "הנמל בית " * (1 + n % 4) + "מים " * (n % 29))
        for n in range(60)
    )
    assert empty_index.search(parse("נמל בית", ("he",)).root, limit=5).total == 60


def test_words_of_two_values_are_no_phrase(index: Engine) -> None:
    assert found(index, 'author:"berg ida"') == set()
    assert found(index, '"may ferries"') == {"vote"}


def test_parts_of_a_conjunction_may_stand_in_title_and_text(index: Engine) -> None:
    root = And((Word("signed", ("sign",)), Word("company", ("compani",))))

    assert [ranked.id for ranked in index.search(root).ranked] == ["ferry"]


def test_replaced_and_removed_articles_are_found_no_more(index: Engine) -> None:
    index.add([IndexedArticle("vote", "Changed", "Nothing about ports.")])
    index.remove(["ferry", "never there"])

    assert found(index, "harbour") == found(index, "deal") == set()
    assert found(index, "ports") == {"vote"}
    assert index.ids() == {"vote", "paromy", "haigang"}
    assert index.count() == 3
    assert index.articles()["vote"].title == "Changed"


def test_last_of_an_id_in_one_call_wins(empty_index: Engine) -> None:
    empty_index.add([IndexedArticle("a", "", "first"), IndexedArticle("a", "", "second")])

    assert empty_index.count() == 1
    assert found(empty_index, "second") == {"a"}
    assert found(empty_index, "first") == set()


def test_index_without_articles_finds_nothing(empty_index: Engine) -> None:
    assert empty_index.search(parse("harbour").root).total == 0
    assert empty_index.facets(parse("harbour").root) == Facets()
    assert empty_index.complete("har") == ()
    assert empty_index.ids() == frozenset()
    assert not empty_index.untidy()


def test_emptied_index_takes_articles_again(index: Engine) -> None:
    index.remove(index.ids())
    index.add(ARTICLES[:1])

    assert index.count() == 1


def test_results_are_sorted_as_asked(index: Engine) -> None:
    root = root_of(index, "vote OR паром")

    by_date = [ranked.id for ranked in index.search(root, order=SortOrder.DATE).ranked]
    by_title = [ranked.id for ranked in index.search(root, order=SortOrder.TITLE).ranked]

    assert by_date == ["vote", "paromy", "ferry"]
    assert by_title == ["ferry", "vote", "paromy"]


def test_newest_stand_first_where_no_word_is_asked_for(index: Engine) -> None:
    ranked = index.search(root_of(index, "lang:en OR lang:ru")).ranked

    assert [each.id for each in ranked] == ["vote", "paromy", "ferry"]
    assert not any(each.score for each in ranked)


def test_answers_are_counted(index: Engine) -> None:
    counts = index.facets(root_of(index, "vote"))

    assert counts.sources == {"Evening Post": 1, "Marlow Courier": 1}
    assert list(counts.years.items()) == [(2024, 1), (2023, 1)]
    assert counts.languages == {"en": 2}
    assert counts.tags == {"ferry": 1, "harbour": 1, "vote": 1}
    assert index.facets(None) == Facets()


def test_words_are_completed_and_spelt_better(index: Engine) -> None:
    assert index.complete("fer")[0] == "ferry"
    assert index.complete("") == ()
    assert index.suggestion("harbuor") == "harbour"
    assert index.suggestion("xyz") == ""
    assert index.languages() == ("", "en", "ru", "zh")


def test_completion_keeps_accents_that_were_not_typed(empty_index: Engine) -> None:
    empty_index.add([IndexedArticle("a", "", "une élève", language="fr")])

    assert empty_index.complete("elev") == ("élève",)


def test_title_counts_more_than_text(index: Engine) -> None:
    index.add([IndexedArticle("short", "Other", "The harbour vote.", language="en")])

    assert index.search(root_of(index, "harbour")).ranked[0].id == "vote"


def test_page_follows_page(empty_index: Engine) -> None:
    empty_index.add(IndexedArticle(f"{n:02}", "", "harbour " * (n + 1)) for n in range(10))
    root = root_of(empty_index, "harbour")

    every = [ranked.id for ranked in empty_index.search(root, limit=10).ranked]
    second = [ranked.id for ranked in empty_index.search(root, limit=4, offset=4).ranked]

    assert len(every) == 10
    assert second == every[4:8]


def test_passages_quotations_and_contexts_come_from_it(index: Engine) -> None:
    assert find(index, "ferry deal", text_of=TEXTS.__getitem__).hits[0].article_id == "ferry"
    assert find_while_typing(index, "harbou", text_of=TEXTS.__getitem__).total == 1
    checked = check_quote(index, "The ferry firm signed a deal.", text_of=TEXTS.__getitem__)
    assert checked.fidelity is Fidelity.ALTERED
    assert concordance_of_library(index, "ferry", text_of=TEXTS.__getitem__).total == 3


@pytest.mark.parametrize("typed", ["", "()", "NOT", '"', "a* b* c*", "near/3", "*", "~", "title:"])
def test_odd_query_is_answered(index: Engine, typed: str) -> None:
    assert index.search(root_of(index, typed)).total >= 0


@pytest.mark.parametrize(
    "article",
    [
        IndexedArticle("empty", "", ""),
        IndexedArticle("odd", "\x00\x1e\x1f", "a\x00b \x1e \x1f \ud800 \U0001f389"),
        IndexedArticle("halves", "\x00\ud800", "\udfff🎉" * 10),
        IndexedArticle("a\ud800", "T", "B", ("",), "", "nonsense", "??", ("",)),
        IndexedArticle("long", "x" * 100_000, "y" * 100_000),
        IndexedArticle("words", "T", "word " * 70_000 + "last"),
        IndexedArticle("tag", "", "", ("",), "", "not a date", "x-klingon", ("", "a b", "a b")),
    ],
    ids=["empty", "odd", "halves", "odd id", "one word", "many words", "values"],
)
def test_odd_article_is_taken(empty_index: Engine, article: IndexedArticle) -> None:
    empty_index.add([article, IndexedArticle("after", "", "lighthouse")])

    assert empty_index.ids() == {article.id, "after"}
    assert found(empty_index, "lighthouse") == {"after"}
    empty_index.remove([article.id])
    assert empty_index.count() == 1


def test_word_past_65536_others_is_found_in_a_phrase(empty_index: Engine) -> None:
    empty_index.add([IndexedArticle("a", "", "word " * 70_000 + "very last")])

    assert found(empty_index, '"word very last"') == {"a"}


def test_index_is_the_same_when_opened_again(
    index: Engine, kind: type[Engine], folder: Path
) -> None:
    index.close()
    again = kind.open(folder)

    assert again.ids() == {article.id for article in ARTICLES}
    assert again.is_sound()


def test_another_opener_sees_what_is_added(index: Engine, kind: type[Engine], folder: Path) -> None:
    other = kind.open(folder)
    assert other.count() == 4

    index.add([IndexedArticle("new", "", "lighthouse")])

    assert found(other, "lighthouse") == {"new"}
    assert other.complete("lighth") == ("lighthouse",)


def test_two_openers_write_by_turns(index: Engine, kind: type[Engine], folder: Path) -> None:
    other = kind.open(folder)
    for number in range(6):
        (index if number % 2 else other).add([IndexedArticle(str(number), "", "lighthouse")])

    assert found(index, "lighthouse") == found(other, "lighthouse") == set(map(str, range(6)))


def test_tidying_changes_no_answer(empty_index: Engine) -> None:
    add_one_by_one(empty_index, 40)

    while empty_index.tidy():
        pass

    assert not empty_index.untidy()
    assert empty_index.count() == 40
    assert found(empty_index, "number7") == {"7"}
    assert empty_index.complete("number3") == ("number3", *(f"number3{n}" for n in range(7)))
    assert empty_index.is_sound()


def test_searching_goes_on_while_another_thread_adds(index: Engine) -> None:
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


@pytest.mark.parametrize("kept", [0, 10])
def test_cut_files_are_told_of(index: Engine, kind: type[Engine], folder: Path, kept: int) -> None:
    index.close()
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes()[:kept])

    with pytest.raises(DamagedIndexError):
        kind.open(folder).search(parse("harbour").root)


def test_deleted_folder_is_told_of(index: Engine, folder: Path) -> None:
    shutil.rmtree(folder)

    with pytest.raises(DamagedIndexError):
        index.add([IndexedArticle("new", "", "lighthouse")])
    with pytest.raises(DamagedIndexError, match="anew"):
        index.search(parse("harbour").root)


def test_articles_that_cannot_be_read_end_an_addition_and_nothing_else(index: Engine) -> None:
    def articles() -> Iterator[IndexedArticle]:
        yield IndexedArticle("new", "", "lighthouse")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.add(articles())

    assert index.count() == 4
    assert index.complete("lighthouse") == ()
    index.add([IndexedArticle("after", "", "lighthouse")])
    assert found(index, "lighthouse") == {"after"}


@pytest.mark.skipif(sys.platform != "linux", reason="needs a small disk of its own")
def test_full_disk_keeps_the_last_commit(index: Engine) -> None:
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    former = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, limits[1]))
    try:
        with pytest.raises(SearchError, match="could not be") as kept:
            index.add([IndexedArticle("b", "", " ".join(f"word{n}" for n in range(5_000)))])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, former)

    assert index.count() == 4
    index.add([IndexedArticle("b", "", "lighthouse")])
    assert found(index, "lighthouse") == {"b"}
    assert kept.tb  # what failed was still there while the next one wrote


KILLED = """
import os, sys
from pathlib import Path
from tests.search.conftest import ENGINES
from diptych.search.indexed import IndexedArticle
def articles():
    for n in range(50):
        yield IndexedArticle(f"new-{n}", "", "lighthouse " * 200)
    os.kill(os.getpid(), 9)
ENGINES[sys.argv[1]].open(Path(sys.argv[2])).add(articles())
"""


@pytest.mark.skipif(os.name != "posix", reason="kills by signal")
def test_killed_writer_leaves_the_last_commit_and_no_lock(
    index: Engine, kind: type[Engine], folder: Path
) -> None:
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (ROOT / "src", ROOT)))}
    command = [sys.executable, "-c", KILLED, kind.name, str(folder)]
    assert subprocess.run(command, env=surroundings, check=False).returncode == -9

    assert index.count() == 4
    index.add([IndexedArticle("after", "", "lighthouse")])
    assert found(index, "lighthouse") == {"after"}
