# SPDX-License-Identifier: MIT
"""Measure how much article text is hidden as web furniture, and how much furniture is found.

python bench/hiding_harm.py             all layouts, as pages and as text copied from them
python bench/hiding_harm.py --show      also print every line of an article that is hidden

The pages are the sample articles in six layouts of the kinds that news sites,
blogs and old pages have, with furniture written for this measurement; which block
is what is therefore known. Harm is the share of article characters that is folded
(sure) or dimmed (likely).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from diptych.library.reading import article_of, read_article  # noqa: E402
from diptych.text.article import Article, BlockKind, BlockState  # noqa: E402

ARTICLES = ("ferry-deal.md", "harbour-vote.md", "kelsand-kept-its-word.md", "minutes.txt",
            "breakwater.md", "letters.txt")  # fmt: skip
MENU = ("Home", "Politics", "Business", "Culture", "Sport", "Weather", "Tide tables", "Jobs")
TEASERS = (
    ("Ten walks along the north shore", "From the lighthouse to the salt pans: our readers chose."),
    (
        "What a loaf costs in six towns",
        "Bakers blame the price of flour; millers blame the bakers.",
    ),
    ("The choir sings again", "After two silent winters the Tarnholm choir is back on stage."),
)
COMMENTS = (
    ("gullwatcher", "I have lived on the quay for forty years and I never saw a plan carried out."),
    (
        "M. from the hill",
        "Could somebody explain where the other half of the money is meant to be?",
    ),
)
FOOT = ("About us", "Contact", "Privacy policy", "Terms of use", "© 2025 The Strait")
SIGN_UP = (
    "Get our newsletter",
    "Sign up for our morning letter.",
    "Your email address",
    "Subscribe",
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a site sets its pages: with which elements and how much beside the article."""

    name: str
    main: str
    body: str
    beside: str
    paragraph: str = "<p>{0}</p>"


LAYOUTS = (
    Layout("semantic", "<main><article>{0}</article></main>", "{0}", "<aside>{0}</aside>"),
    Layout("classes", '<div class="content"><div class="post">{0}</div></div>', "{0}",
           '<div class="sidebar">{0}</div>'),
    Layout("soup", "<div><div><div>{0}</div></div></div>", "<div>{0}</div>", "<div>{0}</div>"),
    Layout("table", "<table><tr><td>{0}</td></tr></table>", "{0}",
           "<table><tr><td>{0}</td></tr></table>"),
    Layout("breaks", '<div id="story">{0}</div>', "{0}", "<div>{0}</div>", "{0}<br><br>"),
    Layout("divided", '<div class="story"><div class="part">{0}</div></div>', "{0}",
           '<div class="rail">{0}</div>', '<div class="txt">{0}</div>'),
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for form in ("pages", "copied text"):
        total = Count()
        for layout, name in product(LAYOUTS, ARTICLES):
            truth = list(paragraphs(name))
            page = made_page(layout, truth)
            content = page if form == "pages" else copied(page)
            suffix = ".html" if form == "pages" else ".txt"
            article = article_of(content.encode(), Path(f"page{suffix}"))
            total.add(article, {squeezed(text) for _, text in truth}, show=options.show)
        print(f"{form}: {total}")


class Count:
    """Characters of articles and of furniture, by what became of them."""

    def __init__(self) -> None:
        self.text = dict.fromkeys(BlockState, 0)
        self.furniture = dict.fromkeys(BlockState, 0)

    def add(self, article: Article, truth: set[str], *, show: bool) -> None:
        for block in article.blocks:
            words = squeezed(block.span.of(article.text))
            is_text = any(words in known or known in words for known in truth if words)
            counts = self.text if is_text else self.furniture
            counts[block.state] += len(words)
            if show and is_text and block.state in (BlockState.FOLDED, BlockState.DIMMED):
                print(f"  {block.state} ({block.reason}): {words[:90]}")

    def __str__(self) -> str:
        text, furniture = sum(self.text.values()), sum(self.furniture.values())
        folded, dimmed = BlockState.FOLDED, BlockState.DIMMED
        return (
            f"{text:,} characters of articles, wrongly folded {self.text[folded] / text:.3%}, "
            f"wrongly dimmed {self.text[dimmed] / text:.3%}; of the furniture "
            f"{self.furniture[folded] / furniture:.0%} folded, "
            f"{self.furniture[dimmed] / furniture:.0%} dimmed"
        )


def paragraphs(name: str) -> Iterator[tuple[str, str]]:
    """Yield the element and the words of each block of a sample article."""
    article = read_article(ROOT / "corpus" / name)
    elements = {BlockKind.TITLE: "h1", BlockKind.HEADING: "h2", BlockKind.LIST_ITEM: "li"}
    for block in article.blocks:
        words = " ".join(block.span.of(article.reading_text()).split())
        if words and block.state in (BlockState.SHOWN, BlockState.SECONDARY):
            yield elements.get(block.kind, "p"), words


def made_page(layout: Layout, truth: list[tuple[str, str]]) -> str:
    blocks = "".join(
        layout.paragraph.format(escape(text)) if element == "p" else wrapped(element, text)
        for element, text in truth
    )
    menu = "<ul>" + "".join(f'<li><a href="/{word}">{word}</a></li>' for word in MENU) + "</ul>"
    teasers = "<h3>More stories</h3>" + "".join(
        f'<div class="teaser"><a href="/x">{escape(head)}</a><p>{escape(text)}</p></div>'
        for head, text in TEASERS
    )
    comments = "<h3>2 comments</h3>" + "".join(
        f'<div class="comment"><b>{who}</b><p>{escape(text)}</p></div>' for who, text in COMMENTS
    )
    foot = "".join(f'<a href="/y">{escape(text)}</a> ' for text in FOOT)
    sign_up = "".join(f"<div>{escape(text)}</div>" for text in SIGN_UP)
    return (
        f"<!doctype html><html><head><title>{escape(truth[0][1])}</title></head><body>"
        f'<div class="nav">{menu}</div>{layout.main.format(layout.body.format(blocks))}'
        f'{layout.beside.format(teasers)}<div class="newsletter">{sign_up}</div>'
        f'<div id="comments">{comments}</div><div class="footer">{foot}</div></body></html>'
    )


def wrapped(element: str, text: str) -> str:
    inner = f"<{element}>{escape(text)}</{element}>"
    return f"<ul>{inner}</ul>" if element == "li" else inner


def copied(page: str) -> str:
    """Return a page as it comes out when all of it is selected and copied."""
    article = article_of(page.encode(), Path("page.html"))
    return "\n".join(" ".join(block.span.of(article.text).split()) for block in article.blocks)


def squeezed(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    main()
