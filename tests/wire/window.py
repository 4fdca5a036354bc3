# SPDX-License-Identifier: MIT
"""Opens the window with two articles, does what a reader does in it, and closes it.

python tests/wire/window.py PROFILE LEFT RIGHT EXPORT
"""

from __future__ import annotations

import sys
from pathlib import Path

from diptych.app import make_application
from diptych.notes.export.profiles import Format
from diptych.notes.export.save import Again
from diptych.notes.note import Colour, Stance
from diptych.paths import profile_in
from diptych.pictures.screenshot import Stage
from diptych.services.exporting import ExportOrder
from diptych.text.article import Span
from diptych.ui.shell.open_windows import Asked


def main(profile: Path, left: Path, right: Path, target: Path) -> None:
    """Compare by meaning, search, write a note, export it."""
    application = make_application(["diptych"])
    stage = Stage(profile_in(profile), (1200, 800), "light", Asked(files=(left, right)))
    states = stage.diptych.states
    stage.wait_for(lambda: len(states.pair.encoders) == 2)
    states.search.type("boat")
    stage.wait_for(lambda: states.search.answer is not None)
    states.notes.create([("left", Span(0, 40)), ("right", Span(0, 40))])
    stage.wait_for(lambda: states.notes.editing is not None)
    states.notes.save("Both say so.", stance=Stance.AGREES, tags=(), colour=Colour.NONE)
    stage.settle()
    states.export.save(ExportOrder("all", Format.COMMONMARK), target, Again.NEW)
    stage.wait_for(target.exists)
    stage.close()
    application.quit()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
