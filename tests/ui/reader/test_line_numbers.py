# SPDX-License-Identifier: MIT
"""Every fifth line of verse has its number beside it."""

from __future__ import annotations

from pathlib import Path

from diptych.library.reading import read_article
from diptych.ui.reader.line_numbers import number_beside
from ui.pages import build_page

LINES = "\n\n".join(
    "\n".join(f"And line {n * 4 + k} of the song," for k in range(4)) for n in range(3)
)


def test_each_fifth_line_has_a_number(tmp_path: Path) -> None:
    file = tmp_path / "song.txt"
    file.write_text(f"The song\n\n{LINES}\n", encoding="utf-8")
    page = build_page(read_article(file), "")
    found = [number_beside(page, n) for n in range(len(page.paragraphs))]
    assert [each for each in found if each] == ["5", "10"]
    assert page.paragraphs[found.index("5")].text == "And line 4 of the song,"
