# SPDX-License-Identifier: MIT
"""A page's title, authors and date are told from its head, its class names and its first lines."""

from __future__ import annotations

import pytest

from diptych.text.article import Article
from library.samples import PROSE, PROSE_2, PROSE_3, article_from

TITLE = "Harbour wall goes to a vote"
DATA = (
    '{"@type":"NewsArticle","headline":"Harbour wall goes to a vote",'
    '"datePublished":"2024-05-12","author":{"name":"Ida Holm"},"publisher":{"name":"The Coast"}}'
)

AFTER = f"<p>{PROSE}</p><p>{PROSE_2}</p>"
TWO_AUTHORS = "".join(
    f"<meta name=citation_author content='{name}'>" for name in ("Holm, Ida", "Winter, Bo")
)
BY_REFERENCE = (
    '{"@graph":[' + DATA.replace('{"name":"Ida Holm"}', '{"@id":"#ida"}') + ","
    '{"@id":"#ida","@type":"Person","name":"Ida Holm"}]}'
)


def page(head: str = "", before: str = "", heading: str = f"<h1>{TITLE}</h1>") -> Article:
    story = f"{heading}{before}<p>{PROSE}</p><p>{PROSE_2}</p><p>{PROSE_3}</p>"
    source = (
        f"<!doctype html><html lang=en><head>{head}</head><body><div>{story}</div></body></html>"
    )
    return article_from(source, "page.html")


@pytest.mark.parametrize(
    "data",
    [
        f"<![CDATA[{DATA}]]>",
        f"//<![CDATA[\n{DATA}\n//]]>",
        f"/* <![CDATA[ */ {DATA} /* ]]> */",
        f"<!-- {DATA} -->",
        f"{DATA};",
        DATA.replace("}}", ",}}"),
        f"// by the theme\n{DATA}",
        f'[{{"@type":"WebPage","headline":"Home","datePublished":"2019-01-01"}},{DATA}]',
        DATA.replace('{"name":"Ida Holm"}', '{"name":{"name":"Ida Holm"}}'),
        DATA.replace('{"name":"Ida Holm"}', '{"givenName":"Ida","familyName":"Holm"}'),
        f"\ufeff{DATA}",
        f'{{"@type":"WebSite","name":"Coast"}}\n{DATA}',
        BY_REFERENCE,
    ],
)
def test_linked_data_is_read_as_sites_write_it(data: str) -> None:
    article = page(f'<script type="application/ld+json">{data}</script>')

    assert (article.authors, article.date, article.source) == (
        ("Ida Holm",),
        "2024-05-12",
        "The Coast",
    )


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Home</title>", TITLE),
        ("<title>glx_2021.htm</title>", TITLE),
        ("<title>Untitled Document</title>", TITLE),
        ("<title>The Coast</title><meta property=og:site_name content='The Coast'>", TITLE),
        (f"<title>{TITLE} | The Coast</title>", TITLE),
        (
            f"<title>{TITLE} – Wiki</title><script type='application/ld+json'>"
            '{"@type":"Article","headline":"list of walls","name":"' + TITLE + '"}</script>',
            TITLE,
        ),
        (f"<meta property=og:title content='{TITLE} &amp;#8211; now'>", TITLE),
    ],
)
def test_the_heading_is_the_title_where_the_head_has_none(head: str, title: str) -> None:
    assert page(head).title == title


