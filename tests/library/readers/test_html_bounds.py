# SPDX-License-Identifier: MIT
"""Around and inside a page's article furniture is hidden, and its deck and signature are kept."""

from __future__ import annotations

import pytest

from diptych.library.furniture import furniture_reason
from diptych.library.people import people
from diptych.text.article import Article, BlockKind, BlockState
from library.samples import PROSE, PROSE_2, PROSE_3, article_from, texts

TITLE = "Harbour wall goes to a vote"
DECK = "Members heard on Tuesday what the wall would cost, and who would have to pay for all of it."


def page(before: str = "", after: str = "", head: str = "") -> Article:
    story = f"<p>{PROSE}</p><p>{PROSE_2}</p><p>{PROSE_3}</p>"
    return article_from(
        f"<!doctype html><html lang=en><head><title>{TITLE}</title>{head}</head><body><article>"
        f"<h1>{TITLE}</h1>{before}<div class=body>{story}</div>{after}</article></body></html>",
        "page.html",
    )


@pytest.mark.parametrize("name", ["article-teaser", "teaser-text", "intro", "excerpt"])
def test_the_deck_is_shown_whatever_its_class(name: str) -> None:
    article = page(f"<div class={name}><p>{DECK}</p></div>")

    assert DECK in texts(article, state=BlockState.SHOWN)


def test_a_form_to_sign_up_is_hidden_though_it_reads_as_prose() -> None:
    box = "<div class=newsletter-form><p>Get the best of the coast in your post each day.</p></div>"

    assert "Get the best of the coast in your post each day." not in texts(
        page(after=box), state=BlockState.SHOWN
    )


def test_the_foot_of_an_article_is_hidden() -> None:
    foot = "<footer><p>Filed under walls, stones and boats</p></footer>"

    assert "Filed under walls, stones and boats" not in texts(
        page(after=foot), state=BlockState.SHOWN
    )


def test_long_comments_are_folded() -> None:
    comments = "".join(
        f"<div class=comment><p>{f'Reader {n} thinks that it is far too dear. ' * 9}</p></div>"
        for n in range(9)
    )

    folded = texts(page(after=comments), state=BlockState.FOLDED)

    assert len(folded) == 9


@pytest.mark.parametrize(
    "line",
    [
        "Das könnte Sie auch interessieren",
        "Vous aimerez aussi",
        "Le puede interesar: la vieja muralla",
        "Zobacz także",
        "Read more: The old wall",
        "Kommentare geschlossen",
        "Letzte Änderung: 14.02.2025",
    ],
)
def test_furniture_is_known_in_several_languages(line: str) -> None:
    assert furniture_reason(line)


@pytest.mark.parametrize(
    "line",
    [
        "Auch der Rat tagte am Montag.",
        "Weiter ging es mit dem Boot.",
        "Read more carefully and you see that the text says nothing.",
        "Join the council on Tuesday.",
    ],
)
def test_sentences_that_begin_like_furniture_are_none(line: str) -> None:
    assert furniture_reason(line) == ""


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Veröffentlicht von Jo Marsh", ("Jo Marsh",)),
        ("Erstellt von Jo Marsh", ("Jo Marsh",)),
        ("Jo Marsh Chefredakteur", ("Jo Marsh",)),
        ("Jo Marsh Hace 3 horas", ("Jo Marsh",)),
        ("Jo Marsh Principal Researcher at the Bay", ("Jo Marsh",)),
        ("Jean le Carré", ("Jean le Carré",)),
        ("Bay Verlag GmbH", ()),
        ("baypost.de", ()),
        ("bay[at]post.example", ()),
        ("wordpressadmin", ()),
        ("Redaktion Bay Post", ()),
    ],
)
def test_an_author_is_a_person_without_what_stands_around_the_name(
    field: str, names: tuple[str, ...]
) -> None:
    assert people(field) == names


