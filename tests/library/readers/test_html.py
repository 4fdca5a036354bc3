# SPDX-License-Identifier: MIT
"""A page keeps all its words and tells its article from its furniture."""

from __future__ import annotations

import json
import time
from base64 import b64encode
from html import escape
from urllib.parse import quote

import pytest

from diptych.errors import ArticleError
from diptych.library.readers import html_extract
from diptych.text.article import Article, BlockKind, BlockState, TitleSource
from library.samples import PROSE, PROSE_2, PROSE_3, article_from, marks, seen, texts


def page(
    body: str, head: str = "<title>Harbour wall goes to a vote - The Coast</title>"
) -> Article:
    return article_from(
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8>{head}</head>"
        f"<body>{body}</body></html>",
        "page.html",
    )


STORY = f"<h1>Harbour wall goes to a vote</h1><p>{PROSE}</p><p>{PROSE_2}</p><p>{PROSE_3}</p>"


def test_the_text_is_the_blocks_joined_by_blank_lines() -> None:
    article = page(STORY)

    assert article.text == "\n\n".join(block.span.of(article.text) for block in article.blocks)
    assert texts(article) == ["Harbour wall goes to a vote", PROSE, PROSE_2, PROSE_3]


def test_the_heading_the_head_names_is_the_title() -> None:
    article = page(STORY)

    assert (article.title, article.title_source) == (
        "Harbour wall goes to a vote",
        TitleSource.METADATA,
    )
    assert article.blocks[0].kind is BlockKind.TITLE


def test_linked_data_names_author_date_and_outlet() -> None:
    head = (
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Wall",'
        '"datePublished":"2024-05-12T10:00:00Z","author":[{"name":"Ida Holm"},{"name":"Jon Aas"}],'
        '"publisher":{"name":"The Coast"}}]}</script>'
    )

    article = page(STORY, head)

    assert article.authors == ("Ida Holm", "Jon Aas")
    assert (article.date, article.source) == ("2024-05-12", "The Coast")


@pytest.mark.parametrize(
    ("head", "authors", "date"),
    [
        (
            '<meta name=author content="Ida Holm and Jon Aas"><meta name=date content=2024-05-12>',
            ("Ida Holm", "Jon Aas"),
            "2024-05-12",
        ),
        (
            '<meta name="DC.creator" content="Ida Holm"><meta name="DC.date" content="2024">',
            ("Ida Holm",),
            "2024",
        ),
        ("<script type='application/ld+json'>{broken</script>", (), ""),
    ],
)
def test_meta_tags_name_author_and_date(head: str, authors: tuple[str, ...], date: str) -> None:
    article = page(STORY, head)

    assert (article.authors, article.date) == (authors, date)


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<nav><a href=/>All our news</a></nav>", "navigation"),
        ("<form><label>Your mail</label></form>", "form"),
        ("<footer>Set in Aas by the Coast Press</footer>", "page footer"),
        ("<p style='display: none'>Not seen on the page</p>", "hidden on the page"),
        ("<div class='share-buttons'><a href=x>Send it to a friend</a></div>", "share buttons"),
        ("<div id='cookie-banner'>We keep crumbs</div>", "cookie notice"),
        ("<div id=comments><p>A reader's long remark</p></div>", "comments"),
    ],
)
def test_furniture_is_folded_with_its_reason(markup: str, reason: str) -> None:
    article = page(f"<div>{STORY}</div>{markup}")

    assert article.blocks[-1].state is BlockState.FOLDED
    assert article.blocks[-1].reason == reason


def test_what_stands_beside_the_article_is_dimmed() -> None:
    article = page(f"<div>{STORY}</div><aside><p>Another story</p></aside>")

    assert texts(article, state=BlockState.DIMMED) == ["Another story"]


def test_lists_have_levels() -> None:
    article = page(f"{STORY}<ul><li>one<ul><li>part</ul><li>two</ul>")

    items = [
        (b.level, b.span.of(article.text)) for b in article.blocks if b.kind is BlockKind.LIST_ITEM
    ]
    assert items == [(1, "one"), (2, "part"), (1, "two")]


