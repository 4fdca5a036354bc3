# SPDX-License-Identifier: MIT
"""all-MiniLM-L6-v2 tuned to claims, with 8-bit weights in numpy: English only, finer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from diptych.assets import model_path
from diptych.errors import EncoderError
from diptych.meaning.encoder import checked

if TYPE_CHECKING:
    from diptych.meaning.encoder import Rows
    from diptych.meaning.transformer import Transformer
    from diptych.meaning.word_pieces import WordPieces

# Made by training/train.py and packaging/models/convert_minilm.py.
_WEIGHTS = "97a72fe0af6a4172ae8ec4b25fca9d9d4df32740200a60182c5d3337b4b8301e"
_VOCABULARY = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
_WEIGHTS_FILE, _VOCABULARY_FILE = "minilm/weights.safetensors", "minilm/vocabulary.txt"
_LONGEST = 256  # word pieces


class MiniLmEncoder:
    """In ``resources/models/minilm``: 23 MB, about 90 sentences a second."""

    name = "claims-minilm-l6-4"  # another one for other weights, so that no old vector is used
    languages = frozenset({"en"})
    dimensions = 384
    longest = 15_000  # words, about half a minute

    def encode(self, sentences: Sequence[str]) -> Rows:
        """Return one row of unit length for each sentence, in order."""
        pieces, transformer = _model()
        return transformer.encode([pieces.numbers(some, longest=_LONGEST) for some in sentences])

    def let_go(self) -> None:
        """Give the model's memory back; it is loaded again when it is next needed."""
        _model.cache_clear()


def is_installed() -> bool:
    """Tell whether the model is there, without loading it."""
    try:
        return model_path(_WEIGHTS_FILE).is_file()
    except FileNotFoundError:
        return False


@cache
def _model() -> tuple[WordPieces, Transformer]:
    from diptych.meaning.transformer import Transformer
    from diptych.meaning.weights import Weights
    from diptych.meaning.word_pieces import WordPieces

    try:
        vocabulary, weights = model_path(_VOCABULARY_FILE), model_path(_WEIGHTS_FILE)
    except FileNotFoundError as error:
        raise EncoderError("The English meaning model is not installed.") from error
    # Both are checked: other words would give every sentence other numbers, without an error.
    words = checked(vocabulary, _VOCABULARY).read_text(encoding="utf-8").splitlines()
    return WordPieces(words), Transformer(Weights(checked(weights, _WEIGHTS)))
