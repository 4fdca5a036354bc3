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
