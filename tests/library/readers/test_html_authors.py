# SPDX-License-Identifier: MIT
"""Bylines are read where content systems set them, and what is another's is left out."""

from __future__ import annotations

import time

import pytest
from lxml.html import document_fromstring

from diptych.library.readers.html_authors import placed_authors
from diptych.text.article import Article
from library.samples import PROSE, PROSE_2, PROSE_3, article_from

TITLE = "Harbour wall goes to a vote"
ADDRESSED = (
    '{"@type":"NewsArticle","headline":"A wall","author":"https://quay.example/x/ida-holm/#author"}'
)
STORY = f"<p>{PROSE}</p><p>{PROSE_2}</p><p>{PROSE_3}</p>"


def page(byline: str = "", head: str = "", after: str = "", around: str = "") -> Article:
    return article_from(
        f"<!doctype html><html><head>{head}</head><body><article class='{around}'>"
        f"<h1>{TITLE}</h1>{byline}<div>{STORY}</div></article>{after}</body></html>",
        "page.html",
    )


def placed(after: str) -> tuple[str, ...]:
    return placed_authors(document_fromstring(f"<h1>{TITLE}</h1>{STORY}{after}"))


@pytest.mark.parametrize(
    "byline",
    [
        "<div data-testid='byline-name-0'><span>Ida Holm</span></div>",
        "<p>By <a href=/x>Ida Holm</a><span>Staff Writer</span></p>",
        "<p>By <a href=/x>Ida Holm</a><a href=/y>Twitter</a></p>",
        "<p>Por Ida Holm <a href='mailto:ida@quay.example'>ida@quay.example</a></p>",
        "<p>1. Februar 2022 , Ida Holm</p>",
        "<p>Von Ida Holm 19. Oktober 2019</p>",
        "<ul><li><b>Datum</b><br>28.04.2023</li><li><b>Autorin/Autor</b><br>Ida Holm</li></ul>",
        "<address>Von <a href=/autoren/>Ida Holm</a>, Redakteur</address>",
        "<figure><figcaption>Von <a rel=author href=/x>Ida Holm</a></figcaption></figure>",
        "<aside><div class=byline><span class=author>Ida Holm</span></div></aside>",
        "<footer class=byline-footer><p class=byline-author>Ida Holm</p></footer>",
        "<div><a href=/meet-the-team/ida-holm-p4z>Ida Holm</a></div>",
        "<div class=teaser-cat>von Ida Holm</div>",
        "<div class=authors>By <a href=/author/ida-holm>Ida Holm</a></div>",
    ],
)
def test_a_byline_is_read_however_it_is_set(byline: str) -> None:
    assert page(byline, around="sidebar-grid").authors == ("Ida Holm",)


@pytest.mark.parametrize(
    "byline",
    [
        "<dl class=author><dt>Ida Holm</dt></dl><dl class=author><dt>Bo Winter</dt></dl>",
        "<p>Af Ida Holm og Bo Winter</p>",
        "<p class=byline>Ida Holm/Bo Winter</p>",
    ],
)
def test_two_who_wrote_together_are_both_named(byline: str) -> None:
    assert page(byline).authors == ("Ida Holm", "Bo Winter")


@pytest.mark.parametrize(
    "byline",
    [
        "<figure><figcaption>A quay <b class=author>Ida Holm / Agency</b></figcaption></figure>",
        "<div class=author>Twitter Facebook</div>",
        "<script>var x = {'author': \"Getty Images\"}</script>",
    ],
)
def test_who_made_a_picture_did_not_write(byline: str) -> None:
    assert page(byline).authors == ()


def test_who_is_quoted_did_not_write() -> None:
    quote = f"<div class=q><p>{PROSE}</p><p class=quote__author>Ida Holm, of the yard</p></div>"

    assert placed(quote) == ()


