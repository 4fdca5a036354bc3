# SPDX-License-Identifier: MIT
"""One article as a page of its own, to be printed like a report."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.notes.export.report import ArticleHead
from diptych.notes.export.templates import built_in_page
from diptych.text.article import Article, Block, BlockKind, BlockState
from diptych.text.list_marks import mark_before
from diptych.values import dataclass

HEAD = (BlockKind.TITLE, BlockKind.BYLINE, BlockKind.DATE)


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of the page; ``level`` is a heading's or a list item's, ``mark`` its number."""

    kind: str
    text: str
    level: int = 0
    mark: str = ""


def article_html(article: Article) -> Iterator[str]:
    """Give an article as one HTML page, piece by piece; what is folded away stays out."""
    told = ArticleHead(article.title, article.authors, article.source, article.date)
    parts = _parts(article)
    return built_in_page("article.html").pieces(
        article=told, parts=parts, direction=article.direction, language=article.language
    )


def _parts(article: Article) -> tuple[Part, ...]:
    text = article.reading_text()
    shown = (b for b in article.blocks if b.state is not BlockState.FOLDED and not _is_head(b))
    parts = (_part(block, _words(block, text)) for block in shown)
    return tuple(part for part in parts if part.text)


def _part(block: Block, words: str) -> Part:
    return Part(block.kind.value, words, min(block.level, 4), mark_before(block, words))


def _is_head(block: Block) -> bool:
    return block.kind in HEAD


def _words(block: Block, text: str) -> str:
    words = block.span.of(text)
    # Their line breaks and columns are what they say.
    if block.kind in (BlockKind.CODE, BlockKind.TABLE):
        return words.strip("\n")
    return " ".join(words.split())
