# SPDX-License-Identifier: MIT
"""Comparing from the command line lists what the window shows."""

from __future__ import annotations

from cli.samples import LEFT, Ask, Files, Run


def test_compare_finds_the_shared_words(ask: Ask, files: Files) -> None:
    matches = ask("compare", *files)["matches"]
    (quotation,) = [m for m in matches if m["kind"] == "same-words"]
    assert "We did not come here" in quotation["left"]["text"]
    assert quotation["left"]["text"] == LEFT[quotation["left"]["start"] : quotation["left"]["end"]]


def test_compare_shows_the_best_first(ask: Ask, files: Files) -> None:
    scores = [match["score"] for match in ask("compare", *files)["matches"]]
    assert scores == sorted(scores, reverse=True)


def test_min_score_zero_adds_what_the_window_hides(ask: Ask, files: Files) -> None:
    shown = ask("compare", *files)["matches"]
    scored = ask("compare", *files, "--min-score", "0")["matches"]
    assert all(match["shown"] for match in shown)
    assert len(scored) > len(shown)
    assert min(match["score"] for match in scored) < 0.5 < scored[0]["score"]
    assert ask("compare", *files, "--min-score", "-9")["matches"] == scored


def test_longer_shortest_run_finds_no_short_quotation(ask: Ask, files: Files) -> None:
    matches = ask("compare", *files, "--shortest-run", "20")["matches"]
    assert "same-words" not in {match["kind"] for match in matches}


def test_compare_says_by_which_encoders(run: Run, ask: Ask, files: Files) -> None:
    encoders = ask("compare", *files)["encoders"]
    told = run("compare", *files)[1]
    assert all(encoder in told for encoder in encoders)
    assert ("By words and by meaning" in told) == bool(encoders)


def test_compare_lists_as_only_here_what_the_window_lists(ask: Ask, files: Files) -> None:
    shown = ask("compare", *files)
    scored = ask("compare", *files, "--min-score", "0")
    assert all(only["shown"] for only in shown["only_left"] + shown["only_right"])
    assert len(scored["only_left"]) == scored["left"]["passages"] > len(shown["only_left"])
