# SPDX-License-Identifier: MIT
"""What every test stands on: no screen, no network, no home folder, no leftovers."""

from __future__ import annotations

import gc
import importlib.util
import logging
import multiprocessing
import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import forkserver, resource_tracker
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

TESTS = Path(__file__).parent
# A slow machine is no fault of the code.
settings.register_profile("diptych", deadline=None)
settings.load_profile("diptych")

# Before Qt is imported by anything: it reads these once. Programs that tests start
# find the source by PYTHONPATH.
os.environ.update(
    PYTHONPATH=str(TESTS.parent / "src"),
    QT_QPA_PLATFORM="offscreen",
    QT_SCALE_FACTOR="1",
    FONTCONFIG_FILE=str(TESTS / "fonts.conf"),
    LC_ALL="C.UTF-8",
)
for name in ("LANGUAGE", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
    os.environ.pop(name, None)

from diptych.cli import main as cli  # noqa: E402
from diptych.meaning.minilm import MiniLmEncoder  # noqa: E402
from diptych.meaning.universal import UniversalEncoder  # noqa: E402
from diptych.paths import Profile, profile_in  # noqa: E402

if TYPE_CHECKING:
    from diptych.meaning.encoder import Rows

GRACE_SECONDS = 5  # for a thread or process that is already on its way out


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.getaddrinfo" or (
        event == "socket.connect" and isinstance(arguments[1], tuple)
    ):
        raise AssertionError(f"Diptych is offline by design, but {event} was called: {arguments}")


sys.addaudithook(_refuse_network)

_opened: list[sqlite3.Connection] = []


def _note_database(event: str, arguments: tuple[object, ...]) -> None:
    if event == "sqlite3.connect/handle" and isinstance(arguments[0], sqlite3.Connection):
        _opened.append(arguments[0])


sys.addaudithook(_note_database)


@pytest.fixture
def dev() -> ModuleType:
    """Give a fresh copy of dev.py as a module."""
    spec = importlib.util.spec_from_file_location("dev", TESTS.parent / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def script(name: str) -> ModuleType:
    """Return a script of packaging/ as a module."""
    spec = importlib.util.spec_from_file_location(name, TESTS.parent / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look there
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def translations() -> ModuleType:
    """Give the script that brings the words of the source into the translations."""
    return script("translations")


@pytest.fixture(scope="session")
def manual() -> ModuleType:
    """Give what writes man page, completions and two pages of the guide."""
    return script("manual")


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """An empty profile, its folders made."""
    return profile_in(tmp_path / "profile").create()


@pytest.fixture
def run(
    profile: Profile, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Carry out a command line; return its status, its output and its errors."""

    def call(*arguments: object) -> tuple[int, str, str]:
        folder = str(profile.config.parent)
        status = cli.run([*map(str, arguments), "--profile", folder])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def _remembering(encode: Callable[..., Rows]) -> Callable[..., Rows]:
    kept: dict[tuple[str, ...], Rows] = {}

    def remembered(self: object, sentences: Sequence[str]) -> Rows:
        if (asked := tuple(sentences)) not in kept:
            kept[asked] = encode(self, sentences)
        return kept[asked].copy()

    return remembered


_REMEMBERING = {
    encoder: _remembering(encoder.encode) for encoder in (MiniLmEncoder, UniversalEncoder)
}


@pytest.fixture
def encoded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Encode the same sentences once for all tests that ask for this; the answer is the same."""
    for encoder, encode in _REMEMBERING.items():
        monkeypatch.setattr(encoder, "encode", encode)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a forgotten profile from landing in the home folder of whoever runs the tests."""
    home = str(tmp_path_factory.getbasetemp() / "home")
    for folder in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(folder, home)


@pytest.fixture(autouse=True)
def no_stray_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test during which Diptych logged a warning; asking for caplog lifts this."""
    kept = _Kept()
    ours = logging.getLogger("diptych")
    ours.addHandler(kept)
    yield
    ours.removeHandler(kept)
    if kept.messages and "caplog" not in request.fixturenames:
        pytest.fail(f"unexpected log messages: {kept.messages}")


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_leftovers() -> Iterator[None]:
    """Fail a test that leaves a thread or a child process running."""
    threads, children = _threads(), _children()
    yield
    _collect_workers(_threads() - threads)
    late_threads, late_children = _threads() - threads, _children() - children
    if late_threads or late_children:
        pytest.fail(f"left running: threads {late_threads}, processes {late_children}")


@pytest.fixture(autouse=True)
def no_open_databases() -> Iterator[None]:
    """Fail the test that leaves a database open, not the one in which it is collected."""
    _opened.clear()
    yield
    left = [connection for connection in _opened if _is_open(connection)]
    _opened.clear()
    for connection in left:
        with suppress(sqlite3.Error):  # another thread's
            connection.close()
    if left:
        pytest.fail(f"databases left open: {left}")


def _is_open(connection: sqlite3.Connection) -> bool:
    try:
        return connection.total_changes >= 0  # the one question any thread may ask
    except sqlite3.ProgrammingError:
        return False


def _threads() -> set[threading.Thread]:
    return {
        thread
        for thread in threading.enumerate()
        # A dummy stands for a thread that Qt made; Python cannot tell when it ends.
        if thread.is_alive() and not isinstance(thread, threading._DummyThread)
    }


def _children() -> set[int]:
    multiprocessing.active_children()  # reaps those that have ended
    task = Path(f"/proc/self/task/{os.getpid()}/children")
    try:
        running = {int(word) for word in task.read_text().split()}
    except OSError:
        running = {child.pid for child in multiprocessing.active_children() if child.pid}
    # multiprocessing keeps one watcher for the life of the program, and what it forks from.
    kept = {getattr(resource_tracker._resource_tracker, "_pid", None)}
    return running - kept - {getattr(forkserver._forkserver, "_forkserver_pid", None)}


def _collect_workers(threads: set[threading.Thread]) -> None:
    if threads:
        gc.collect()
    for thread in threads:
        thread.join(GRACE_SECONDS)
