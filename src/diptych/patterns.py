# SPDX-License-Identifier: MIT
"""Patterns that are compiled when they are first used, not when their module is loaded.

Most modules name more patterns than one start or one command asks: compiling all of
them was a tenth of a start, and an eighth of a search on the command line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, AnyStr, cast


class _Late:
    """Has what the compiled pattern has, from when it is first asked for."""

    def __init__(
        self, expression: str | bytes | Callable[[], str] | Callable[[], bytes], flags: int
    ) -> None:
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        told = self._expression
        expression = told() if callable(told) else told
        found = getattr(re.compile(expression, self._flags), name)
        setattr(self, name, found)  # the next time it is found without coming here
        return found


def late_pattern(expression: AnyStr | Callable[[], AnyStr], flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what ``re.compile`` returns; ``re``'s own functions do not take it for one.

    What makes an expression is asked only then: it may have to read a list of words.
    """
    return cast("re.Pattern[AnyStr]", _Late(expression, flags))
