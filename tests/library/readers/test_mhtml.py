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
