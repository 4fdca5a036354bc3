# SPDX-License-Identifier: MIT
"""How far a pair was compared, so that nothing is called missing that nobody looked for."""

from __future__ import annotations

from enum import Enum, auto


class LookedAt(Enum):
    """What the matches of a pair were found by."""

    ALL = auto()  # words and meaning
    WORDS_SO_FAR = auto()  # meaning is still to be read
    WORDS = auto()  # and nothing else, as asked or for want of an encoder
    NO_COMMON_LANGUAGE = auto()  # of two languages, by what any language would keep
