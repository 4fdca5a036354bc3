# SPDX-License-Identifier: MIT
"""A report is on what a comparison shows, but for what the reader rejected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.meaning.counting_encoder import CountingEncoder

from diptych.compare.values import Comparison, Saying
from diptych.notes.anchor import page_at
from diptych.notes.export.entries import place_words
from diptych.notes.export.ownership import is_as_left
from diptych.notes.export.placing import Again
from diptych.notes.export.profiles import Format
from diptych.notes.export.report import MEANINGS
from diptych.notes.verdict import Verdict
from diptych.services import report
from diptych.services.stores import Stores
from diptych.services.verdicts import keep_verdict, quotes_of
from diptych.text.article import Article
from diptych.text.headings import headings, section_at
from diptych.text.paragraphs import Paragraphs
from services.conftest import pair_of


@pytest.fixture(autouse=True)
def encoder(monkeypatch: pytest.MonkeyPatch) -> CountingEncoder:
    """The only encoder there is; it says what it is asked for."""
    counting = CountingEncoder("tongues-1")
    monkeypatch.setattr("diptych.meaning.choice.installed_encoders", lambda: (counting,))
    return counting


def test_while_somebody_waits_no_vectors_are_made(stores: Stores, encoder: CountingEncoder) -> None:
    (left, _), (right, _) = pair_of(stores)

    found = report.compared_by_kept(stores, left, right)

    assert found.matches
    assert encoder.asked == []


def test_on_the_command_line_the_vectors_that_lack_are_made(
    stores: Stores, encoder: CountingEncoder
) -> None:
    (left, _), (right, _) = pair_of(stores)

    report.compared_by_made(stores, left, right)

    assert encoder.asked
    assert {name for _, name in stores.vectors.made()} == {encoder.name}


@pytest.mark.parametrize("compared", [report.compared_by_kept, report.compared_by_made])
def test_what_was_rejected_is_left_out(
    stores: Stores, compared: Callable[[Stores, Article, Article], Comparison]
) -> None:
    (left, _), (right, _) = pair_of(stores)
    first = compared(stores, left, right).matches[0]

    keep_verdict(stores, left.id, right.id, quotes_of(first, left, right), Verdict.REJECTED)

    assert first not in compared(stores, left, right).matches


def test_a_report_goes_into_a_folder_under_a_name_of_its_own(
    stores: Stores, tmp_path: Path
) -> None:
    (left, _), (right, _) = pair_of(stores)
    pieces = report.report_pieces(
        left, right, report.compared_by_kept(stores, left, right), (), Format.REPORT_MD
    )

    saved = report.save_report(
        pieces, Format.REPORT_MD, tmp_path, again=Again.RENEW, print_pdf=str.encode
    )

    assert saved.files == (tmp_path / "report.md",)
    assert is_as_left(saved.files[0])


def test_a_report_can_explain_all_that_a_match_is_called() -> None:
    assert set(MEANINGS) == {saying.value for saying in Saying}


def test_a_report_says_how_strong_each_match_is_in_words_and_per_cent(stores: Stores) -> None:
    (left, _), (right, _) = pair_of(stores)
    compared = report.compared_by_kept(stores, left, right)

    told = report.report_of(left, right, compared)

    claims = (m for m in sorted(compared.matches, key=lambda m: (m.left, m.right)) if m.shown)
    expected = [f"({round(100 * match.strength)} %)" for match in claims if not match.is_difference]
    assert expected
    assert [both.strength.partition(" ")[2] for both in told.both_say] == expected


def test_a_report_reads_its_articles_once_however_much_it_quotes(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    (left, _), (right, _) = pair_of(stores)
    compared = report.compared_by_kept(stores, left, right)
    counted = {"read": 0, "hashed": 0}
    whole, hashed = Article.reading_text, Article.__hash__

    def counting(sort: str, work: Callable[[Article], object]) -> Callable[[Article], object]:
        return lambda article: (counted.update({sort: counted[sort] + 1}), work(article))[1]

    monkeypatch.setattr(Article, "reading_text", counting("read", whole))
    monkeypatch.setattr(Article, "__hash__", counting("hashed", hashed))
    told = report.report_of(left, right, compared)

    assert len(told.both_say) + len(told.only_left) + len(told.only_right) > 2
    assert counted["read"] <= 4 and not counted["hashed"]


def test_a_report_tells_places_as_notes_do(stores: Stores) -> None:
    (left, _), (right, _) = pair_of(stores)
    compared = report.compared_by_kept(stores, left, right)

    told = report.report_of(left, right, compared)

    alone = sorted(only.span for only in compared.only_left if only.shown)
    expected = [
        place_words(
            page_at(left, span.start),
            Paragraphs(left).number_at(span.start),
            section_at(headings(left), span.start),
        )
        for span in alone
    ]
    assert any(expected)
    assert [said.place for said in told.only_left] == expected
