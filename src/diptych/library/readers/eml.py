# SPDX-License-Identifier: MIT
"""Mails (.eml): who wrote what when, and the text; what is attached is not looked at."""

from __future__ import annotations

import re
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING

from diptych.library.dates import iso_date
from diptych.library.draft import Draft, Refused
from diptych.library.encodings import Decoded, decode
from diptych.library.mail_head import without_answers
from diptych.library.people import people
from diptych.library.prose import title_line
from diptych.library.readers.html import declared_encoding, read_html
from diptych.library.readers.txt import read_txt
from diptych.patterns import late_pattern
from diptych.text.article import TitleSource

_LONGEST_HEADER = 4_000  # characters, as they are written
_MOST_REMARKS = 50
_MOST_TYPES = 3
# “Content-Type: text/plain”, with the lines that it goes on in
_TYPE = late_pattern(rb"^content-type:[^\n]*\n(?:[ \t]+[^\n]*\n)*", re.IGNORECASE | re.MULTILINE)
# What Python raises at headers that no mail program writes.
_BROKEN = (
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
    OverflowError,
    RecursionError,
    MessageError,
)


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
        mail = _parsed(content)
        body = _body(mail)
        # Some programs say twice what follows, and are wrong the first time.
        for _ in range(min(len(mail.get_all("Content-Type", ())) - 1, _MOST_TYPES)):
            if body is None:
                content = _TYPE.sub(b"", content, count=1)
                mail = _parsed(content)
                body = _body(mail)
        if body is None:
            raise Refused("no-text")
        draft = _draft(body)
    except _BROKEN as error:
        raise Refused("damaged") from error
    draft.format = "eml"
    facts = draft.facts
    subject = without_answers(_header(mail, "Subject"))
    facts.title = title_line(subject) or facts.title
    facts.title_source = TitleSource.METADATA if facts.title else facts.title_source
    facts.authors = _writers(_header(mail, "From")) or facts.authors
    facts.date = _date(mail) or facts.date
    return draft


def _parsed(content: bytes) -> EmailMessage:
    return BytesParser(_class=EmailMessage, policy=_ShortHeaders()).parsebytes(content)


def _body(mail: EmailMessage) -> EmailMessage | None:
    """Return the part with the text: the plain one, unless that is empty beside a page."""
    for kind in ("plain", "html"):
        body = mail.get_body(preferencelist=(kind,))
        if isinstance(body, EmailMessage) and _payload(body).strip():
            return body
    return None


def _payload(body: EmailMessage) -> bytes:
    payload = body.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _draft(body: EmailMessage) -> Draft:
    payload, charset = _payload(body), body.get_content_charset() or ""
    if body.get_content_type() == "text/html":
        return read_html(decode(payload, declared=charset or declared_encoding(payload)))
    decoded = decode(payload, declared=charset)
    text = decoded.text.strip("\n")
    if str(body.get_param("format", "")).lower() == "flowed":
        text = _with_whole_lines(text, glued=str(body.get_param("delsp", "")).lower() == "yes")
    return read_txt(Decoded(text, decoded.encoding))


def _with_whole_lines(text: str, *, glued: bool) -> str:
    """Return a flowed text with each paragraph on a line: a line that goes on ends in a space.

    As RFC 3676 has it; the mark of a signature ends in one, too.
    """
    lines = [line.removeprefix(" ") for line in text.split("\n")]
    parts = [
        (line[:-1] if glued else line) if line.endswith(" ") and line != "-- " else f"{line}\n"
        for line in lines
    ]
    return "".join(parts).rstrip("\n")


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return str(mail.get(name, ""))[:2000]
    except _BROKEN:
        return ""


def _writers(sender: str) -> tuple[str, ...]:
    """Return who wrote a mail; a posting on a board names nobody's address."""
    return people(parseaddr(sender)[0] if "@" in sender else sender.strip(' "'))


def _date(mail: EmailMessage) -> str:
    sent = _header(mail, "Date")
    try:
        return parsedate_to_datetime(sent).date().isoformat()
    except _BROKEN:
        return iso_date(sent)
