# SPDX-License-Identifier: MIT
"""PDFs made to hurt are refused before they are unpacked, or read in bounds."""

from __future__ import annotations

import zlib

import pytest

from diptych.errors import ArticleError
from library.packed import pdf
from library.samples import PROSE, article_from, texts

MEGABYTE = 1 << 20


def with_stream(packed: bytes, filters: str) -> bytes:
    whole = pdf([[(60, 700, 12, PROSE)]])
    start = whole.index(b"<</Length")
    end = whole.index(b"endstream") + len(b"endstream")
    made = f"<</Length {len(packed)}/Filter{filters}>>stream\n".encode()
    return whole[:start] + made + packed + b"\nendstream" + whole[end:]


@pytest.mark.parametrize("times", [1, 2])
def test_a_stream_that_unpacks_to_too_much_is_not_unpacked(times: int) -> None:
    packed = b"a" * (80 * MEGABYTE)
    for _ in range(times):
        packed = zlib.compress(packed, 9)

    with pytest.raises(ArticleError) as caught:
        article_from(
            with_stream(packed, "[/FlateDecode/FlateDecode]"[: 13 * times + 1] + "]"), "a.pdf"
        )

    assert caught.value.code == "bomb"


def test_an_ordinary_packed_page_is_read() -> None:
    drawn = b"BT /F1 12 Tf 60 700 Td (The wall is old.) Tj ET"

    article = article_from(with_stream(zlib.compress(drawn), "/FlateDecode"), "a.pdf")

    assert texts(article) == ["The wall is old."]


def test_thousands_of_scattered_words_are_read() -> None:
    lines = [(60 + (n * 7) % 400, 800 - (n % 700), 10, f"word {n}") for n in range(2000)]

    assert "word 1999" in article_from(pdf([lines]), "a.pdf").text


def test_a_title_that_is_no_text_is_left_out() -> None:
    whole = pdf([[(60, 700, 12, PROSE)]], title="0123456789")
    broken = whole.replace(b"(0123456789)", b"<FEFFD8000041> ")

    assert texts(article_from(broken, "a.pdf")) == [PROSE]