@pytest.mark.parametrize(
    "link",
    [
        "<span class='author vcard'><a class='url fn n' href=/x>jomarsh</a></span>",
        "<a href='/author/jo/'>jomarsh</a>",
    ],
)
def test_a_linked_pen_name_is_the_author(link: str) -> None:
    assert page(f"<div class=meta>{link}</div>").authors == ("jomarsh",)


@pytest.mark.parametrize("line", ["Text: Jo Marsh", "<b><i>Jo Marsh</i></b>"])
def test_whoever_signs_the_article_wrote_it(line: str) -> None:
    article = page(after=f"<p>{line}</p>")

    assert article.authors == ("Jo Marsh",)
    assert texts(article, BlockKind.BYLINE) != []


def test_the_printed_day_beats_the_same_day_elsewhere() -> None:
    head = "<meta property='article:published_time' content='2025-02-13T23:00:00Z'>"

    assert page("<p>14 February 2025</p>", head=head).date == "2025-02-14"


@pytest.mark.parametrize("link", ["Twitter", "www.marsh.example"])
def test_an_authors_link_elsewhere_is_no_byline(link: str) -> None:
    article = page(f"<div class=author><p>By Jo Marsh</p><p><a href=/x>{link}</a></p></div>")

    assert texts(article, BlockKind.BYLINE) == ["By Jo Marsh"]


def test_a_gallery_that_counts_its_pictures_is_hidden() -> None:
    pictures = "".join(
        f"<li><h2>{n}/4 The quay at work</h2><p>{f'Stones were set on day {n}. ' * 5}</p></li>"
        for n in range(1, 5)
    )

    shown = texts(page(after=f"<ul>{pictures}</ul>"), state=BlockState.SHOWN)

    assert not [text for text in shown if text.startswith(("1/4", "Stones were set"))]
    assert PROSE in shown


def test_headings_alone_after_the_article_are_hidden() -> None:
    teasers = "".join(f"<h4>The harbour in the year {year}</h4>" for year in range(2001, 2006))

    shown = texts(page(after=f"<div>{teasers}</div>"), state=BlockState.SHOWN)

    assert not [text for text in shown if text.startswith("The harbour in the year")]


def test_what_a_whole_class_name_hides_is_folded() -> None:
    line = "An error has occurred, please try again later"

    assert line in texts(page(after=f"<p class=hide>{line}</p>"), state=BlockState.FOLDED)
    assert line not in texts(
        page(after=f"<p class=field-hidden>{line}</p>"), state=BlockState.FOLDED
    )


def test_an_embedded_quotation_is_not_taken_for_share_buttons() -> None:
    said = "Nobody on the quay was asked whether the wall should be built at all."
    quoted = f"<div class=social-media-embed><blockquote><p>{said}</p></blockquote></div>"

    assert said in texts(
        article_from(
            f"<article><h1>{TITLE}</h1><p>{PROSE}</p><p>{PROSE_2}</p>{quoted}"
            f"<p>{PROSE_3}</p></article>",
            "page.html",
        ),
        state=BlockState.SHOWN,
    )


def test_one_hidden_paragraph_under_a_heading_is_no_panel() -> None:
    hidden = f"<h2>First</h2><p hidden>{PROSE_2}</p><h2>Second</h2><p hidden>{PROSE_3}</p>"

    shown = texts(article_from(f"<h1>{TITLE}</h1><p>{PROSE}</p>{hidden}", "page.html"),
                  state=BlockState.SHOWN)  # fmt: skip

    assert PROSE_2 not in shown


def test_forms_stay_folded_where_the_article_is_a_list() -> None:
    items = "".join(f"<li>Stone number {n} was laid by the third shift</li>" for n in range(12))
    form = "<form><label>Robots fill in this field, people leave it</label><input></form>"

    shown = texts(article_from(f"<h1>{TITLE}</h1><ul>{items}</ul>{form}", "page.html"),
                  state=BlockState.SHOWN)  # fmt: skip

    assert "Robots fill in this field, people leave it" not in shown


