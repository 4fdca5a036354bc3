# SPDX-License-Identifier: MIT
"""Markdown keeps its words and hides its marks."""

from __future__ import annotations

import pytest

from diptych.text.article import Article, BlockKind, BlockState, TitleSource
from library.samples import PROSE, PROSE_2, article_from, marks, texts


def md(text: str) -> Article:
    return article_from(text, "article.md")


def front(lines: str) -> Article:
    return md(f"---\n{lines}\n---\n\n# Harbour wall\n\n{PROSE}\n")


def test_front_matter_is_one_folded_block() -> None:
    article = front("title: The wall\nauthor: Ida Holm")

    assert article.blocks[0].state is BlockState.FOLDED
    assert article.blocks[0].span.of(article.text).endswith("Ida Holm\n---")
    assert article.text.startswith("---\n")


def test_front_matter_names_title_authors_date_source_and_tags() -> None:
    article = front(
        "title: 'Harbour: the wall'\nauthors: [Ida Holm, Jon Aas]\ndate: 2024-02-20\n"
        "source: The Coast\nlang: en\ntags: [ports, votes]"
    )

    assert (article.title, article.title_source) == ("Harbour: the wall", TitleSource.METADATA)
    assert article.authors == ("Ida Holm", "Jon Aas")
    assert (article.date, article.source) == ("2024-02-20", "The Coast")
    assert article.tags == ("ports", "votes")


def test_what_nobody_filled_in_is_not_called_null() -> None:
    article = front("title: null\nheadline: The wall\nauthor: ~\ntags: null\nsource: null")

    assert (article.title, article.authors) == ("The wall", ())
    assert (article.tags, article.source) == ((), "")


def test_words_that_yaml_would_change_stay_words() -> None:
    article = front("title: No\nauthor: Null\ndate: 2024-02-30")

    assert (article.title, article.authors, article.date) == ("No", ("Null",), "")


@pytest.mark.parametrize(
    "lines",
    [
        "a: &a [x, x]\nb: *a\ntitle: The wall",
        "title: The wall\nb: " + "[" * 5000 + "]" * 5000,
        "title: !!python/object/apply:os.system ['touch pwned']",
        "a: &x [*x]\ntitle: The wall",
    ],
)
def test_hostile_front_matter_makes_nothing(lines: str) -> None:
    article = front(lines)

    assert article.blocks[0].state is BlockState.FOLDED
    assert PROSE in texts(article)


def test_a_title_with_a_colon_is_taken_as_written() -> None:
    assert front("title: Harbour: the wall").title == "Harbour: the wall"


def test_toml_front_matter_is_read() -> None:
    article = md(f"+++\ntitle = 'The wall'\n+++\n\n{PROSE}\n")

    assert article.title == "The wall"


def test_a_rule_at_the_head_is_no_front_matter() -> None:
    article = md(f"---\n\n{PROSE}\n\n---\n\n{PROSE_2}\n")

    assert texts(article, state=BlockState.SHOWN) == [PROSE, PROSE_2]


def test_the_first_heading_is_the_title_without_its_marks() -> None:
    article = md(f"# The *harbour* wall #\n\n{PROSE}\n")

    assert article.title == "The harbour wall"
    assert texts(article, BlockKind.TITLE) == ["The harbour wall"]


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("a **bold** word", "a bold word"),
        ("a [link](http://a.example/x_y 'a title') here", "a link here"),
        ("a [link](http://a.example/(x)) here", "a link here"),
        ("a [word][r] and\n\n[r]: http://a.example", "a word and"),
        ("an <b class='word'>inline</b> tag", "an inline tag"),
        ("the `code` word", "the code word"),
        ("an ![image of a word](word.png) here", "an image of a word here"),
        ("line one\\\nline two", "line one line two"),
        ("see <http://a.example> now", "see http://a.example now"),
    ],
)
def test_markup_is_hidden_and_words_are_not(source: str, read: str) -> None:
    assert texts(md(source))[0] == read


def test_list_items_have_levels_and_no_marks() -> None:
    article = md("- one\n  - part\n- two\n\n  more of two\n\n1. first\n2. second\n")

    items = [(b.level, b.span.of(article.reading_text()).strip()) for b in article.blocks]
    assert items == [
        (1, "one"),
        (2, "part"),
        (1, "two"),
        (0, "more of two"),
        (1, "first"),
        (1, "second"),
    ]


