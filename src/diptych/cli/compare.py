# SPDX-License-Identifier: MIT
"""Commands that find correspondences."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diptych.cli.parsing import Commands, print_json

if TYPE_CHECKING:
    from diptych.compare.values import Comparison
    from diptych.rooms import Rooms
    from diptych.text.article import Article


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    compare = commands.add("compare", _compare, "Find what two articles have in common.")
    compare.add_argument("left", metavar="LEFT")
    compare.add_argument("right", metavar="RIGHT")
    compare.add_argument("--min-score", type=float, default=None, metavar="X")
    compare.add_argument(
        "--without-meaning", action="store_true", help="go by words alone, without meaning vectors"
    )


def _compare(rooms: Rooms, options: argparse.Namespace) -> int:
    import time

    from diptych.compare.comparison import compare
    from diptych.compare.listing import comparison_json
    from diptych.compare.values import Options
    from diptych.meanings import PairMeaning, made_meaning

    left, left_path = rooms.open_article(options.left)
    right, right_path = rooms.open_article(options.right)
    before = time.perf_counter()
    by_words = PairMeaning(note="Comparing goes by words alone, as asked.")
    pair = by_words if options.without_meaning else made_meaning(rooms.vectors, left, right)
    vectors_ms = round((time.perf_counter() - before) * 1000, 1)
    before = time.perf_counter()
    wanted = Options(every_pair=options.min_score is not None)
    comparison = compare(left, right, wanted, meanings=pair.meanings)
    spent_ms = round((time.perf_counter() - before) * 1000, 1)
    least = options.min_score
    if least is None:
        comparison = _as_shown(comparison)
    else:
        kept = tuple(match for match in comparison.matches if match.score >= least)
        comparison = replace(comparison, matches=kept)
    if options.json:
        plain = comparison_json(comparison, left, right)
        sides = {
            "left": {**_named(left, left_path), "passages": len(comparison.left_passages)},
            "right": {**_named(right, right_path), "passages": len(comparison.right_passages)},
        }
        print_json(
            {
                **plain,
                **sides,
                "encoders": pair.encoders,
                "meaning_note": pair.note,
                "vectors_ms": vectors_ms,
                "ms": spent_ms,
            }
        )
        return 0
    for match in comparison.matches:
        print(f"{match.kind.value}  {match.score:.3f}")
        print(f"    L  {' '.join(match.left.of(left.text).split())}")
        print(f"    R  {' '.join(match.right.of(right.text).split())}")
    print(f"{len(comparison.matches)} matches")
    if pair.note:
        print(pair.note)
    return 0


def _as_shown(comparison: Comparison) -> Comparison:
    """Return what the window shows of a comparison."""
    return replace(
        comparison,
        matches=tuple(match for match in comparison.matches if match.shown),
        only_left=tuple(only for only in comparison.only_left if only.shown),
        only_right=tuple(only for only in comparison.only_right if only.shown),
    )


def _named(article: Article, path: Path) -> dict[str, Any]:
    from diptych.library.listing import path_text

    return {"id": article.id, "path": path_text(path), "title": article.title}
