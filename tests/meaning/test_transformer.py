# SPDX-License-Identifier: MIT
"""The forward pass gives the vectors that onnxruntime gave with the same weights."""

from __future__ import annotations

import importlib.util
from math import erf, sqrt
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from diptych.errors import EncoderError
from diptych.meaning.minilm import MiniLmEncoder
from diptych.meaning.transformer import Transformer, batches, bend
from diptych.meaning.weights import Weights

ROOT = Path(__file__).parents[2]
# Every 64th number of each vector, as the shipped weights gave them on the day they came.
RECORDED = {
    "The council wants to keep the night ferry running.": (
        -0.003279,
        0.042421,
        -0.081252,
        0.052977,
        -0.088869,
        -0.028686,
    ),
    "She planted tomatoes behind the house.": (
        -0.023148,
        -0.022135,
        0.013464,
        -0.033828,
        -0.070197,
        0.021372,
    ),
    "word " * 4000: (-0.042475, -0.023945, 0.004000, 0.025360, -0.015882, -0.063811),
    "": (-0.106161, -0.062089, -0.001227, -0.064254, -0.025362, -0.049611),
}
SMALL = {"layers": 2, "wide": 64, "pieces": 11}


@pytest.mark.parametrize("text", RECORDED)
def test_vectors_are_those_of_the_model(text: str) -> None:
    (row,) = MiniLmEncoder().encode([text])

    assert np.allclose(row[::64], RECORDED[text], atol=2e-5)


def test_gelu_is_near_the_one_of_the_books() -> None:
    rows = np.linspace(-40, 40, 4001, dtype=np.float32)
    exact = [x * 0.5 * (1 + erf(x / sqrt(2))) for x in rows.tolist()]

    bend(rows)

    assert np.allclose(rows, exact, atol=2e-5)


def test_every_text_is_in_one_batch_and_like_lengths_are_together() -> None:
    lengths = [300, 5, 800, 5, 2_000, 41]

    assert list(batches(lengths)) == [[1, 3, 5, 0], [2], [4]]


def test_a_state_of_another_training_is_converted(tmp_path: Path) -> None:
    state = small_state()
    path = tmp_path / "small.safetensors"
    path.write_bytes(converter().file_of(converter().rounded(state), "a test"))

    rounded = Transformer(Weights(path)).encode([[1, 2, 3], [4, 5]])

    assert np.allclose(rounded, by_the_book(state, [[1, 2, 3], [4, 5]]), atol=0.02)


def test_a_file_that_holds_no_weights_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.safetensors"
    path.write_bytes(b"\x04\0\0\0\0\0\0\0{no]")

    with pytest.raises(EncoderError, match=r"weights\.safetensors cannot be read"):
        Weights(path)


def converter() -> ModuleType:
    path = ROOT / "packaging" / "models" / "convert_minilm.py"
    spec = importlib.util.spec_from_file_location("convert_minilm", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def small_state() -> dict[str, np.ndarray]:
    """Return a BERT with two layers and random weights, under the names a trainer saves."""
    rng = np.random.default_rng(7)
    wide, pieces = SMALL["wide"], SMALL["pieces"]
    shapes = {
        f"embeddings.{name}_embeddings": (rows, wide)
        for name, rows in (("word", pieces), ("position", 9), ("token_type", 2))
    }
    for layer in (f"encoder.layer.{at}" for at in range(SMALL["layers"])):
        square = ("attention.self.query", "attention.self.key", "attention.self.value")
        shapes |= {f"{layer}.{name}": (wide, wide) for name in (*square, "attention.output.dense")}
        shapes[f"{layer}.intermediate.dense"] = (4 * wide, wide)
        shapes[f"{layer}.output.dense"] = (wide, 4 * wide)
    state = {f"{name}.weight": rng.normal(0, 0.2, shape) for name, shape in shapes.items()}
    state |= {
        f"{name}.bias": rng.normal(0, 0.1, shape[0])
        for name, shape in shapes.items()
        if name.startswith("encoder")
    }
    norms = [name for name in shapes if name.endswith("output.dense")]
    for name in ("embeddings.LayerNorm", *(n.replace("dense", "LayerNorm") for n in norms)):
        state |= {f"{name}.weight": rng.normal(1, 0.1, wide), f"{name}.bias": rng.normal(size=wide)}
    return state


def by_the_book(state: dict[str, np.ndarray], texts: list[list[int]]) -> np.ndarray:
    """Return the vectors of texts one by one, in double precision and without any craft."""
    return np.stack([_by_the_book(state, text) for text in texts])


def _by_the_book(state: dict[str, np.ndarray], text: list[int]) -> np.ndarray:
    def dense(name: str, rows: np.ndarray) -> np.ndarray:
        return rows @ state[f"{name}.weight"].T + state[f"{name}.bias"]

    def norm(name: str, rows: np.ndarray) -> np.ndarray:
        even = (rows - rows.mean(1, keepdims=True)) / rows.std(1, keepdims=True)
        return even * state[f"{name}.weight"] + state[f"{name}.bias"]

    rows = state["embeddings.word_embeddings.weight"][text]
    rows = rows + state["embeddings.position_embeddings.weight"][: len(text)]
    rows = norm("embeddings.LayerNorm", rows + state["embeddings.token_type_embeddings.weight"][0])
    for layer in (f"encoder.layer.{at}" for at in range(SMALL["layers"])):
        looks = [dense(f"{layer}.attention.self.{n}", rows) for n in ("query", "key", "value")]
        heads = [np.split(look, SMALL["wide"] // 32, axis=1) for look in looks]
        fits = [np.exp(q @ k.T / sqrt(32)) for q, k in zip(heads[0], heads[1], strict=True)]
        seen = [f / f.sum(1, keepdims=True) @ v for f, v in zip(fits, heads[2], strict=True)]
        seen_rows = dense(f"{layer}.attention.output.dense", np.concatenate(seen, axis=1))
        rows = norm(f"{layer}.attention.output.LayerNorm", rows + seen_rows)
        inner = dense(f"{layer}.intermediate.dense", rows)
        bent = inner * 0.5 * (1 + np.vectorize(erf)(inner / sqrt(2)))
        rows = norm(f"{layer}.output.LayerNorm", rows + dense(f"{layer}.output.dense", bent))
    mean = rows.mean(0)
    return mean / np.linalg.norm(mean)