def test_quotes_code_tables_and_rules_are_told_apart() -> None:
    article = md(
        "> said\n> twice\n\n```py\nx = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\nend\n"
    )

    kinds = [b.kind for b in article.blocks if b.state is BlockState.SHOWN]
    assert kinds == [
        BlockKind.QUOTE,
        BlockKind.CODE,
        BlockKind.TABLE,
        BlockKind.TABLE,
        BlockKind.PARAGRAPH,
    ]
    assert texts(article, BlockKind.CODE) == ["x = 1"]


def test_footnotes_are_notes() -> None:
    article = md(f"{PROSE}[^1]\n\n[^1]: Minutes of the council.\n")

    assert texts(article, BlockKind.NOTE, BlockState.SECONDARY) == ["[^1]: Minutes of the council."]


def test_link_addresses_are_folded() -> None:
    article = md(f"{PROSE}\n\n[a]: http://a.example\n[b]: http://b.example\n")

    assert [b.reason for b in article.blocks if b.state is BlockState.FOLDED] == ["link address"]


def test_scripts_in_markdown_are_not_read_out() -> None:
    article = md(f"{PROSE}\n\n<script>document.title='PWNED'</script>\n")

    assert "PWNED" not in article.reading_text()


@pytest.mark.parametrize(
    "source",
    [
        ">" * 3000 + " deepest",
        "\n".join("  " * i + f"- level {i}" for i in range(120)) + " deepest",
    ],
)
def test_words_below_the_deepest_nesting_are_kept(source: str) -> None:
    assert any("deepest" in text for text in texts(md(f"{source}\n\n{PROSE}\n")))


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("1. one\n2. two\n10. ten\n", ["1.", "2.", "3."]),
        ("7) one\n7) two\n", ["7)", "8)"]),
        ("0. nought\n1. one\n", ["0.", "1."]),
        ("- dash\n  1. in it\n  2. too\n- dash\n", ["", "1.", "2.", ""]),
        ("1. one\n   1. in it\n   2. too\n2. two\n", ["1.", "1.", "2.", "2."]),
        ("1. one\n\n   more of it\n\n2. two\n", ["1.", "2."]),
        ("> 3. quoted\n> 4. too\n", ["3.", "4."]),
    ],
)
def test_items_of_an_ordered_list_keep_their_numbers(written: str, numbers: list[str]) -> None:
    article = md(f"{PROSE}\n\n{written}\n{PROSE_2}\n")

    assert marks(article) == numbers
    assert not any(text[0].isdigit() for text in texts(article, BlockKind.LIST_ITEM))


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        ("#harbour #stone/old", ("harbour", "stone/old")),
        ("#港口\n#порт", ("港口", "порт")),
        ("tags:: #stone #boats", ("stone", "boats")),
        ("tags:: [[old port]], boats", ("old port", "boats")),
        ("author:: [[Ida Holm]]\ntags:: #[[old port]] #boats", ("old port", "boats")),
        ("## Metadata\n- Author: [[Ida Holm]]\n- Document Tags: #stone #boats", ("stone", "boats")),
    ],
)
def test_lines_of_tags_are_the_tags_of_a_note(lines: str, tags: tuple[str, ...]) -> None:
    article = md(f"# The wall\n\n{lines}\n\n{PROSE}\n")

    assert article.tags == tags
    assert texts(article, state=BlockState.SHOWN)[-1:] == [PROSE]
    assert not any("#" in text for text in texts(article, state=BlockState.SHOWN))


@pytest.mark.parametrize("line", ["#1 #2", "#1234", "# ", "See #harbour and #stone.", "#c! #d?"])
def test_what_merely_looks_like_tags_stays_text(line: str) -> None:
    assert md(f"# The wall\n\n{PROSE}\n\n{line}\n\n{PROSE_2}\n").tags == ()


def test_tags_of_the_front_matter_and_of_the_text_are_those_of_the_note() -> None:
    article = md(f"---\ntags: [stone]\n---\n# The wall\n\n{PROSE}\n\n#boats #stone\n")

    assert article.tags == ("stone", "boats")


