# SPDX-License-Identifier: MIT
"""The lines of a stanza stand together, paragraphs apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.library.reading import read_article
from diptych.text.verse import MOST_LINES, lines_that_go_on
from ui.pages import build_page

POEM = """The Lamp at Sandvik

The lamp is lit at seven each night,
And over the water it throws its light.

The keeper goes up by the winding stair,
With oil in a can and salt in his hair.
"""
SENTENCE = "The lamp is lit at seven and put out at five, and nobody ever asked the keeper why."


def test_a_gap_stands_between_stanzas_and_not_between_their_lines(tmp_path: Path) -> None:
    file = tmp_path / "poem.txt"
    file.write_text(POEM, encoding="utf-8")
    page = build_page(read_article(file), "")
    assert [p.goes_on for p in page.paragraphs] == [False, True, False, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(["A line.", "Another line.", "A third."]),
        "\n".join(f"{SENTENCE} {SENTENCE} {n}" for n in range(4)) + f"\n\n{SENTENCE}",
        "\n".join(f"Item {n}." for n in range(MOST_LINES + 1)) + f"\n\n{SENTENCE}",
        "\n".join(f"Line {n} of a text with no blank line." for n in range(9)),
    ],
)
def test_other_texts_have_no_stanzas(tmp_path: Path, text: str) -> None:
    file = tmp_path / "text.txt"
    file.write_text(f"{text}\n", encoding="utf-8")
    assert lines_that_go_on(read_article(file)) == frozenset()
