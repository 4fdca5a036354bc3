# SPDX-License-Identifier: MIT
"""What is corrected in the library reaches exports and the Markdown copy."""

from __future__ import annotations

from pathlib import Path

from diptych.cli.main import run
from diptych.paths import profile_in
from diptych.services import articles
from diptych.services.stores import Stores


def test_a_correction_reaches_the_export_and_the_copy(tmp_path: Path) -> None:
    text = "The old quay will close in May, says the harbour office of the town.\n"
    (tmp_path / "quay.txt").write_text(f"Quay to close\n\n{text}", encoding="utf-8")
    profile = ["--profile", str(tmp_path / "p")]
    run([*profile, "add", str(tmp_path / "quay.txt")])
    run([*profile, "note", "add", "--left", f"{tmp_path / 'quay.txt'}:15-40", "--text", "x"])
    run([*profile, "mirror", str(tmp_path / "copy")])
    stores = Stores(profile_in(tmp_path / "p"))
    (entry,) = articles.entries(stores)
    stores.close()
    run([*profile, "edit", entry.id, "--title", "The right title", "--author", "Ida Holm"])
    run([*profile, "export", "--to", str(tmp_path / "n.md")])
    run([*profile, "mirror", str(tmp_path / "copy")])
    (page,) = (tmp_path / "copy").glob("*.md")  # under the name it had
    for path in (tmp_path / "n.md", page):
        assert "The right title" in path.read_text(encoding="utf-8")
        assert "Ida Holm" in path.read_text(encoding="utf-8")
