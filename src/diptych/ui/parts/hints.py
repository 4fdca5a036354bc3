# SPDX-License-Identifier: MIT
"""Tooltips that hold sentences: broken into lines, nothing in them taken for markup."""

from __future__ import annotations


def hint(text: str) -> str:
    """Return a tooltip's text so that Qt breaks long lines; empty for none."""
    if not text:
        return ""
    # The standard module for this loads the names of two thousand signs, with every start.
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\n", "<br>")):
        text = text.replace(sign, name)
    return f"<qt>{text}</qt>"