@pytest.mark.parametrize(
    ("head", "before", "authors"),
    [
        ("<meta name=author content=admin>", "<p>By Ida Holm</p>", ("Ida Holm",)),
        ("<meta name=author content='The Coast'><meta property=og:site_name content='The Coast'>",
         "<p>By Ida Holm</p>", ("Ida Holm",)),
        ("", "<div class=byline><a rel=author>View all posts by Ida Holm</a></div>", ("Ida Holm",)),
        ("", "<h6>By Ida Holm</h6>", ("Ida Holm",)),
        ("", "<div class=post-author><span>Ida Holm</span></div>", ("Ida Holm",)),
        ("", "<div itemprop=author><b itemprop=name>Ida Holm</b> Our correspondent</div>",
         ("Ida Holm",)),
        (TWO_AUTHORS, "", ("Ida Holm", "Bo Winter")),
        ("", "<div class=comments><b itemprop=author>Old Salt</b></div>", ()),
    ],
)  # fmt: skip
def test_the_author_is_a_person(head: str, before: str, authors: tuple[str, ...]) -> None:
    assert page(head, before).authors == authors


@pytest.mark.parametrize(
    ("head", "before", "date"),
    [
        ("<meta name=timestamp content=1709618400>", "", "2024-03-05"),
        ("", "<time datetime=2024-03-05>today</time>", "2024-03-05"),
        ("", "<span itemprop=datePublished content=2024-03-05>today</span>", "2024-03-05"),
        ("", "<div class=entry-date>In walls, 5 March 2024, by the desk</div>", "2024-03-05"),
        ("<link rel=canonical href=https://coast.example/2024/03/05/wall>", "", "2024-03-05"),
        ("", "<time class=updated datetime=2025-01-01></time><time datetime=2024-03-05></time>",
         "2024-03-05"),
    ],
)  # fmt: skip
def test_the_date_is_the_articles(head: str, before: str, date: str) -> None:
    assert page(head, before).date == date


def test_the_time_in_the_pages_frame_is_not_the_articles() -> None:
    heading = f"<nav><time datetime=2025-11-30>Today</time></nav><h1>{TITLE}</h1>"

    assert page(before="<time datetime=2024-03-05>x</time>", heading=heading).date == "2024-03-05"


@pytest.mark.parametrize(
    "mark",
    [
        "<!-- saved from url=(0042)https://www.coast.example/wall -->",
        "<!--\n Page saved with SingleFile \n url: https://coast.example/wall \n-->",
        "<link rel=canonical href=https://coast.example/wall>",
    ],
)
def test_a_saved_page_names_where_it_is_from(mark: str) -> None:
    assert page(mark).source == "coast.example"


def test_what_a_saved_page_keeps_in_frames_and_components_is_read() -> None:
    frame = f'<iframe srcdoc="&lt;p&gt;{PROSE_3} In the frame.&lt;/p&gt;"></iframe>'
    shadow = f"<x-y><template shadowrootmode=open><p>{PROSE_2} In the root.</p></template></x-y>"

    article = page(before=shadow + frame)

    assert "In the frame." in article.text
    assert "In the root." in article.text


@pytest.mark.parametrize(
    ("head", "before", "authors"),
    [
        (
            "<meta name=twitter:label1 content=Author><meta name=twitter:data1 content='Ida Holm'>",
            "", ("Ida Holm",),
        ),
        ('<script>var layer = [{"pagePostAuthor": "Ida Holm"}]</script>', "", ("Ida Holm",)),
        ("", "<p class=submitted>Gespeichert von <b class=username>rasos</b> am 24. Juli 2017</p>",
         ("rasos",)),
        ("", "<div class=byline>By Ida Holm December 28, 2016</div>", ("Ida Holm",)),
        ("", "<div class=author>Ida Holm <a href=/x>More stories by Ida Holm</a></div>",
         ("Ida Holm",)),
        ("", "<div class=author><a href=/x>Ida Holm</a><div>Games</div></div>", ("Ida Holm",)),
        ("", "<a rel=author href=/x>See full bio</a><a href=/staff/ida-holm/>Ida Holm</a>",
         ("Ida Holm",)),
        ("", "<ul><li>von Ida Holm</li><li>1832 Leser</li></ul>", ("Ida Holm",)),
        ("", "<p>Ein Gastbeitrag von Ida Holm</p>", ("Ida Holm",)),
        ("", "<div class=author>Autor <span>Ida Holm:</span></div>", ("Ida Holm",)),
        ("", "<p class=byline>Ida Holm<br>Science correspondent</p>", ("Ida Holm",)),
        ("", "<p>By Ida Holm, BBC News</p>", ("Ida Holm",)),
        ("", "<h4>Ida Holm 13/5/2022 22:41</h4>", ("Ida Holm",)),
        ("", "<p>Words by Ida Holm. Photographs by Bo Winter.</p>", ("Ida Holm",)),
        ("", f"{AFTER}<span class=author>About Me</span>", ()),
    ],
)  # fmt: skip
def test_who_wrote_it_is_found_where_systems_print_it(
    head: str, before: str, authors: tuple[str, ...]
) -> None:
    assert page(head, before).authors == authors