def test_a_table_beside_a_short_article_is_shown() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>Crew {n}</td><td>{n * 7}</td></tr>" for n in range(1, 30))
    source = (
        f"<div class=story><h1>{TITLE}</h1><p>{PROSE}</p><p>{PROSE_3}</p>"
        f"<table>{rows}</table></div>"
        f"<div class=notes><p>{PROSE_2}</p><p>{PROSE_2}</p></div>"
    )

    assert "29 Crew 29 203" in " ".join(
        texts(article_from(source, "page.html"), state=BlockState.SHOWN)
    )


def test_a_ticker_that_names_the_article_does_not_open_it() -> None:
    items = [
        f"<li><a href=/{n}>Fish number {n} came in.</a> {'It was weighed and sold. ' * 5}</li>"
        for n in range(9)
    ]
    items[4] = f"<li><a href=/a>{TITLE}</a> {PROSE}</li>"
    ticker = f"<div class=ticker><ul>{''.join(items)}</ul></div>"

    story = f"<article><h1>{TITLE}</h1><p>{PROSE}</p><p>{PROSE_2}</p><p>{PROSE_3}</p></article>"
    shown = texts(article_from(ticker + story, "page.html"), state=BlockState.SHOWN)

    assert not [text for text in shown if text.startswith("Fish number")]


def test_what_stands_under_a_label_after_the_article_is_hidden() -> None:
    teasers = "".join(
        f"<div class=box><div>The choir of the year {year} sang at the quay and was applauded for"
        " an hour by all who had come, wind or no wind.</div></div>"
        for year in (2001, 2002)
    )

    shown = texts(page(after=f"<div>Top stories</div>{teasers}"), state=BlockState.SHOWN)

    assert not [text for text in shown if text.startswith(("Top", "The choir"))]
    assert PROSE_3 in shown


def test_a_gallery_longer_than_the_article_is_hidden() -> None:
    pictures = "".join(
        f"<li><h2>{n}/40 The quay at work</h2><p>{f'Stones were set on day {n}. ' * 9}</p></li>"
        for n in range(1, 41)
    )
    article = "".join(f"<p>{PROSE} {n}</p><p>{PROSE_2} {n}</p>" for n in range(6))
    source = f"<article><h1>{TITLE}</h1>{article}<ul>{pictures}</ul><p>{PROSE_3}</p></article>"

    shown = texts(article_from(source, "page.html"), state=BlockState.SHOWN)

    assert PROSE_3 in shown
    assert not [text for text in shown if text.startswith(("7/40", "Stones"))]


def test_a_paragraph_that_the_extractor_misses_between_others_is_shown() -> None:
    said = "\n".join(
        f"A stone is held against the wall {n} times until it dries." for n in range(9)
    )
    box = f"<div class=shout><div class=x>{said}</div></div>"

    shown = texts(page(f"<div class=a><p>{PROSE}</p></div>{box}"), state=BlockState.SHOWN)

    assert any(text.endswith("8 times until it dries.") for text in shown)


@pytest.mark.parametrize(
    "lead",
    [
        f"<h2 class=summary>{PROSE_3}</h2>",
        f"<div class=field--abstract>{PROSE_3}</div>",
        f"<ul><li>Pin</li><li>Mail</li></ul><div class=by>Ida</div><div><p>{PROSE_3}</p></div>",
    ],
)
def test_prose_that_leads_in_is_shown(lead: str) -> None:
    story = "".join(f"<p>{text}</p>" for text in (PROSE, PROSE_2) * 3)
    article = article_from(
        f"<html><body><main><p>Coast</p>{lead}<div class=body>{story}</div></main></body></html>",
        "page.html",
    )

    assert PROSE_3 in texts(article, state=BlockState.SHOWN)


def test_a_paragraph_after_the_pages_end_is_its_own() -> None:
    article = article_from(
        f"<html><body><h1>{TITLE}</h1><p>{PROSE}</p></body></html><p>{PROSE_2}</p>", "page.html"
    )

    assert PROSE_2 in texts(article, state=BlockState.SHOWN)


