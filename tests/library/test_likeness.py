# SPDX-License-Identifier: MIT
"""Copies of one report are found, different reports on one affair are not."""

from __future__ import annotations

from pathlib import Path

from diptych.library.likeness import groups, likeness, minhash_signature
from diptych.library.reading import read_article
from library.samples import PROSE, article_from

CORPUS = Path(__file__).parents[2] / "corpus"
REPORT = (CORPUS / "minutes.txt").read_text(encoding="utf-8")


def test_a_copy_with_another_head_and_tail_is_nearly_the_same() -> None:
    copy = f"FROM OUR WIRE SERVICE\n\n{REPORT}\n\nThis report was first printed elsewhere.\n"

    assert (
        likeness(minhash_signature(article_from(REPORT)), minhash_signature(article_from(copy)))
        > 0.9
    )


def test_a_copy_with_every_tenth_paragraph_gone_is_nearly_the_same() -> None:
    paragraphs = REPORT.split("\n\n")
    shorter = "\n\n".join(p for n, p in enumerate(paragraphs) if n % 10 != 9)

    assert (
        likeness(minhash_signature(article_from(REPORT)), minhash_signature(article_from(shorter)))
        > 0.7
    )


def test_reports_on_the_same_affair_are_no_copies() -> None:
    files = [CORPUS / name for name in ("harbour-vote.md", "ferry-deal.md", "minutes.txt")]
    sketches = {path.name: minhash_signature(read_article(path)) for path in files}

    assert groups(sketches) == ()


def test_copies_are_grouped_and_others_left_out() -> None:
    sketches = {
        "one": minhash_signature(article_from(REPORT)),
        "other": minhash_signature(read_article(CORPUS / "ferry-deal.md")),
        "two": minhash_signature(article_from(f"{REPORT}\nThe editor.\n")),
        "three": minhash_signature(article_from(f"Wire news\n\n{REPORT}")),
    }

    assert groups(sketches) == (("one", "two", "three"),)


def test_a_short_text_has_no_sketch() -> None:
    assert minhash_signature(article_from(PROSE[:80])) == b""


def test_chinese_copies_are_found() -> None:
    article = read_article(CORPUS / "night-boat-zh.html")
    copy = article_from(f"转载\n\n{article.text}")

    assert likeness(minhash_signature(article), minhash_signature(copy)) > 0.6
