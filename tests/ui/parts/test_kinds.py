# SPDX-License-Identifier: MIT
"""What the kinds are called and mean is the same wherever it is said."""

from __future__ import annotations

import pytest

from diptych.compare.values import Kind
from diptych.notes.export.report import MEANINGS
from diptych.ui.parts.kinds import LOOKS


@pytest.mark.parametrize("kind", Kind)
def test_the_legend_and_the_report_explain_a_kind_alike(kind: Kind) -> None:
    assert LOOKS[kind].full.startswith(MEANINGS[kind.value].rstrip("."))
