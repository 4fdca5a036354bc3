# SPDX-License-Identifier: MIT
"""The works of a list are known by what they are, and found where the text cites them."""

from __future__ import annotations

import pytest
from tests.text.test_references import HEADING, PARAGRAPH, paper

from diptych.text.article import Article
from diptych.text.cited_works import Work, citations, works_of
from diptych.text.segment import passages


def listing(*works: str, text: str = "The quay sinks.") -> Article:
    listed = ((PARAGRAPH, work) for work in works)
    return paper((PARAGRAPH, text), (HEADING, "References"), *listed)


def work_of(words: str) -> Work:
    (work,) = works_of(listing(words))
    return work


@pytest.mark.parametrize(
    ("words", "mark", "name", "year"),
    [
        ("[1] Holm, I. and Berg, K. (2011). Tides of the quay. Coast 4, 1–9.", "1", "holm", "2011"),
        ("12. I. Holm, K. Berg. Tides of the quay. Coast 4 (2011) 1–9.", "12", "holm", "2011"),
        ("Holm I, Berg K. 2011. Tides of the quay. Coast 4: 1900–1909.", "", "holm", "2011"),
        ("Holm, Ida (2011b): Tides of the quay. In: Coast 4.", "", "holm", "2011b"),
        ("van der Berg, K. (1998). On piers.", "", "berg", "1998"),
        ("Müller, A. u. a. (2004): Über Kais.", "", "muller", "2004"),
        ("Холм, И. (2011). Приливы у причала. Берег, 4, 1–9.", "", "холм", "2011"),
        ("[3] 王伟, 李明. 城市河流的水温. 水利学报, 2015, 4: 1-9.", "3", "王伟", "2015"),
    ],
)
def test_a_work_tells_its_first_author_and_its_year(
    words: str, mark: str, name: str, year: str
) -> None:
    work = work_of(words)
    assert (work.mark, work.name, work.year) == (mark, name, year)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Holm (2011). Tides. https://doi.org/10.1000/AB.1(2).", {"doi:10.1000/ab.1(2)"}),
        ("Holm (2021). Tides. arXiv:2103.00020v2.", {"arxiv:2103.00020"}),
        ("Holm (2021). Tides. https://arxiv.org/abs/2103.00020", {"arxiv:2103.00020"}),
        ("Port (2020). Log. https://www.Port.org/log/7/.", {"address:port.org/log/7?"}),
        ("Port (2020). Log. https://port.org/", set()),
    ],
)
def test_a_work_tells_its_identifiers(words: str, ids: set[str]) -> None:
    assert work_of(words).ids == ids


def test_works_in_one_paragraph_are_parted_and_a_work_in_two_is_one() -> None:
    article = listing(
        "[1] Holm, I. (2011). Tides.\n[2] Berg, K. (2012). Piers\nof the north.",
        "[3] Lund, A. (2013). The deep water of the inner",
        "harbour, measured at 2 metres in 2012.",
    )
    assert [(work.mark, work.year) for work in works_of(article)] == [
        ("1", "2011"),
        ("2", "2012"),
        ("3", "2013"),
    ]


CITED = [
    ("It sinks [2]. It rises [1].", [("2", "It sinks [2]."), ("1", "It rises [1].")]),
    ("It sinks [1–3].", [("1", "It sinks [1–3]."), ("2", "It sinks [1–3].")]),
    ("It sinks, 1 metre (2) a year.", []),
    ("Holm and Berg (2011) saw it sink.", [("1", "Holm and Berg (2011) saw it sink.")]),
    (
        "It sinks (Lund 2012; Holm et al., 2011).",
        [("1", "It sinks (Lund 2012; Holm et al., 2011).")],
    ),
    ("In 2011 it sank, as Lund holm writes.", []),
]


@pytest.mark.parametrize(("text", "cited"), CITED)
def test_sentences_cite_works_by_number_or_by_name_and_year(
    text: str, cited: list[tuple[str, str]]
) -> None:
    article = listing(
        "[1] Holm, I. and Berg, K. (2011). Tides.", "[2] Moe, K. (2015). Piers.", text=text
    )
    works, cut = works_of(article), passages(article)
    found = citations(article, works, cut)
    assert [(works[c.work].mark, cut[c.passage].span.of(article.text)) for c in found] == cited
