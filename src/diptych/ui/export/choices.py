# SPDX-License-Identifier: MIT
"""What the export dialog offers, and what was chosen in it; loaded before there is a dialog."""

from __future__ import annotations

from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class ExportScope:
    """Which notes: ``id`` is the owner's name for it ("pair", "all", "tag:port")."""

    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class ExportProfile:
    """A format, with a line that says for what it is good.

    ``is_text`` is false for what cannot be copied as text (PDF); of what is
    ``is_paged`` the pages are shown in place of the text.
    """

    id: str
    name: str
    line: str = ""
    is_text: bool = True
    is_paged: bool = False
    has_template: bool = False


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the reader chose: a scope's and a profile's ``id``, and a template of their own."""

    scope: str
    profile: str
    template: str = ""
