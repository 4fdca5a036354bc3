# SPDX-License-Identifier: MIT
"""Where export templates run."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from diptych.notes.export import escape
from diptych.notes.export.entries import Entry, Group, Quotation
from diptych.notes.export.escape import MARKDOWN, PANDOC
from diptych.notes.export.limits import OPERATORS, check_call, check_operation, limited
from diptych.notes.export.note_text import note_body, note_html, vault_body
from diptych.notes.export.pandoc_note import pandoc_note

VALUES = (Entry, Quotation, Group)


class Sandbox(ImmutableSandboxedEnvironment):
    """Where templates run: they see what they are given and nothing else."""

    intercepted_binops = frozenset(OPERATORS)

    def __init__(self, *, autoescape: bool, dialect: str = "") -> None:
        super().__init__(
            autoescape=autoescape,
            # A name misspelt in a template is a fault, not an empty place.
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,  # it works each step of a chain out anew for the next
        )
        # range() and the like are of no use to a template but to run on.
        self.globals.clear()
        self.filters = {name: limited(name, each) for name, each in self.filters.items()}
        rules = PANDOC if dialect == "pandoc" else MARKDOWN
        self.filters.update(
            heading=partial(escape.heading, dialect=rules),
            line=partial(escape.one_line, dialect=rules),
            quote=partial(escape.blockquote, dialect=rules),
            cell=partial(escape.table_cell, dialect=rules),
            note=_NOTES.get(dialect, note_body),
            note_html=note_html,
            yaml=_yaml,
        )

    def call_binop(
        self, context: jinja2.runtime.Context, operator: str, left: Any, right: Any
    ) -> Any:
        """Calculate, but nothing that would fill the memory."""
        check_operation(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def call(self, context: jinja2.runtime.Context, obj: Any, *values: Any, **named: Any) -> Any:
        """Call, but no method of a text that would fill the memory."""
        text = getattr(obj, "__self__", None)
        if isinstance(text, str):
            check_call(obj.__name__, (text, *values, *named.values()))
        return super().call(context, obj, *values, **named)

    def getattr(self, obj: object, attribute: str) -> object:
        """Return a field; our own values need not be asked whether they are safe."""
        # It is asked for each field of each note; frozen values of ours have nothing to hide.
        if isinstance(obj, VALUES) and not attribute.startswith("_"):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


_NOTES: dict[str, Callable[..., str]] = {
    "pandoc": pandoc_note,
    "obsidian": vault_body,
    "commonmark": partial(note_body, has_footnotes=False),
}


@lru_cache(maxsize=8)
def markdown_sandbox(dialect: str = "") -> Sandbox:
    """Return where Markdown is made; its filters escape what they are given."""
    return Sandbox(autoescape=False, dialect=dialect)


@lru_cache(maxsize=1)
def page_sandbox() -> Sandbox:
    """Return where HTML is made; everything is escaped."""
    return Sandbox(autoescape=True)


def _yaml(value: object) -> str:
    """Write a text or a list of texts as YAML, of which JSON is a part; no ``<`` in it."""
    text = json.dumps(value, ensure_ascii=False)
    # YAML reads \U000000ad and no line break, BOM or tag can come of a title.
    return "".join(c if c.isprintable() and c != "<" else f"\\U{ord(c):08x}" for c in text)
