# SPDX-License-Identifier: MIT
"""What a command prints of others' words on a terminal: shown, never obeyed.

A terminal takes ``ESC ] 0 ; title BEL`` in an article or a file's name for a command
to itself. Into a file or a pipe everything goes as it is.
"""

from __future__ import annotations

import io
import re
import sys

from diptych.patterns import late_pattern

# All controls but tab and line feed, and the two that turn the direction of what follows.
_STEERING = late_pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e]")


class SafeStream(io.TextIOWrapper):
    r"""A stream to a terminal that writes what would steer it as ``\xNN``."""

    def __init__(self, stream: io.TextIOWrapper) -> None:
        super().__init__(
            stream.buffer, encoding="utf-8", errors="backslashreplace", line_buffering=True
        )
        # Were it collected, it would close what both write into.
        self._before = stream

    def write(self, text: str, /) -> int:
        """Write words and return how many characters they have."""
        super().write(_STEERING.sub(_spelled, text))
        return len(text)


def keep_terminal_from_obeying() -> None:
    """Have the standard output show controls, where a terminal reads it."""
    stream = sys.stdout
    # A stream that tests or embedders put in may have no bytes below.
    if (
        isinstance(stream, io.TextIOWrapper)
        and not isinstance(stream, SafeStream)
        and stream.isatty()
    ):
        stream.flush()
        sys.stdout = SafeStream(stream)


def _spelled(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