@pytest.mark.parametrize(
    "written", ["[[Ida Holm]], [[Bo Vik]]", "[[people/ida|Ida Holm]], [[Bo Vik]]"]
)
def test_authors_that_are_links_are_persons_each(written: str) -> None:
    assert md(f"# The wall\n\nauthors:: {written}\n\n{PROSE}\n").authors == (
        *("Ida Holm", "Bo Vik"),
    )


@pytest.mark.parametrize(
    ("written", "outlet"),
    [
        ("https://www.post.example/wall?x=1", "post.example"),
        ("http://[", "http://["),
        ("The Evening Post", "The Evening Post"),
    ],
)
def test_an_address_for_a_source_is_listed_as_its_site_and_kept_whole(
    written: str, outlet: str
) -> None:
    article = md(f'---\nsource: "{written}"\n---\n# The wall\n\n{PROSE}\n')
    assert (article.source, article.outlet) == (written, outlet)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("The word [harbour]{.smallcaps} is old.", "The word harbour is old."),
        ("The ![map](m.png){width=50%} of it.", "The map of it."),
        ("Mind the rope.\n{: .lead}", "Mind the rope."),
        ("::: {.note}\nTie the boats.\n:::", "Tie the boats."),
        (":::warning\nTie the boats.\n:::", "Tie the boats."),
        ('!!! note "Winter rules"\n    Tie the boats.', "Tie the boats."),
        ('{{< figure src="a.png" >}} Below.', "Below."),
        ("{% include box.html %} Below.", "Below."),
        ("Bollard\n: A post of iron.", "A post of iron."),
        ("Tie the boats. ^abc-1", "Tie the boats."),
        ("Tie them. ([View Highlight](https://r.example/h/1))", "Tie them."),
        ("Type `{% raw %}` first.", "Type {% raw %} first."),
        ("Sets like {a, b} stay.", "Sets like {a, b} stay."),
    ],
)
def test_marks_for_what_makes_a_site_are_not_seen(written: str, shown: str) -> None:
    article = md(f"# The wall\n\n{PROSE}\n\n{written}\n")

    assert texts(article)[-1] == shown


def test_a_heading_is_called_without_its_name_in_the_page() -> None:
    assert md(f"# The wall {{#wall .wide}}\n\n{PROSE}\n").title == "The wall"


@pytest.mark.parametrize("mark", ["[TOC]", "[[_TOC_]]", "{:toc}"])
def test_the_place_of_a_contents_list_is_not_seen(mark: str) -> None:
    assert mark not in " ".join(texts(md(f"# The wall\n\n{mark}\n\n{PROSE}\n")))


def test_names_in_parts_are_read() -> None:
    parts = "author:\n  - name:\n      given: Ida\n      family: Holm\n  - name: Bo Vik\n"

    assert md(f"---\ntitle: A\n{parts}---\n\n{PROSE}\n").authors == ("Ida Holm", "Bo Vik")


def test_a_wrong_line_of_toml_takes_no_other_away() -> None:
    head = '+++\ntitle = "The wall"\nmath = yes\nauthors = ["Ida Holm", "Bo Vik"]\n+++\n'

    article = md(f"{head}\n{PROSE}\n")

    assert (article.title, article.authors) == ("The wall", ("Ida Holm", "Bo Vik"))


@pytest.mark.parametrize("key", ["pubDatetime", "date_published", "publishedAt", "Date Published"])
def test_systems_call_the_day_of_publishing_otherwise(key: str) -> None:
    assert md(f"---\ntitle: A\n{key}: 2024-03-05T10:31:00Z\n---\n\n{PROSE}\n").date == (
        "2024-03-05"
    )


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("> [!note] Bread\n> Flour comes by road.", ["Bread", "Flour comes by road."]),
        ("> [!note]\n> Flour comes by road.", ["Flour comes by road."]),
        ('!!! tip "Rope"\n    Tie it twice.', ["Rope", "Tie it twice."]),
        ("Bollard\n: A post.\n: A pole.", ["Bollard", "A post.", "A pole."]),
        ("One line\nand another.", ["One line and another."]),
    ],
)
def test_a_title_and_what_a_word_means_are_blocks_of_their_own(
    written: str, parts: list[str]
) -> None:
    assert texts(md(f"# The wall\n\n{PROSE}\n\n{written}\n"))[2:] == parts
