# SPDX-License-Identifier: MIT
"""Plain text: the file is the text, its lines are the pieces."""

from __future__ import annotations

from diptych.library.draft import Draft
from diptych.library.encodings import Decoded
from diptych.library.lines import pieces_of_text


def read_txt(decoded: Decoded) -> Draft:
    """Return the draft of a plain text; its spans are those of the decoded file."""
    return Draft(
        text=decoded.text,
        pieces=pieces_of_text(decoded.text),
        format="txt",
        encoding=decoded.encoding,
        warnings=decoded.warnings,
    )
