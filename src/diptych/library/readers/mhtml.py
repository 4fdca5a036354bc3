# SPDX-License-Identifier: MIT
"""Saved web pages (.mhtml): the page itself, out of the mail-like file around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from html import escape

from diptych.library.draft import Draft, Refused
from diptych.library.encodings import decode
from diptych.library.prose import title_line
from diptych.library.readers.html import declared_encoding, read_html
from diptych.patterns import late_pattern
from diptych.text.addresses import address_parts
from diptych.text.article import TitleSource

_MOST_PARTS = 64
_DEEPEST = 4
_LONGEST_HEAD = 64 * 1024
_MOST_FRAMES = 10
_LITTLE = 600  # characters on a page whose article stands in a frame
# <iframe src="cid:…">, </frameset>, </body>: in their place stands what the frames hold
_FRAME = late_pattern(
    r"</?(?:i?frame|frameset|noframes)\b[^<>]*>|</(?:body|html)\s*>", re.IGNORECASE
)
_HEAD_END = late_pattern(rb"\r?\n\r?\n")


def read_mhtml(content: bytes) -> Draft:
    """Return the draft of the first page in the file; its pictures are not looked at."""
    head, body = _split(content)
    pages = list(_pages(head, body, 0))
    if not pages:
        raise Refused("no-text")
    # Chromium says there which part is the page; others put it first.
    location = _header(head, "Snapshot-Content-Location")
    named = (p for p in pages if location and _header(p[0], "Content-Location") == location)
    part, page = next(named, pages[0])
    said = str(part.get_content_charset(failobj="") or "")
    decoded = decode(page, declared=said or declared_encoding(page))
    draft = read_html(decoded)
    frames = [other for _, other in pages if other is not page][:_MOST_FRAMES]
    if frames and sum(len(piece.text) for piece in draft.pieces) < _LITTLE:
        draft = read_html(replace(decoded, text=_with_frames(decoded.text, frames)))
    draft.format = "mhtml"
    address = location or _header(part, "Content-Location")
    draft.properties.source = (
        draft.properties.source or address_parts(address).netloc.removeprefix("www.")[:200]
    )
    if not draft.facts.title:
        draft.facts.title = title_line(_subject(head))
        draft.facts.title_source = TitleSource.METADATA
    return draft


def _with_frames(page: str, frames: Sequence[bytes]) -> str:
    """Return a page that only holds frames together with the pages in them."""
    texts = (decode(frame, declared=declared_encoding(frame)).text for frame in frames)
    inner = (f'<iframe srcdoc="{escape(text)}"></iframe>' for text in texts)
    return _FRAME.sub("", page) + "".join(inner)


def _split(content: bytes) -> tuple[Message, bytes]:
    """Return the headers of a part, and what follows them."""
    content = content.lstrip(b"\r\n")
    found = _HEAD_END.search(content, 0, _LONGEST_HEAD)
    end = found.end() if found else 0
    return BytesParser().parsebytes(content[:end], headersonly=True), content[end:]


def _pages(head: Message, body: bytes, depth: int) -> Iterator[tuple[Message, bytes]]:
    """Yield the pages among the first parts of a message, the outermost first."""
    boundary = str(head.get_boundary(failobj="") or "").encode("utf-8", "replace")
    if not boundary or head.get_content_maintype() != "multipart":
        if head.get_content_type() in ("text/html", "application/xhtml+xml"):
            yield head, _decoded(head, body)
        return
    # Parts in parts: mails forwarded in mails.
    if depth >= _DEEPEST:
        return
    # By hand, and the first parts alone: pictures follow, and are not looked at.
    parts = re.split(rb"(?:^|\r?\n)--" + re.escape(boundary), body, maxsplit=_MOST_PARTS)
    for part in parts[1:_MOST_PARTS]:
        if not part.startswith(b"--"):
            yield from _pages(*_split(part), depth + 1)


def _decoded(head: Message, body: bytes) -> bytes:
    """Return a part's bytes without their transfer encoding."""
    # Latin-1 is any bytes as text, one for one.
    head.set_payload(body.decode("latin-1"))
    packing = _header(head, "Content-Transfer-Encoding").strip().lower()
    if packing in ("base64", "quoted-printable"):
        payload = head.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""
    return body


def _subject(head: Message) -> str:
    try:
        return str(make_header(decode_header(_header(head, "Subject")[:2000])))
    except (LookupError, ValueError, MessageError):
        return ""


def _header(head: Message, name: str) -> str:
    """Return a header as it is written, in UTF-8 too, which no mail has but some pages do."""
    # Asked by name it would be no text as soon as it holds a byte that is not ASCII.
    written = (value for key, value in head.raw_items() if key.lower() == name.lower())
    return str(next(written, "")).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