def test_quotes_captions_and_headings_are_told_apart() -> None:
    article = page(
        f"{STORY}<h2>The bill</h2><blockquote><p>Never, said the mayor.</p></blockquote>"
        f"<figure><figcaption>The wall</figcaption></figure><p>{PROSE}</p>"
    )

    assert texts(article, BlockKind.HEADING) == ["The bill"]
    assert texts(article, BlockKind.QUOTE) == ["Never, said the mayor."]
    assert texts(article, BlockKind.CAPTION, BlockState.SECONDARY) == ["The wall"]


def test_two_line_breaks_part_paragraphs() -> None:
    article = page(f"<div>{PROSE}<br>\xa0<br>{PROSE_2}<br>In short,<br>nothing new.</div>")

    assert len(article.blocks) == 2


def test_one_line_break_parts_lines_that_are_paragraphs() -> None:
    article = page(f"<div>{PROSE}<br>{PROSE_2}<br>\n{PROSE_3}</div>")

    assert texts(article) == [PROSE, PROSE_2, PROSE_3]


def test_scripts_and_styles_are_not_text() -> None:
    article = page(f"{STORY}<script>alert(1)</script><style>p{{}}</style><svg><text>x</text></svg>")

    assert "alert" not in article.text
    assert "p{}" not in article.text


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td"])
def test_words_below_the_deepest_nesting_are_kept(tag: str) -> None:
    article = page(f"{STORY}{f'<{tag}>' * 4000}deepest words")

    assert any("deepest words" in text for text in texts(article))


def test_a_page_of_pictures_holds_no_text() -> None:
    with pytest.raises(ArticleError) as caught:
        page("<img src=a.png><img src=b.png>")

    assert caught.value.code == "no-text"


def test_entity_tricks_are_refused() -> None:
    with pytest.raises(ArticleError) as caught:
        article_from(
            f"<!DOCTYPE html [<!ENTITY x 'y'>]><html><body><p>{PROSE} &x;</p></body></html>",
            "a.html",
        )

    assert caught.value.code == "unsafe-xml"


def test_a_wrongly_declared_encoding_is_not_believed() -> None:
    body = "<p>Совет собрался во вторник, чтобы обсудить новую стену гавани.</p>" * 4
    content = f"<html><head><meta charset=utf-8></head><body>{body}</body></html>".encode("cp1251")

    assert "Совет собрался" in article_from(content, "a.html").text


def test_a_declared_codec_that_is_no_encoding_is_ignored() -> None:
    content = f"<html><head><meta charset=zlib_codec></head><body><p>{PROSE}</p></body></html>"

    assert article_from(content, "a.html").text == PROSE


def test_a_title_is_one_line_of_at_most_300_characters() -> None:
    article = page(f"<p>{PROSE}</p>", f"<title>{'T' * 1000}\n\u202e</title>")

    assert len(article.title) <= 301
    assert "\n" not in article.title


def test_the_extractor_is_believed_where_landmarks_mislead() -> None:
    """Each paragraph in a part of its own, and a long sign-up text as the heaviest part."""
    parts = "".join(f"<section><div><p>{text}</p></div></section>" for text in (PROSE, PROSE_2))
    terms = f"<div class='subscribe-box'><p>{PROSE_3 * 6}</p></div>"

    article = article_from(f"<body>{parts}{terms}</body>", "page.html")

    assert {PROSE, PROSE_2} <= set(texts(article, state=BlockState.SHOWN))


def test_a_page_too_deep_for_the_extractor_is_read_without_it() -> None:
    page = f"{'<div>' * 220}<p>{PROSE}</p>{'</div>' * 220}<aside><p>{PROSE_2 * 3}</p></aside>"

    assert PROSE in texts(article_from(page, "page.html"), state=BlockState.SHOWN)


WORDS_OF_THE_LAYOUT = (
    *("has-sidebar", "comments-open", "share", "social-history", "nav-open", "ad", "no-sidebars"),
    *("author", "published", "lede", "footnotes-enabled", "caption"),
)


