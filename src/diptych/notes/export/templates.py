# SPDX-License-Identifier: MIT
"""Templates of exported files: ours, and those a reader wrote."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING

from diptych import assets
from diptych.errors import NoteError
from diptych.notes.export import limits
from diptych.translatable import Translatable

if TYPE_CHECKING:
    from diptych.notes.export.sandbox import Sandbox


_AT_ONCE = 400  # pieces joined into one; a note makes some forty


class ExportTemplate:
    """A template that is known to parse; rendering it names the line that fails."""

    is_watched = True  # for running on; what a reader wrote may

    def __init__(self, source: str, name: str, *, sandbox: Sandbox | None = None) -> None:
        # Only when notes leave: the window starts without.
        import jinja2

        from diptych.notes.export.sandbox import markdown_sandbox

        self.name = name
        self._source = source
        # A name of its own, by which its lines are known in a traceback.
        self._file = f"<template {name}>"
        sandbox = sandbox or markdown_sandbox()
        try:
            code = sandbox.compile(source, name=name, filename=self._file)
        except jinja2.TemplateSyntaxError as error:
            raise NoteError(_fault(name, error.lineno, str(error.message))) from error
        except limits.TooMuchError as error:
            raise NoteError(_fault(name, 1, str(error))) from error
        # Python's own compiler gives up on code that Jinja made of deep nesting.
        except (RecursionError, MemoryError, SyntaxError, ValueError) as error:
            raise NoteError(_fault(name, 1, Translatable("it is nested too deeply"))) from error
        self._template = jinja2.Template.from_code(sandbox, code, sandbox.make_globals(None))

    def in_dialect(self, dialect: str) -> ExportTemplate:
        """Return the template with filters that escape for a kind of Markdown."""
        from diptych.notes.export.sandbox import markdown_sandbox

        return type(self)(self._source, self.name, sandbox=markdown_sandbox(dialect))

    def pieces(self, **fields: object) -> Iterator[str]:
        """Give the rendered text piece by piece; a template that says nothing is a fault."""
        import jinja2

        is_blank, written = True, 0
        try:
            pieces = self._template.generate(**fields)
            # Joined: each piece by itself is a call of whoever writes.
            while batch := self._batch(pieces):
                part = "".join(batch)
                is_blank = is_blank and not part.strip()
                written += len(part)
                if written > limits.LARGEST_OUTPUT:
                    raise limits.TooMuchError("it writes without end")
                yield part
        except MemoryError as error:
            raise NoteError(
                _fault(self.name, 0, Translatable("it needs too much memory"))
            ) from error
        except (jinja2.TemplateError, *_MISTAKES) as error:
            line = self._line_of(error.__traceback__)
            raise NoteError(_fault(self.name, line, str(error) or type(error).__name__)) from error
        if is_blank:
            raise NoteError(
                "The template {name} writes an empty file; nothing was changed.", name=self.name
            )

    def _batch(self, pieces: Iterator[str]) -> tuple[str, ...]:
        # Watching traces each line, which ours need not pay for.
        if not self.is_watched:
            return tuple(islice(pieces, _AT_ONCE))
        with limits.in_time(self._file):
            return tuple(islice(pieces, _AT_ONCE))

    def _line_of(self, trace: TracebackType | None) -> int:
        line = 0
        # The innermost line of the template: below it are filters of ours.
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self._file:
                line = trace.tb_lineno
            trace = trace.tb_next
        return line


_MISTAKES = (
    *(TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError),
    NameError,  # 1e999 becomes ``inf`` in the code that Jinja makes
)


class _OurTemplate(ExportTemplate):
    is_watched = False


@lru_cache(maxsize=16)
def built_in(name: str) -> ExportTemplate:
    """Return one of our own templates, such as ``commonmark.md``."""
    return _OurTemplate(built_in_source(name), name).in_dialect(name.removesuffix(".md"))


@lru_cache(maxsize=4)
def built_in_page(name: str) -> ExportTemplate:
    """Return one of our own templates of HTML, such as ``report.html``."""
    from diptych.notes.export.sandbox import page_sandbox

    return _OurTemplate(built_in_source(name), name, sandbox=page_sandbox())


def built_in_source(name: str) -> str:
    """Return the text of one of our own templates, to start one's own from."""
    return assets.resource_path(f"export/{name}").read_text(encoding="utf-8")


def _fault(name: str, line: int, reason: str) -> Translatable:
    cause = reason if isinstance(reason, Translatable) else reason.rstrip(".")
    if not line:
        return Translatable("The template {name} has a fault: {reason}.", name=name, reason=cause)
    return Translatable(
        "The template {name} has a fault in line {line}: {reason}.",
        name=name,
        line=line,
        reason=cause,
    )
