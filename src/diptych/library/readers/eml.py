# SPDX-License-Identifier: MIT
"""Mails (.eml): who wrote what when, and the text; what is attached is not looked at."""

from __future__ import annotations

from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING

from diptych.library.draft import Draft, Refused
from diptych.library.encodings import Decoded, decode
from diptych.library.people import people
from diptych.library.prose import title_line
from diptych.library.readers.html import declared_encoding, read_html
from diptych.library.readers.txt import read_txt
from diptych.text.article import TitleSource

_LONGEST_HEADER = 4_000  # characters, as they are written
_MOST_REMARKS = 50
# What Python raises at headers that no mail program writes.
_BROKEN = (ValueError, LookupError, AttributeError, TypeError, RecursionError, MessageError)


if TYPE_CHECKING:
    _Policy = policy.EmailPolicy[EmailMessage]
else:  # where it is no generic class
    _Policy = policy.EmailPolicy


class _ShortHeaders(_Policy):
    """Cuts off what no mail program writes into a header that is looked at.

    Python takes the square of its tokens: 88,000 brackets in the name of an encoding, minutes.
    """

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        value = value[:_LONGEST_HEADER]
        # Each opens a remark in the one before, and Python goes down into all of them.
        return name, value if value.count("(") < _MOST_REMARKS else value.replace("(", "")


def read_eml(content: bytes) -> Draft:
    """Return the draft of a mail: its plain text, or its page where it has no plain text."""
    try:
        mail = BytesParser(_class=EmailMessage, policy=_ShortHeaders()).parsebytes(content)
        body = mail.get_body(preferencelist=("plain", "html"))
        payload = body.get_payload(decode=True) if body is not None else None
        kind = body.get_content_type() if body is not None else ""
        charset = body.get_content_charset() if body is not None else ""
    except _BROKEN as error:
        raise Refused("damaged") from error
    if not isinstance(payload, bytes) or not payload.strip():
        raise Refused("no-text")
    draft = _draft(payload, kind, charset or "")
    draft.format = "eml"
    facts = draft.facts
    facts.title = title_line(_header(mail, "Subject")) or facts.title
    facts.title_source = TitleSource.METADATA if facts.title else facts.title_source
    facts.authors = people(parseaddr(_header(mail, "From"))[0]) or facts.authors
    facts.date = _date(mail) or facts.date
    return draft


def _draft(payload: bytes, kind: str, charset: str) -> Draft:
    if kind == "text/html":
        return read_html(decode(payload, declared=charset or declared_encoding(payload)))
    decoded = decode(payload, declared=charset)
    return read_txt(Decoded(decoded.text.strip("\n"), decoded.encoding))


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return str(mail.get(name, ""))[:2000]
    except _BROKEN:
        return ""


def _date(mail: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(_header(mail, "Date")).date().isoformat()
    except (*_BROKEN, OverflowError):
        return ""