def test_authors_that_stand_apart_are_those_of_other_articles() -> None:
    by = "<div class=text><div class=row>12 May by <a rel=author href=/x>{}</a></div></div>"

    assert page(before=by.format("Ida Holm") + by.format("Bo Winter")).authors == ("Ida Holm",)


@pytest.mark.parametrize(("about", "authors"), [("Über mich", ("Ida Holm",)), ("Über uns", ())])
def test_who_tells_of_herself_on_a_site_of_her_name_wrote_it(
    about: str, authors: tuple[str, ...]
) -> None:
    head = f"<title>{TITLE} – Dr. Ida Holm</title>" if authors else f"<title>{TITLE} – Ida Holm"

    assert page(head, f"<nav><a href=/me>{about}</a></nav>").authors == authors


def test_a_box_about_the_author_after_the_article_names_her() -> None:
    box = "<footer><div class=author-bio><h3>Ida Holm</h3><p>She writes.</p></div></footer>"

    assert page(before=f"<p>{PROSE}</p>{box}").authors == ("Ida Holm",)


def test_a_publisher_who_is_a_person_may_be_the_author() -> None:
    person = '"publisher":{"@type":["Person","Organization"],"name":"Ida Holm"}'
    data = DATA.replace('"publisher":{"name":"The Coast"}', person)

    assert page(f'<script type="application/ld+json">{data}</script>').authors == ("Ida Holm",)


def test_data_may_name_its_encoding() -> None:
    script = f'<script type="application/ld+json; charset=utf-8">{DATA}</script>'

    assert page(script).authors == ("Ida Holm",)


@pytest.mark.parametrize("home", ["/", "https://coast.example", "index.html"])
def test_the_sign_of_a_site_is_no_title(home: str) -> None:
    sign = f"<header><h1><a href={home}>The Coast</a></h1></header><h2>{TITLE}</h2>"

    assert page(f"<title>{TITLE} | The Coast</title>", heading=sign).title == TITLE


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("<div class=submitted>Saved by rasos on 3 May 2024</div>", "rasos"),
        ("<ul><li>3 May 2024</li><li>Ida K. Holm</li></ul>", "Ida K. Holm"),
        ("<ul><li>Author</li><li>Ida Holm</li></ul>", "Ida Holm"),
        ("<p class=visually-hidden>Author: Ida Holm</p>", "Ida Holm"),
        ("<p>Texto: Ida Holm</p>", "Ida Holm"),
        ("<p>김민수 기자</p>", "김민수"),
        ("<p>取材：佐藤健一</p>", "佐藤健一"),
    ],
)
def test_an_author_is_found_where_sites_set_one(line: str, author: str) -> None:
    story = f"<h1>Harbour wall</h1>{line}<p>{PROSE}</p><p>{PROSE_2}</p><p>{PROSE_3}</p>"

    page = f"<html><title>Harbour wall</title><body><article>{story}</article>"

    assert article_from(page, "page.html").authors == (author,)


@pytest.mark.parametrize(
    "line", ["<p>Posted by admin on 3 May 2024</p>", "<p>3 May</p><p>Wall</p>"]
)
def test_nobody_is_no_author(line: str) -> None:
    story = f"<h1>Harbour wall</h1>{line}<p>{PROSE}</p><p>{PROSE_2}</p><p>{PROSE_3}</p>"

    assert article_from(f"<body><article>{story}</article>", "page.html").authors == ()