@pytest.mark.parametrize("names", WORDS_OF_THE_LAYOUT)
@pytest.mark.parametrize("element", ["body", "main", "div"])
def test_a_class_of_what_holds_the_article_is_not_believed(element: str, names: str) -> None:
    story = f"{STORY}<p>Not everyone agrees.</p><h2>What comes next</h2><p>{PROSE_2} Yes.</p>"
    source = f"<body><{element} class='{names}'>{story}</{element}></body>"

    article = article_from(source.replace("<body><body", "<body"), "page.html")

    kinds = {seen(article, block): (block.kind, block.state) for block in article.blocks}
    assert kinds["Not everyone agrees."] == (BlockKind.PARAGRAPH, BlockState.SHOWN)
    assert kinds["What comes next"] == (BlockKind.HEADING, BlockState.SHOWN)


def test_classes_that_together_hold_the_article_are_not_believed() -> None:
    parts = "".join(
        f"<div class='segment beside-sidebar sidebar'><p>{text}</p><p>Short {n}.</p></div>"
        for n, text in enumerate((PROSE, PROSE_2, PROSE_3))
    )

    assert "Short 1." in texts(page(f"<h1>Wall</h1>{parts}"), state=BlockState.SHOWN)


def test_what_the_extractor_leaves_out_after_the_article_is_dimmed() -> None:
    teasers = "".join(f"<div><h3>Story {n}</h3><div>Ten walks</div></div>" for n in range(9))

    shown = texts(
        page(f"<div><div>{STORY}</div><div>{teasers}</div></div>"), state=BlockState.SHOWN
    )

    assert PROSE_3 in shown
    assert "Story 3" not in shown


def test_a_hidden_word_does_not_cut_its_sentence() -> None:
    hidden = '<span style="display:none">read <span hidden>aloud</span> by machines</span>'

    article = page(f"<h1>Wall</h1><p>The bell {hidden}rang.</p><p>{PROSE}</p><p>{PROSE_2}</p>")

    assert "The bell rang." in texts(article, state=BlockState.SHOWN)
    assert not any("machines" in text for text in texts(article, state=BlockState.SHOWN))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("the tide.<sup><a href=#n1>1</a></sup> Nobody", "the tide.[1] Nobody"),
        ("the tide<sup>2</sup> and on.", "the tide[2] and on."),
        ("two m<sup>2</sup> of deck", "two m2 of deck"),
        ("the 10<sup>th</sup> boat", "the 10th boat"),
        ("the 10<sup>3</sup> boats", "the 10³ boats"),
        ("the wall of 1921<sup class=reference>3</sup> fell.", "the wall of 1921[3] fell."),
        ("<q>a bell</q> he said", "“a bell” he said"),
        ("<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>の鐘", "港の鐘"),
        ("<img alt=T src=t.png>he tide is out.", "The tide is out."),
        ("It is E<math><mi>m</mi><annotation>\\m</annotation></math>.", "It is Em."),
    ],
)
def test_small_marks_are_neither_glued_nor_torn(source: str, shown: str) -> None:
    article = page(f"<h1>Wall</h1><p>{source}</p><p>{PROSE}</p><p>{PROSE_2}</p>")

    assert shown in texts(article, state=BlockState.SHOWN)


def test_an_unknown_marked_section_is_no_fault() -> None:
    deep = "<div>" * 400 + "<p>The wall is old.</p>" + "</div>" * 400

    assert "The wall is old." in page(f"{deep}<![CDAZA[ and more").text


@pytest.mark.parametrize(
    ("attributes", "numbers"),
    [
        ("", ["1.", "2."]),
        ("start=9", ["9.", "10."]),
        ("start=-1", ["-1.", "0."]),
        ("start=x", ["1.", "2."]),
        ("type=a start=26", ["z.", "aa."]),
        ("type=I start=3999", ["MMMCMXCIX.", "4000."]),
        ("type=i", ["i.", "ii."]),
        ("reversed", ["2.", "1."]),
        ("reversed start=8", ["8.", "7."]),
        ("style='list-style-type: lower-roman'", ["i.", "ii."]),
        ("style='list-style: none'", [" ", " "]),
    ],
)
def test_an_ordered_list_of_a_page_counts_as_in_a_browser(
    attributes: str, numbers: list[str]
) -> None:
    article = page(
        f"{STORY}<ol {attributes}><li>{PROSE}</li><li>{PROSE_2}</li></ol><p>{PROSE_3}</p>"
    )

    assert marks(article) == numbers


