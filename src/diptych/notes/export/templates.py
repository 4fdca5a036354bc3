# SPDX-License-Identifier: MIT
"""Templates of exported files: ours, and those a reader wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from types import TracebackType

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from diptych import assets
from diptych.errors import NoteError
from diptych.notes.export import escape
from diptych.notes.export.entries import Entry, Group, Quotation

VALUES = (Entry, Quotation, Group)


class ExportTemplate:
    """A template that is known to parse; rendering it names the line that fails."""

    def __init__(self, source: str, name: str, *, sandbox: Sandbox | None = None) -> None:
        self.name = name
        self._file = f"<template {name}>"
        sandbox = sandbox or markdown_sandbox()
        try:
            code = sandbox.compile(source, name=name, filename=self._file)
        except jinja2.TemplateSyntaxError as error:
            raise NoteError(_fault(name, error.lineno, str(error.message))) from error
        except (RecursionError, MemoryError, SyntaxError, ValueError) as error:
            raise NoteError(_fault(name, 1, "it is nested too deeply")) from error
        self._template = jinja2.Template.from_code(sandbox, code, sandbox.make_globals(None))

    def pieces(self, **fields: object) -> Iterator[str]:
        """Give the rendered text piece by piece; a template that says nothing is a fault."""
        is_blank = True
        try:
            for piece in self._template.generate(**fields):
                is_blank = is_blank and not piece.strip()
                yield piece
        except (jinja2.TemplateError, *_MISTAKES) as error:
            line = self._line_of(error.__traceback__)
            raise NoteError(_fault(self.name, line, str(error) or type(error).__name__)) from error
        if is_blank:
            raise NoteError(f"The template {self.name} writes an empty file; nothing was changed.")

    def _line_of(self, trace: TracebackType | None) -> int:
        line = 0
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self._file:
                line = trace.tb_lineno
            trace = trace.tb_next
        return line


_MISTAKES = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)


@lru_cache(maxsize=16)
def built_in(name: str) -> ExportTemplate:
    """Return one of our own templates, such as ``commonmark.md``."""
    return ExportTemplate(built_in_source(name), name)


@lru_cache(maxsize=4)
def built_in_page(name: str) -> ExportTemplate:
    """Return one of our own templates of HTML, such as ``report.html``."""
    return ExportTemplate(built_in_source(name), name, sandbox=page_sandbox())


def built_in_source(name: str) -> str:
    """Return the text of one of our own templates, to start one's own from."""
    return assets.resource_path(f"export/{name}").read_text(encoding="utf-8")


class Sandbox(ImmutableSandboxedEnvironment):
    """Where templates run: they see what they are given and nothing else."""

    def __init__(self, *, autoescape: bool) -> None:
        super().__init__(
            autoescape=autoescape,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.globals.clear()
        self.filters.update(
            heading=escape.heading,
            line=escape.one_line,
            quote=escape.blockquote,
            cell=escape.table_cell,
            note=escape.note_body,
            note_html=escape.note_html,
            yaml=_yaml,
        )

    def getattr(self, obj: object, attribute: str) -> object:
        """Return a field; our own values need not be asked whether they are safe."""
        if isinstance(obj, VALUES) and not attribute.startswith("_"):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


@lru_cache(maxsize=1)
def markdown_sandbox() -> Sandbox:
    """Return where Markdown is made; its filters escape what they are given."""
    return Sandbox(autoescape=False)


@lru_cache(maxsize=1)
def page_sandbox() -> Sandbox:
    """Return where HTML is made; everything is escaped."""
    return Sandbox(autoescape=True)


def _yaml(value: object) -> str:
    """Write a text or a list of texts as YAML, of which JSON is a part; no ``<`` in it."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() and c != "<" else f"\\U{ord(c):08x}" for c in text)


def _fault(name: str, line: int, reason: str) -> str:
    where = f" in line {line}" if line else ""
    return f"The template {name} has a fault{where}: {reason.rstrip('.')}."
