# SPDX-License-Identifier: MIT
"""An article is printed as it is read."""

from __future__ import annotations

from pathlib import Path

from diptych.library.reading import article_of
from diptych.notes.export.article_page import article_html


def test_a_printed_list_has_its_numbers_and_no_mark_twice() -> None:
    written = "3. a crew\n4. a pier\n\nAnd so on.\n\n- a dog\n"
    html = "".join(article_html(article_of(written.encode(), Path("a.md"))))

    assert [each in html for each in ("3. a crew", "4. a pier", "• a dog")] == [True] * 3
    assert "• 3." not in html
