# SPDX-License-Identifier: MIT
"""Tooltips that hold sentences: broken into lines, nothing in them taken for markup."""

from __future__ import annotations

import html


def hint(text: str) -> str:
    """Return a tooltip's text so that Qt breaks long lines; empty for none."""
    if not text:
        return ""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>"
