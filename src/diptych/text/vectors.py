# SPDX-License-Identifier: MIT
"""Meaning vectors of an article's passages, as one encoder sees them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """One row for each passage, of unit length, in the passages' order.

    ``alone`` are the passages by themselves, ``around`` each with the one before
    and the one after it. ``encoder`` names the encoder and its version; vectors
    of different encoders must never meet.
    """

    encoder: str
    alone: NDArray[np.float32]
    around: NDArray[np.float32]

    def __post_init__(self) -> None:
        if self.alone.shape != self.around.shape or self.alone.ndim != 2:
            raise ValueError(f"vectors of shapes {self.alone.shape} and {self.around.shape}")

    def __len__(self) -> int:
        return len(self.alone)
