# SPDX-License-Identifier: MIT
"""An Article as bytes, so that it stays readable when its file is away."""

from __future__ import annotations

import json
import zlib
from typing import Any

from diptych.text.article import Article, Block, BlockKind, BlockState, Span, TitleSource

READER_VERSION = 24  # raise it when the same bytes make a different Article
_LONGEST = 200 << 20  # bytes unpacked; what Diptych itself writes stays far below


def pack(article: Article) -> bytes:
    """Return the article as compressed JSON."""
    plain = {
        "text": article.text,
        "blocks": [_block_values(block) for block in article.blocks],
        "title": article.title,
        "title_source": article.title_source,
        "content_hash": article.content_hash,
        "authors": article.authors,
        "date": article.date,
        "source": article.source,
        "language": article.language,
        "direction": article.direction,
        "format": article.format,
        "encoding": article.encoding,
        "tags": article.tags,
        "warnings": article.warnings,
        "words": article.words,
    }
    return zlib.compress(json.dumps(plain, ensure_ascii=False).encode("utf-8"), 1)


def unpack(packed: bytes) -> Article:
    """Return the article that ``pack`` was given. Raises ValueError for anything else."""
    try:
        inflate = zlib.decompressobj()
        plain = json.loads(inflate.decompress(packed, _LONGEST))
        return Article(
            **{
                **plain,
                "blocks": tuple(_block(values) for values in plain["blocks"]),
                "title_source": TitleSource(plain["title_source"]),
                "authors": tuple(plain["authors"]),
                "tags": tuple(plain["tags"]),
                "warnings": tuple(plain["warnings"]),
            }
        )
    except (zlib.error, KeyError, TypeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError("not a stored article") from error


def _block_values(block: Block) -> list[Any]:
    markup = [place for span in block.markup for place in (span.start, span.end)]
    return [block.kind, block.span.start, block.span.end, block.level, block.state, block.reason,
            block.page, markup, block.mark]  # fmt: skip


def _block(values: list[Any]) -> Block:
    # An article kept by an older version has no marks.
    kind, start, end, level, state, reason, page, markup, *mark = values
    return Block(
        kind=BlockKind(kind),
        span=Span(start, end),
        level=level,
        state=BlockState(state),
        reason=reason,
        page=page,
        markup=tuple(Span(*pair) for pair in zip(markup[::2], markup[1::2], strict=True)),
        mark="".join(mark),
    )