def test_each_author_of_a_list_of_articles_is_another_ones() -> None:
    names = ("Ida Holm", "Bo Winter", "Cy Reed")
    story = "<h3><a href=/x>The ferry stays in port</a></h3>"
    cards = "".join(f"<div class=card>{story}<p class=a-author>{name}</p></div>" for name in names)

    assert placed(f"<div>{cards}</div>") == ()


@pytest.mark.parametrize(
    "head",
    [
        "<meta name=author content='Quay Media'><meta name=copyright content='© Quay Media 2024'>",
        "<meta name=author content='The Harbour Post'>",
        "<meta name=quay_author content='Ida Holm'>",
        "<meta name=author content='Holm, Ida (iho)'>",
    ],
)
def test_who_wrote_comes_before_whose_page_it_is(head: str) -> None:
    assert page("<p class=byline>Ida Holm</p>", head=head).authors == ("Ida Holm",)


@pytest.mark.parametrize(
    "head",
    [
        "<meta name=article:author content='https://quay.example/staff/ida-holm'>",
        "<script type='application/ld+json'>" + ADDRESSED + "</script>",
    ],
)
def test_an_author_given_by_address_is_called_as_its_link_is(head: str) -> None:
    byline = "<b><a href='/about/ida-holm/'>Ida Holm</a></b><p class=author>Bo Winter</p>"

    assert page(byline, head=head).authors == ("Ida Holm",)


def test_who_posted_a_page_gives_way_to_who_wrote_it() -> None:
    head = (
        "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Bo Ek'>"
    )

    assert page("<p class=author>Ida Holm</p>", head=head).authors == ("Ida Holm",)
    assert page(head=head).authors == ("Bo Ek",)


def test_a_ministry_with_an_and_in_its_name_is_nobody() -> None:
    head = "<meta name=author content='Ministerium für Häfen und Küsten'>"

    assert page(head=head).authors == ()


@pytest.mark.parametrize("login", ["sv_team", "ida-h"])
def test_whom_the_page_shows_beats_the_name_that_somebody_signs_in_with(login: str) -> None:
    head = (
        f'<script type="application/ld+json">{{"@type":"NewsArticle","author":"{login}"}}</script>'
    )

    assert page("<div class=author><a href=/x>Ida Holm</a></div>", head).authors == ("Ida Holm",)


def test_a_word_between_a_name_and_the_day_parts_them_not() -> None:
    lines = "<div>Ida Holm</div><div>on</div><div>25 January 2022</div>"

    assert page(lines).authors == ("Ida Holm",)


def test_a_review_of_one_long_paragraph_is_signed_at_its_end() -> None:
    review = " ".join((PROSE, PROSE_2, PROSE_3)) * 3
    body = f"<html><body><h1>{TITLE}</h1><div><p>{review}</p><p><b>Ida Holm</b></p></div>"

    assert article_from(body, "page.html").authors == ("Ida Holm",)


@pytest.mark.parametrize("signs", ["(", "&#40;", "( ", "-", "“", " ", "[[a", "a ", "<"])
@pytest.mark.parametrize(
    "place",
    [
        '<meta name="author" content="{}">',
        "<meta name=author content='{}'>",
        '<meta property="article:author" content="{}"><meta name="date" content="{}">',
        '<script type="application/ld+json">{{"@type": "Article", "author": "{}"}}</script>',
        '<script type="application/ld+json">{{"@type": "Article", "headline": "{}"}}</script>',
        '<p class="author">{}</p>',
    ],
)
def test_a_name_without_end_takes_no_time(place: str, signs: str) -> None:
    run = f"Q{signs * 30_000}Q"
    head = place.replace("{}", run).replace("{{", "{").replace("}}", "}")
    began = time.thread_time()

    article = article_from(f"<html><head>{head}</head><body><p>{PROSE}</p>", "wall.html")

    assert PROSE in article.text
    assert time.thread_time() - began < 15  # of computing; the square of it is two minutes
