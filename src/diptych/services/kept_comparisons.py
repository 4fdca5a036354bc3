# SPDX-License-Identifier: MIT
"""Comparisons that were made, kept in the cache: the same pair stands there at once.

A comparison holds for two articles as they are read, the vectors that took part in
it, the reader's options, and the Diptych that made it. All of that is in the name of
its file, so that a kept one is either right or not found.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from diptych import __version__, assets
from diptych.opened import listed, read_whole
from diptych.paths import Profile
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.compare.values import Comparison, Options
    from diptych.text.article import Article

log = logging.getLogger(__name__)

MOST = 200  # comparisons; the longest unused go
LONGEST = 400_000  # bytes of one: a pair of books would hold the window up while it is read
_SOURCES = ("compare", "text")  # packages a comparison depends on
_ENDING = ".comparison"


@dataclass(frozen=True, slots=True)
class KeptComparisons:
    """The folder of a profile's comparisons, and that of the vectors they were made with."""

    folder: Path
    vectors_folder: Path

    def place(self, left: Article, right: Article, options: Options, *, by_meaning: bool) -> Path:
        """Return the file for a comparison as it would be made now."""
        from diptych.meaning.choice import installed_encoders

        encoders = (encoder.name for encoder in installed_encoders())
        # Encoders too, not just vectors: another one installed could read the pair, and the
        # kept comparison would hide that.
        vectors = (*encoders, *sorted(self._vectors(left, right))) if by_meaning else ()
        parts = (_made_by(), repr(left), repr(right), repr(options), *vectors)
        name = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
        # 128 bits of the digest are name enough.
        return self.folder / f"{name[:32]}{_ENDING}"

    def find(self, place: Path) -> tuple[Comparison, tuple[str, ...]] | None:
        """Return the comparison kept at a place and the encoders that took part, if there is."""
        from diptych.compare.stored import unpack

        try:
            # The first line names the encoders, the rest is the comparison.
            encoders, _, packed = read_whole(place).partition(b"\n")
            comparison = unpack(packed)
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            log.info("%s is made again: %s", place.name, error)
            return None
        with suppress(OSError):
            # What was looked at last stays longest.
            place.touch()
        return comparison, tuple(encoders.decode("ascii", "replace").split())

    def keep(self, place: Path, comparison: Comparison, encoders: Sequence[str]) -> None:
        """Keep a comparison; a full or locked disk goes without."""
        from diptych.atomic import replacing
        from diptych.compare.stored import pack

        packed = pack(comparison)
        if len(packed) > LONGEST:
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            # Whole or not at all: two windows may keep the same pair at once.
            with replacing(place) as file:
                file.write(" ".join(encoders).encode("ascii") + b"\n" + packed)
            self._forget_oldest()
        except OSError as error:
            log.info("a comparison is not kept: %s", error)

    def _vectors(self, left: Article, right: Article) -> Iterable[str]:
        """Yield the names of the vectors there are of the two, whoever made them."""
        for article in (left, right):
            for path in listed(self.vectors_folder, f"{article.id}-*.npy"):
                yield path.name

    def _forget_oldest(self) -> None:
        kept = sorted(self.folder.glob(f"*{_ENDING}"), key=lambda path: path.stat().st_mtime)
        # Another process may have removed it already.
        for path in kept[:-MOST]:
            path.unlink(missing_ok=True)


def comparisons_of(profile: Profile) -> KeptComparisons:
    """Return where a profile keeps its comparisons."""
    return KeptComparisons(profile.comparisons_folder, profile.vectors_folder)


@cache
def _made_by() -> str:
    """Return what changes with every change of what compares."""
    # By size and time of the sources, so that a developer's change is noticed without a
    # version.
    package = Path(__file__).parents[1]
    sources = [path for name in _SOURCES for path in sorted((package / name).rglob("*.py"))]
    stamps = [
        f"{path.name} {status.st_size} {status.st_mtime_ns}"
        for path in (*sources, *sorted(assets.resource_path("language").glob("*.json")))
        for status in (path.stat(),)
    ]
    return " ".join((__version__, *stamps))
