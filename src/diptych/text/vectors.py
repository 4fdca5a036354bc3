# SPDX-License-Identifier: MIT
"""Meaning vectors of an article's passages, as one encoder sees them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from diptych.values import dataclass

if TYPE_CHECKING:  # numpy is loaded by whoever makes vectors
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Vectors:
    """One row for each passage, of unit length, in the passages' order.

    ``encoder`` names the encoder and its version; vectors of different encoders
    must never meet.
    """

    encoder: str
    alone: NDArray[np.float32]

    def __post_init__(self) -> None:
        if self.alone.ndim != 2:
            raise ValueError(f"vectors of shape {self.alone.shape}")

    def __len__(self) -> int:
        return len(self.alone)

    @cached_property
    def around(self) -> NDArray[np.float32]:
        """The passages with the one before and the one after each, of unit length."""
        return self._with_neighbours(1)

    @cached_property
    def wide(self) -> NDArray[np.float32]:
        """The passages with two before and two after each, of unit length."""
        return self._with_neighbours(2)

    def _with_neighbours(self, reach: int) -> NDArray[np.float32]:
        import numpy as np

        rows = self.alone.copy()
        for away in range(1, reach + 1):
            rows[away:] += self.alone[:-away]
            rows[:-away] += self.alone[away:]
        length = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.maximum(length, 1e-12), np.float32)
