# SPDX-License-Identifier: MIT
"""Notes as Markdown, with their quotes and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from diptych import assets
from diptych.notes.export import escape
from diptych.notes.export.entries import Progress, groups
from diptych.notes.note import Note


def to_markdown(
    notes: Iterable[Note],
    *,
    figures: Mapping[str, tuple[tuple[str, str], ...]] | None = None,
    progress: Progress | None = None,
) -> str:
    """Return the notes as one CommonMark document, grouped by pair."""
    return "".join(markdown_pieces(notes, figures=figures, progress=progress))


def markdown_pieces(
    notes: Iterable[Note],
    *,
    figures: Mapping[str, tuple[tuple[str, str], ...]] | None = None,
    progress: Progress | None = None,
) -> Iterator[str]:
    """Give the same document piece by piece, to write or to stop at any of them."""
    sorted_in = groups(notes, figures=figures, progress=progress)
    yield from _template("commonmark.md").generate(groups=sorted_in)


@lru_cache(maxsize=8)
def _template(name: str) -> Template:
    source = assets.resource_path(f"export/{name}").read_text(encoding="utf-8")
    return environment().from_string(source)


@lru_cache(maxsize=1)
def environment() -> ImmutableSandboxedEnvironment:
    """Return where templates run: they see what they are given and nothing else."""
    sandbox = ImmutableSandboxedEnvironment(
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    sandbox.filters.update(
        heading=escape.heading,
        line=escape.one_line,
        quote=escape.blockquote,
        note=escape.note_body,
    )
    return sandbox
