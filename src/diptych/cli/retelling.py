# SPDX-License-Identifier: MIT
"""Commands that tell a pair, or one claim, otherwise than match by match."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from diptych.cli.parsing import Commands, positive, print_json, say_if_one, take_pair
from diptych.cli.places import place_at
from diptych.cli.working import working
from diptych.services.articles import open_both
from diptych.services.story import MOST_TOLD
from diptych.text.sides import Side

if TYPE_CHECKING:
    from diptych.compare.values import Comparison
    from diptych.services.stores import Stores
    from diptych.text.article import Article


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    brief = commands.add("brief", _brief, "Tell in brief what two articles share and where not.")
    weave = commands.add("weave", _weave, "Read two articles as one, what both say told once.")
    weave.add_argument(
        "--order",
        choices=[side.value for side in Side],
        default=Side.LEFT.value,
        help="whose order the column follows (default: left)",
    )
    story = commands.add("story", _story, "Tell who in the library says a claim, when and how.")
    story.add_argument("claim", metavar="ARTICLE:START-END")
    story.add_argument(
        "--limit", type=positive, default=MOST_TOLD, metavar="N", help="at most so many passages"
    )
    for parser in (brief, weave):
        take_pair(parser)


def compared(stores: Stores, options: argparse.Namespace) -> tuple[Comparison, Article, Article]:
    """Return the comparison of the two articles that are asked for, without rejected matches."""
    from diptych.compare.values import Options
    from diptych.services.comparing import compare_with_made
    from diptych.services.verdicts import not_rejected

    # Called by their files where both have one title: two drafts would read alike.
    (left, _), (right, _) = open_both(stores, options.left, options.right)
    say_if_one(left, right)
    by_meaning = not options.without_meaning
    with working("Comparing"):
        found = compare_with_made(stores, left, right, Options(), by_meaning=by_meaning).comparison
    kept = not_rejected(stores, found.matches, left, right)
    return replace(found, matches=kept), left, right


def _brief(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.compare.brief import brief_of
    from diptych.services.retelling import brief_json

    comparison, left, right = compared(stores, options)
    told = brief_json(brief_of(comparison), comparison, left, right)
    if options.json:
        print_json({"left": left.called, "right": right.called, **told})
        return 0
    for title, name in (("Both say", "agreements"), ("They differ", "differences")):
        print(title if told[name] else f"{title}: nothing")
        for each in told[name]:
            print(f"  L  {each['left']['text']}\n  R  {each['right']['text']}")
    for title, name in (("Only left", "only_left"), ("Only right", "only_right")):
        print(title if told[name] else f"{title}: nothing")
        for each in told[name]:
            print(f"     {each['text']}")
    return 0


def _story(stores: Stores, options: argparse.Namespace) -> int:
    import time

    from diptych.services.story import story_json, story_of

    article, _, span = place_at(stores, options.claim)
    # Processor time: what other programs do meanwhile does not count.
    before = time.process_time()
    story = story_of(stores, article, span, limit=options.limit)
    spent_ms = round((time.process_time() - before) * 1000, 1)
    if options.json:
        print_json({**story_json(story), "cpu_ms": spent_ms})
        return 0
    print(story.quote)
    for each in story.tellers:
        signs = [each.saying.value, *(f"{a} / {b}" for a, b in each.figures)]
        # A truth counts as 1 or 0: the word once, or not at all.
        signs += ["first"] * each.is_first + ["asked"] * each.is_asked
        print(f"{each.date or '?':10}  {each.title}  ({', '.join(signs)})")
        print(f"{'':12}{each.quote}")
    if len(story.tellers) == 1:  # the claim's own article
        print("No other article of the library tells it.")
    return 0


def _weave(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.compare.weave import told
    from diptych.services.retelling import strand_json, woven

    comparison, left, right = compared(stores, options)
    strands = woven(comparison, left, right, Side(options.order))
    if options.json:
        listed = [strand_json(strand, comparison, left, right) for strand in strands]
        print_json({"left": left.called, "right": right.called, "strands": listed})
        return 0
    signs = {"both": "=", "left": "L", "right": "R"}
    for strand in strands:
        article = left if strand.told_by == Side.LEFT else right
        # Told once, and not the same: another figure, a denial.
        parts = strand.match >= 0 and comparison.matches[strand.match].is_difference
        sign = "≠" if parts else signs[strand.voice.value]
        print(f"{sign}  {told(article, strand.spans(strand.told_by))}")
    return 0
