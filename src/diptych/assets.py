# SPDX-License-Identifier: MIT
"""The only reader of ``resources/``: inside the wheel, or beside ``src`` in a checkout."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any

_PACKAGED = Path(__file__).parent / "resources"
_CHECKOUT = Path(__file__).parents[2] / "resources"
_MODELS = "diptych_models"  # made by packaging/models/, named by the extra "meaning"


def resource_path(name: str) -> Path:
    """Return the path of a resource such as ``icons/diptych.svg``.

    Raises ValueError for names that would leave the folder and
    FileNotFoundError for resources that do not exist.
    """
    relative = PurePosixPath(name)
    if relative.is_absolute() or ".." in relative.parts:
        raise ValueError(f"not a resource name: {name}")
    root = _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
    path = root / relative
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def model_path(name: str) -> Path:
    """Return the path of a model's file such as ``minilm/vocabulary.txt``.

    A checkout and a program that needs no Python hold the models as a resource; beside
    the wheel they come in one of their own. Raises FileNotFoundError where neither is.
    """
    try:
        return resource_path(f"models/{name}")
    except FileNotFoundError:
        # ``find_spec`` tells where it lies without importing it.
        installed = find_spec(_MODELS)
        for folder in () if installed is None else installed.submodule_search_locations or ():
            if (path := Path(folder, name)).is_file():
                return path
        raise


def corpus_path() -> Path:
    """Return the folder of the sample articles."""
    packaged = Path(__file__).parent / "corpus"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "corpus"


def guide_path() -> Path:
    """Return the folder of the guide's pages, Markdown; ``index`` is the first."""
    packaged = Path(__file__).parent / "guide"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "docs" / "guide"


def read_words(name: str) -> Mapping[str, Any]:
    """Return what a JSON file of ``resources/language`` holds, ``calendar`` or a language's code.

    Languages without a file have no words of their own: the answer is empty.
    """
    try:
        path = resource_path(f"language/{name}.json")
    except FileNotFoundError:
        return {}
    found: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def word_lists() -> tuple[str, ...]:
    """Return the codes of the languages that have a file of words, in order."""
    # "units", "places", "web_pages" and the like are of all languages; no code is that long.
    files = resource_path("language").glob("*.json")
    return tuple(sorted(file.stem for file in files if len(file.stem) <= 3))
