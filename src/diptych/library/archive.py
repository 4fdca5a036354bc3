# SPDX-License-Identifier: MIT
"""Reads the parts of a zip file in memory, within bounds, and XML without its tricks."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from diptych.library.broken_zip import BROKEN_ZIP
from diptych.library.draft import Refused

# Bounds of what is unpacked: a book of pictures stays below, a zip bomb does not.
_MOST_ENTRIES = 20_000
_MEBIBYTE = 1 << 20
_LARGEST_PART = 64 * _MEBIBYTE
_LARGEST_SUM = 128 * _MEBIBYTE
_LARGEST_TREE = 250 * _MEBIBYTE
# What libxml2 takes for an element, a text between two tags, and an attribute with its value.
_NODE, _ATTRIBUTE = 125, 235
_CHUNK = 1 << 16
_ENCRYPTED = 0x1  # general purpose bit flag


class Archive:
    """A zip file's parts by their exact names.

    Nothing is unpacked to disk and no name ever meets the file system. Sizes
    are counted while inflating, as a directory may lie about them.
    """

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            entries = self._zip.infolist()
        except BROKEN_ZIP as error:
            raise Refused("damaged") from error
        if len(entries) > _MOST_ENTRIES:
            raise Refused("bomb")
        # By name a list: zipfile itself would give the last of two parts of one name.
        self._entries: dict[str, list[zipfile.ZipInfo]] = {}
        for entry in entries:
            self._entries.setdefault(entry.filename, []).append(entry)
        self._read = 0

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def names(self) -> tuple[str, ...]:
        """Return the names of all parts."""
        return tuple(self._entries)

    def name_like(self, name: str) -> str:
        """Return a part's name as the archive writes it, letter case aside; empty if none."""
        if name in self._entries:
            return name
        low = name.casefold()
        return next((other for other in self._entries if other.casefold() == low), "")

    def read(self, name: str, *, largest: int = _LARGEST_PART) -> bytes:
        """Return a part's bytes; Refused when it is missing, broken, secret or too much."""
        found = self._entries.get(name, [])
        if len(found) != 1:  # two parts of one name: which of them counts?
            raise Refused("damaged")
        entry = found[0]
        if entry.flag_bits & _ENCRYPTED:
            raise Refused("encrypted")
        # What the directory says; what comes out is counted below.
        if entry.file_size > largest:
            raise Refused("bomb")
        parts: list[bytes] = []
        size = 0
        try:
            with self._zip.open(entry) as stream:
                # A piece at a time, so that a lie costs one chunk of memory and not a gigabyte.
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if size > largest or self._read + size > _LARGEST_SUM:
                        raise Refused("bomb")
                    parts.append(chunk)
        except BROKEN_ZIP as error:
            raise Refused("damaged") from error
        self._read += size
        return b"".join(parts)

    def xml(self, name: str) -> etree._Element:
        """Return the root of an XML part."""
        return parse_xml(self.read(name))

    def xml_or_none(self, name: str) -> etree._Element | None:
        """Return the root of an XML part that may be missing or broken."""
        if name not in self:
            return None
        try:
            return self.xml(name)
        except Refused as refused:
            # A part that may be missing may be broken as well; a bomb is refused wherever it
            # lies.
            if refused.code == "damaged":
                return None
            raise


def parse_xml(content: bytes) -> etree._Element:
    """Return the root of an XML document that declares no entities."""
    refuse_entities(content)
    if _tree_size(content) > _LARGEST_TREE:
        raise Refused("bomb")
    # Nothing outside the document is loaded, and nothing it names is unfolded (billion laughs).
    parser = _parser()
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        faults = {entry.type_name for entry in parser.error_log}
        # A prefix that is declared nowhere, as converters leave them, spoils no word.
        if faults != {"NS_ERR_UNDEFINED_NAMESPACE"}:
            raise Refused("damaged") from error
        return etree.fromstring(content, _parser(recover=True))
    except ValueError as error:
        raise Refused("damaged") from error


def _parser(**how: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
        **how,
    )


def _tree_size(content: bytes) -> int:
    """Return about how many bytes the tree of an XML document takes: up to fifty of each."""
    elements = content.count(b"<") - content.count(b"</")
    texts = content.count(b">") - content.count(b"><")
    return _NODE * (elements + texts) + _ATTRIBUTE * content.count(b"=")


def refuse_entities(content: bytes) -> None:
    """Refuse XML that declares entities, before any parser sees it, in UTF-16 too."""
    word = "<!ENTITY"
    if any(word.encode(name) in content for name in ("ascii", "utf-16-le", "utf-16-be")):
        raise Refused("unsafe-xml")
