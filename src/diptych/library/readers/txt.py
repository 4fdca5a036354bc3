# SPDX-License-Identifier: MIT
"""Plain text: the file is the text, its lines are the pieces."""

from __future__ import annotations

from diptych.library.draft import Draft, Facts
from diptych.library.encodings import Decoded
from diptych.library.front_matter import front_piece, read_front_matter
from diptych.library.lines import pieces_of_text


def read_txt(decoded: Decoded) -> Draft:
    """Return the draft of a plain text; its spans are those of the decoded file."""
    text = decoded.text
    front = read_front_matter(text) if text.startswith(("---\n", "+++\n")) else None
    if front is None and ":" in text[:200]:
        from diptych.library.mail_head import read_mail_head  # few texts are mails

        front = read_mail_head(text)
    pieces = pieces_of_text(text, front.end if front else 0)
    return Draft(
        text=text,
        pieces=[front_piece(text, front), *pieces] if front else pieces,
        facts=front.facts if front else Facts(),
        format="txt",
        encoding=decoded.encoding,
        warnings=decoded.warnings + (front.warnings if front else ()),
    )
