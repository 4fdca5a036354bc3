# SPDX-License-Identifier: MIT
"""PDF streams that unpack to far more than a page holds, found before PDFium unpacks them."""

from __future__ import annotations

import zlib

from diptych.library.draft import Refused
from diptych.patterns import late_pattern

_STREAM = late_pattern(rb"(?<!end)stream\r?\n")
_DICTIONARY = 1000  # bytes before a stream in which it says what it is
_SUSPECT = 32_000  # bytes; fewer unpack to 33 MB at most
_LARGEST = 64 << 20  # bytes that one stream may unpack to
_LARGEST_SUM = 512 << 20
_CHUNK = 1 << 20


def refuse_bombs(content: bytes) -> None:
    """Refuse a file one of whose streams unpacks to more than any page's text needs.

    Pictures are left alone: PDFium does not unpack them for their text.
    """
    whole = 0
    for found in _STREAM.finditer(content):
        head = content[max(0, found.start() - _DICTIONARY) : found.start()]
        head = head[head.rfind(b" obj") :]
        times = head.count(b"FlateDecode") + head.count(b"/Fl ") + head.count(b"/Fl]")
        end = content.find(b"endstream", found.end())
        size = (end if end >= 0 else len(content)) - found.end()
        if times and b"/Image" not in head and (size >= _SUSPECT or times > 1):
            whole += _unpacked(memoryview(content)[found.end() : found.end() + size], times)
            if whole > _LARGEST_SUM:
                raise Refused("bomb")


def _unpacked(packed: memoryview, times: int) -> int:
    """Return how many bytes a stream unpacks to, without keeping them."""
    stages = [zlib.decompressobj() for _ in range(min(times, 4))]
    size = 0
    waiting: list[tuple[int, bytes]] = [(0, bytes(packed[:_LARGEST]))]
    try:
        while waiting:
            stage, data = waiting.pop()
            if stage == len(stages):
                size += len(data)
            else:
                out = stages[stage].decompress(data, _CHUNK)
                if stages[stage].unconsumed_tail:
                    waiting.append((stage, stages[stage].unconsumed_tail))
                if out:
                    waiting.append((stage + 1, out))
            if size > _LARGEST:
                raise Refused("bomb")
    except zlib.error:
        return size  # PDFium says what is wrong with it
    return size
