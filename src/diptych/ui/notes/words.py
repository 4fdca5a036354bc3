# SPDX-License-Identifier: MIT
"""Stances and anchor states in the reader's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def stance_name(stance: str) -> str:
    """Return what a stance is called; nothing for no stance."""
    return {
        "agrees": QCoreApplication.translate("Stance", "Agrees"),
        "contradicts": QCoreApplication.translate("Stance", "Contradicts"),
        "differs": QCoreApplication.translate("Stance", "Differs"),
        "adds": QCoreApplication.translate("Stance", "Adds"),
        "question": QCoreApplication.translate("Stance", "Question"),
    }.get(stance, "")


def state_name(state: str) -> str:
    """Return what an anchor's state means, in words; nothing when all is well."""
    return {
        "moved": QCoreApplication.translate("AnchorState", "moved"),
        "fuzzy": QCoreApplication.translate("AnchorState", "words have changed"),
        "lost": QCoreApplication.translate("AnchorState", "place lost"),
    }.get(state, "")
