# SPDX-License-Identifier: MIT
"""What turns sentences into vectors of meaning, and which of them are here."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from diptych.errors import EncoderError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows: TypeAlias = NDArray[np.float32]


class Encoder(Protocol):
    """Sentences in, unit vectors out; the same vectors for the same sentences."""

    @property
    def name(self) -> str:
        """Name and version; vectors are kept under it."""

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes of the languages whose sentences it understands."""

    @property
    def dimensions(self) -> int:
        """Length of one vector."""

    @property
    def longest(self) -> int:
        """Length in words of the longest article it is quick enough for."""

    def encode(self, sentences: Sequence[str]) -> Rows:
        """Return one row of unit length for each sentence, in order."""

    def let_go(self) -> None:
        """Give the model's memory back; it is loaded again when it is next needed."""


def checked(path: Path, digest: str) -> Path:
    """Return ``path`` if its bytes have this SHA-256; raise EncoderError otherwise."""
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EncoderError("The meaning model {name} cannot be read.", name=path.name) from error
    if found != digest:
        raise EncoderError(
            "The meaning model {name} is not the one Diptych was made with, so comparing goes by "
            "words alone.",
            name=path.name,
        )
    return path
