# SPDX-License-Identifier: MIT
"""The list of changes taken away as a file: a table, a Word document, a translation memory."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from diptych.compare.changes.values import Change, Changes
from diptych.notes.export.placing import Again, Saved, put
from diptych.notes.export.table import AS_UNICODE
from diptych.services.change_formats import ChangeFormat
from diptych.services.changes import csv_table, heads, markdown_table, translation_memory
from diptych.text.article import Article, Span


def written(form: ChangeFormat, changes: Changes, left: Article, right: Article) -> bytes:
    """Return the changes of a pair as a file holds them."""
    if form is ChangeFormat.WORD:
        # python-docx is loaded for Word alone.
        from diptych.notes.export.word import word_document

        return word_document(_page(changes, left, right))
    tables = {
        ChangeFormat.MARKDOWN: markdown_table,
        ChangeFormat.CSV: csv_table,
        ChangeFormat.MEMORY: translation_memory,
    }
    return tables[form](changes, left, right).encode("utf-8", "replace")


def write_changes(
    target: Path,
    form: ChangeFormat,
    changes: Changes,
    left: Article,
    right: Article,
    *,
    again: Again = Again.OVERWRITE,
) -> Saved:
    """Write the changes of a pair to a file.

    No such file says whose it is: with ``renew`` one that is there already stays.
    Raises NoteError when it cannot be written; what stood there before then stays.
    """
    first = AS_UNICODE.encode() if form is ChangeFormat.CSV else b""
    return put(target, [first + written(form, changes, left, right)], again)


def _page(changes: Changes, left: Article, right: Article) -> str:
    """Return the table as HTML, the words that changed in bold."""
    # The offsets of changes are good for both; in these the signs of Markdown are blanks.
    texts = left.reading_text(), right.reading_text()
    above = "".join(f"<th>{escape(words)}</th>" for words in heads(left, right))
    rows = "".join(f"<tr>{_row(change, texts)}</tr>" for change in changes.changes)
    title = escape(f"{left.called} / {right.called}")
    return (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1>"
        f"<table><tr>{above}</tr>{rows}</table></body></html>"
    )


def _row(change: Change, texts: tuple[str, str]) -> str:
    cells = (
        escape(", ".join(change.kinds)),
        _marked(texts[0], change.left, (edit.left for edit in change.edits)),
        _marked(texts[1], change.right, (edit.right for edit in change.edits)),
        escape(", ".join(change.findings)),
    )
    return "".join(f"<td>{cell}</td>" for cell in cells)


def _marked(text: str, passage: Span, edits: Iterable[Span]) -> str:
    parts, at = [], passage.start
    for edit in sorted(edits):
        # Sentences that were joined or moved can have edits that overlap; each letter stands
        # once.
        if len(edit) and edit.start >= at:
            parts += [escape(text[at : edit.start]), f"<b>{escape(edit.of(text))}</b>"]
            at = edit.end
    parts.append(escape(text[at : passage.end]))
    return " ".join("".join(parts).split())
