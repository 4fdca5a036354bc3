# SPDX-License-Identifier: MIT
"""How much work a frame takes while two marked articles scroll together.

    python3 dev.py bench reading_frames

Two articles of 25,000 words with 2,000 matches scroll by 45 pixels a frame, with
strips and ribbon, and beside them two bare text views of the same articles. Then
how long articles of 2,500 and 100,000 words take from the page to the first paint.
Nothing is drawn on a screen: a frame is what the program itself does for it.
"""

from __future__ import annotations

import os
import random
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTextEdit, QWidget

from diptych.compare.values import Kind
from diptych.text.article import Article, Block, BlockKind, Span
from diptych.text.segment import passages
from diptych.ui.parts import theme
from diptych.ui.reader.document import Typography
from diptych.ui.reader.measuring import MarkedMatch
from diptych.ui.reader.split_view import SplitView

MATCHES, FRAMES, STEP = 2000, 600, 45
SIZE = (1100, 850)


def main() -> None:
    application = QApplication.instance() or QApplication([])
    theme.load_fonts()
    left, right = made_article(25_000, seed=1), made_article(25_000, seed=2)
    split = show_pair(left, right)
    settle(application)
    started = time.perf_counter()
    split.show_matches(*made_matches(left, right))
    marking = (time.perf_counter() - started) * 1000
    print(f"{MATCHES} matches measured and marked: {marking:.0f} ms")
    bar = split.panes["left"].view.verticalScrollBar()
    report("Diptych, ribbon, strips", frames(application, bar.setValue, bar.maximum()))
    split.close()
    bare, views = bare_views(left, right)
    settle(application)

    def scroll_both(value: int) -> None:
        for view in views:
            view.verticalScrollBar().setValue(value)

    last = views[0].verticalScrollBar().maximum()
    report("two bare text views", frames(application, scroll_both, last))
    bare.close()
    for words in (2_500, 100_000):
        first_paint(application, words)


def frames(application: QApplication, scroll: Callable[[int], object], last: int) -> list[float]:
    """Return the milliseconds that each frame of scrolling took."""
    spent = []
    for number in range(1, FRAMES + 1):
        started = time.perf_counter()
        scroll(min(number * STEP, last))
        application.processEvents()
        spent.append((time.perf_counter() - started) * 1000)
    return spent


def report(name: str, spent: list[float]) -> None:
    ordered = sorted(spent)
    under = sum(one < 16 for one in ordered) / len(ordered)
    print(
        f"{name:25} median {statistics.median(ordered):5.1f} ms  "
        f"99 % {ordered[int(len(ordered) * 0.99)]:5.1f} ms  under 16 ms {under:.1%}"
    )


def first_paint(application: QApplication, words: int) -> None:
    article = made_article(words, seed=3)
    split = SplitView(theme.load_palette("light"))
    split.resize(*SIZE)
    split.show()
    settle(application)
    started = time.perf_counter()
    split.show_article("left", article, "facts")
    application.processEvents()
    print(f"{words:,} words to first paint: {(time.perf_counter() - started) * 1000:.0f} ms")
    split.close()


def settle(application: QApplication) -> None:
    """Let Qt finish what it has put off, for a second at most."""
    end = time.perf_counter() + 1
    while time.perf_counter() < end:
        application.processEvents()


def show_pair(left: Article, right: Article) -> SplitView:
    split = SplitView(theme.load_palette("light"))
    split.resize(*SIZE)
    split.show()
    for side, article in (("left", left), ("right", right)):
        split.show_article(side, article, "facts")
    return split


def bare_views(left: Article, right: Article) -> tuple[QWidget, list[QTextEdit]]:
    frame = QWidget()
    row = QHBoxLayout(frame)
    views = []
    for article in (left, right):
        view = QTextEdit(readOnly=True)
        font = QFont(Typography().font())
        view.setFont(font)
        view.setPlainText(article.text)
        row.addWidget(view)
        views.append(view)
    frame.resize(*SIZE)
    frame.show()
    return frame, views


def made_article(words: int, *, seed: int) -> Article:
    chance = random.Random(seed)
    lexicon = [
        "".join(chance.choice("aeioubcdfglmnprst") for _ in range(chance.randint(2, 9)))
        for _ in range(8_000)
    ]
    paragraphs, count = [], 0
    while count < words:
        lengths = [chance.randint(8, 25) for _ in range(chance.randint(4, 9))]
        sentences = [" ".join(chance.choices(lexicon, k=n)).capitalize() + "." for n in lengths]
        paragraphs.append(" ".join(sentences))
        count += sum(lengths)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return Article("\n\n".join(paragraphs), tuple(blocks), "Made", f"{seed:064x}")


def made_matches(left: Article, right: Article) -> tuple[list[MarkedMatch], list[tuple[int, int]]]:
    chance = random.Random(4)
    first = [passage.span for passage in passages(left)]
    second = [passage.span for passage in passages(right)]
    matches = []
    for number in range(MATCHES):
        across = number * len(second) // MATCHES + chance.randint(-5, 5)
        kind = chance.choice((Kind.SAME_WORDS, Kind.SAME_CLAIM, Kind.SAME_FACTS))
        span = first[number * len(first) // MATCHES]
        matches.append(MarkedMatch(number, kind, span, second[across % len(second)]))
    return matches, [(m.left.start, m.right.start) for m in matches[::3]]


if __name__ == "__main__":
    main()
