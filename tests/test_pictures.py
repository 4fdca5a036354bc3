# SPDX-License-Identifier: MIT
"""The pictures of the guide show the window as it is: they are drawn anew and compared.

Some are, here; with DIPTYCH_PICTURES=all in the environment all of them, which takes
three minutes of CPU and is done by a job of its own (.github/workflows/check.yml).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QImage

from diptych.pictures.states import PICTURES

IMAGES = Path(__file__).parents[1] / "docs" / "images"
ALL = tuple(picture.name for picture in PICTURES)
# An empty window, and one that shows a pair in little room: most of what is changed in the
# window is seen in one of them.
DRAWN = ALL if os.environ.get("DIPTYCH_PICTURES") == "all" else ("first-start", "narrow")
NOTICED = 24  # of 255 levels, between two colours
MOST = 0.02  # of the picture; letters may be smoothed otherwise elsewhere

pytestmark = pytest.mark.timeout(1200)  # windows are drawn, which a loaded machine does slowly


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draw the pictures as `dev.py screenshots` does, in a process of its own."""
    folder = tmp_path_factory.mktemp("pictures")
    command = [sys.executable, "-m", "diptych.pictures.screenshots", str(folder), *DRAWN]
    done = subprocess.run(
        command, env={**os.environ, "TZ": "UTC"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def pixels(picture: Path) -> npt.NDArray[np.int16]:
    image = QImage(str(picture)).convertToFormat(QImage.Format.Format_RGBA8888)
    lines = np.frombuffer(image.constBits(), np.uint8)
    return lines.reshape(image.height(), image.width(), 4).astype(np.int16)


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_of_the_guide_is_not_stale(drawn: Path, name: str) -> None:
    now, kept = pixels(drawn / f"{name}.png"), pixels(IMAGES / f"{name}.png")

    assert now.shape == kept.shape
    changed = (np.abs(now - kept) > NOTICED).any(axis=2).mean()
    assert changed <= MOST, "python3 dev.py screenshots draws the pictures anew"


def test_every_picture_of_the_guide_is_one_that_can_be_drawn_anew() -> None:
    assert sorted(path.stem for path in IMAGES.glob("*.png")) == sorted(ALL)