def test_items_count_on_from_a_value_and_inner_lists_count_for_themselves() -> None:
    inner = f"<ul><li>{PROSE_3}</li></ul><ol><li>{PROSE}</li></ol>"
    article = page(
        f"{STORY}<ol><li value=5><p>{PROSE}</p><p>{PROSE_2}</p>{inner}</li><li>{PROSE_2}</ol>"
    )

    assert marks(article) == ["5.", " ", "", "1.", "6."]


PAGE = f"<html><body><h1>The wall</h1><p>{PROSE}</p></body></html>"


@pytest.mark.parametrize(
    "address",
    [
        f"data:text/html;base64,{b64encode(PAGE.encode()).decode()}",
        f"data:text/html;charset=utf-8,{quote(PAGE)}",
    ],
    ids=["base64", "percent"],
)
def test_a_frame_saved_in_its_address_is_read(address: str) -> None:
    article = article_from(f'<html><body><iframe src="{address}"></iframe></body>', "page.html")

    assert PROSE in texts(article)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (
            (
                'So <span class="katex-mathml"><math><mi>E</mi></math></span>'
                '<span class="katex-html" aria-hidden="true">E</span> holds.'
            ),
            "So E holds.",
        ),
        (
            (
                'So <nobr aria-hidden="true">x+y</nobr><span class="MJX_Assistive_MathML"><math>'
                "<mi>x</mi><mo>+</mo><mi>y</mi></math></span> holds."
            ),
            "So x+y holds.",
        ),
        ('He counts <span epub:type="pagebreak">12</span>every step.', "He counts every step."),
        ('He counts <span role="doc-pagebreak">12</span>every step.', "He counts every step."),
        ('So <span class="katex-html" aria-hidden="true">E</span> holds.', "So E holds."),
    ],
    ids=["KaTeX", "MathJax", "page of a book", "page by its role", "drawn alone"],
)
def test_nothing_drawn_stands_there_twice(source: str, shown: str) -> None:
    article = article_from(f"<h1>The wall</h1><p>{source}</p><p>{PROSE}</p>", "page.html")

    assert shown in texts(article, state=BlockState.SHOWN)


@pytest.mark.parametrize("tag", ["xmp", "listing"])
def test_old_elements_for_code_are_code(tag: str) -> None:
    page = f"<h1>The wall</h1><p>{PROSE}</p><p>{PROSE_2}</p><{tag}>height = 3\n  metres</{tag}>"

    assert texts(article_from(page, "page.html"), BlockKind.CODE) == ["height = 3 metres"]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{PROSE}{'<a href=x>word</a> and ' * 6_000}</p>",
        f"<p>{PROSE}</p>{'<p>word</p>' * 21_000}",
    ],
    ids=["links", "paragraphs"],
)
def test_a_page_the_extractor_would_take_too_long_for_is_read_without_it(
    body: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html_extract, "loaded_trafilatura", lambda: pytest.fail("it was asked"))
    assert "word" in article_from(f"<main>{body}</main>", "page.html").text


@pytest.mark.parametrize(("before", "is_shown"), [(998, False), (1_000, True)])
def test_the_first_thousand_attributes_of_a_tag_count(before: int, is_shown: bool) -> None:
    many = " ".join(f"a{n}='>'" for n in range(before))
    page = f"<main><p>{PROSE}</p><div {many} hidden><p>{PROSE_2}</p></div></main>"

    assert (PROSE_2 in texts(article_from(page, "p.html"), state=BlockState.SHOWN)) is is_shown


@pytest.mark.parametrize("end", ["", ">", "-->", "]>", "]]>", "'>"])
@pytest.mark.parametrize(
    "sign",
    ["<p c", "<p x=''", "<a x='", '<a x="', "</a", "<?", "<!a", "<!--", "<![CDATA[", "<![if "],
)
def test_marks_that_nothing_ends_are_not_each_looked_to_the_end(sign: str, end: str) -> None:
    page = f"<html><body><p>{PROSE}</p><p>{sign * 25_000}{end}"
    began = time.thread_time()

    article = article_from(page, "wall.html")

    assert PROSE in article.text
    assert time.thread_time() - began < 15  # of computing; the square of it is a minute