@pytest.mark.parametrize(
    "line",
    [
        "Publicité", "スポンサーリンク", "【関連記事】北の渡し船が再開",
        "延伸阅读：北方渡轮恢复通航", "Image 1 of 12", "By signing up you agree to our terms.",
        "Empfohlener redaktioneller Inhalt", "CONTINUA DEPOIS DA PUBLICIDADE",
        "Get the morning letter in your inbox, free, every weekday.",
    ],
)  # fmt: skip
def test_labels_of_a_page_are_known_in_many_tongues(line: str) -> None:
    assert furniture_reason(line)


def test_a_label_beside_what_is_hidden_goes_with_it() -> None:
    box = "<p hidden>Something else of this page</p><p>PUBLICIDAD</p>"
    story = f"<p>{PROSE}</p>{box}<p>{PROSE_2}</p><p>{PROSE_3}</p>"
    article = article_from(f"<html><body><h1>{TITLE}</h1>{story}</body></html>", "page.html")

    assert "PUBLICIDAD" in texts(article, state=BlockState.FOLDED)


@pytest.mark.parametrize("close", ["</li>", ""])
def test_a_list_that_ends_the_article_is_shown(close: str) -> None:
    rest = f"<h2>Ropes</h2><ul><li>one rope{close}<li>two ropes{close}</ul>"

    article = article_from(
        f"<html lang=en><title>{TITLE}</title><article><h1>{TITLE}</h1><p>{PROSE}</p>"
        f"<p>{PROSE_2}</p><p>{PROSE_3}</p>{rest}</article>",
        "page.html",
    )

    assert texts(article, state=BlockState.SHOWN)[-3:] == ["Ropes", "one rope", "two ropes"]


def test_a_list_of_links_after_the_article_is_hidden() -> None:
    links = "<h2>Ropes</h2><ul><li><a href=/a>one rope</a></li><li><a href=/b>two</a></li></ul>"

    assert "one rope" not in texts(page(after=links), state=BlockState.SHOWN)


def test_a_paragraph_that_is_a_link_is_shown_among_others() -> None:
    linked = f"<div class=x><p><a href=/x>{PROSE_2}</a></p></div>"

    article = article_from(
        f"<html lang=en><title>{TITLE}</title><body><main><h1>{TITLE}</h1><p>{PROSE}</p>{linked}"
        f"<p>{PROSE_3}</p></main></body></html>",
        "page.html",
    )

    assert PROSE_2 in texts(article, state=BlockState.SHOWN)


def test_what_a_signer_is_may_stand_below_the_name() -> None:
    assert page(after="<p>Ida Holm<br>Harbour master</p>").authors == ("Ida Holm",)


SECTIONS = ("What the wall is for", "Who has to pay", "When the work begins")
ANSWERS = [f"{title}: {' '.join((PROSE_2 + PROSE).split()[::-1] * 3)}." for title in SECTIONS]


def sectioned(heading: str) -> Article:
    """Return a page of which the extractor takes what stands above the first heading."""
    parts = "".join(
        f"<section><h2>{heading.format(title)}</h2><div><p>{text}</p></div></section>"
        for title, text in zip(SECTIONS, ANSWERS, strict=True)
    )
    return article_from(
        f"<!doctype html><html lang=en><head><title>{TITLE}</title></head><body>"
        f"<h1>{TITLE}</h1><article><p>{PROSE} {PROSE_3}</p><p>{PROSE_2 * 2}</p></article>{parts}"
        "</body></html>",
        "page.html",
    )


def test_sections_after_an_extract_that_stops_early_are_shown() -> None:
    assert set(ANSWERS) <= set(texts(sectioned("{}"), state=BlockState.SHOWN))


def test_linked_headings_after_the_article_lead_to_others() -> None:
    shown = texts(sectioned("<a href=/more>{}</a>"), state=BlockState.SHOWN)

    assert not set(ANSWERS) & set(shown)


