# SPDX-License-Identifier: MIT
"""The sample articles that come with the application."""

from __future__ import annotations

from pathlib import Path

from diptych import assets
from diptych.settings import read_yaml


def sample_paths() -> list[Path]:
    """Return the files of the sample library, in the manifest's order."""
    folder = assets.corpus_path()
    manifest = read_yaml(folder / "corpus.yaml")
    return [folder / str(article["file"]) for article in manifest["articles"]]


def sample_pair() -> tuple[Path, Path]:
    """Return the two articles that show what the application does."""
    folder = assets.corpus_path()
    pair = read_yaml(folder / "corpus.yaml")["default_pair"]
    return folder / str(pair["left"]), folder / str(pair["right"])
