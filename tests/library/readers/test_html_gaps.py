# SPDX-License-Identifier: MIT
"""What the extractor leaves out of an article is shown where the page's shape tells it belongs."""

from __future__ import annotations

import pytest

from diptych.library.furniture import furniture_reason
from diptych.library.readers.html import walk_page
from diptych.library.readers.html_extract import Extract
from diptych.library.readers.html_marks import mark_furniture
from diptych.library.readers.html_walk import PageWalk
from diptych.text.article import BlockKind, BlockState
from library.samples import PROSE, PROSE_2, PROSE_3

TITLE = "Harbour wall goes to a vote"
DECK = "Two boats are left on the quay"
HEADING = "What the wall costs"
SENTENCE = "It will be dear."
ITEM = "The council asked for a third offer from the yard before it agreed to anything at all."


class Told(Extract):
    """Holds the blocks that a test names."""

    def __init__(self, *held: str) -> None:
        super().__init__("", PageWalk())
        self._told = held

    def holds(self, block: str) -> bool:
        return block in self._told


def shown(body: str, *held: str, head: str = "") -> list[str]:
    walk, facts = walk_page(f"<html><head>{head}</head><body>{body}</body></html>")
    pieces = mark_furniture(walk, facts, Told(*held))
    return [piece.text for piece in pieces if piece.state is BlockState.SHOWN]


def test_a_heading_after_what_the_extractor_holds_stands_above_its_text() -> None:
    own = f"<p>{PROSE}</p><p>{PROSE_2}</p><h3>{HEADING}</h3><p>{PROSE_3}</p><p>{ITEM}</p>"

    assert HEADING in shown(f"<h1>{TITLE}</h1><div>{own}</div>", PROSE, PROSE_2)


def test_a_heading_that_is_only_a_place_to_jump_to_is_no_link() -> None:
    heading = f"<h3><a name=costs>{HEADING}</a></h3>"
    own = f"<p>{PROSE}</p><section>{heading}<p>{PROSE_2}</p></section><p>{PROSE_3}</p>"

    assert HEADING in shown(f"<h1>{TITLE}</h1><div>{own}</div>", PROSE, PROSE_2, PROSE_3)


def test_a_short_sentence_between_paragraphs_each_in_a_frame_is_shown() -> None:
    lines = (PROSE, PROSE_2, SENTENCE, PROSE_3, ITEM)
    body = "".join(f"<div class=x1><div class=y2><p>{line}</p></div></div>" for line in lines)
    other = f"<div class=z3><p>{PROSE} {PROSE_2} {PROSE_3}</p></div>"

    # A long run that the extractor leaves out holds the sentence.
    assert SENTENCE in shown(f"<h1>{TITLE}</h1>{body}{other}", PROSE, PROSE_2, ITEM)


@pytest.mark.parametrize("told", ["description", "og:description"])
def test_a_short_deck_that_the_head_repeats_is_shown(told: str) -> None:
    head = f"<meta name='{told}' content='{DECK}. Read on.'>"
    body = f"<h1>{TITLE}</h1><div class=x><span>{DECK}</span></div><p>{PROSE}</p><p>{PROSE_2}</p>"

    assert DECK in shown(body, PROSE, PROSE_2, head=head)


def test_all_of_a_list_is_shown_of_which_the_extractor_holds_an_item() -> None:
    items = [f"{n}. {ITEM}" for n in range(6)]
    points = "".join(f"<li>{item}</li>" for item in items)
    body = (
        f"<h1>{TITLE}</h1><div class=points><ul>{points}</ul></div><p>{PROSE}</p><p>{PROSE_2}</p>"
    )

    assert set(items) <= set(shown(body, items[0], PROSE, PROSE_2))


def test_the_rest_of_an_article_in_an_element_of_its_own_is_shown() -> None:
    rest = f"<p>{PROSE_2}</p><h4>{HEADING}</h4><p>{PROSE_3}</p><p>{ITEM}</p>"
    body = f"<h1>{TITLE}</h1><div class=text><p>{PROSE}</p><div class=rest>{rest}</div></div>"

    assert {PROSE_2, HEADING, PROSE_3, ITEM} <= set(shown(body, PROSE))


