# SPDX-License-Identifier: MIT
"""Nothing of a text is lost: every character is in exactly one block."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.errors import ArticleError
from diptych.text.article import Article
from library.samples import BODY, PROSE, article_from, texts

LINES = st.one_of(
    st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=60),
    st.sampled_from(
        [PROSE, "", "", "- item", "– part", "> said", "# Heading", "By Ida Holm", "1 May 2024",
         "Share this post", "```", "---", "| a | b |", "|---|---|", "[r]: http://a.example",
         "**bold** [x](y 'z') `c`", "<b>tag</b> &amp; \\*", "    code", "===", "Photo: A", "\u200b"]
    ),
)  # fmt: skip
FILES = st.lists(LINES, min_size=1, max_size=14).map("\n".join)


def read(text: str, name: str) -> Article | None:
    try:
        return article_from(text, name)
    except ArticleError:
        return None


def assert_whole(article: Article) -> None:
    covered = [0] * len(article.text)
    for block in article.blocks:
        for place in range(block.span.start, block.span.end):
            covered[place] += 1
        assert all(block.span.contains(span) for span in block.markup)
    wrong = [i for i, c in enumerate(article.text) if covered[i] != 1 and not c.isspace()]
    assert not wrong
    assert max(covered) == 1


@given(FILES)
@settings(max_examples=150, deadline=None)
def test_every_character_of_plain_text_is_in_one_block(text: str) -> None:
    article = read(text, "a.txt")

    if article is not None:
        assert_whole(article)


@given(FILES)
@settings(max_examples=150, deadline=None)
def test_every_character_of_markdown_is_in_one_block(text: str) -> None:
    article = read(text, "a.md")

    if article is not None:
        assert_whole(article)


TAGS = st.sampled_from(
    (
        *("<p>", "</p>", "<div>", "</div>", "<ul><li>", "</ul>", "<table><tr><td>", "<td>", "<b>"),
        *("</b>", "<h2>", "</h2>", "<nav>", "</nav>", "<br>", "<pre>", "</pre>", "<a href=x>"),
        *("</a>", "<aside>", "<blockquote>", "</blockquote>", "<p hidden>", "<dl><dt>", "<li>"),
        *("<figcaption>", "</article>"),
    )
)
WORDS = st.from_regex(r"\A[a-zé]{1,9}( [a-zé]{1,9}){0,5}\Z")


@given(st.lists(st.one_of(TAGS, WORDS), min_size=1, max_size=25))
@settings(max_examples=150, deadline=None)
def test_every_word_of_a_page_is_in_one_block(parts: list[str]) -> None:
    article = read(f"<!doctype html><html><body>{PROSE} {' '.join(parts)}</body></html>", "a.html")

    assert article is not None
    assert_whole(article)
    words = " ".join(part for part in parts if not part.startswith("<"))
    assert sorted(article.text.split()) == sorted(f"{PROSE} {words}".split())


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_the_text_is_the_file(name: str) -> None:
    assert article_from(BODY, name).text == BODY


def test_what_the_reader_sees_of_markdown_is_all_its_words() -> None:
    article = article_from(f"# A *b*\n\n{PROSE} [c](d)\n", "a.md")

    assert " ".join(texts(article)) == f"A b {PROSE} c"
