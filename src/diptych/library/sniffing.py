# SPDX-License-Identifier: MIT
"""Which format a file is in, told from its content; the name only breaks ties."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.patterns import late_pattern

if TYPE_CHECKING:
    from zipfile import ZipFile

EXTENSIONS = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".mdown": "md",
    ".mkd": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xht": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".eml": "eml",
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".fodt": "odt",
    ".rtf": "rtf",
    ".epub": "epub",
    ".fb2": "fb2",
}

DECODED = frozenset({"txt", "md", "html"})
"""The formats whose bytes are the text itself, in an encoding that may have to be guessed."""

UNSUPPORTED = "unsupported"
DAMAGED = "damaged"
ENCRYPTED = "encrypted"
BINARY = "binary"
LINKS_ONLY = "links-only"
NO_ARTICLE = (UNSUPPORTED, DAMAGED, ENCRYPTED, BINARY, LINKS_ONLY)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY_STARTS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"\x7fELF",
    b"MZ\x90\x00",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"Rar!",
    b"ID3",
    b"OggS",
    b"RIFF",
    b"SQLite format 3",
    b"\xca\xfe\xba\xbe",
    b"II*\x00",
    b"MM\x00*",
    b"wOFF",
    b"wOF2",
    b"\x00\x01\x00\x00\x00",
    b"\x28\xb5\x2f\xfd",
)
_PACKED = ("pdf", "docx", "odt", "epub")  # never text, whatever is left of them
# <!doctype html>, or <title> first, with a line of XML or remarks before it
_HTML_START = late_pattern(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,4000}?-->\s*)*"
    rb"(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<title[\s>]|<meta\s)",
    re.IGNORECASE | re.DOTALL,
)
# What browsers, Pocket and Instapaper write: a page of addresses, not an article
_LINKS_PAGE = late_pattern(
    rb"<!doctype\s+netscape-bookmark|<title>\s*(?:pocket export|instapaper: export)\s*</title>",
    re.IGNORECASE,
)
_HTML_ANY = late_pattern(rb"<(?:!doctype html|html|body)[\s>]", re.IGNORECASE)
_MIME_HEAD = late_pattern(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
# What browsers write into the head of a page that they save
_SAVED_PAGE = late_pattern(
    rb"^from:[ \t]*\"?<?saved by|^snapshot-content-location:", re.IGNORECASE | re.MULTILINE
)
# Three lines or more such as “Subject: The port”, folded ones included; a mailbox begins each
# mail with a line of its own.
_MAIL_HEAD = late_pattern(
    rb"(?:From [^\n]*\n)?(?:[A-Za-z][\w-]{1,60}:[ \t][^\n]*\n(?:[ \t]+\S[^\n]*\n)*){3,80}"
)
_ODT_TYPE = "application/vnd.oasis.opendocument.text"


def sniff(content: bytes, path: Path) -> str:
    """Return the format's name, or one of the outcomes above for what is no article."""
    by_name = EXTENSIONS.get(path.suffix.lower(), "")
    head = content[:4096]
    if head.lstrip()[:5] == rb"{\rtf":
        return "rtf"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content[:2] == b"PK" and content[2:4] in (b"\x03\x04", b"\x05\x06", b"\x07\x08"):
        return _sniff_archive(content, by_name)
    if content.startswith(_OLE):
        return ENCRYPTED if by_name == "docx" and b"E\0n\0c\0r\0y\0p" in content else UNSUPPORTED
    if content.startswith(_BINARY_STARTS):
        return BINARY
    if b"<FictionBook" in head or by_name == "fb2":
        return "fb2"
    if by_name in _PACKED:
        return "odt" if b"<office:document" in head else DAMAGED
    return _sniff_text(content, by_name)


def _sniff_text(content: bytes, by_name: str) -> str:
    head = content[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    is_page = by_name == "mhtml" and b"mime-version:" in head.lower()
    # A mail with a picture in its text has such a head, too.
    is_mail = by_name != "mhtml" and _is_mail(head) and not _SAVED_PAGE.search(head)
    if is_page or (_MIME_HEAD.search(head) and not is_mail):
        return "mhtml"
    if b"<office:document" in head:
        return "odt"
    if by_name != "md" and _is_mail(head):
        return "eml"
    if by_name == "html" and _LINKS_PAGE.search(head):
        return LINKS_ONLY
    if _HTML_START.match(head) and by_name != "md":
        return "html"
    if by_name in ("html", "mhtml"):
        return "html"
    if by_name == "" and _HTML_ANY.search(head):
        return "html"
    return "md" if by_name == "md" else "txt"


def _is_mail(head: bytes) -> bool:
    """Tell whether a text begins with the head lines of a mail: from whom, and when or on what."""
    found = _MAIL_HEAD.match(head)
    names = {line.partition(b":")[0].lower() for line in found[0].splitlines()} if found else set()
    return b"from" in names and bool(names & {b"subject", b"date"})


def _sniff_archive(content: bytes, by_name: str) -> str:
    import zipfile  # a command that reads no file does not wait for it

    from diptych.library.broken_zip import BROKEN_ZIP

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist()[:20_000])
            kind = _declared_type(archive) if "mimetype" in names else ""
    except BROKEN_ZIP:
        return _broken_archive(content, by_name)
    if kind == "application/epub+zip" or "META-INF/container.xml" in names:
        return "epub"
    if kind.startswith(_ODT_TYPE) or (not kind and by_name == "odt" and "content.xml" in names):
        return "odt"
    if "word/document.xml" in names or ("[Content_Types].xml" in names and by_name == "docx"):
        return "docx"
    return "fb2" if sum(map(is_book, names)) == 1 else UNSUPPORTED


def is_book(name: str) -> bool:
    """Tell whether a packed file is a book of its own, as FictionBooks are handed around."""
    return name.lower().endswith(".fb2")


def _declared_type(archive: ZipFile) -> str:
    with archive.open("mimetype") as stream:
        return stream.read(200).decode("ascii", "replace").strip()


def _broken_archive(content: bytes, by_name: str) -> str:
    looks_known = any(
        word in content[:4096] for word in (b"word/", b"mimetype", b"[Content_Types]", b"content.")
    )
    return DAMAGED if by_name in _PACKED or looks_known else BINARY