@pytest.mark.parametrize("cut", range(1, 12))
def test_a_page_cut_off_in_a_tag_keeps_the_words_before(cut: int) -> None:
    page = f"<html><body><p>{PROSE}</p><p>Words <b title='x'>to the last"

    assert PROSE in article_from(page[:-cut], "wall.html").text


def shown_of(line: str) -> list[str]:
    article = article_from(
        f"<html lang=en><body><article><h1>The wall</h1><p>{PROSE}</p>{line}<p>{PROSE_2}</p>"
        "</article></body></html>",
        "page.html",
    )
    return texts(article, state=BlockState.SHOWN)[2:-1]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("<h2>Ropes<a href='#r'>¶</a></h2>", "Ropes"),
        ("<h3><a href='#r'>#</a> Ropes</h3>", "Ropes"),
        ("<h2><a href='#r'><span class='sr-only'>Link to it</span></a>Ropes</h2>", "Ropes"),
        ("<h2>Ropes</h2><span class='mw-editsection'>[<a href='/e'>edit</a>]</span>", "Ropes"),
        ("<p>All cheered <img class='emoji' alt='🎉'> at noon.</p>", "All cheered 🎉 at noon."),
        ("<p>It is <img class='latex' alt='h^2'> high now.</p>", "It is h^2 high now."),
        ("<pre><span class='ln'>1</span>raise flag</pre>", "raise flag"),
        (
            "<p>They met<label for='s'></label><span class='sidenote'>It burned.</span> here.</p>",
            "They met here.",
        ),
        ("<p>May 5<span class='reading-time'>— 4 min read</span></p>", "May 5"),
        ("<amp-ad><div>No ad today</div></amp-ad><p>It rained.</p>", "It rained."),
    ],
)
def test_what_stands_beside_a_line_is_not_in_it(line: str, shown: str) -> None:
    assert [text for text in shown_of(line) if text != "It burned."] == [shown]


def test_a_page_whose_body_has_no_tag_is_read_with_its_parts() -> None:
    source = f"<!doctype html><html lang=en><title>The wall</title><article><p>{PROSE}<p>{PROSE_2}"

    assert texts(article_from(source, "page.html"), BlockKind.PARAGRAPH) == [PROSE, PROSE_2]


def test_items_that_nothing_ends_stand_side_by_side_however_deep() -> None:
    deep = "<b>" * 3000

    article = article_from(f"<body><ul><li>{PROSE}{deep}x<li>{PROSE_2}{deep}y</ul>", "page.html")

    assert [block.level for block in article.blocks if block.kind is BlockKind.LIST_ITEM] == [1, 1]


DRAWN_STORY = f"<p>{PROSE}</p><p>{PROSE_2}</p><p>{PROSE_3}</p>"
DRAWN = json.dumps({"page": {"title": "Harbour wall falls", "body": DRAWN_STORY}})


@pytest.mark.parametrize(
    "data",
    [
        f"<script>window.__DATA__ = {DRAWN};</script>",
        f"<script type='application/json'>{DRAWN.replace('</', '<' + chr(92) + '/')}</script>",
        f'<div data-props="{escape(DRAWN)}"></div>',
    ],
    ids=["a script", "JSON", "an attribute"],
)
def test_what_a_script_would_draw_under_the_title_is_read(data: str) -> None:
    head = "<title>Harbour wall falls</title>"

    article = article_from(f"<html><head>{head}</head><body>{data}</body></html>", "page.html")

    assert texts(article, state=BlockState.SHOWN) == [PROSE, PROSE_2, PROSE_3]


def test_what_a_script_would_draw_under_another_title_is_not_the_article() -> None:
    script = f"<script>var more = {DRAWN};</script>"
    head = "<title>The lamp went out</title>"

    article = article_from(f"<head>{head}</head><body>{script}<p>{PROSE_2}</p></body>", "page.html")

    assert texts(article) == [PROSE_2]