def test_data_that_is_no_json_tells_author_and_day() -> None:
    data = (
        '{"@type":"NewsArticle","headline":"The wall","author":{"name":"Ida Holm"},'
        '"description":"He said "no" to it","datePublished":"2024-03-06"}'
    )
    page = f'<script type="application/ld+json">{data}</script><h1>The wall</h1><p>{PROSE}</p>'

    article = article_from(f"<html><body>{page}</body>", "page.html")

    assert (article.authors, article.date) == (("Ida Holm",), "2024-03-06")


@pytest.mark.parametrize(
    "line",
    [
        "2024年3月6日（水）18時05分",
        "Yayınlanma: 6 Mart 2024 18:05 | Güncelleme: 7 Mart 2024",
        "Opublikowano: 6 marca 2024",
        "입력 2024.03.06.",
    ],
)
def test_the_day_of_an_article_is_read_in_many_tongues(line: str) -> None:
    page = f"<h1>Harbour wall</h1><p>{line}</p><p>{PROSE}</p><p>{PROSE_2}</p>"

    assert article_from(f"<html><body>{page}</body>", "page.html").date == "2024-03-06"


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("<title>{} - Coast</title>", "<h1><span>Opinion</span> {}</h1>"),
        ("<title>Coast Diary: {}</title>", "<h3 class='post-title'>{}</h3>"),
        ("<title>Coast » Blog Archive » {}</title>", "<h2><a rel='bookmark' href='/w'>{}</a></h2>"),
        ("<title>{} — docs</title>", "<h1>{}<a href='#w'>¶</a></h1>"),
    ],
)
def test_the_title_stands_beside_labels_and_the_sites_name(title: str, heading: str) -> None:
    assert page(title.format(TITLE), heading=heading.format(TITLE)).title == TITLE


@pytest.mark.parametrize("outlet", ["Newsdesk Feed", "Northern Broadcasting Corporation"])
def test_whom_the_line_names_beats_a_station_in_the_head(outlet: str) -> None:
    byline = "<p class='byline'>By <a rel='author' href='/bo'>Bo Winter</a></p>"

    assert page(f"<meta name=author content='{outlet}'>", byline).authors == ("Bo Winter",)


def test_a_page_that_an_archive_kept_is_from_elsewhere() -> None:
    kept = "https://web.archive.org/web/20240305103122/https://paper.example/a/wall"

    assert page(f"<link rel=canonical href='{kept}'>").source == "paper.example"


def test_two_people_in_one_field_of_linked_data_are_two() -> None:
    both = DATA.replace("Ida Holm", "Ida Holm &amp; Bo Winter")

    article = page(f'<script type="application/ld+json">{both}</script>')

    assert article.authors == ("Ida Holm", "Bo Winter")


def test_whom_a_pictures_licence_names_did_not_write() -> None:
    licence = "<div class='license-info'><span class='author-name'>Cy Reed</span></div>"
    byline = "<p class='author'>Author <b>Ida Holm:</b></p>"

    assert page(before=licence + byline).authors == ("Ida Holm",)


@pytest.mark.parametrize(
    ("foot", "authors"),
    [
        ("© 2006-2008 by Ida Holm. Hosted by Quay Net", ("Ida Holm",)),
        ("Copyright 2019 by Harbour Post", ()),
        ("© 2019 by Muster GmbH", ()),
        ("© 2019 Haus von der See", ()),
        ("Design by Bo Winter", ()),
    ],
)
def test_who_holds_the_rights_of_a_whole_site_wrote_it(foot: str, authors: tuple[str, ...]) -> None:
    assert page(before="", heading=f"<h1>{TITLE}</h1><div id=footer>{foot}</div>").authors == (
        authors
    )
