# SPDX-License-Identifier: MIT
"""The library as plain values, for the command line's JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from diptych.library.entry import Entry
from diptych.library.scan import AddReport, Refusal, Taken
from diptych.text.article import Article, Block
from diptych.text.chapters import chapters


def report_values(report: AddReport) -> dict[str, Any]:
    """Return what ``diptych add`` prints."""
    return {
        "added": [_taken_values(taken) for taken in report.added],
        "unchanged": [_taken_values(taken) for taken in report.unchanged],
        "updated": [_taken_values(taken) for taken in report.updated],
        "failed": [_refusal_values(refusal) for refusal in report.failed],
    }


def rescan_values(report: AddReport) -> dict[str, Any]:
    """Return what ``diptych rescan`` prints; files that did not change are only counted."""
    return {
        **report_values(report),
        "missing": [_taken_values(taken) for taken in report.missing],
        "unchanged": report.known + len(report.unchanged),
    }


def entries_values(
    entries: Iterable[Entry], collections: Mapping[str, Sequence[str]]
) -> list[dict[str, Any]]:
    """Return what ``diptych list`` prints; each entry names the collections it is in."""
    return [
        {
            **entry_values(entry),
            "collections": [name for name, ids in collections.items() if entry.id in ids],
        }
        for entry in entries
    ]


def entry_values(entry: Entry) -> dict[str, Any]:
    """Return one article as ``diptych list`` prints it."""
    return {
        "id": entry.id,
        "path": path_text(entry.path),
        "title": entry.title,
        "short_name": entry.short_name,
        "authors": list(entry.authors),
        "date": entry.date,
        "source": entry.source,
        "language": entry.language,
        "words": entry.words,
        "tags": list(entry.tags),
        "title_source": str(entry.title_source),
        "format": entry.format,
        "encoding": entry.encoding,
        "direction": entry.direction,
        "available": entry.available,
        "reading": entry.reading.value,
        **({"part_of": entry.part_of, "part": entry.part} if entry.part_of else {}),
    }


def article_values(article: Article, path: Path) -> dict[str, Any]:
    """Return what ``diptych show`` prints, but for the passages."""
    return {
        "id": article.id,
        "path": path_text(path),
        "title": article.title,
        "title_source": str(article.title_source),
        "authors": list(article.authors),
        "date": article.date,
        "source": article.source,
        "language": article.language,
        "direction": article.direction,
        "words": article.words,
        "format": article.format,
        "encoding": article.encoding,
        "tags": list(article.tags),
        "warnings": list(article.warnings),
        "text": article.text,
        "blocks": [_block_values(block) for block in article.blocks],
    }


def chapters_values(article: Article) -> list[dict[str, Any]]:
    """Return what ``diptych chapters`` prints."""
    return [
        {
            "number": chapter.number,
            "title": chapter.title,
            "start": chapter.span.start,
            "end": chapter.span.end,
            "words": chapter.words,
            "openable": chapter.is_long,
        }
        for chapter in chapters(article)
    ]


def path_text(path: Path) -> str:
    """Return a path as text that can be written as UTF-8."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _block_values(block: Block) -> dict[str, Any]:
    return {
        "kind": str(block.kind),
        "level": block.level,
        "state": str(block.state),
        "reason": block.reason,
        "start": block.span.start,
        "end": block.span.end,
        "page": block.page,
        "markup": [[span.start, span.end] for span in block.markup],
    }


def _taken_values(taken: Taken) -> dict[str, Any]:
    values = {"id": taken.id, "path": path_text(taken.path), "title": taken.title}
    return {**values, "reason": taken.reason} if taken.reason else values


def _refusal_values(refusal: Refusal) -> dict[str, Any]:
    return {"path": path_text(refusal.path), "code": refusal.code, "reason": refusal.reason}
