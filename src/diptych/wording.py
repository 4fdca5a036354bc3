# SPDX-License-Identifier: MIT
"""Words that the window and the command line share."""

from __future__ import annotations


def summary_line(added: int, already: int, updated: int, failed: int) -> str:
    """Return what became of added files in one line."""
    parts = [f"{added} added"]
    if updated:
        parts.append(f"{updated} updated")
    if already:
        parts.append(f"{already} already here")
    if failed:
        parts.append(f"{failed} not readable")
    return ", ".join(parts)
