# SPDX-License-Identifier: MIT
"""Reads the weights of a model from a safetensors file without loading it."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from diptych.errors import EncoderError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TYPES: dict[str, np.dtype[Any]] = {"I8": np.dtype("<i1"), "F32": np.dtype("<f4")}
_SCALE = ".scale"


class Weights:
    """Named matrices in a mapped file: what is never used is never read.

    A matrix of 8-bit whole numbers has a scale for each of its rows, which stands
    under the same name with ``.scale`` at its end. The format is described at
    https://github.com/huggingface/safetensors (header of JSON, then the numbers).
    """

    def __init__(self, path: Path) -> None:
        """Map the file; raises EncoderError when it is no such file."""
        try:
            self._bytes = np.memmap(path, np.uint8, "r")
            # Eight bytes with the length of the header, the header, then the numbers.
            length = int.from_bytes(self._bytes[:8].tobytes(), "little")
            self._places = json.loads(self._bytes[8 : 8 + length].tobytes())
        except (OSError, ValueError) as error:
            raise EncoderError(
                "The meaning model {name} cannot be read.", name=path.name
            ) from error
        self._start = 8 + length

    def has(self, name: str) -> bool:
        """Tell whether there is a matrix of this name."""
        return name in self._places

    def stored(self, name: str) -> NDArray[Any]:
        """Return a matrix as it lies in the file."""
        place = self._places[name]
        first, last = (self._start + at for at in place["data_offsets"])
        kind, shape = _TYPES[place["dtype"]], tuple(place["shape"])
        assert last - first == kind.itemsize * math.prod(shape)
        found: NDArray[Any] = np.asarray(self._bytes[first:last]).view(kind).reshape(shape)
        return found

    def scale(self, name: str) -> NDArray[np.float32]:
        """Return what each row of an 8-bit matrix is to be multiplied by, as a column."""
        return self.stored(name + _SCALE)[:, None]
