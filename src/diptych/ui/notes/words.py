# SPDX-License-Identifier: MIT
"""Stances and anchor states in the reader's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from diptych.notes.anchor import AnchorState


def stance_name(stance: str) -> str:
    """Return what a stance is called; nothing for no stance."""
    return {
        "agrees": QCoreApplication.translate("Stance", "Agrees"),
        "contradicts": QCoreApplication.translate("Stance", "Contradicts"),
        "differs": QCoreApplication.translate("Stance", "Differs"),
        "adds": QCoreApplication.translate("Stance", "Adds"),
        "question": QCoreApplication.translate("Stance", "Question"),
    }.get(stance, "")


def colour_name(colour: str) -> str:
    """Return the plain name of a note's colour."""
    return {
        "none": QCoreApplication.translate("Colour", "No colour"),
        "yellow": QCoreApplication.translate("Colour", "Yellow"),
        "green": QCoreApplication.translate("Colour", "Green"),
        "blue": QCoreApplication.translate("Colour", "Blue"),
        "red": QCoreApplication.translate("Colour", "Red"),
        "violet": QCoreApplication.translate("Colour", "Violet"),
    }[colour]


def sort_name(sort: str) -> str:
    """Return which notes are listed, in words."""
    return {
        "all": QCoreApplication.translate("NoteSort", "Notes and highlights"),
        "words": QCoreApplication.translate("NoteSort", "Notes"),
        "highlights": QCoreApplication.translate("NoteSort", "Highlights"),
    }.get(sort) or colour_name(sort)


def grouping_name(grouping: str) -> str:
    """Return by what notes are grouped, in words."""
    return {
        "none": QCoreApplication.translate("Grouping", "Not grouped"),
        "pair": QCoreApplication.translate("Grouping", "By pair"),
        "article": QCoreApplication.translate("Grouping", "By article"),
        "tag": QCoreApplication.translate("Grouping", "By tag"),
        "stance": QCoreApplication.translate("Grouping", "By stance"),
        "date": QCoreApplication.translate("Grouping", "By date"),
        "colour": QCoreApplication.translate("Grouping", "By colour"),
    }[grouping]


def state_name(state: AnchorState) -> str:
    """Return what an anchor's state means, in words; nothing when all is well."""
    return {
        AnchorState.MOVED: QCoreApplication.translate("AnchorState", "moved"),
        AnchorState.FUZZY: QCoreApplication.translate("AnchorState", "words have changed"),
        AnchorState.LOST: QCoreApplication.translate("AnchorState", "place lost"),
    }.get(state, "")
