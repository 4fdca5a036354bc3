# SPDX-License-Identifier: MIT
"""Commands that find correspondences."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diptych.cli.parsing import (
    Commands,
    may_go_by_words,
    positive,
    print_json,
    say_if_one,
    take_pair,
)
from diptych.cli.working import working
from diptych.errors import UsageError
from diptych.services.articles import entry_of, open_article, open_both

if TYPE_CHECKING:
    from diptych.compare.tally import Tally
    from diptych.compare.values import Comparison, Match
    from diptych.library.entry import Entry
    from diptych.services.comparing import Compared
    from diptych.services.stores import Stores
    from diptych.text.article import Article


VERDICTS = ("accepted", "rejected")
NO_VERDICT = "none"


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    compare = commands.add("compare", _compare, "Find what two articles have in common.")
    take_pair(compare)
    compare.add_argument(
        "--min-score",
        type=float,
        default=None,
        metavar="X",
        help="leave out what is weaker, 0 to 1",
    )
    compare.add_argument(
        "--shortest-run",
        type=positive,
        # As Options has it, spelled out so that the parser loads nothing of comparing.
        default=8,
        metavar="N",
        help="words in a row that count as shared wording (default: 8)",
    )
    compare.add_argument(
        "--by-verdicts",
        action="store_true",
        help="let the verdicts kept for these two articles move the other matches",
    )
    compare.add_argument(
        "--differs", action="store_true", help="list only the matches in which the two disagree"
    )
    compare.add_argument(
        "--words", action="store_true", help="tell of each match word by word what differs (JSON)"
    )
    judge = commands.add("judge", _judge, "Accept or reject a match of two articles.")
    take_pair(judge)
    judge.add_argument(
        "match", type=positive, metavar="N", help="its number in what “compare LEFT RIGHT” prints"
    )
    judge.add_argument("verdict", choices=[*VERDICTS, NO_VERDICT])
    companions = commands.add(
        "companions", _companions, "Find the library's articles that share most with one."
    )
    companions.add_argument("article", metavar="ARTICLE", help="a file, or an article's id")
    companions.add_argument(
        "--limit", type=positive, default=20, metavar="N", help="at most so many articles"
    )
    overview = commands.add(
        "overview", _overview, "Count what each two of some articles of the library share."
    )
    overview.add_argument("articles", metavar="ARTICLE", nargs="+")
    overview.add_argument(
        "--compare",
        action="store_true",
        help="compare each two and count their matches, as the window does in the background",
    )
    for parser in (companions, overview):
        may_go_by_words(parser)


def _compare(stores: Stores, options: argparse.Namespace) -> int:
    import time

    from diptych.compare.tally import tally
    from diptych.compare.values import Options
    from diptych.services.comparing import as_shown, compare_with_made
    from diptych.services.verdicts import learned_from_verdicts

    (left, left_path), (right, right_path) = open_both(stores, options.left, options.right)
    say_if_one(left, right)
    before = time.perf_counter()
    least = options.min_score
    # A threshold of the caller's own is asked of all pairs, also of those the window would
    # hide.
    wanted = Options(options.shortest_run, every_pair=least is not None)
    by_meaning = not options.without_meaning
    with working("Comparing"):
        found = compare_with_made(stores, left, right, wanted, by_meaning=by_meaning)
    comparison = found.comparison
    # Told apart from comparing: vectors are made once for an article, a comparison again and
    # again.
    vectors_ms = round(found.vectors_s * 1000, 1)
    spent_ms = round((time.perf_counter() - before) * 1000 - vectors_ms, 1)
    # Before anything is left out: a verdict on a weak match teaches as well.
    if options.by_verdicts:
        comparison = learned_from_verdicts(stores, comparison, left, right)
    if least is None:
        comparison = as_shown(comparison)
    else:
        kept = tuple(match for match in comparison.matches if match.score >= least)
        comparison = replace(comparison, matches=kept)
    # Of the whole pair, before --differs narrows what is listed.
    counted = tally(comparison)
    if options.differs:
        differing = tuple(match for match in comparison.matches if match.is_difference)
        comparison = replace(comparison, matches=differing)
    if not options.json:
        return _print_matches(comparison, left, right, found, counted)
    plain = _comparison_json(comparison, (left, left_path), (right, right_path))
    plain["tally"] = asdict(counted)
    if options.words:
        _add_words(plain, comparison, left, right)
    spent = {"vectors_ms": vectors_ms, "ms": spent_ms}
    print_json({**plain, "encoders": found.encoders, "meaning_note": found.note, **spent})
    return 0


def _comparison_json(
    comparison: Comparison, left: tuple[Article, Path], right: tuple[Article, Path]
) -> dict[str, Any]:
    from diptych.compare.listing import comparison_json

    return {
        **comparison_json(comparison, left[0], right[0]),
        "left": {**_named(*left), "passages": len(comparison.left_passages)},
        "right": {**_named(*right), "passages": len(comparison.right_passages)},
    }


def _add_words(
    plain: dict[str, Any], comparison: Comparison, left: Article, right: Article
) -> None:
    from diptych.compare.listing import words_json

    # The list stands in the order of the matches, so that they can be paired by place.
    for listed, match in zip(plain["matches"], comparison.matches, strict=True):
        listed["words"] = words_json(match, left, right)


def _print_matches(
    comparison: Comparison, left: Article, right: Article, found: Compared, counted: Tally
) -> int:
    for number, match in enumerate(comparison.matches, start=1):
        print(f"{number:>2}  {_called(match)}  {match.score:.3f}{_strength(match)}")
        print(f"    L  {' '.join(match.left.of(left.text).split())}")
        print(f"    R  {' '.join(match.right.of(right.text).split())}")
    print(f"{len(comparison.matches)} matches")
    if not (counted.agree or counted.perhaps or counted.differ or found.encoders):
        print("Only words, names and figures were compared, not what is said in other words.")
        return _print_basis(found)
    perhaps = f", perhaps on {counted.perhaps}" if counted.perhaps else ""
    print(f"Agree on {counted.agree}{perhaps}, differ on {counted.differ}, {_alone(counted)}.")
    return _print_basis(found)


def _print_basis(found: Compared) -> int:
    """Say what was compared by, and why not by more."""
    if found.encoders:
        print(f"By words and by meaning ({', '.join(found.encoders)}).")
    if found.note:
        print(found.note)
    return 0


def _alone(counted: Tally) -> str:
    """Say what stands on one side alone, as the window does."""
    if counted.only_left is None:
        # No absence is claimed where no encoder knew both languages.
        return "what stands only here cannot be told"
    if not counted.only_left and not counted.only_right:
        return "only on one side: none sure enough to list"
    sides = (("left", counted.only_left), ("right", counted.only_right))
    return ", ".join(
        f"{n} only {side}" if n else f"only {side}: none sure enough to list" for side, n in sides
    )


def _called(match: Match) -> str:
    """Return the kind of a match, and its saying where the two disagree."""
    return f"{match.kind.value}, {match.saying.value}" if match.is_difference else match.kind.value


def _strength(match: Match) -> str:
    """Say how likely a match is, as the window and the report do; two that cite need not agree."""
    from diptych.compare.values import strength_in_words

    return f"  {strength_in_words(match.strength)}" if match.is_claim else ""


def _judge(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.compare.values import Options
    from diptych.notes.verdict import Verdict
    from diptych.services.comparing import as_shown, compare_with_made
    from diptych.services.verdicts import keep_verdict, quotes_of

    (left, _), (right, _) = (open_article(stores, name) for name in (options.left, options.right))
    by_meaning = not options.without_meaning
    found = compare_with_made(stores, left, right, Options(), by_meaning=by_meaning)
    # The numbers are those that “compare” prints without options.
    shown = as_shown(found.comparison).matches
    if options.match > len(shown):
        raise UsageError(f"These articles have {len(shown)} matches; there is no {options.match}.")
    quotes = quotes_of(shown[options.match - 1], left, right)
    verdict = None if options.verdict == NO_VERDICT else Verdict(options.verdict)
    keep_verdict(stores, left.id, right.id, quotes, verdict)
    if options.json:
        print_json({"left": quotes[0], "right": quotes[1], "verdict": options.verdict})
    else:
        print(f"{options.verdict}: {quotes[0]} / {quotes[1]}")
    return 0


def _companions(stores: Stores, options: argparse.Namespace) -> int:
    import time

    from diptych.services.companions import level_sketches, make_quick_vectors, read_with

    article, path = open_article(stores, options.article)
    if not options.without_meaning:
        # Before the clock starts, as for comparing: it is done once for an article.
        make_quick_vectors(stores, article)
    level_sketches(stores)
    before = time.perf_counter()
    found = read_with(stores, article, limit=options.limit)
    spent_ms = round((time.perf_counter() - before) * 1000, 1)
    listed = []
    for each in found:
        entry = entry_of(stores, each.companion.id)
        sample = " ".join(each.sample.of(article.text).split())
        listed.append(
            {
                **_known(entry),
                "shared": each.companion.shared,
                "share": round(each.share, 4),
                "strength": each.companion.strength,
                "sample": {"start": each.sample.start, "end": each.sample.end, "text": sample},
            }
        )
        if not options.json:
            print(f"{each.companion.shared:4}  {entry.called}\n      {sample}")
    if options.json:
        print_json({"article": _named(article, path), "companions": listed, "ms": spent_ms})
    return 0


def _overview(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.services.companions import make_quick_vectors, shared_passages
    from diptych.services.comparing import count_by_kept

    opened = {}
    for name in options.articles:
        article, path = open_article(stores, name)
        opened[article.id] = article, path
        if not options.without_meaning:
            make_quick_vectors(stores, article)
    counts = shared_passages(stores, [article for article, _ in opened.values()])
    matches = {}
    if options.compare:
        by_meaning = not options.without_meaning
        for one, other in counts:
            sides = opened[one][0], opened[other][0]
            matches[one, other] = count_by_kept(stores, *sides, by_meaning=by_meaning)
    if options.json:
        pairs: list[dict[str, Any]] = [
            {"left": pair[0], "right": pair[1], "shared": count}
            | ({"matches": matches[pair]} if matches else {})
            for pair, count in counts.items()
        ]
        dated = [{**_named(*each), "date": each[0].date} for each in opened.values()]
        print_json({"articles": dated, "pairs": pairs})
        return 0
    titles = {id_: article.called for id_, (article, _) in opened.items()}
    # Counted matches where there are any, else the estimate by sketches.
    told = matches or counts
    for (left, right), count in sorted(told.items(), key=lambda item: -item[1]):
        print(f"{count:4}  {titles[left]}  ⟷  {titles[right]}")
    return 0


def _known(entry: Entry) -> dict[str, Any]:
    from diptych.library.listing import path_text

    return {"id": entry.id, "path": path_text(entry.path), "title": entry.title}


def _named(article: Article, path: Path) -> dict[str, Any]:
    from diptych.library.listing import path_text

    told = {"id": article.id, "path": path_text(path), "title": article.title}
    # Only where there is one: most articles are alone with their title.
    return {**told, "short_name": article.short_name} if article.short_name else told
