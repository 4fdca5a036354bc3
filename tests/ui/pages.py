# SPDX-License-Identifier: MIT
"""A page laid out at once."""

from __future__ import annotations

from diptych.text.article import Article
from diptych.ui.desk.page import Page, page_steps


def build_page(article: Article, facts: str, *, open_folds: frozenset[int] = frozenset()) -> Page:
    """Do all steps of ``page_steps``."""
    steps = page_steps(article, facts, open_folds=open_folds)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            page: Page = end.value
            return page
