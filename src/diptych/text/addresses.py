# SPDX-License-Identifier: MIT
"""The parts of a web address as others wrote it, which need not be one."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

_NONE = SplitResult("", "", "", "", "")


def address_parts(address: str) -> SplitResult:
    """Return the parts of an address; all are empty where it is none.

    ``http://[a`` begins a number of IPv6 that does not end, and ``http://a℀b`` has a sign
    that stands for a slash: of both Python says ValueError.
    """
    try:
        return urlsplit(address)
    except ValueError:
        return _NONE


def outlet_of(source: str) -> str:
    """Return who publishes: the site's name where the source is an address of the web.

    Obsidian's clipper writes the whole address, which is too much for a list. Notes need it:
    links, citations and notes of other programs go by it.
    """
    if not source.startswith(("http://", "https://")):
        return source
    return address_parts(source).netloc.removeprefix("www.") or source
