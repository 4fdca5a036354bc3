# SPDX-License-Identifier: MIT
"""Lines taken for furniture are shown when the reader says so, here or everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from diptych.library.catalogue import Catalogue
from diptych.library.entry import Stamp
from diptych.library.kept_lines import ALL_LINES, line_key
from diptych.library.reading import read_article
from diptych.paths import Profile
from diptych.text.article import BlockState
from library.samples import BODY, texts

FURNITURE = "\nShare this article\n\n12 comments\n\nLeave a reply\n"


@pytest.fixture
def catalogue(profile: Profile) -> Iterator[Catalogue]:
    with Catalogue(profile.library_file, profile.texts_file) as opened:
        yield opened


def put(catalogue: Catalogue, path: Path, text: str) -> str:
    path.write_text(text)
    return catalogue.record(path, read_article(path), Stamp.of(path)).id


def folded(catalogue: Catalogue, id: str) -> list[str]:
    return texts(catalogue.article(id), state=BlockState.FOLDED)


@pytest.fixture
def id(catalogue: Catalogue, tmp_path: Path) -> str:
    return put(catalogue, tmp_path / "a.txt", f"{BODY}{FURNITURE}")


def test_a_line_is_shown_in_its_article_only(catalogue: Catalogue, id: str, tmp_path: Path) -> None:
    other = put(catalogue, tmp_path / "b.txt", f"{BODY}More.\n{FURNITURE}")

    catalogue.kept.keep(["Leave a reply"], id)

    assert folded(catalogue, id) == ["Share this article", "12 comments"]
    assert "Leave a reply" in folded(catalogue, other)


def test_lines_like_one_are_shown_everywhere(catalogue: Catalogue, id: str, tmp_path: Path) -> None:
    other = put(catalogue, tmp_path / "b.txt", f"{BODY}{FURNITURE.replace('12', '7')}")

    catalogue.kept.keep(["12 Comments"])

    assert "7 comments" not in folded(catalogue, other)


def test_a_whole_article_is_shown(catalogue: Catalogue, id: str) -> None:
    catalogue.kept.keep([ALL_LINES], id)

    assert folded(catalogue, id) == []


def test_keeping_is_undone(catalogue: Catalogue, id: str) -> None:
    before = folded(catalogue, id)
    catalogue.kept.keep([ALL_LINES, "12 comments"], id)
    catalogue.kept.drop([ALL_LINES, "12 comments"], id)

    assert folded(catalogue, id) == before


def test_a_kept_line_still_says_what_it_was_taken_for(catalogue: Catalogue, id: str) -> None:
    catalogue.kept.keep(["12 comments"], id)

    article = catalogue.article(id)
    (block,) = [b for b in article.blocks if b.span.of(article.text) == "12 comments"]
    assert (block.state, block.reason) == (BlockState.SHOWN, "comment form")


def test_a_later_version_of_the_file_keeps_the_lines(
    catalogue: Catalogue, id: str, tmp_path: Path
) -> None:
    catalogue.kept.keep(["12 comments"], id)
    later = put(catalogue, tmp_path / "a.txt", f"{BODY}One more word.\n{FURNITURE}")

    assert later != id
    assert "12 comments" not in folded(catalogue, later)


def test_figures_and_case_do_not_tell_lines_apart() -> None:
    assert line_key("  12 Comments ") == line_key("7 comments")
    assert line_key("12 comments") != line_key("12 replies")
