# SPDX-License-Identifier: MIT
"""Words for the reader that can still be said in another language.

What stands below the window speaks English. It hands on its sentences with the
template and the parts they were made from, so that the window can say them in
the reader's language; the command line prints them as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Translatable(str):
    """English words that remember their template and its parts.

    ``Translatable("{name} is empty.", name="a.txt")`` is the text ``a.txt is empty.``;
    parts may be sentences themselves, and numbers are grouped. Without parts the
    template is taken as it is. `python3 dev.py translate` finds the templates that
    are written out in the call.
    """

    __slots__ = ("parts", "template")
    template: str
    parts: Mapping[str, str | int]

    def __new__(cls, template: str, /, **parts: object) -> Translatable:
        """Fill in the template; a sentence given without parts stays the one it is."""
        if isinstance(template, Translatable) and not parts:
            return template
        kept = {name: _part(value) for name, value in parts.items()}
        # Grouped as in English; the window groups as its reader does.
        shown = {n: f"{v:,}" if isinstance(v, int) else v for n, v in kept.items()}
        made = super().__new__(cls, template.format(**shown) if parts else template)
        made.template, made.parts = template, kept
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """Keep template and parts on the way to another process."""
        return _again, (self.template, dict(self.parts))


def joined(sentences: Iterable[str], between: str = " ") -> Translatable:
    """Return several sentences as one; what stands between them may be a sentence too."""
    parts = {f"part{number}": each for number, each in enumerate(sentences)}
    return Translatable("{between}".join(f"{{{name}}}" for name in parts), between=between, **parts)


def template(words: str) -> str:
    """Mark a template that is filled in elsewhere, so that it is found for translation."""
    return words


def _part(value: object) -> str | int:
    return value if isinstance(value, str | int) else str(value)


def _again(template: str, parts: dict[str, str | int]) -> Translatable:
    return Translatable(template, **parts)
