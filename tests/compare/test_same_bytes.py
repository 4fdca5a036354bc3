# SPDX-License-Identifier: MIT
"""A comparison is the same to the byte, whatever the hash seed and the threads."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = """
import json, sys
import numpy as np
from diptych.compare.comparison import Meaning, Options, compare
from diptych.compare.listing import comparison_json
from diptych.compare.reading import read
from diptych.text.vectors import Vectors
from tests.compare.articles import article
from tests.compare.test_comparison import LEFT, RIGHT

sizes = {"small": 3, "large": 160}  # the large pair is past scoring every pair
copies = sizes[sys.argv[1]]
told = "\\n".join(f"{LEFT}\\nBoat {n * 7} left quay {n}." for n in range(copies))
retold = "\\n".join(f"{RIGHT}\\nFrom quay {n} went boat {n * 7}." for n in range(copies))
a, b = article(told, date="2025-02-14"), article(retold, date="2025-02-14")

def vectors(made, dimensions):
    rows = np.random.default_rng(dimensions).standard_normal((len(read(made)), dimensions))
    rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return Vectors({512: "tongues", 384: "claims"}[dimensions], rows)

meanings = tuple(Meaning(vectors(a, d), vectors(b, d)) for d in (512, 384))
for given in ((), meanings[:1], meanings):
    compared = compare(a, b, Options(every_pair=copies < 10), meanings=given)
    print(json.dumps(comparison_json(compared, a, b)))
"""


THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


@cache
def printed(size: str, *, seed: str = "1", threads: str = "1") -> bytes:
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, size],
        env={
            **os.environ,
            "PYTHONPATH": path,
            "PYTHONHASHSEED": seed,
            **dict.fromkeys(THREADS, threads),
        },
        capture_output=True,
        check=True,
    ).stdout


@pytest.mark.parametrize("size", ["small", "large"])
def test_result_is_the_same_over_hash_seeds(size: str) -> None:
    assert printed(size) == printed(size, seed="77") != b""


@pytest.mark.parametrize("size", ["small", "large"])
def test_result_is_the_same_over_thread_counts(size: str) -> None:
    assert printed(size) == printed(size, threads="4") != b""
