# SPDX-License-Identifier: MIT
"""A real window talks to its display and to nobody else."""

from __future__ import annotations

from pathlib import Path

from session.screen import Screen
from wire.home import ROOT, Home

DISPLAY = r'^connect\(.*sun_path=@?"/tmp/\.X11-unix/X\d+"'


def test_the_window_reaches_its_display_alone(screen: Screen, tmp_path: Path) -> None:
    home = Home(tmp_path)
    target = home.profile / "export.md"
    window = ROOT / "tests" / "wire" / "window.py"

    done = home.run(window, home.profile, home.left, home.right, target, display=screen.name)

    assert done.reaching_out()
    assert done.reaching_out(allowed=DISPLAY) == []
    assert home.strays(done) == []
    assert "Both say so." in target.read_text(encoding="utf-8")
