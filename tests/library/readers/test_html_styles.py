# SPDX-License-Identifier: MIT
"""What a page's own style sheet hides is not shown; what depends on more is not guessed."""

from __future__ import annotations

import pytest

from diptych.text.article import BlockState
from library.samples import PROSE, PROSE_2, PROSE_3, article_from, texts

HIDDEN = "Nobody who opens the page in a browser ever sees this."


def shown(sheet: str, piece: str) -> list[str]:
    body = f"<h1>The wall</h1><p>{PROSE}</p>{piece}<p>{PROSE_2}</p><p>{PROSE_3}</p>"
    page = f"<html><head><title>The wall</title><style>{sheet}</style></head><body>{body}</body>"
    return texts(article_from(page, "page.html"), state=BlockState.SHOWN)


@pytest.mark.parametrize(
    "sheet",
    [
        ".q{display:none}",
        "p.x, p.q { color: red; display : none !important }",
        "/* .q{} */ #z{visibility:hidden}",
        "@import url(a.css); .q{display:none}",
    ],
)
def test_a_hidden_class_is_not_shown(sheet: str) -> None:
    assert HIDDEN not in shown(sheet, f"<p class='a q' id='z'>{HIDDEN}</p>")


@pytest.mark.parametrize(
    "sheet",
    [
        "@media print{.q{display:none}}",
        ".js .q{display:none}",
        ".q{display:none}.q{display:block}",
        "a.q{display:none}",
        ".q:after{display:none}",
        "}}}{{.q{display:none}",
    ],
)
def test_what_is_hidden_at_times_only_is_shown(sheet: str) -> None:
    assert HIDDEN in shown(sheet, f"<p class=q>{HIDDEN}</p>")


def test_a_word_hidden_by_a_sheet_does_not_cut_its_sentence() -> None:
    piece = "<p>The bell <span class=q>(a note) </span>rang twice on that day.</p>"

    assert "The bell rang twice on that day." in shown(".q{display:none}", piece)
