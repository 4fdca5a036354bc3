# SPDX-License-Identifier: MIT
"""A saved page is read in each of its wrappings."""

from __future__ import annotations

import base64

import pytest

from library.packed import mhtml
from library.samples import PROSE, article_from, texts


@pytest.mark.parametrize("encoding", ["8bit", "base64", "quoted-printable"])
def test_a_saved_page_is_read_in_each_of_its_wrappings(encoding: str) -> None:
    page = f"<html><body><h1>Die Mauer</h1><p>{PROSE}</p></body></html>"
    if encoding == "base64":
        page = base64.encodebytes(page.encode()).decode()

    article = article_from(mhtml(page, encoding=encoding), "a.mhtml")

    assert texts(article) == ["Die Mauer", PROSE]
    assert article.format == "mhtml"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Das Café am Kai".encode(), "Das Café am Kai"),  # as some browsers write it
        (b"=?utf-8?b?RGFzIENhZsOp?=", "Das Café"),
        (b"=?utf-8?b?R?=", ""),
        (b"\xff\xfe", "\ufffd\ufffd"),
    ],
)
def test_headers_may_hold_any_bytes(subject: bytes, title: str) -> None:
    page = mhtml(f"<html><body><p>{PROSE}</p></body></html>")

    article = article_from(page.replace(b"Subject: The wall", b"Subject: " + subject), "a.mhtml")

    assert texts(article) == [PROSE]
    assert article.title.startswith(title or PROSE[:10])


def test_the_page_of_a_frame_is_read_where_the_outer_page_says_little() -> None:
    outer = '<html><title>The wall</title><iframe src="cid:frame-1@mhtml.blink"></iframe></html>'
    inner = f"<html><body><h1>The wall</h1><p>{PROSE}</p></body></html>"
    frame = f"\r\n----edge\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{inner}"

    article = article_from(mhtml(outer + frame), "a.mhtml")

    assert texts(article) == ["The wall", PROSE]


def test_the_outlet_is_where_the_page_was_saved_from() -> None:
    saved = mhtml(f"<html><body><p>{PROSE}</p></body></html>").decode()
    saved = saved.replace(
        "Subject", "Snapshot-Content-Location: https://www.a.example/b\r\nSubject"
    )

    assert article_from(saved, "a.mhtml").source == "a.example"
