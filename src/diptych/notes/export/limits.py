# SPDX-License-Identifier: MIT
"""What a reader's own template may use up: room and time, each with a sentence."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from types import FrameType
from typing import Any

from diptych.patterns import late_pattern

OPERATORS = ("*", "**", "%", "+")
LARGEST = 1_000_000  # characters or items of one value
WIDEST = 10_000  # spaces and such that a filter may add at once
PATIENCE_SECONDS = 10.0  # without anything written
LARGEST_OUTPUT = 500_000_000  # characters
_WIDTH = late_pattern(r"\d{5,}")


class TooMuchError(ValueError):
    """A template asked for more than it may have."""


def check_operation(operator: str, left: object, right: object) -> None:
    """Refuse what would make a value too large; TooMuchError says so."""
    if operator == "**" and isinstance(left, int) and isinstance(right, int):
        # bits(a ** b) ≈ bits(a) · b; asked before it is calculated
        if left.bit_length() * max(right, 0) > 1000:
            raise TooMuchError("it calculates a number that is too large")
    elif operator == "*":
        # A text times a number, either way round; two texts are Jinja's to refuse.
        times = next((each for each in (left, right) if isinstance(each, int)), 1)
        if max(_length(left), _length(right)) * times > LARGEST:
            raise TooMuchError("it makes a text that is too long")
    elif operator == "%" and isinstance(left, str):
        # "%99999999d" % 1 would fill a hundred megabytes; "%*d" takes its width from the
        # values.
        if _WIDTH.search(left) or (isinstance(right, int) and "*" in left):
            raise TooMuchError("it makes a text that is too long")
    elif operator == "+" and _length(left) + _length(right) > LARGEST:
        raise TooMuchError("it makes a text that is too long")


def limited(name: str, each: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that refuses to fill the memory."""

    @wraps(each)
    def checked(*values: Any, **named: Any) -> Any:
        check_call(name, (*values, *named.values()))
        return each(*values, **named)

    return checked


def check_call(name: str, given: tuple[Any, ...]) -> None:
    """Refuse a filter, or a method of a text, that would fill the memory."""
    if any(isinstance(value, int) and value > WIDEST for value in given[1:]):
        raise TooMuchError(f"it asks {name} for more than {WIDEST}")
    # The longest two multiply: every letter of a text may be replaced by another text.
    if name in ("replace", "join", "format"):
        texts = [_length(value) for value in given]
        if len(texts) > 1 and texts and max(texts) * sorted(texts)[-2] > LARGEST**2 // 1000:
            raise TooMuchError("it makes a text that is too long")
    if name == "join" and any(_sum(value) > 100 * LARGEST for value in given):
        raise TooMuchError("it makes a text that is too long")
    if name == "format" and _WIDTH.search(str(given[0])):
        raise TooMuchError("it makes a text that is too long")


@contextmanager
def in_time(file: str) -> Iterator[None]:
    """Stop code of a template that runs on; nothing of ours is looked at."""
    end = time.monotonic() + PATIENCE_SECONDS

    def look(frame: FrameType, *_: object) -> Any:
        # None: lines of this frame are not traced, so that our own code loses no time.
        if frame.f_code.co_filename != file:
            return None
        if time.monotonic() > end:
            raise TooMuchError("it runs on and writes nothing")
        return look

    # A debugger or a measurement of coverage gets its own back.
    before = sys.gettrace()
    sys.settrace(look)
    try:
        yield
    finally:
        sys.settrace(before)


def _length(value: object) -> int:
    return len(value) if isinstance(value, str | list | tuple | dict) else 0


def _sum(value: object) -> int:
    return sum(map(_length, value)) if isinstance(value, list | tuple) else 0
