# SPDX-License-Identifier: MIT
"""Which encoders are installed, and which of them a pair of articles calls for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from diptych.meaning import minilm, universal
from diptych.meaning.encoder import Encoder
from diptych.meaning.minilm import MiniLmEncoder
from diptych.meaning.universal import UniversalEncoder


@cache
def installed_encoders() -> tuple[Encoder, ...]:
    """Return the encoders that are here, the quicker first."""
    # Asked once: what is installed does not change while Diptych runs.
    universal_one = (UniversalEncoder(),) if universal.is_installed() else ()
    return (*universal_one, *((MiniLmEncoder(),) if minilm.is_installed() else ()))


def encoders_for(languages: Iterable[str], *, words: int) -> tuple[Encoder, ...]:
    """Return the installed encoders for texts in these languages, the longest of ``words``.

    That is the universal one wherever two languages meet or a text is a book,
    and both where all is English. An unknown language ("") rules none out: a
    wrong vector costs less than none.
    """
    known = {language for language in languages if language}
    return tuple(
        encoder
        for encoder in installed_encoders()
        if known <= encoder.languages and words <= encoder.longest
    )
