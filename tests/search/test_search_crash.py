# SPDX-License-Identifier: MIT
"""An index whose writer is killed, or that two programs write."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from diptych.errors import SearchError
from diptych.search.index import Index, IndexedArticle
from diptych.search.query import parse

ROOT = Path(__file__).parents[2]
BATCH = 6
ADD_FOR_EVER = f"""
import sys
from pathlib import Path
from diptych.errors import SearchError
from diptych.search.index import Index, IndexedArticle
index = Index.open(Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    index.add(IndexedArticle(f"{{number}}-{{i}}", "", "harbour " * 300) for i in range({BATCH}))
    print(number, flush=True)
    index.tidy()
    number += 1
"""
TIDY_AND_DIE = """
import os, signal, sys
from pathlib import Path
import diptych.search.index as module
folder, moment = sys.argv[1:]
index = module.Index.open(Path(folder))
real = getattr(module, moment)
def last(*arguments):
    real(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(module, moment, last)
index.tidy()
"""


def add_until_killed(folder: Path, first: int, commits: int) -> int:
    """Kill a writer that has acknowledged some commits; return its last one."""
    command = [sys.executable, "-W", "ignore", "-c", ADD_FOR_EVER, str(folder), str(first)]
    surroundings = {"PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=surroundings) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline() for _ in range(commits)]
        writer.kill()
        lines += writer.stdout.readlines()
    return int(lines[-1])


def batches(index: Index) -> list[int]:
    return [int(id_.split("-")[0]) for id_ in index.ids()]


def test_killed_writer_leaves_whole_commits_and_no_lock(folder: Path) -> None:
    first = 0
    for commits in (1, 2, 5):
        acknowledged = add_until_killed(folder, first, commits)

        index = Index.open(folder)

        assert not index.needs_rebuild
        assert index.is_sound()
        assert set(range(acknowledged + 1)) <= set(batches(index))
        assert all(batches(index).count(number) == BATCH for number in batches(index))
        first = max(batches(index)) + 1
    index.add([IndexedArticle("after", "", "lighthouse")])
    assert index.search(parse("lighthouse").root).total == 1


def test_killed_tidying_changes_nothing(folder: Path) -> None:
    index = Index.open(folder)
    for number in range(12):
        index.add([IndexedArticle(str(number), "", "harbour " * 300)])
    for moment in ("written", "sync", "_untidy"):
        command = [sys.executable, "-W", "ignore", "-c", TIDY_AND_DIE, str(folder), moment]
        surroundings = {"PYTHONPATH": str(ROOT / "src")}
        assert subprocess.run(command, env=surroundings, check=False).returncode == -9

        again = Index.open(folder)

        assert again.ids() == {str(number) for number in range(12)}
        assert again.is_sound()
    index.tidy()
    assert len(list(folder.glob("*.articles"))) == 1
    assert not list(folder.glob("*.tmp"))


def test_reader_sees_whole_commits_while_another_program_writes(folder: Path) -> None:
    index = Index.open(folder)
    command = [sys.executable, "-W", "ignore", "-c", ADD_FOR_EVER, str(folder), "0"]
    surroundings = {"PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=surroundings) as writer:
        assert writer.stdout is not None
        for number in range(10):
            writer.stdout.readline()
            total = index.search(parse("harbour").root).total
            assert total >= (number + 1) * BATCH
            assert total % BATCH == 0
        writer.kill()


def test_two_openers_may_write_by_turns(folder: Path) -> None:
    one, two = Index.open(folder), Index.open(folder)
    for number in range(6):
        (one if number % 2 else two).add([IndexedArticle(str(number), "", "harbour")])

    assert one.ids() == two.ids() == {str(number) for number in range(6)}


@pytest.mark.skipif(sys.platform != "linux", reason="needs a small disk of its own")
def test_full_disk_while_building_keeps_the_last_commit(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    index = Index.open(folder)
    index.add([IndexedArticle("a", "", "harbour")])
    former = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, limits[1]))
    try:
        with pytest.raises(SearchError, match="cannot be used"):
            index.add([IndexedArticle("b", "", " ".join(f"word{n}" for n in range(5_000)))])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, former)

    assert index.ids() == {"a"}
    index.add([IndexedArticle("b", "", "lighthouse")])
    assert Index.open(folder).ids() == {"a", "b"}