def test_class_names_around_the_main_part_tell_of_the_layout() -> None:
    links = "".join(f"<p>{PROSE} {n} {PROSE_2}</p>" for n in range(6))
    main = f"<div class='wrapper gate ad'><main><h1>{TITLE}</h1><p>{ITEM}</p></main></div>"

    assert ITEM in shown(f"{main}<div class=x>{links}</div>", ITEM)


def test_a_paragraph_that_is_all_of_the_text_may_stand_twice() -> None:
    assert shown(f"<h1>{TITLE}</h1><p>{PROSE}</p><p>{PROSE}</p>", PROSE).count(PROSE) == 2


def test_a_box_of_teasers_between_paragraphs_is_not_shown() -> None:
    box = f"<div class=teaser-box><div><p>{ITEM}</p></div></div>"
    body = f"<h1>{TITLE}</h1><div><p>{PROSE}</p>{box}<p>{PROSE_2}</p></div>"

    assert ITEM not in shown(body, PROSE, PROSE_2)


def test_the_only_heading_of_the_first_level_is_the_printed_title() -> None:
    head = "<meta property=og:title content='All on walls and quays'>"
    body = f"<header><h1>{TITLE}</h1></header><div><p>{PROSE}</p><p>{PROSE_2}</p></div>"

    assert shown(body, PROSE, PROSE_2, head=head)[0] == TITLE


@pytest.mark.parametrize("line", ["Lesezeit: 2 Min.", "4 min read", "Temps de lecture : 3 min"])
def test_how_long_one_reads_is_no_line_of_the_article(line: str) -> None:
    assert furniture_reason(line) == "navigation"


def test_a_box_about_the_author_after_the_text_adds_no_byline() -> None:
    box = "<div class=author-info>Ida Holm</div><div class=author-info>Follow on Quay</div>"
    lines = [f"{n}. {PROSE}" for n in range(14)]
    story = "".join(f"<p>{line}</p>" for line in lines)
    walk, facts = walk_page(f"<main><h1>{TITLE}</h1>{story}</main><div>{box}</div>")

    pieces = mark_furniture(walk, facts, Told(*lines))

    assert BlockKind.BYLINE not in {piece.kind for piece in pieces}


def test_the_minutes_of_a_match_are_no_comments_of_readers() -> None:
    lines = (PROSE, PROSE_2, PROSE_3)
    minutes = "".join(
        f"<div class=match-comment><div class=comment-time>{n}'</div><div>{line}</div></div>"
        for n, line in enumerate(lines, start=55)
    )
    times = ["55'", "56'", "57'"] * 3  # so many that the extractor holds enough of them
    more = "".join(f"<div class=comment-time>{time}</div>" for time in times)

    assert "55'" in shown(f"<h1>{TITLE}</h1><div>{minutes}{more}</div>", *lines, *times)


@pytest.mark.parametrize("name", ["js-readmore", "box read-more"])
def test_prose_that_a_script_unfolds_is_no_link_to_read_more(name: str) -> None:
    box = f"<div class='{name}'><div><p>{ITEM}</p></div></div>"

    assert ITEM in shown(f"<h1>{TITLE}</h1><p>{PROSE}</p>{box}<p>{PROSE_2}</p>", PROSE, PROSE_2)


def test_the_beginning_of_an_article_that_an_advertisement_parts_is_shown() -> None:
    lines = [f"{n}. Ask at least {n} neighbours." for n in range(16)]
    first = "".join(f"<p>{line}</p>" for line in lines)
    rest = f"<p>{PROSE}</p><p>{PROSE_2}</p><p>{PROSE_3}</p>"

    body = f"<h1>{TITLE}</h1><article>{first}</article><div>Advert</div><article>{rest}</article>"

    assert set(lines) <= set(shown(body))


def test_what_leads_in_is_shown_above_a_list_of_the_articles_headings() -> None:
    contents = "".join(f"<li><a href='#{n}'>What {n} walls cost</a></li>" for n in range(14))
    own = f"<p>{PROSE}</p><p>{PROSE_2}</p><p>{PROSE_3}</p>"
    head = f"<div class=x><p>{ITEM}</p></div><nav><ul>{contents}</ul></nav>"

    assert ITEM in shown(f"<article>{head}<div>{own}</div></article>", PROSE, PROSE_2, PROSE_3)
