#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Names every package that Diptych is shipped with, its licence, and where the text of it lies.

    .venv/bin/python packaging/third_party.py            writes THIRD_PARTY.md
    .venv/bin/python packaging/third_party.py FOLDER     gathers the texts, for a frozen package

What is said comes from the metadata of the installed packages that requirements.lock
names. A frozen program has none of that metadata, so its folder carries the texts.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
PAGE = ROOT / "THIRD_PARTY.md"
# What we take where the maker leaves the choice.
CHOSEN = {
    "faust-cchardet": "MPL-1.1",
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "tld": "MPL-1.1",
}
# Those whose package carries no text: it lies with us.
TEXTS = {
    "faust-cchardet": "MPL-1.1.txt",
    "pyside6-essentials": "LGPL-3.0.txt",
    "shiboken6": "LGPL-3.0.txt",
    "whoosh": "whoosh.txt",
}
_TEXT = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Package:
    """One shipped package: its licence as its maker says it, and as we take it."""

    name: str
    licence: str
    taken_as: str
    texts: tuple[Path, ...]


def main(arguments: Sequence[str]) -> int:
    """Write the page, or gather the texts in a folder."""
    packages = list(shipped())
    if arguments:
        gather(packages, Path(arguments[0]))
    else:
        PAGE.write_text(page(packages), encoding="utf-8")
    return 0


def names() -> list[str]:
    """Return the packages that the lock of what is shipped names, each once."""
    return sorted(set(re.findall(r"^([\w.-]+)==", LOCK.read_text("utf-8"), re.MULTILINE)))


def shipped() -> Iterator[Package]:
    """Yield what is installed here of the packages named; raises PackageNotFoundError."""
    for name in names():
        found = distribution(name)
        said = licence_of(found)
        own = ROOT / "docs" / "licences" / TEXTS[name] if name in TEXTS else None
        texts = (own,) if own else tuple(texts_of(found))
        yield Package(name, said, CHOSEN.get(name, said), texts)


def licence_of(package: Distribution) -> str:
    """Return the licence as the metadata says it, in the newest of three ways."""
    metadata = package.metadata
    said = metadata.get("License-Expression") or (metadata.get("License") or "").split("\n")[0]
    if said and len(said) < 80:
        return said
    ways = metadata.get_all("Classifier") or ()
    return "; ".join(way.split(" :: ")[-1] for way in ways if way.startswith("License"))


def texts_of(package: Distribution) -> Iterator[Path]:
    """Yield the files of licences and notices that a package carries."""
    for file in package.files or ():
        if ".dist-info" in file.parts[0] and _TEXT.search("/".join(file.parts[1:])):
            yield Path(str(package.locate_file(file)))


def gather(packages: Sequence[Package], folder: Path) -> None:
    """Copy all texts into a folder for each package."""
    for package in packages:
        own = folder / package.name
        own.mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(package.texts):
            # Several packages have files of one name in folders of their own.
            copy = own / (f"{number}-{text.name}" if number else text.name)
            copy.write_text(_words(text), encoding="utf-8")


def _words(text: Path) -> str:
    """Return what a licence says; old ones write their makers' names in Latin-1."""
    try:
        return text.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return text.read_text(encoding="latin-1")


def page(packages: Sequence[Package]) -> str:
    """Return the page as Markdown."""
    rows = []
    for each in packages:
        ours = each.taken_as if each.taken_as != each.licence else ""
        rows.append(f"| {each.name} | {each.licence} | {ours} |")
    return "\n".join(
        (
            "# What Diptych is shipped with",
            "",
            "Every Python package of `requirements.lock`, with what it brings along; made by",
            "`packaging/third_party.py`. [NOTICE](NOTICE) names Qt, the fonts and the encoders,",
            "[docs/dependencies.md](docs/dependencies.md) says what each package is for. The texts",
            "of the licences lie in the packages themselves, in `licences/` of a frozen program,",
            "and in [docs/licences/](docs/licences) where a package carries none.",
            "",
            "| Package | Licence | Taken as |",
            "|---|---|---|",
            *rows,
            "",
        )
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
