# SPDX-License-Identifier: MIT
"""Mails pasted as text tell who wrote what when, in the words of their program."""

from __future__ import annotations

import pytest

from diptych.text.article import BlockState
from library.samples import BODY, PROSE, article_from, texts

FACTS = ("The wall", ("Ida Holm",), "2024-03-06")


@pytest.mark.parametrize(
    "head",
    [
        (
            "Von: Ida Holm <i@a.example>\nGesendet: Mittwoch, 6. März 2024 18:05\nAn: Bo\n"
            "Betreff: AW: The wall\n"
        ),
        (
            "-----Original Message-----\nFrom: Ida Holm [mailto:i@a.example]\n"
            "Sent: Wednesday, March 06, 2024 6:05 PM\nTo: Bo\nSubject: The wall\n"
        ),
        (
            "---------- Forwarded message ---------\nDe : Ida Holm <i@a.example>\n"
            "Date: mer. 6 mars 2024 à 18:05\nObjet : Re: The wall\nÀ : Bo\n"
        ),
        "От: Ida Holm <i@a.example>\nОтправлено: 6 марта 2024 г. 18:05\nКому: Bo\nТема: The wall\n",
    ],
    ids=["German", "Outlook", "French, forwarded", "Russian"],
)
def test_the_head_of_a_pasted_mail_is_read(head: str) -> None:
    article = article_from(f"{head}\n{BODY}")

    assert (article.title, article.authors, article.date) == FACTS
    assert texts(article, state=BlockState.SHOWN)[0] == PROSE


@pytest.mark.parametrize(
    "head",
    [
        "From: the harbour\nSubject: walls\n",
        "Note: one\nNote two: a\nNote three: b\n",
        "From: Ida\nTo: Bo\nSubject: walls\nThe letter goes on in this line.\n",
    ],
)
def test_lines_that_only_look_like_a_head_stay(head: str) -> None:
    assert not texts(article_from(f"{head}\n{BODY}"), state=BlockState.FOLDED)
