# SPDX-License-Identifier: MIT
"""Diptych at work on a computer where nothing may talk to a network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from wire.home import Home

ROOT = Path(__file__).parents[1]

# Python runs a module of this name at its start, in worker processes as well.
# Refused attempts are written down too, since a program may swallow the refusal.
GUARD = """
import os, socket, sys

def refuse(event, arguments):
    reached = event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
    reached = reached or (event == "socket.connect" and isinstance(arguments[1], tuple))
    created = event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6)
    if reached:
        with open(os.environ["ATTEMPTS"], "a") as attempts:
            print(event, arguments[1:], file=attempts)
    if reached or created:
        raise PermissionError(f"{event} is refused")

sys.addaudithook(refuse)
"""


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """Surroundings in which no internet socket can be made."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    path = os.pathsep.join((str(tmp_path / "guard"), str(ROOT / "src")))
    return {**os.environ, "PYTHONPATH": path, "ATTEMPTS": str(tmp_path / "attempts")}


def diptych(surroundings: dict[str, str], *words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "diptych", *map(str, words)]
    return subprocess.run(
        command, env=surroundings, capture_output=True, encoding="utf-8", check=False
    )


def test_the_guard_refuses_sockets(surroundings: dict[str, str]) -> None:
    knock = "import socket; socket.create_connection(('127.0.0.1', 9))"

    done = subprocess.run(
        [sys.executable, "-c", knock], env=surroundings, capture_output=True, check=False
    )

    assert b"PermissionError" in done.stderr
    assert Path(surroundings["ATTEMPTS"]).exists()


def test_two_articles_are_compared_without_a_socket(
    surroundings: dict[str, str], tmp_path: Path
) -> None:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text("The council of Tarnholm voted on Tuesday to keep the night boat until June.")
    right.write_text("The night boat to Tarnholm stays until June, the council has decided.")

    done = diptych(
        surroundings, "compare", left, right, "--json", "--profile", tmp_path / "profile"
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["matches"]
    assert json.loads(done.stdout)["encoders"]
    assert not Path(surroundings["ATTEMPTS"]).exists()


def test_a_folder_is_added_and_searched_without_a_socket(
    surroundings: dict[str, str], tmp_path: Path
) -> None:
    profile = ("--json", "--profile", tmp_path / "profile")

    added = diptych(surroundings, "add", ROOT / "corpus", *profile)
    found = diptych(surroundings, "search", "harbour", *profile)

    assert added.returncode == 0, added.stderr
    assert json.loads(found.stdout)["hits"]
    assert not Path(surroundings["ATTEMPTS"]).exists()


def test_searching_loads_no_network_code(surroundings: dict[str, str]) -> None:
    loaded = (
        "import diptych.search.whoosh_index, diptych.search.tantivy_index, sys; print(*sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", loaded],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "whoosh.index" in done.stdout.split()
    assert not {"urllib.request", "http.client", "ssl"} & set(done.stdout.split())


# What Python alone cannot see: the same work followed by strace, libraries included.


def test_the_trace_sees_look_ups_and_stray_files(tmp_path: Path) -> None:
    careless = (
        "import pathlib, socket\n"
        "pathlib.Path.home().joinpath('id').write_text('me')\n"
        "try: socket.getaddrinfo('telemetry.example.org', 443)\n"
        "except OSError: pass"
    )
    home = Home(tmp_path)

    done = home.run("-c", careless)

    assert any("AF_INET" in line or "nscd" in line for line in done.reaching_out())
    assert home.strays(done) == [str(tmp_path / "home" / "id")]


# Moves a small library's index to the engine of large ones.
GROWN = """
import sys
from diptych.cli import main
from diptych.search import index
index.GROWN_FROM = 1
sys.exit(main.run(["index", "--profile", sys.argv[1]]))
"""


@pytest.mark.timeout(600)
def test_the_command_line_stays_home(tmp_path: Path) -> None:
    home = Home(tmp_path)
    left, right, kept = home.left, home.right, home.profile
    pair = ("--pair", left, right)
    for words in (
        ("add", ROOT / "corpus", ROOT / "tests" / "library" / "made", left.parent),
        ("search", "boat"),
        ("compare", left, right),
        ("note", "add", "--left", f"{left}:0-30", "--text", "Mine."),
        ("export", "--to", kept / "notes.md"),
        ("export", "--format", "report-pdf", *pair, "--to", kept / "report.pdf"),
        ("export", "--format", "web-annotation", "--to", kept / "notes.json"),
        ("import-notes", kept / "notes.json"),
        ("overview", left, right),
        ("doctor",),
    ):
        done = home.run("-m", "diptych", *words, "--profile", kept)

        assert done.reaching_out() == []
        assert home.strays(done) == []
    done = home.run("-c", GROWN, kept)
    assert (kept / "cache" / "index-large").exists()
    assert done.reaching_out() == []
    assert home.strays(done) == []
    assert "Mine." in (kept / "notes.md").read_text(encoding="utf-8")


def test_a_doubtful_page_is_read_by_trafilatura_without_a_look_up(tmp_path: Path) -> None:
    home = Home(tmp_path)

    done = home.run("-m", "diptych", "show", home.right, "--profile", home.profile)

    opened = " ".join(call.arguments for call in done.calls)
    assert "/site-packages/trafilatura/" in opened
    assert "/site-packages/urllib3/" not in opened
    assert done.reaching_out() == []


def test_the_window_stays_home(tmp_path: Path) -> None:
    home = Home(tmp_path)
    target = home.profile / "export.md"
    window = ROOT / "tests" / "wire" / "window.py"

    done = home.run(window, home.profile, home.left, home.right, target)

    assert done.reaching_out() == []
    assert home.strays(done) == []
    assert "Both say so." in target.read_text(encoding="utf-8")
