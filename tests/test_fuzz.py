# SPDX-License-Identifier: MIT
"""What bench/fuzz_guided.py does itself, where atheris is not: changing inputs, and counting."""

from __future__ import annotations

import importlib
import io
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).parents[1] / "bench"


@pytest.fixture
def guided(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(BENCH)
    return importlib.import_module("fuzz_guided")


def test_what_lies_in_an_archive_is_changed_by_the_guide(guided: ModuleType) -> None:
    seed = (BENCH.parent / "tests" / "library" / "made" / "pandoc.docx").read_bytes()
    changed = guided.mutator("docx", lambda data, _most: b"guided" + data)

    inside = [_packed(changed(seed, 200_000, number)) for number in range(20)]

    assert sum(map(bool, inside)) >= 5


def _packed(archive: bytes) -> bytes:
    """Return the first thing in an archive that begins as the guide has it, if any does."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as packed:
            all_of_it = [packed.read(name) for name in packed.namelist()]
    except zipfile.BadZipFile:
        return b""
    return next((data for data in all_of_it if data.startswith(b"guided")), b"")


def test_a_longer_input_than_is_asked_for_is_cut(guided: ModuleType) -> None:
    changed = guided.mutator("query", lambda data, _most: data * 100)

    assert all(len(changed(b"harbour", 50, number)) <= 50 for number in range(20))


def test_what_a_process_tells_is_counted(guided: ModuleType) -> None:
    reach = guided.Reach()
    lines = (
        "#6\tINITED cov: 375 ft: 694 corp: 5/1775b exec/s: 0 rss: 68Mb",
        "#9\tNEW    cov: 380 ft: 700 corp: 6/1780b lim: 12 exec/s: 3 rss: 68Mb L: 5/9 MS: 1",
        "fuzz: a quarter is over",
        "#12\tREDUCE cov: 381 ft: 702 corp: 6/1779b lim: 12 exec/s: 3 rss: 68Mb",
        'fuzz: ended {"tried": 6, "refused": 1, "seconds": 2.5, "findings": 1}',
    )

    shown = [line for line in (*lines, "FOUND x: KeyError") if reach.reads(line)]

    assert shown == ["FOUND x: KeyError"]
    assert reach.edges == [(375, 694), (380, 700)]
    assert str(reach).startswith("6 inputs, 2 s of computing")
    assert (reach.now, reach.findings, reach.has_ended) == ((381, 702), 1, True)


def test_without_atheris_it_says_what_is_missing(
    guided: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(guided, "find_spec", lambda _name: None)

    assert guided.main(["query"]) == 0
    assert "needs atheris" in capsys.readouterr().out
