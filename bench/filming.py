# SPDX-License-Identifier: MIT
"""A film of a virtual screen, and when what it shows at the end was there.

The screen keeps its pixels in a file, so that looking at it costs whoever is filmed
nothing. Only frames that differ from the one before are kept.
"""

from __future__ import annotations

import mmap
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

Pixels = np.ndarray[Any, np.dtype[np.uint8]]

FRAME_S = 0.015
BUSY = 0.02  # of a core: something is still to come, on a busy computer too
CONTRAST = 70  # from the commonest brightness on: ink
COLOUR = 6  # between the channels of a pixel: tinted
ENOUGH = 0.95  # of the last frame's ink: a text stands
_HEADER_WORDS = 25  # of a window dump, big-endian, four bytes each
_COLOUR_BYTES = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """What the screen showed from a moment on, and the CPU time used by then."""

    at_ms: float
    cpu_ms: float
    pixels: Pixels  # height, width, red green blue


class Camera:
    """Looks at the file in which an Xvfb started with ``-fbdir`` keeps its screen."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as dump:
            self._memory = mmap.mmap(dump.fileno(), 0, access=mmap.ACCESS_READ)
        words = np.frombuffer(self._memory, ">u4", _HEADER_WORDS)
        size, width, height, row, colours = (int(words[at]) for at in (0, 4, 5, 12, 19))
        pixels = np.frombuffer(self._memory, np.uint8, row * height, size + colours * _COLOUR_BYTES)
        self._screen = pixels.reshape(height, row // 4, 4)
        self._words = pixels[: pixels.size // 8 * 8].view(np.uint64)  # soonest looked through
        self._width = width

    def picture(self) -> Pixels:
        """Return what the screen shows now."""
        return np.ascontiguousarray(self._screen[:, : self._width, 2::-1])

    def film(
        self, began: float, cpu_ms: Callable[[], float], *, still_s: float, longest_s: float
    ) -> list[Frame]:
        """Watch until nothing has changed or been computed for a while."""
        frames, seen = [Frame(0.0, 0.0, self.picture())], self._words.copy()
        changed, used = began, 0.0
        while (now := time.perf_counter()) - began < longest_s:
            if now - changed > still_s:
                if len(frames) > 1 and cpu_ms() - used < BUSY * still_s * 1000:
                    break
                changed, used = now, cpu_ms()
            if not np.array_equal(self._words, seen):
                seen = self._words.copy()
                frames.append(Frame((now - began) * 1000, cpu_ms(), self.picture()))
                changed = now
            time.sleep(FRAME_S)
        return frames


def first_painted(frames: Sequence[Frame]) -> Frame | None:
    """Return the first frame on which a window stands, whatever is in it."""
    blank = frames[0].pixels
    return next((f for f in frames if (f.pixels != blank).any(axis=2).mean() > 0.2), None)


def text_stands(frames: Sequence[Frame]) -> Frame | None:
    """Return the frame from which on the ink in the middle is where it is at the end."""
    bright = [_middle(f.pixels).mean(axis=2) for f in frames]
    ink = np.abs(bright[-1] - np.median(bright[-1])) > CONTRAST
    return _from_which_on(frames, [np.abs(b - bright[-1])[ink] < CONTRAST for b in bright])


def tints_stand(frames: Sequence[Frame]) -> Frame | None:
    """Return the frame from which on what is tinted in the middle is as it is at the end."""
    last = _middle(frames[-1].pixels).astype(np.int16)
    tinted = np.ptp(last, axis=2) > COLOUR
    return _from_which_on(
        frames,
        [np.abs(_middle(f.pixels) - last).max(axis=2)[tinted] < COLOUR for f in frames],
    )


def _middle(pixels: Pixels) -> Pixels:
    """Return the part of the screen in which every program measured shows its texts."""
    height, width = pixels.shape[:2]
    return pixels[height // 5 : height * 4 // 5, width // 4 : width * 3 // 4]


def _from_which_on(frames: Sequence[Frame], is_there: Sequence[Any]) -> Frame | None:
    if not is_there[-1].size:
        return None
    found = None
    for frame, there in zip(reversed(frames), reversed(is_there), strict=True):
        if there.mean() < ENOUGH:
            break
        found = frame
    return found
