# SPDX-License-Identifier: MIT
"""Errors a reader can act on; everything else is a bug."""

from __future__ import annotations

from diptych.translatable import Translatable, template

# Of a file that the reader named.
UNREADABLE = template("{path} cannot be read; check that it is there and that you may read it.")


class DiptychError(Exception):
    """Something the reader can mend; the message is a finished sentence.

    It is written as a template and the parts to fill in, for the window says it
    in the reader's language.
    """

    def __init__(self, template: str, /, **parts: object) -> None:
        self.sentence = Translatable(template, **parts)
        super().__init__(self.sentence)


class ArticleError(DiptychError):
    """A file could not be read as an article.

    ``code`` is one of the outcome codes of ``docs/outcomes.md`` (``empty``,
    ``binary``, ``gone`` ...); the message names the file and the remedy.
    """

    def __init__(self, code: str, template: str, /, **parts: object) -> None:
        super().__init__(template, **parts)
        self.code = code

    def __reduce__(self) -> tuple[type[ArticleError], tuple[str, str]]:
        # Errors cross from the worker process by pickle.
        return type(self), (self.code, self.sentence)


class LibraryError(DiptychError):
    """The library's own store cannot do what was asked."""


class GoneError(LibraryError):
    """An article is not in the library, or no longer."""


class UnusableLibraryError(LibraryError):
    """The library's own file is damaged or may not be read; a copy can be read instead."""


class SearchError(DiptychError):
    """The index cannot be read or written."""


class CompareError(DiptychError):
    """Two articles cannot be compared."""


class EncoderError(DiptychError):
    """A meaning model is not here, or is not the one that was pinned."""


class NoteError(DiptychError):
    """A note could not be kept, found or written out."""


class UsageError(DiptychError):
    """A command was given words it cannot use (exit status 2)."""