def test_the_caption_of_a_film_that_sums_the_page_up_is_its_deck() -> None:
    head = f'<meta property="og:description" content="{DECK}">'
    film = f"<figure><video></video><figcaption>{DECK}</figcaption></figure>"

    assert DECK in texts(page(film, head=head), kind=BlockKind.DECK)
    assert DECK in texts(page(film), kind=BlockKind.CAPTION)


def test_a_wall_that_says_its_name_hides_nothing() -> None:
    rest = [f"{title}: {PROSE_2}" for title in SECTIONS] + [PROSE_3]
    behind = "".join(f"<p>{text}</p>" for text in rest)

    article = article_from(
        f"<!doctype html><html lang=en><head><title>{TITLE}</title></head><body><nav><a href=/>Home"
        f"</a></nav><main><article><h1>{TITLE}</h1><p>{PROSE}</p><p>{DECK}</p><div class=fade-out>"
        f"</div><div class=paywall-hidden style=overflow:hidden>{behind}</div></article></main>",
        "page.html",
    )

    assert set(rest) <= set(texts(article, state=BlockState.SHOWN))


def test_the_box_of_a_wall_is_hidden() -> None:
    box = (
        "<div class=paywall-box><h3>For members</h3><p>Choose a plan and read on for 1 £.</p></div>"
    )

    assert "Choose a plan and read on for 1 £." not in texts(
        page(after=box), state=BlockState.SHOWN
    )


@pytest.mark.parametrize(
    "line",
    [
        "Page 2 of 3",
        "You receive this because you signed up. Unsubscribe",
        "Newsletter abbestellen",
        "View this email in your browser",
        "To view this video please enable JavaScript, and consider upgrading to a web browser",
    ],
)
def test_lines_around_a_letter_or_a_printed_page_are_folded(line: str) -> None:
    assert furniture_reason(line)
    assert line in texts(page(after=f"<p>{line}</p>"), state=BlockState.FOLDED)


def test_the_foot_of_a_letter_is_folded_in_a_table_too() -> None:
    foot = "You receive this because you signed up. Unsubscribe"
    rows = (
        f"<tr><td><h1>{TITLE}</h1><p>{PROSE}</p><p>{PROSE_2}</p></td></tr><tr><td>{foot}</td></tr>"
    )

    letter = article_from(f"<body><table>{rows}</table></body>", "page.html")

    assert foot in texts(letter, state=BlockState.FOLDED)


NOTE = "Parish book, page 12."


@pytest.mark.parametrize(
    "marked",
    [
        f"<p>Old.<a class=footnote-anchor>1</a> It rings.</p><div class=footnote>{NOTE}</div>",
        f"<p>Old.<a href=#n><sup>1</sup></a> It rings.</p><p class=MsoFootnoteText>{NOTE}</p>",
        f"<p>Old<b class=tip>.<span class=tooltip-text>{NOTE}</span></b> It rings.</p>",
    ],
    ids=["a link as a mark", "Word", "a bubble"],
)
def test_notes_of_many_makers_stand_apart(marked: str) -> None:
    article = page(marked)

    assert texts(article, kind=BlockKind.NOTE) == [NOTE]
    assert NOTE not in " ".join(texts(article, kind=BlockKind.PARAGRAPH))
    assert "Old.1" not in article.text


def test_a_bubble_over_a_link_is_no_note() -> None:
    article = page("<p>See <a href=/x>it<span class=tooltip-text>Facebook</span></a> there.</p>")

    assert texts(article, kind=BlockKind.NOTE) == []


@pytest.mark.parametrize(
    ("title", "heading"), [("旧码头_海岸日报", "旧码头"), ("古い桟橋 | 海岸新聞", "古い桟橋")]
)
def test_a_title_of_few_ideographs_is_told_by_its_heading(title: str, heading: str) -> None:
    article = article_from(
        f"<head><title>{title}</title></head><body><h1>{heading}</h1><p>{PROSE}</p></body>",
        "page.html",
    )

    assert article.title == heading
