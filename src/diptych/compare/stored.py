# SPDX-License-Identifier: MIT
"""A Comparison as bytes, so that a pair that was compared need not be compared again."""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, cast, get_args, get_origin, get_type_hints

from diptych.compare.values import Comparison

# A file of a few kilobytes may unpack to gigabytes.
_LONGEST = 20 << 20  # bytes unpacked


def pack(comparison: Comparison) -> bytes:
    """Return the comparison as compressed JSON."""
    return zlib.compress(json.dumps(_plain(comparison), ensure_ascii=False).encode("utf-8"), 1)


def unpack(packed: bytes) -> Comparison:
    """Return the comparison that ``pack`` was given. Raises ValueError for anything else."""
    try:
        plain = json.loads(zlib.decompressobj().decompress(packed, _LONGEST))
        comparison: Comparison = _reader(Comparison)(plain)
    except (zlib.error, TypeError, AttributeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError("not a stored comparison") from error
    return comparison


def _plain(value: Any) -> Any:
    """Return a value with its fields as a list in their order, as JSON can hold it."""
    if is_dataclass(value):
        # Without their names: whoever reads it knows the fields and their order.
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """Return what makes a value of a type again, as its fields are annotated."""
    if get_origin(kind) is tuple:
        each = _reader(get_args(kind)[0])
        return lambda values: tuple(map(each, values))
    if get_origin(kind) is types.UnionType:
        some = _reader(get_args(kind)[0])
        return lambda value: None if value is None else some(value)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        readers = [_reader(hints[field.name]) for field in fields(kind)]
        make = cast(Callable[..., Any], kind)
        return lambda values: make(*(r(v) for r, v in zip(readers, values, strict=True)))
    return kind if issubclass(kind, Enum) else _checked(kind)


def _checked(kind: type) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        # A damaged file gives ValueError, never a Comparison that breaks later.
        if not isinstance(value, (int, float) if kind is float else kind):
            raise TypeError(f"{value!r} is not of {kind}")
        return value

    return check
