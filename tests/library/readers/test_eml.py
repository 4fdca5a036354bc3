# SPDX-License-Identifier: MIT
"""A mail is read as its text, with its writer, day and subject."""

from __future__ import annotations

from email.headerregistry import HeaderRegistry
from typing import Any

import pytest

from diptych.errors import ArticleError
from diptych.text.article import BlockState
from library.samples import PROSE, PROSE_2, article_from, texts

HEAD = (
    "From: Ida Holm <ida@courier.example>\n"
    "Date: Tue, 5 Mar 2024 10:31:00 +0100\n"
    "Subject: =?utf-8?q?The_wall_of_=C3=85s?=\n"
    "MIME-Version: 1.0\n"
)
BOTH = (
    f"{HEAD}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n"
    f"<p>As a page.</p>\n--b\nContent-Type: text/plain\n\n{PROSE}\n\n{PROSE_2}\n--b--\n"
)


@pytest.mark.parametrize("name", ["wall.eml", "wall.txt"])
def test_a_mail_tells_its_subject_writer_and_day(name: str) -> None:
    article = article_from(f"{HEAD}\n{PROSE}\n\n{PROSE_2}\n", name)

    assert (article.title, article.authors, article.date) == (
        "The wall of Ås",
        ("Ida Holm",),
        "2024-03-05",
    )
    assert texts(article, state=BlockState.SHOWN) == [PROSE, PROSE_2]


def test_the_plain_text_of_a_mail_is_read_before_its_page() -> None:
    assert texts(article_from(BOTH, "wall.eml")) == [PROSE, PROSE_2]


def test_a_mail_in_its_own_encoding_is_read() -> None:
    head = f"{HEAD}Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: 8bit\n\n"

    article = article_from(head.encode() + "Колокол остался дома.".encode("koi8-r"), "wall.eml")

    assert article.text == "Колокол остался дома."


def test_a_mail_of_nothing_but_pictures_is_refused() -> None:
    picture = f"{HEAD}Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0K\n"

    with pytest.raises(ArticleError, match="no text"):
        article_from(picture, "wall.eml")


def test_a_text_that_quotes_a_head_line_is_no_mail() -> None:
    article = article_from(f"From: the quay\n\n{PROSE}\n\n{PROSE_2}\n", "wall.txt")

    assert article.format == "txt"


def test_a_mail_of_parts_in_parts_without_end_is_refused() -> None:
    parts = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3_000)
    )

    with pytest.raises(ArticleError) as caught:
        article_from(f"{HEAD}{parts}", "wall.eml")

    assert caught.value.code in ("damaged", "no-text")


@pytest.mark.parametrize(
    "name", ["Content-Transfer-Encoding", "Content-Type", "Content-Disposition", "From", "Subject"]
)
def test_of_a_header_only_what_mails_have_is_taken_apart(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[int] = []
    parse = HeaderRegistry.__call__

    def counted(self: HeaderRegistry, name: str, value: Any) -> Any:
        taken.append(len(value))
        return parse(self, name, value)

    monkeypatch.setattr(HeaderRegistry, "__call__", counted)

    article = article_from(f"{HEAD}{name}: {'[' * 90_000}\n\n{PROSE}\n", "wall.eml")

    assert PROSE in article.text
    assert 0 < max(taken) <= 4_000


@pytest.mark.parametrize("name", ["From", "Subject", "Date", "Content-Type", "MIME-Version"])
@pytest.mark.parametrize("sign", ["(", "[", '"', "<", "=?", ",", ":", ";", "\\", "@", "((a)"])
def test_a_header_that_no_mail_program_writes_leaves_the_text(name: str, sign: str) -> None:
    kept = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(name))

    article = article_from(f"{kept}{name}: Ida{sign * 2_000}\n\n{PROSE}\n", "wall.eml")

    assert PROSE in article.text


def test_a_year_without_end_leaves_the_text() -> None:
    kept = "".join(line for line in HEAD.splitlines(keepends=True) if "Date" not in line)

    article = article_from(
        f"{kept}Date: Thu, 2 Jan {'2' * 400} 03:04:05 +0100\n\n{PROSE}\n", "wall.eml"
    )

    assert PROSE in article.text


def test_a_page_is_read_where_the_plain_text_beside_it_is_empty() -> None:
    assert texts(article_from(BOTH.replace(f"{PROSE}\n\n{PROSE_2}", " "), "wall.eml")) == [
        "As a page."
    ]


def test_a_mail_that_tells_its_type_twice_is_read() -> None:
    wrong = "Content-Type: multipart/alternative;\n boundary=other\n"

    assert texts(article_from(wrong + BOTH, "wall.eml")) == [PROSE, PROSE_2]


def test_the_line_of_a_mailbox_is_not_the_mails() -> None:
    article = article_from(f"From ida@courier.example Tue Mar  5 10:31:00 2024\n{BOTH}", "w.eml")

    assert (article.title, article.authors) == ("The wall of Ås", ("Ida Holm",))


@pytest.mark.parametrize(("told", "text"), [("", "The old quay."), ("; delsp=yes", "The oldquay.")])
def test_a_line_that_ends_in_a_space_goes_on(told: str, text: str) -> None:
    head = f"{HEAD}Content-Type: text/plain; format=flowed{told}\n\n"

    assert texts(article_from(f"{head}The old \nquay.\nAnother line.", "wall.eml")) == [
        *(text, "Another line.")
    ]


def test_a_mail_with_a_picture_in_its_text_is_no_saved_page() -> None:
    related = (
        f"{HEAD}Content-Type: multipart/related; boundary=r\n\n--r\nContent-Type: text/plain\n\n"
        f"{PROSE}\n--r\nContent-Type: image/png\n\niVBORw0K\n--r--\n"
    )

    article = article_from(related, "wall.eml")

    assert (article.authors, texts(article)) == (("Ida Holm",), [PROSE])


def test_a_mail_handed_on_is_called_as_it_was() -> None:
    article = article_from(f"{HEAD.replace('Subject: ', 'Subject: Fwd: ')}\n{PROSE}\n", "wall.eml")

    assert article.title == "The wall of Ås"


def test_a_posting_of_a_board_has_a_name_without_an_address_and_a_day_without_an_hour() -> None:
    posting = f"Subject: The wall\nFrom: Ida Holm\nDate: 5 Mar 2024\n\n{PROSE}\n"

    article = article_from(posting, "posting.txt")

    assert (article.title, article.authors) == ("The wall", ("Ida Holm",))
    assert article.date == "2024-03-05"
