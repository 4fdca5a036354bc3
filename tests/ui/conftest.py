# SPDX-License-Identifier: MIT
"""What tests of the window stand on: its words are English, counted ones too."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from diptych.ui import translation


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> None:
    """Let counted words take their English forms: 1 match, 2 matches."""
    translation.speak(qapp, "en")
