# SPDX-License-Identifier: MIT
"""A file that a printer writes: in its place once it is whole, else what was there stays."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from diptych.atomic import making
from diptych.errors import NoteError
from diptych.notes.export.write import is_ordinary, refusal
from diptych.translatable import template

_END = b"%%EOF"  # of a PDF


class NotPrintedError(NoteError):
    """What is printed on did not let itself be printed on."""

    def __init__(self) -> None:
        super().__init__(
            template("Nothing was printed: the printer or the file cannot be written to.")
        )


@contextmanager
def printed_file(name: str) -> Iterator[str]:
    """Give the name to print under; leaving it puts the PDF in its place, if it is whole.

    Raises NoteError for a file that cannot be written.
    """
    file = Path(name).resolve()  # a link stays a link
    if not is_ordinary(file):  # nothing is renamed over a device
        yield name
        return
    try:
        with making(file) as part:
            yield str(part)
            _check_whole(part)
    except OSError as error:
        raise refusal(file, error) from error


def _check_whole(pdf: Path) -> None:
    """Raise OSError for a file that was cut off: Qt does not tell of a full disk."""
    with pdf.open("rb") as stream:
        stream.seek(max(0, pdf.stat().st_size - len(_END) - 1))
        if not stream.read().rstrip().endswith(_END):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
